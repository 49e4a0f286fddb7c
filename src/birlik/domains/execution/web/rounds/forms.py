"""What a coordinator enters to begin a round, to return a sheet, to open a round again."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from birlik.base.records.models import Act
from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import ZONE, day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.actions.rounds.begin import AdHocRows, Asked
from birlik.domains.execution.engine.report.periods import periods_of
from birlik.domains.execution.engine.rounds.columns import (
    STANDARD,
    ColumnRow,
    lines_of,
    options_of,
    options_text,
    own_codes,
)
from birlik.domains.execution.queries.rounds.contributed import kind_of
from birlik.domains.execution.web.report.forms import act_label
from birlik.domains.execution.web.rounds.words import KIND_NAMES, ROWS

SPARE = 5
"""How many empty lines for columns of one's own a form has."""

MOST_LINES = 200
LONGEST_TITLE = 300


class WhatForm(forms.Form):
    """The act and the period that a round asks about; neither for an ad hoc round."""

    act = forms.ChoiceField(label=_("Act"), required=False)
    period = forms.ChoiceField(label=_("Period"), required=False)

    def __init__(self, *args: Any, acts: Sequence[Act], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.acts = {str(one.pk): one for one in acts}
        choices = [(str(one.pk), act_label(one)) for one in acts]
        act = cast("forms.ChoiceField", self.fields["act"])
        act.choices = [*choices, ("", gettext("Without an act: a table of your own"))]
        period = cast("forms.ChoiceField", self.fields["period"])
        years = {year for one in acts for year in range(one.first_year, one.last_year + 1)}
        period.choices = [
            (year, [(one.code, words(one.in_words())) for one in periods_of(year)])
            for year in sorted(years, reverse=True)
        ]

    def clean(self) -> dict[str, Any]:
        """An act is asked about for a period."""
        if self.cleaned_data.get("act") and not self.cleaned_data.get("period"):
            self.add_error("period", REQUIRED)
        return self.cleaned_data

    @property
    def chosen_act(self) -> Act | None:
        """The act; None for an ad hoc round."""
        return self.acts.get(self.cleaned_data["act"])

    @property
    def chosen_period(self) -> Period | None:
        """The period; None for an ad hoc round."""
        code = self.cleaned_data["period"]
        return Period.parse(code) if self.chosen_act and code else None

    @staticmethod
    def usual(acts: Sequence[Act], *, on: date) -> dict[str, str]:
        """What the form begins with: the newest act and the half that is running."""
        if not acts:
            return {"act": ""}
        year = min(max(on.year, acts[0].first_year), acts[0].last_year)
        half = Period.half(year, 1 if on.month <= 6 else 2)
        return {"act": str(acts[0].pk), "period": half.code}


class RoundForm(forms.Form):
    """What a round is called and by when it is to be answered; of an ad hoc one, its rows."""

    title_kk = forms.CharField(
        label=_("What is asked for (Kazakh)"), required=False, max_length=LONGEST_TITLE
    )
    title_ru = forms.CharField(
        label=_("What is asked for (Russian)"), required=False, max_length=LONGEST_TITLE
    )
    number = forms.CharField(label=_("Request letter: number"), required=False, max_length=100)
    dated_on = DayField(label=_("Request letter: date"), required=False)
    due_on = DayField(label=_("Answer by: day"))
    due_time = forms.TimeField(
        label=_("Answer by: time"),
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(
            format="%H:%M", attrs={"inputmode": "numeric", "maxlength": "5", "size": "6"}
        ),
        error_messages={"invalid": _("Enter the time as HH:MM."), "required": REQUIRED},
    )
    rows = forms.ChoiceField(
        label=pgettext_lazy("of a table", "Rows"),
        choices=list(ROWS.items()),
        required=False,
        widget=forms.RadioSelect,
    )
    lines = forms.CharField(
        label=_("The rows, one on a line"),
        required=False,
        max_length=MOST_LINES * LONGEST_TITLE,
        widget=forms.Textarea(attrs={"rows": "5"}),
        help_text=_("Kazakh and Russian parted by a bar: қазақша | по-русски. You may paste them."),
    )

    def __init__(self, *args: Any, ad_hoc: bool, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ad_hoc, self.at = ad_hoc, at
        if not ad_hoc:
            del self.fields["rows"], self.fields["lines"]

    def clean(self) -> dict[str, Any]:
        """It is called something, its term lies ahead, and the rows that it wants are there."""
        clean = self.cleaned_data
        if not (clean.get("title_kk") or clean.get("title_ru")):
            self.add_error("title_kk", gettext("Say what is asked for in one language at least."))
        if self.due_at and self.due_at <= self.at:
            self.add_error("due_on", gettext("This term has passed. Give one that lies ahead."))
        if self.ad_hoc and clean.get("rows") == "lines":
            self.clean_lines_asked(clean.get("lines", ""))
        return clean

    def clean_lines_asked(self, text: str) -> None:
        """Object where no row is named, too many are, or one is too long."""
        lines = lines_of(text)
        if not lines:
            self.add_error("lines", gettext("Name at least one row, or choose another kind."))
        elif len(lines) > MOST_LINES:
            told = gettext("At most %(max)s rows: part the round in two.") % {"max": MOST_LINES}
            self.add_error("lines", told)
        elif any(len(side) > LONGEST_TITLE for one in lines for side in (one.kk, one.ru)):
            told = gettext("A row has at most %(max)s characters.") % {"max": LONGEST_TITLE}
            self.add_error("lines", told)

    @property
    def due_at(self) -> datetime | None:
        """The instant by which it is to be answered."""
        on, time = self.cleaned_data.get("due_on"), self.cleaned_data.get("due_time")
        return datetime.combine(on, time, ZONE) if on and time else None

    def asked(self, period: Period | None, columns: Sequence[ColumnRow]) -> Asked:
        """What the round asks for."""
        clean = self.cleaned_data
        return Asked(
            title=LocalText(clean["title_kk"], clean["title_ru"]),
            due_at=self.due_at or self.at,
            columns=columns,
            period=period.code if period else "",
            number=clean["number"],
            dated_on=clean["dated_on"],
        )

    def ad_hoc_rows(self) -> AdHocRows | None:
        """The rows of an ad hoc round; None for one of an act."""
        if not self.ad_hoc:
            return None
        kind = self.cleaned_data["rows"]
        lines = lines_of(self.cleaned_data["lines"]) if kind == "lines" else ()
        return AdHocRows(lines=lines, districts=kind == "districts")


class ColumnForm(forms.Form):
    """A column: kept only where it is wanted and called something."""

    wanted = forms.BooleanField(label=_("Ask for it"), required=False)
    code = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)
    title_kk = forms.CharField(label=_("Head (Kazakh)"), required=False, max_length=LONGEST_TITLE)
    title_ru = forms.CharField(label=_("Head (Russian)"), required=False, max_length=LONGEST_TITLE)
    kind = forms.ChoiceField(label=_("What stands in it"), choices=list(KIND_NAMES.items()))
    required = forms.BooleanField(label=_("Must be filled"), required=False)
    summed = forms.BooleanField(label=_("Add up"), required=False)
    options = forms.CharField(
        label=_("Values to choose from, one on a line: қазақша | по-русски"),
        required=False,
        widget=forms.Textarea(attrs={"rows": "3"}),
    )

    def clean(self) -> dict[str, Any]:
        """A wanted column has a head, one with a choice has values, and only numbers are added."""
        clean = self.cleaned_data
        if not clean.get("wanted"):
            return clean
        if not (clean.get("title_kk") or clean.get("title_ru")):
            self.add_error("title_kk", gettext("Give the column a head."))
        if clean.get("kind") == "choice" and len(options_of(clean.get("options", ""))) < 2:
            self.add_error("options", gettext("Name at least two values to choose from."))
        if clean.get("summed") and clean.get("kind") != "number":
            self.add_error("summed", gettext("Only numbers can be added up."))
        return clean

    def kept_code(self) -> str:
        """The code that came with the column; '' where it is new, or a standard one was made
        something else."""
        code: str = self.cleaned_data["code"]
        standard = next((one for one in STANDARD if one.code == code), None)
        return "" if standard and standard.kind != self.cleaned_data["kind"] else code

    def column(self, code: str) -> ColumnRow:
        """The column under a code; a standard one keeps the codes of its values."""
        clean = self.cleaned_data
        kk, ru = clean["title_kk"] or clean["title_ru"], clean["title_ru"] or clean["title_kk"]
        options = options_of(clean["options"]) if clean["kind"] == "choice" else ()
        standard = next((one for one in STANDARD if one.code == code), None)
        if standard and options_text(standard.options) == options_text(options):
            options = tuple(standard.options)
        return ColumnRow(
            code=code,
            kind=kind_of(clean["kind"]),
            title=LocalText(kk, ru),
            required=clean["required"],
            options=options,
            summed=clean["summed"],
        )


ColumnForms = forms.formset_factory(ColumnForm, extra=0, max_num=30, absolute_max=30)


def columns_of_forms(entered: Iterable[ColumnForm]) -> list[ColumnRow]:
    """The columns that are wanted, each under a code of its own."""
    wanted = [one for one in entered if one.cleaned_data.get("wanted")]
    known = {one.cleaned_data["code"] for one in wanted}
    codes = own_codes(known)
    used: set[str] = set()
    found = []
    for one in wanted:
        code = one.kept_code()
        code = code if code and code not in used else next(codes)
        used.add(code)
        found.append(one.column(code))
    return found


def usual_columns(*, ad_hoc: bool) -> list[dict[str, object]]:
    """What the columns begin with: the standard ones for a round of an act, then empty lines."""
    found = [] if ad_hoc else [column_initial(one) for one in STANDARD]
    spare: dict[str, object] = {"kind": "number" if ad_hoc else "text"}
    return [*found, *(spare for _place in range(SPARE))]


def column_initial(one: ColumnRow) -> dict[str, object]:
    """A column as a form shows it."""
    return {
        "wanted": True,
        "code": one.code,
        "title_kk": one.title.kk,
        "title_ru": one.title.ru,
        "kind": one.kind,
        "required": one.required,
        "summed": one.summed,
        "options": options_text(one.options),
    }


class ReturnForm(forms.Form):
    """Why a sheet goes back."""

    reason = forms.CharField(
        label=_("What the body should correct"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "4"}),
        error_messages={"required": REQUIRED},
    )


class ReopenForm(forms.Form):
    """Until when a round is open again; the former term where no day is given."""

    due_on = DayField(label=_("New term (if it changes)"), required=False)

    def due_at(self, former: datetime) -> datetime | None:
        """The new term at the hour of the former one."""
        day: date | None = self.cleaned_data.get("due_on")
        return former + (day - day_of(former)) if day else None
