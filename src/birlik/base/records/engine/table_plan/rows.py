"""Rows of a plan told apart: directions, measures, sub-measures and lines that go on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from birlik.base.records.engine.draft import Cell, Span
from birlik.base.records.engine.grid import Grid
from birlik.base.records.engine.indicators.plan_lines import HEAD as INDICATOR_LINE
from birlik.base.records.engine.table_plan.columns import Role, is_numbering

# Headings of a plan by rank: a task lies within a goal, a goal within a direction.
RANKS = (
    r"бағыт|басымдық|бөлім|тарау|направлени\w+|приоритет\w*|раздел|глава|блок",
    r"мақсат\w*|цель|цели",
    r"міндет\w*|задач\w+",
)
NAMES = "|".join(RANKS)
DIRECTION = re.compile(
    rf"^(?:(?P<before>\d+(?:\.\d+)*)\s*[-–—]?\s*(?:стратегиялық\s+)?(?P<kk>{NAMES})\b|"
    rf"(?:стратегическ\w+\s+)?(?P<ru>{NAMES})\b\s*№?\s*(?:(?P<after>\d+(?:\.\d+)*|[IVX]+\b)|(?=[.:]|[-–—]))|"
    r"(?P<plain>\d+(?:\.\d+)*|[IVX]+)(?=[.)\s]))\s*[.:)]*\s*(?:[-–—]\s+)?(?P<title>.*)$",
    re.IGNORECASE,
)
NAMED_DIRECTION = re.compile(r"^(\d+(\.\d+)*\s*-\s*бағыт|(бағыт|направление)\s*№?\s*\d)", re.I)
# «2-1» is a point that an amendment put between 2 and 3.
PLAIN_NUMBER = r"\d{1,3}(?:-\d{1,2})?"
NUMBER = re.compile(
    rf"^(?:№\s*)?(?P<number>{PLAIN_NUMBER}(?:\.\d{{1,3}})*)\s*\.?$|"
    rf"^(?P<dotted>{PLAIN_NUMBER}(?:\.\d{{1,3}})+)\s*\)$"
)
LONE_NUMBER = re.compile(r"^(?P<number>\d+(?:\.\d+)*|[IVX]+)\.?$")
SUB_NUMBER = re.compile(r"^(?P<number>\d{1,3}|[а-яәғқңөұүһі])\s?\)\.?$")
TITLE_NUMBER = re.compile(
    rf"^(?P<number>{PLAIN_NUMBER}(?=\.\s)|{PLAIN_NUMBER}(?:\.\d{{1,3}})+)\.?\s+(?=\S)"
)
TITLE_SUB_NUMBER = re.compile(r"^(?P<number>\d{1,3}|[а-яәғқңөұүһі])\s?\)\s*(?=\S)")
ASIDE = re.compile(
    r"^((барлығы|жиыны|итого|всего)\b|нысаналы индикатор|күтілетін нәтиже|көрсеткіш|"
    r"целев\w+ индикатор|ожидаем\w+ результат|показател|ескерт(пе|у)\b|примечани|"
    r"расшифровк|аббревиатур|\*)",
    re.IGNORECASE,
)

NUMBERED = ("measure", "sub", "dotted")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the plan: what it is, its number as printed, and its cells by role.

    `kind` is "direction", "measure", "sub" (numbered below the measure), "dotted" (numbered «4.2»)
    or "more" (no number: the row before goes on). `title` is the span of its words without the
    number. `merged` names the roles whose cell began in a row above. `rank` is 1 for a direction,
    2 for a goal within it, 3 for a task, 0 where a heading does not say what it is.
    """

    kind: str
    number: str
    title: Span
    cells: Mapping[Role, Cell]
    merged: frozenset[Role]
    rank: int = 0


def plan_rows(
    grid: Grid, roles: Mapping[int, Role], first: int, head: str = ""
) -> Iterator[PlanRow]:
    """The rows from `first` on; empty ones, totals and indicator lines are passed over.

    `head` is the heading of the titles, by which a head printed again is known.
    """
    for index in range(first, len(grid.rows)):
        row = grid.rows[index]
        if _is_passed_over(grid, index, roles, head):
            continue
        direction = _direction(grid, row, index)
        yield direction or _measure(grid, row, roles, index)


def counted(rows: Iterable[PlanRow], before: int) -> Iterator[PlanRow]:
    """The rows of a plan without numbers, those that open a measure counted on from `before`."""
    for row in rows:
        own = row.kind == "more" and "title" not in row.merged and row.title[1] > row.title[0]
        before += own
        yield replace(row, kind="measure", number=str(before)) if own else row


def _is_passed_over(grid: Grid, index: int, roles: Mapping[int, Role], head: str) -> bool:
    """Empty rows, totals, lines of indicators, and the head printed again on the next page."""
    row = grid.rows[index]
    words = " ".join(grid.words(cell) for cell in dict.fromkeys(row.values()))
    if not words.strip() or ASIDE.match(words) or INDICATOR_LINE.match(words):
        return True
    if is_numbering(grid, index):
        return True
    again = grid.words(row.get(title_column(roles)))
    return again != "" and again == head


def opens_measure(grid: Grid, roles: Mapping[int, Role]) -> bool:
    """Whether the table's first row is a numbered one, so that no head stands above it."""
    numbers = [grid.words(grid.rows[0].get(at)) for at, role in roles.items() if role == "number"]
    return any(NUMBER.match(number) for number in numbers) and not is_numbering(grid, 0)


def title_column(roles: Mapping[int, Role]) -> int:
    """The column of the titles; -1 where there is none."""
    return next((column for column, role in roles.items() if role == "title"), -1)


def _direction(grid: Grid, row: Mapping[int, Cell], index: int) -> PlanRow | None:
    """A cell across the table, or a lone cell that says it is a direction."""
    own = [cell for cell in dict.fromkeys(row.values()) if cell.row == index]
    filled = [cell for cell in own if grid.words(cell)]
    if not filled:
        return None
    widest = filled[-1]
    words = grid.words(widest)
    across = widest.column_span >= max(2, grid.columns - 1) and len(filled) <= 2
    named = len(filled) == 1 and NAMED_DIRECTION.match(words)
    if not across and not named:
        return None
    match = DIRECTION.match(words)
    number = (match["before"] or match["after"] or match["plain"]) if match else ""
    if not number and len(filled) == 2:
        alone = LONE_NUMBER.match(grid.words(filled[0]))
        number = alone["number"] if alone else ""
    title_length = len(match["title"]) if match else len(words)
    title = _tail(grid, widest, title_length)
    return PlanRow("direction", number or "", title, {"title": widest}, frozenset(), _rank(match))


def _rank(match: re.Match[str] | None) -> int:
    name = (match["kk"] or match["ru"]) if match else None
    return next(
        (at for at, names in enumerate(RANKS, 1) if name and re.match(names, name, re.I)), 0
    )


def _tail(grid: Grid, cell: Cell, length: int) -> Span:
    """The span of the cell's words without what stands before the last `length` letters."""
    if len(grid.words(cell)) == length:
        return cell.start, cell.end
    raw = grid.text[cell.start : cell.end]
    letters = len(re.sub(r"\s", "", grid.words(cell)[-length:] if length else ""))
    at = len(raw)
    while letters and at:
        at -= 1
        letters -= not raw[at].isspace()
    return cell.start + at, cell.end


def _measure(grid: Grid, row: Mapping[int, Cell], roles: Mapping[int, Role], index: int) -> PlanRow:
    cells = {role: row[column] for column, role in roles.items() if column in row}
    merged = frozenset(role for role, cell in cells.items() if cell.row < index)
    title = cells.get("title")
    span = (title.start, title.end) if title else (0, 0)
    number_cell = cells.get("number")
    printed = grid.words(number_cell) if number_cell and "number" not in merged else ""
    for pattern, kind in ((NUMBER, "measure"), (SUB_NUMBER, "sub")):
        if match := pattern.match("".join(printed.split())):
            return _numbered(kind, match[match.lastgroup or 0], span, cells, merged)
    if title and "title" not in merged:
        words = grid.text[title.start : title.end]
        for pattern, kind in ((TITLE_SUB_NUMBER, "sub"), (TITLE_NUMBER, "measure")):
            if match := pattern.match(words):
                rest = (title.start + match.end(), title.end)
                return _numbered(kind, match["number"], rest, cells, merged)
    return PlanRow("more", "", span, cells, merged)


def _numbered(
    kind: str, number: str, title: Span, cells: Mapping[Role, Cell], merged: frozenset[Role]
) -> PlanRow:
    dotted = kind == "measure" and "." in number
    return PlanRow("dotted" if dotted else kind, number, title, cells, merged)
