"""A sheet as its page shows it: rows as cards, cells as fields, what stands against them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from birlik.base.ui.pages import ActorRequest, now
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.cells import shown_cell
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.engine.rounds.merging import told_marks
from birlik.domains.execution.engine.rounds.portions import portions
from birlik.domains.execution.engine.wanted import number_in
from birlik.domains.execution.models import Sheet
from birlik.domains.execution.queries.rounds.contributed import Contributed, contributions_to
from birlik.domains.execution.queries.rounds.sheet import (
    Line,
    SheetLines,
    answers_of,
    sheet_lines,
    sheet_within,
    unsettled_of,
)
from birlik.domains.execution.rules.sheets import may_answer_by_letter, may_fill_sheet
from birlik.domains.execution.web.sheets.words import PILLS, state_of

PORTION = 95_000
"""How many bytes the rows of one page may take, so that with all else it stays under 150 kB."""

FRAME, PER_COLUMN, PER_OPTION, PER_MARK = 300, 70, 60, 30
"""What the frame of a row, a field, an option of it and the mark of a cell take."""

MARKS = "@"
"""The name under which a row's form carries the marks of what stood there."""


@dataclass(frozen=True, slots=True)
class RowEntered:
    """What was sent for a row and could not be taken: the cells as typed, the reasons by column,
    what others have entered by column, and why the row cannot be sent."""

    cells: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, LocalText] = field(default_factory=dict)
    there: Mapping[str, str] = field(default_factory=dict)
    lacks: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a row: its name in the form, what stands in it, and as words; why it was not
    taken; and what somebody else has entered meanwhile, which None tells from an emptied cell."""

    column: ColumnRow
    name: str
    value: str
    words: LocalText
    fault: LocalText | None
    there: LocalText | None


@dataclass(frozen=True, slots=True)
class Card:
    """A row of the sheet; of contributors how many there are, and how many sent theirs."""

    line: Line
    cells: Sequence[Cell]
    marks: str
    lacks: LocalText | None
    contributors: int
    answered: int


def seen_sheet(request: ActorRequest, pk: int) -> Sheet:
    """The sheet of an address. Raises `RefusedError` when the actor may not see it."""
    return sheet_within(request.actor, pk, at=now())


def show(
    request: ActorRequest,
    sheet: Sheet,
    *,
    entered: Mapping[int, RowEntered] | None = None,
    refusal: LocalText | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a sheet, with what was entered and could not be taken."""
    at = now()
    entered = entered or {}
    of = sheet_lines(sheet, on=day_of(at))
    parts = portions([weight_of(one, of.columns) for one in of.lines], PORTION)
    against = parts_against(of, parts, entered)
    place = place_asked(request, parts, against)
    first, end = parts[place]
    contributed = contributions_to(sheet)
    blocked = may_fill_sheet(request.actor, sheet, at).reason
    context = {
        **head_of(request, of, at=at),
        "cards": [
            card_of(one, of.columns, entered.get(one.row.pk), contributed.get(one.row.pk, ()))
            for one in of.lines[first:end]
        ],
        "fillable": blocked is None,
        "blocked": blocked,
        "refusal": refusal,
        "parts": [(number, one[0] + 1, one[1]) for number, one in enumerate(parts, start=1)],
        "part": place + 1,
        "against": against,
        "waiting": unsettled_of(sheet) if blocked is None else [],
        "new_contributions": sum(
            one.sent and not one.taken for listed in contributed.values() for one in listed
        ),
        "letters": letters_for(request, sheet, at=at),
        "begun_with": sheet.letter_id or number_in(request.GET.get("letter", "")),
        "account": request.actor.account_id,
    }
    return render(request, "execution/sheets/sheet.html", context, status=status)


def head_of(request: ActorRequest, of: SheetLines, *, at: datetime) -> dict[str, object]:
    """What the head of every page of a sheet shows."""
    sheet = of.sheet
    return {
        "sheet": sheet,
        "round": sheet.round,
        "many": len(of.lines),
        "filled": of.filled,
        "state": state_of(sheet, at=at),
        "pills": PILLS,
        "own": request.actor.holds("obligations.report"),
        "runs": request.actor.reaches("rounds.run"),
    }


def letters_for(request: ActorRequest, sheet: Sheet, *, at: datetime) -> list[object] | None:
    """The letters of the body for a registrar to choose from; None for all others."""
    if not may_answer_by_letter(request.actor, sheet, at):
        return None
    return [*answers_of(sheet)]


def parts_against(
    of: SheetLines, parts: Sequence[tuple[int, int]], entered: Mapping[int, RowEntered]
) -> list[int]:
    """The parts, counted from 1, with a row that something stands against."""
    against = {pk for pk, one in entered.items() if one.faults or one.there or one.lacks}
    rows = [one.row.pk for one in of.lines]
    return [
        number
        for number, (first, end) in enumerate(parts, start=1)
        if against & set(rows[first:end])
    ]


def place_asked(
    request: ActorRequest, parts: Sequence[tuple[int, int]], against: Sequence[int]
) -> int:
    """Which part is shown: the first that something stands against, else the one that the address
    or the form names."""
    if against:
        return against[0] - 1
    asked = request.POST.get("part") or request.GET.get("part", "")
    return min(max(number_in(asked) or 1, 1), len(parts)) - 1


def weight_of(line: Line, columns: Sequence[ColumnRow]) -> int:
    """About how many bytes a row takes on the page."""
    asked = sum(
        PER_COLUMN + PER_OPTION * len(one.options) + len(words(one.title).encode())
        for one in columns
    )
    texts = [words(line.title), *line.cells.values()]
    own = sum(len(text.encode()) for text in texts)
    return FRAME + asked + own + PER_MARK * len(line.cells)


def card_of(
    line: Line,
    columns: Sequence[ColumnRow],
    entered: RowEntered | None,
    contributed: Sequence[Contributed],
) -> Card:
    """A row as a card."""
    entered = entered or RowEntered()
    return Card(
        line,
        tuple(cells_of(line, columns, entered)),
        told_marks(line.cells),
        entered.lacks,
        len(contributed),
        sum(one.sent for one in contributed),
    )


def cells_of(line: Line, columns: Sequence[ColumnRow], entered: RowEntered) -> Iterator[Cell]:
    """The fields of a row: what was typed and not taken stands before what is kept."""
    for column in columns:
        code, kept = column.code, line.cells.get(column.code, "")
        there = entered.there.get(code)
        yield Cell(
            column,
            f"{line.row.pk}-{code}",
            entered.cells.get(code, shown_cell(kept, column)),
            column.words(shown_cell(kept, column)),
            entered.faults.get(code),
            None if there is None else column.words(shown_cell(there, column)),
        )
