"""The свод: all that a round brought together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from birlik.base.ui.export.answer import XLSX
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.cells import number_in, shown_cell
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.engine.rounds.summary import Sums
from birlik.domains.execution.models import Round
from birlik.domains.execution.queries.rounds.gathered import (
    Gathered,
    Line,
    MeasureLines,
    gathered,
)
from birlik.domains.execution.rules.rounds import may_run_rounds
from birlik.domains.execution.web.report.words import period_words
from birlik.domains.execution.web.rounds.one import found_or_404, round_context
from birlik.domains.execution.web.rounds.workbook import workbook

MEASURES, ROWS = 12, 60
LONGEST = 900
"""So much of a text stands on a page of all measures; on that of one measure all of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A cell as a page shows it, under the head of its column."""

    column: ColumnRow
    text: str
    words: LocalText | None = None

    @property
    def number(self) -> object:
        """The number that stands in it."""
        return number_in(self.text)


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A row as a page shows it."""

    line: Line
    cells: tuple[Told, ...]
    contributions: tuple["ToldLine", ...] = ()

    @property
    def title(self) -> LocalText:
        """What an ad hoc row is about."""
        return LocalText(self.line.row.title_kk, self.line.row.title_ru)

    @property
    def period(self) -> LocalText | None:
        """The period of the obligation, for a measure may be due several times in a round."""
        owed = self.line.obligation
        return period_words(owed.period) if owed else None


def told(line: Line, columns: Sequence[ColumnRow]) -> ToldLine:
    """A row with what was sent in it."""
    return ToldLine(
        line,
        tuple(cells_of(line, columns)),
        tuple(told(part, columns) for part in line.contributions if part.cells),
    )


def cells_of(line: Line, columns: Sequence[ColumnRow]) -> Iterator[Told]:
    """The cells that are not empty."""
    for column in columns:
        if text := line.cells.get(column.code, ""):
            words = column.words(text) if column.kind == "choice" else None
            yield Told(column, text if column.kind == "number" else shown_cell(text, column), words)


@dataclass(frozen=True, slots=True)
class ToldMeasure:
    """A measure as a page shows it: the rows on which somebody answered, and the bodies that lead
    it and have not."""

    measure: MeasureLines
    lines: tuple[ToldLine, ...]
    missing: tuple[LocalText, ...]


def told_measure(measure: MeasureLines, columns: Sequence[ColumnRow]) -> ToldMeasure:
    """A measure with its answers; a body that has not answered is named once."""
    answered = [one for one in measure.lines if one.sent or one.answered]
    silent = {one.body.pk: one.body.short for one in measure.lines if one not in answered}
    return ToldMeasure(
        measure, tuple(told(one, columns) for one in answered), tuple(silent.values())
    )


@page(
    "round_summary",
    "rounds/<int:pk>/summary/",
    title=gettext_lazy("Answers put together"),
    may=may_run_rounds,
    section="rounds",
)
def summary(request: ActorRequest, pk: int) -> HttpResponseBase:
    """The answers by measure, or by body with totals; all of it as a workbook."""
    one, at = found_or_404(pk), now()
    point = request.GET.get("point", "")[:40] if one.act else ""
    found = gathered(one, on=day_of(at), point=point)
    if request.GET.get("format") == "xlsx":
        return FileResponse(workbook(one, found, at=at), content_type=XLSX, headers=headers_of(one))
    listed: Sequence[Any] = found.measures if one.act else found.lines
    leaf = Paginator(listed, MEASURES if one.act else ROWS).get_page(request.GET.get("page"))
    context = {
        **round_context(one),
        "columns": found.columns,
        "summed": [column for column in found.columns if column.summed],
        "point": point,
        "longest": 0 if point else LONGEST,
        "leaf": leaf,
        "rows": list(shown_rows(one, list(leaf), found)),
        "totals": totals_of(found),
    }
    return render(request, "execution/rounds/summary.html", context)


def shown_rows(one: Round, listed: Sequence[Any], found: Gathered) -> Iterator[object]:
    """The measures of a page with their rows, or the rows of an ad hoc round."""
    for row in listed:
        yield told_measure(row, found.columns) if one.act else told(row, found.columns)


def headers_of(one: Round) -> dict[str, str]:
    """The name of the file, and that nobody keeps it on the way."""
    mark = "demonstration-" if settings.DEMONSTRATION else ""
    return {
        "Content-Disposition": f'attachment; filename="birlik-{mark}round-{one.pk}.xlsx"',
        "Cache-Control": "private, no-store",
    }


def totals_of(found: Gathered) -> dict[str, object] | None:
    """The summed columns of all rows, of each region and of each body; None where none is
    summed."""
    codes = [one.code for one in found.columns if one.summed]
    if not codes or not found.answers:
        return None
    return {
        "whole": numbers(found.total, codes),
        "regions": [(place, numbers(sums, codes)) for place, sums in found.by_region],
        "bodies": [(body, numbers(sums, codes)) for body, sums in found.by_body],
    }


def numbers(sums: Sums, codes: Sequence[str]) -> list[object]:
    """How many rows were added up, then the sum of each column."""
    return [sums.rows, *(sums.by_code[code] for code in codes)]
