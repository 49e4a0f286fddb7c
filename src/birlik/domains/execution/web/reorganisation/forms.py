"""What a person enters of a reorganisation, step by step."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.forms import REQUIRED, DayField
from birlik.domains.execution.queries.reorganisations import Offered
from birlik.domains.execution.web.reorganisation.words import KINDS

Choices = list[tuple[str, str]]


class HeadForm(forms.Form):
    """What happens, on which day, on what ground."""

    kind = forms.ChoiceField(
        label=_("What happens"), widget=forms.RadioSelect, error_messages={"required": REQUIRED}
    )
    on = DayField(
        label=_("First day of the new order"),
        help_text=_("It may lie behind us or ahead: what lies ahead takes effect by itself."),
    )
    ground = forms.CharField(
        label=_("Ground"),
        max_length=300,
        error_messages={"required": REQUIRED},
        help_text=_("The act by its kind, date and number."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = cast("forms.ChoiceField", self.fields["kind"])
        kind.choices = [(code, one.name) for code, one in KINDS.items()]


class HeirForm(forms.Form):
    """A successor: a body of the registry, or the names of a new one."""

    body = forms.ChoiceField(label=_("Body"), required=False)
    name_kk = forms.CharField(label=_("Name in Kazakh"), max_length=1000, required=False)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=1000, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=1000, required=False)
    short_kk = forms.CharField(label=_("Abbreviation in Kazakh"), max_length=100, required=False)
    short_ru = forms.CharField(label=_("Abbreviation in Russian"), max_length=100, required=False)
    body_kind = forms.ChoiceField(label=_("Kind of body"), required=False)
    territory = forms.ChoiceField(label=_("Region"), required=False)

    def __init__(self, *args: Any, choices: "HeirChoices", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, found in choices.items():
            field = cast("forms.ChoiceField", self.fields[name])
            field.choices = found


HeirChoices = dict[str, Choices]


def heir_choices(offered: Offered, language: str) -> HeirChoices:
    """What the fields of a successor offer in a language."""
    same = str(_("as the body reorganised"))
    return {
        "body": [("", str(_("— a new body —"))), *named(offered.bodies, language)],
        "body_kind": [("", same), *named(offered.kinds, language)],
        "territory": [("", same), *named(offered.regions, language)],
    }


def named(rows: Any, language: str) -> Choices:
    """Codes or numbers with their names in a language, by name."""
    return sorted(((str(code), name.get(language)) for code, name in rows), key=lambda one: one[1])
