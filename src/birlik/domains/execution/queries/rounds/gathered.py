"""What a round brought together: its answers by measure, or by body for an ad hoc one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from birlik.base.obligations.models import Obligation
from birlik.base.records.models import Provision
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.engine.rounds.summary import Answer, Sums, sums_by, totals
from birlik.domains.execution.models import Round, Sheet, SheetRow
from birlik.domains.execution.queries.points import names, parties_of, points, title_of
from birlik.domains.execution.queries.printed import Columns, print_of
from birlik.domains.execution.queries.rounds.contributed import columns_of
from birlik.domains.execution.queries.rounds.places import region_of
from birlik.domains.execution.queries.rounds.progress import PLACES

TOLD = (
    *("sheet_id", "position", "title_kk", "title_ru", "cells", "taken"),
    *("obligation__lead_id", "obligation__duty_id", "obligation__period"),
)
"""What is read of a row and its obligation."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: whose it is, whether that was sent, what stands in it.

    Of what leads, `contributions` are the contributors' rows, and `taken` the numbers of those that
    it took up.
    """

    row: SheetRow
    body: Structure
    region: Territory | None
    sent: bool
    contributions: tuple["Line", ...] = ()

    @property
    def cells(self) -> Mapping[str, str]:
        """What was entered and sent; nothing of a sheet that was not."""
        cells: Mapping[str, str] = self.row.cells if self.sent else {}
        return cells

    @property
    def obligation(self) -> Obligation | None:
        """What it is about in a round of an act."""
        return self.row.obligation

    @property
    def answered(self) -> int:
        """How many contributors sent something."""
        return sum(1 for one in self.contributions if one.cells)


@dataclass(frozen=True, slots=True)
class MeasureLines:
    """A measure with the columns of the plan, and the rows of those who lead it."""

    provision: Provision
    title: LocalText
    printed: Columns
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All rows of a round with its columns; `measures` are there in a round of an act. `answers`
    are the rows that were sent with something in them, as they are added up."""

    columns: tuple[ColumnRow, ...]
    lines: tuple[Line, ...]
    measures: tuple[MeasureLines, ...]
    answers: tuple[Answer, ...]

    @property
    def total(self) -> Sums:
        """All rows together."""
        return totals(self.answers, self.columns)

    @property
    def by_body(self) -> tuple[tuple[Structure, Sums], ...]:
        """Each body that answered, by territory and name, with what it sent."""
        sums = sums_by(self.answers, self.columns, "body")
        bodies = {one.body.pk: one.body for one in self.lines}
        return tuple((body, sums[pk]) for pk, body in bodies.items() if pk in sums)

    @property
    def by_region(self) -> tuple[tuple[Territory | None, Sums], ...]:
        """Each region from which somebody answered; None for bodies of the whole country."""
        sums = sums_by(self.answers, self.columns, "region")
        regions = {one.region.pk if one.region else None: one.region for one in self.lines}
        ordered = sorted(sums, key=lambda pk: code_of(regions[pk]))
        return tuple((regions[pk], sums[pk]) for pk in ordered)


def code_of(region: Territory | None) -> str:
    """By what regions are ordered: the classifier, what lies in none of them first."""
    return region.code if region else ""


def answer_of(line: Line) -> Answer:
    """A row as it is added up."""
    region = line.region.pk if line.region else None
    return Answer(line.row.pk, line.body.pk, region, line.cells, tuple(line.row.taken))


def gathered(one: Round, *, on: date, point: str = "") -> Gathered:
    """What a round brought, or only on one point of its act; a fixed number of queries."""
    lines = lines_of(one, point=point)
    measures = tuple(measures_of(one, lines, on=on, point=point)) if one.act else ()
    answers = tuple(answer_of(line) for line in lines if line.cells)
    return Gathered(columns_of(one), tuple(lines), measures, answers)


def lines_of(one: Round, *, point: str) -> list[Line]:
    """The rows of a round by territory and name of the body, with no more of their obligations than
    is told; two queries."""
    sheets = {sheet.pk: sheet for sheet in Sheet.objects.filter(round=one).select_related(PLACES)}
    regions = {pk: region_of(sheet.structure.territory) for pk, sheet in sheets.items()}
    places = {pk: place for place, pk in enumerate(sheets)}
    rows = SheetRow.objects.filter(sheet__in=list(sheets)).select_related("obligation")
    if point:
        rows = rows.filter(obligation__duty__provision__number=point)
    found = [
        Line(
            row,
            sheets[row.sheet_id].structure,
            regions[row.sheet_id],
            sheets[row.sheet_id].state == Sheet.State.SENT,
        )
        for row in rows.only(*TOLD)
    ]
    return sorted(found, key=lambda line: (places[line.row.sheet_id], line.row.position))


def measures_of(
    one: Round, lines: Sequence[Line], *, on: date, point: str
) -> Iterable[MeasureLines]:
    """The measures that were asked about in the order of the act, each with its leads' rows."""
    if one.act is None:
        return
    leads = leading(lines)
    wanted = [
        measure
        for measure in points(one.act.pk)
        if hasattr(measure, "duty") and measure.duty.pk in leads and point in ("", measure.number)
    ]
    parties = parties_of([measure.duty.pk for measure in wanted])
    named, printed = names(on=on), print_of(one.act)
    for measure in wanted:
        duty = measure.duty
        columns = printed.columns(duty, measure.number, parties.get(duty.pk, ()), named)
        title = title_of(measure.wordings.all(), on=on)
        yield MeasureLines(measure, title, columns, tuple(leads[duty.pk]))


def leading(lines: Iterable[Line]) -> dict[int, list[Line]]:
    """Number of a duty → the rows of those who lead, each with its contributors'; a contributor
    whose lead was not asked stands for itself."""
    listed = [line for line in lines if line.obligation]
    asked = {line.obligation.pk for line in listed if line.obligation}
    hanging: dict[int, list[Line]] = {}
    for line in listed:
        lead = line.obligation.lead_id if line.obligation else None
        if lead in asked and lead is not None:
            hanging.setdefault(lead, []).append(line)
    found: dict[int, list[Line]] = {}
    for line in listed:
        one = line.obligation
        if one and one.lead_id not in asked:
            below = tuple(hanging.get(one.pk, ()))
            own = Line(line.row, line.body, line.region, line.sent, below)
            found.setdefault(one.duty_id, []).append(own)
    return found
