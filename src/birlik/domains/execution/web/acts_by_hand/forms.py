"""What a person enters of an act: its head, its points, and who executes them."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from birlik.base.records.engine.content import UnfitFileError, examine
from birlik.base.ui.forms import REQUIRED, DayField, SizedFileField
from birlik.base.ui.language import reader_language

FIRST_YEAR, LAST_YEAR = 1991, 2100


class WordsField(forms.CharField):
    """Words on one line, however they were pasted."""

    def to_python(self, value: Any) -> str:
        """The words with single spaces between them."""
        return " ".join(str(value or "").split())


class YearField(forms.IntegerField):
    """A year, in four digits."""

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "numeric", "maxlength": "4", "size": "6", "autocomplete": "off"}
        wrong = _("Enter the year in four digits.")
        super().__init__(
            required=False,
            min_value=FIRST_YEAR,
            max_value=LAST_YEAR,
            widget=forms.TextInput(attrs=attrs),
            error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
            **options,
        )


def area(rows: int, language: str = "") -> forms.Textarea:
    """A field of several lines, in a language where that is known."""
    return forms.Textarea(attrs={"rows": rows, **({"lang": language} if language else {})})


class ActForm(forms.Form):
    """The head of an act that is entered by hand."""

    kind = forms.ChoiceField(label=_("Kind of act"), error_messages={"required": REQUIRED})
    number = WordsField(
        label=_("Number"),
        max_length=40,
        error_messages={"required": REQUIRED},
        help_text=_("An oral instruction has none: write “w/n” with the day's count, as “w/n-1”."),
    )
    adopted_on = DayField(label=_("Adopted on"))
    issuer = WordsField(
        label=_("Issuer"),
        max_length=200,
        widget=forms.TextInput(attrs={"list": "issuers", "autocomplete": "off"}),
        error_messages={"required": REQUIRED},
    )
    title_kk = WordsField(
        label=_("Title in Kazakh"), max_length=2000, required=False, widget=area(2, "kk")
    )
    title_ru = WordsField(
        label=_("Title in Russian"), max_length=2000, required=False, widget=area(2, "ru")
    )
    in_force_from = DayField(
        label=_("In force from"), required=False, help_text=_("If left empty, from its adoption.")
    )
    first_year = YearField(label=_("First year planned"))
    last_year = YearField(label=_("Last year planned"))
    open_ended = forms.BooleanField(label=_("without an end"), required=False)
    controlled_from = DayField(
        label=_("Under control from"),
        required=False,
        help_text=_(
            "If left empty, from today. Of what fell due earlier there is no record here, and it "
            "never counts as overdue."
        ),
    )
    paper = SizedFileField(
        label=_("Scan or file of the paper"),
        required=False,
        help_text=_(
            "PDF, a picture or DOCX; it is kept with the act. A paper of limited access is not."
        ),
    )

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = cast("forms.ChoiceField", self.fields["kind"])
        kind.choices = [("", "—"), *kinds]

    def clean_paper(self) -> Any:
        """A file that may be kept, told by its content: of a kind that is taken, not dangerous, not
        marked as of limited access, no larger than the installation takes."""
        file = self.cleaned_data["paper"]
        if file is None:
            return None
        try:
            return examine(file.read(), str(file.name))
        except UnfitFileError as refusal:
            raise forms.ValidationError(refusal.reason.get(reader_language())) from refusal

    def clean(self) -> dict[str, Any]:
        """Days and years in their order, and a title."""
        clean = self.cleaned_data
        adopted_on: date | None = clean.get("adopted_on")
        force: date | None = clean.get("in_force_from")
        if adopted_on and force and force < adopted_on:
            self.add_error("in_force_from", _("This day lies before the adoption."))
        first, last = clean.get("first_year"), clean.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("This year lies before the first one."))
        if last and clean.get("open_ended"):
            self.add_error("last_year", _("An act without an end names no last year."))
        if not (clean.get("title_kk") or clean.get("title_ru")):
            self.add_error("title_kk", _("Write the title in Kazakh or in Russian."))
        return clean

    def years(self) -> tuple[int, int] | None:
        """The first and the last year, None where the deadlines are to name them."""
        clean = self.cleaned_data
        first, last = clean.get("first_year"), clean.get("last_year")
        if not (first or last):
            return None
        since: int = first or min(clean["adopted_on"].year, last)
        return since, last or since


class PointForm(forms.Form):
    """A point of an act, without its executors."""

    number = WordsField(
        label=_("Number of the point"),
        max_length=20,
        widget=forms.TextInput(attrs={"size": "8", "autocomplete": "off"}),
        error_messages={"required": REQUIRED},
    )
    title_kk = WordsField(
        label=_("What is to be done, in Kazakh"),
        max_length=4000,
        required=False,
        widget=area(3, "kk"),
    )
    title_ru = WordsField(
        label=_("What is to be done, in Russian"),
        max_length=4000,
        required=False,
        widget=area(3, "ru"),
    )
    completion_form = WordsField(
        label=_("Completion form"),
        max_length=1000,
        required=False,
        widget=forms.TextInput(attrs={"list": "forms", "autocomplete": "off"}),
    )
    deadline = WordsField(label=_("Deadline in words"), max_length=400, required=False)

    def clean_number(self) -> str:
        """The number as printed, without the full stop after it; it is part of an address."""
        number: str = self.cleaned_data["number"].rstrip(".")
        if not number or any(sign in number for sign in "/?#%\\"):
            raise forms.ValidationError(_("A number is made of digits, letters and full stops."))
        return number

    def clean(self) -> dict[str, Any]:
        """Words in one language at least."""
        clean = self.cleaned_data
        if not (clean.get("title_kk") or clean.get("title_ru")):
            self.add_error("title_kk", _("Write what is to be done in Kazakh or in Russian."))
        return clean


class ExecutorLine(forms.Form):
    """One executor; an empty line names nobody."""

    words = WordsField(
        max_length=400,
        required=False,
        widget=forms.TextInput(
            attrs={"aria-label": _("Executor"), "list": "executors", "autocomplete": "off"}
        ),
    )
    by_agreement = forms.BooleanField(label=_("by agreement"), required=False)
