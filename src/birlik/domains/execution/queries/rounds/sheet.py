"""The sheet of a body: its columns, its rows with what the plan says of each, and the list of all
sheets that somebody fills in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypedDict

from django.db.models import Count, Q, QuerySet

from birlik.base.letters.models import Letter
from birlik.base.obligations.models import Obligation
from birlik.base.registry.queries import answered_for, places_within
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require
from birlik.base.values.schedule_words import in_words
from birlik.domains.execution.engine.rounds.cells import shown_cell
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.models import BroughtSheet, Round, Sheet, SheetRow
from birlik.domains.execution.queries.points import Names, names, schedule_of, title_of
from birlik.domains.execution.queries.rounds.contributed import columns_of
from birlik.domains.execution.rules.rounds import NOT_YOUR_SHEET
from birlik.domains.execution.rules.sheets import SEES, may_see_sheet

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

OFFERED = 100
"""How many letters of a body are offered to choose from, the newest first."""


class Filling(TypedDict):
    """What `sheets_within` adds to a sheet: its rows, and those in which anything stands."""

    many: int
    filled: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet with what the plan says of it; of an ad hoc row only the title is known.

    `demanded` is how many things the obligation asks for, `lead` for whom the body contributes.
    """

    row: SheetRow
    number: str
    title: LocalText
    form: LocalText
    term: LocalText
    due_on: date | None
    demanded: int | None
    lead: LocalText | None

    @property
    def cells(self) -> dict[str, str]:
        """What stands in the row, by the codes of the columns."""
        return dict(self.row.cells)

    @property
    def obligation(self) -> Obligation | None:
        """What is reported on."""
        return self.row.obligation


@dataclass(frozen=True, slots=True)
class SheetLines:
    """A sheet as it is filled in: its columns from left to right, its rows from top to bottom."""

    sheet: Sheet
    columns: Sequence[ColumnRow]
    lines: Sequence[Line]

    @property
    def filled(self) -> int:
        """In how many rows anything stands."""
        return sum(bool(one.row.cells) for one in self.lines)


def sheet_within(actor: Actor, number: int, *, at: datetime) -> Sheet:
    """The sheet of that number.

    Raises `RefusedError` when the actor may not see it, and for the same reason when there is none.
    """
    related = Sheet.objects.select_related(
        "round__act", "round__request", "structure__territory", "letter", "sent_by__office"
    )
    found = related.filter(pk=number).exclude(round__state=Round.State.DRAFT).first()
    if found is None:
        raise RefusedError(NOT_YOUR_SHEET)
    require(may_see_sheet(actor, found, at))
    return found


def sheets_within(
    actor: Actor, *, on: date, state: str = Round.State.OPEN
) -> "QuerySet[WithAnnotations[Sheet, Filling]]":
    """The sheets of open rounds within the reach of an actor, the nearest term first; or those of
    closed rounds, the latest first."""
    latest = "-" if state == Round.State.CLOSED else ""
    found = Sheet.objects.filter(reached_by(actor, on=on), round__state=state)
    return (
        found.annotate(
            many=Count("rows"), filled=Count("rows", filter=~Q(rows__cells={}), distinct=True)
        )
        .select_related("round__act", "structure__territory")
        .order_by(
            f"{latest}round__due_at", "round_id", "structure__territory__code", "structure__name_kk"
        )
    )


def reached_by(actor: Actor, *, on: date, powers: Sequence[str] = SEES) -> Q:
    """The condition that a sheet lies within the reach of one of these powers; those that open
    sheets, where none are named."""
    reached = Q(pk__in=())
    for grant in (one for power in powers for one in actor.grants(power)):
        if grant.territory_code is not None:
            reached |= Q(structure__territory__in=places_within(grant.territory_code))
        elif grant.structure_id is not None:
            reached |= Q(structure__in=answered_for(grant.structure_id, on=on))
        else:
            return Q()
    return reached


def sheet_lines(sheet: Sheet, *, on: date) -> SheetLines:
    """A sheet with its columns and rows: four queries."""
    rows = sheet.rows.select_related("obligation__duty__provision", "obligation__lead__debtor")
    listed = list(rows.prefetch_related("obligation__duty__provision__wordings"))
    called = names(on=on)
    return SheetLines(
        sheet, columns_of(sheet.round), tuple(line_of(one, called, on=on) for one in listed)
    )


def line_of(row: SheetRow, called: Names, *, on: date) -> Line:
    """A row with what the plan says of it."""
    owed = row.obligation
    if owed is None:
        title = LocalText(row.title_kk, row.title_ru)
        return Line(row, "", title, LocalText(), LocalText(), None, None, None)
    duty, schedule = owed.duty, schedule_of(owed.duty)
    form, term = called.form(duty), in_words(schedule) if schedule else LocalText()
    return Line(
        row,
        duty.provision.number,
        title_of(duty.provision.wordings.all(), on=on),
        form if form.kk else LocalText(duty.form_words, duty.form_words),
        term if term.kk else LocalText(duty.deadline_words, duty.deadline_words),
        owed.due_on,
        owed.quantity,
        owed.lead.debtor.short if owed.lead else None,
    )


def brought_to(sheet: Sheet) -> QuerySet[BroughtSheet]:
    """The workbooks that were merged into a sheet, newest first."""
    return sheet.brought.select_related("document", "by__office")


def unsettled_of(sheet: Sheet) -> list[BroughtSheet]:
    """The workbooks of which cells still wait for a person, newest first."""
    return [one for one in brought_to(sheet) if one.conflicts]


def answers_of(sheet: Sheet) -> list[Letter]:
    """The letters that came from the body of a sheet, newest first."""
    found = Letter.objects.filter(
        correspondent=sheet.structure_id, direction=Letter.Direction.INCOMING
    )
    return list(found.order_by("-received_on", "-pk")[:OFFERED])


def waiting_sheets(letter: Letter) -> list[Sheet]:
    """The sheets of open rounds that the body which wrote a letter has not sent yet, the nearest
    term first; none for a letter of ours."""
    if letter.direction != Letter.Direction.INCOMING:
        return []
    found = Sheet.objects.filter(structure=letter.correspondent_id, round__state=Round.State.OPEN)
    return list(
        found.exclude(state=Sheet.State.SENT).select_related("round").order_by("round__due_at")
    )


@dataclass(frozen=True, slots=True)
class Conflicting:
    """A cell in which a workbook and a sheet differ: its row, its column, and the three values in
    words; `key` names it in a form."""

    key: str
    line: Line
    column: ColumnRow
    before: LocalText
    there: LocalText
    brought: LocalText


def conflicting_of(of: SheetLines, number: int) -> tuple[BroughtSheet | None, list[Conflicting]]:
    """A workbook that was brought, by its number, with the cells of it that wait; (None, []) for an
    unknown one."""
    record = brought_to(of.sheet).filter(pk=number).first()
    lines = {one.row.pk: one for one in of.lines}
    columns = {one.code: one for one in of.columns}
    return record, [
        conflicting(one, lines[one["row"]], columns[one["column"]])
        for one in (record.conflicts if record else [])
        if one["row"] in lines and one["column"] in columns
    ]


def conflicting(record: dict[str, Any], line: Line, column: ColumnRow) -> Conflicting:
    """A cell that waits, as a person reads it."""
    before, there, brought = (
        column.words(shown_cell(record[name], column)) for name in ("before", "there", "brought")
    )
    return Conflicting(f"{line.row.pk}:{column.code}", line, column, before, there, brought)


def filled_of(sheet: Sheet) -> int:
    """In how many rows of a sheet anything stands."""
    return sheet.rows.exclude(cells={}).count()
