"""What a person enters in accreditation."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Structure
from birlik.base.ui.forms import REQUIRED, DayField, SizedFileField
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.actions import PaperHead
from birlik.domains.accreditation.engine.protocol import ProtocolHead
from birlik.domains.accreditation.models import Vote
from birlik.domains.accreditation.web.words import CHOICES

FIRST_YEAR, LAST_YEAR = 2018, 2100
LONGEST = 4000


class RoundForm(forms.Form):
    """The year of a round and its days."""

    year = forms.IntegerField(
        label=_("Year of the round"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "4", "size": "6"}),
        error_messages={
            **dict.fromkeys(
                ("invalid", "min_value", "max_value"), _("Enter the year in four digits.")
            ),
            "required": REQUIRED,
        },
    )
    opened_on = DayField(label=_("Applications are taken from"))
    closed_on = DayField(label=_("Applications are taken to"))


class ApplyForm(forms.Form):
    """For which association; and the paper, where it came on paper."""

    body = forms.TypedChoiceField(
        label=_("Association"),
        coerce=int,
        error_messages={"required": _("Choose the association.")},
    )
    number = forms.CharField(label=_("Number of the paper"), max_length=100, required=False)
    dated_on = DayField(label=_("Date of the paper"), required=False)

    def __init__(
        self, *args: Any, bodies: Iterable[Structure], on_paper: bool, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        cast("forms.ChoiceField", self.fields["body"]).choices = [
            ("", gettext("Choose")),
            *((one.pk, choice_of(one)) for one in bodies),
        ]
        if not on_paper:
            del self.fields["number"], self.fields["dated_on"]

    def clean(self) -> dict[str, Any]:
        """Number and day of the paper, where it is asked for."""
        for name in ("number", "dated_on"):
            if name in self.fields and not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, REQUIRED)
        return self.cleaned_data

    def paper(self) -> PaperHead | None:
        """The paper as entered; None for an application that is made here."""
        clean = self.cleaned_data
        if "number" not in self.fields:
            return None
        return PaperHead(clean["number"], clean["dated_on"])


def choice_of(one: Structure) -> str:
    """An association in a list: its name and place."""
    place = words(one.territory.name) if one.territory else ""
    return f"{words(one.name)} ({place})" if place else words(one.name)


class StatementForm(forms.Form):
    """What the association says of itself, and which branches apply with it."""

    statement = forms.CharField(
        label=_("What the association asks for and what it has done"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        required=False,
    )
    branches = forms.TypedMultipleChoiceField(
        label=_("Branches that apply with it"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, branches: Iterable[Structure], **more: Any) -> None:
        super().__init__(*args, **more)
        known = [(one.pk, words(one.name)) for one in branches]
        cast("forms.ChoiceField", self.fields["branches"]).choices = known
        if not known:
            del self.fields["branches"]


class PaperForm(forms.Form):
    """A file for an item of the checklist; with an application on paper, also none."""

    item = forms.ChoiceField(
        label=_("Paper of the checklist"), error_messages={"required": _("Choose the paper.")}
    )
    file = SizedFileField(label=_("File"), required=False)

    def __init__(
        self, *args: Any, items: Mapping[str, LocalText], on_paper: bool, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        cast("forms.ChoiceField", self.fields["item"]).choices = [
            ("", gettext("Choose")),
            *((code, words(name)) for code, name in items.items()),
        ]
        self.fields["file"].required = not on_paper
        if on_paper:
            self.fields["file"].help_text = gettext(
                "Without a file, the paper is marked as lying with the application on paper."
            )


class ReasonForm(forms.Form):
    """Why, in one language."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": REQUIRED},
    )


class AppealForm(ReasonForm):
    """What an appeal says."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["reason"].label = gettext("With what you disagree, and why")


class ReturnForm(forms.Form):
    """Which papers are missing or unfit, and what else is to be put right."""

    missing = forms.MultipleChoiceField(
        label=_("Missing or unfit papers"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(
        label=_("What is to be put right"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )

    def __init__(self, *args: Any, items: Mapping[str, LocalText], **more: Any) -> None:
        super().__init__(*args, **more)
        cast("forms.ChoiceField", self.fields["missing"]).choices = [
            (code, words(name)) for code, name in items.items()
        ]


class AnswerForm(ReasonForm):
    """Whether an appeal is upheld, and why."""

    upheld = forms.TypedChoiceField(
        label=_("Decision on the appeal"),
        choices=(("1", _("Uphold: the commission considers it again")), ("0", _("Dismiss"))),
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    field_order = ("upheld", "reason")


class VoteForm(forms.Form):
    """A member's vote."""

    choice = forms.ChoiceField(
        label=_("Your vote"),
        choices=[(code, CHOICES[code]) for code in Vote.Choice.values],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )


class ReasonsForm(forms.Form):
    """The reasons of a decision in both languages."""

    reason_kk = forms.CharField(
        label=_("Reasons in Kazakh"),
        widget=forms.Textarea(attrs={"rows": 2, "lang": "kk"}),
        max_length=LONGEST,
        error_messages={"required": REQUIRED},
    )
    reason_ru = forms.CharField(
        label=_("Reasons in Russian"),
        widget=forms.Textarea(attrs={"rows": 2, "lang": "ru"}),
        max_length=LONGEST,
        error_messages={"required": REQUIRED},
    )

    def reasons(self) -> LocalText:
        """The reasons as entered."""
        return LocalText(self.cleaned_data["reason_kk"], self.cleaned_data["reason_ru"])


class ProtocolForm(forms.Form):
    """The number and day of a protocol."""

    number = forms.CharField(
        label=_("Number of the protocol"), max_length=100, error_messages={"required": REQUIRED}
    )
    held_on = DayField(label=_("Date of the sitting"))

    def head(self) -> ProtocolHead:
        """The head of the protocol as entered."""
        return ProtocolHead(self.cleaned_data["number"], self.cleaned_data["held_on"])


class MeasureForm(ProtocolForm, ReasonsForm):
    """What the commission decided of a certificate, by which protocol and why."""

    kind = forms.ChoiceField(label=_("Decision"), error_messages={"required": _("Choose one.")})
    until = DayField(
        label=_("Suspended until"),
        required=False,
        help_text=_("Only for a suspension: the first day on which it no longer holds."),
    )
    field_order = ("kind", "until", "number", "held_on", "reason_kk", "reason_ru")

    def __init__(self, *args: Any, kinds: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast("forms.ChoiceField", self.fields["kind"]).choices = [("", gettext("Choose")), *kinds]


class BringForm(forms.Form):
    """The workbook of an earlier round."""

    file = SizedFileField(label=_("Filled-in workbook (XLSX)"), types=".xlsx,.csv")


class CodeForm(forms.Form):
    """The code of a certificate."""

    code = forms.CharField(
        label=_("Code of the certificate"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": REQUIRED},
    )
