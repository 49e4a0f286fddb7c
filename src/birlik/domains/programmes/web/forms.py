"""What a person enters of the work of an association."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Territory
from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.local_text import LocalText
from birlik.domains.programmes.engine.fitting import LARGEST, ActivityRow, ReportRow
from birlik.domains.programmes.engine.telling import NAMES
from birlik.domains.programmes.engine.totals import KINDS
from birlik.domains.programmes.models import Activity


class CountField(forms.IntegerField):
    """How many there are; empty where nobody says."""

    def __init__(self, **options: Any) -> None:
        wrong = _("Enter a whole number.")
        super().__init__(
            required=False,
            min_value=0,
            max_value=LARGEST,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "9"}),
            error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
            **options,
        )


class ActivityForm(forms.Form):
    """An activity: what, when, where, who took part."""

    kind = forms.ChoiceField(label=_("What it was"), error_messages={"required": REQUIRED})
    title_kk = forms.CharField(
        label=_("Title in Kazakh"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"lang": "kk"}),
    )
    title_ru = forms.CharField(
        label=_("Title in Russian"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"lang": "ru"}),
    )
    first_on = DayField(label=_("Day, or first day"))
    last_on = DayField(label=_("Last day, if it took longer"), required=False)
    territory = forms.ChoiceField(label=_("Territory"), required=False)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    participants = CountField(label=_("How many took part (of a course: learned)"))
    languages = forms.MultipleChoiceField(
        label=_("Languages"), required=False, widget=forms.CheckboxSelectMultiple
    )
    partners = forms.CharField(label=_("Partners"), max_length=500, required=False)
    link = forms.URLField(
        label=_("Link to an account of it"),
        max_length=300,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Enter an address that begins with https://.")},
    )

    def __init__(
        self,
        *args: Any,
        places: Sequence[Territory],
        languages: dict[str, LocalText],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        choices: dict[str, list[tuple[str, str]]] = {
            "kind": [(code, words(NAMES[code])) for code in KINDS],
            "territory": [
                ("", gettext("that of the association")),
                *((one.code, words(one.name)) for one in places),
            ],
            "languages": [(code, words(name)) for code, name in languages.items()],
        }
        for name, offered in choices.items():
            cast("forms.ChoiceField", self.fields[name]).choices = offered

    @property
    def row(self) -> ActivityRow:
        """The activity as entered; only of a form that is valid."""
        given = self.cleaned_data
        return ActivityRow(**(given | {"languages": tuple(given["languages"])}))


def entered(one: Activity) -> dict[str, object]:
    """An activity as its form shows it."""
    names = ("kind", "title_kk", "title_ru", "first_on", "place", "participants", "partners")
    return {
        **{name: getattr(one, name) for name in (*names, "link", "languages")},
        "last_on": one.last_on if one.last_on != one.first_on else None,
        "territory": one.territory.code if one.territory else "",
    }


class ReportForm(forms.Form):
    """What is typed of a year."""

    members = CountField(label=_("Members of the association"))
    branches = CountField(label=_("Its branches"))
    staff = CountField(label=_("Its paid staff"))
    words = forms.CharField(
        label=_("What else is to be said of the year"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    @property
    def row(self) -> ReportRow:
        """What was typed; only of a form that is valid."""
        given = self.cleaned_data
        return ReportRow(given["members"], given["branches"], given["staff"], given["words"])
