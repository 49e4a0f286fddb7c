"""What the answers of a round come to: contributions taken up, and columns added up.

A contributor's number counts once. Until the lead takes it up it counts beside the lead's; from
then on it is within the lead's, and is left out.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.cells import TEXT_RU, number_in, shortest
from birlik.domains.execution.engine.rounds.columns import ColumnRow

Cells = Mapping[str, str]
Taken = Mapping[str, Cells]
"""Cells of contributors' rows that were taken up, by the numbers of those rows."""

APART = "\n\n"
"""What stands between what one body wrote and what the next did."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a contributor sent: the number of its row, the body's short name, its cells."""

    row: int
    body: LocalText
    cells: Cells


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A lead's row after taking up: its cells, what was taken of whom, and of how many anew."""

    cells: dict[str, str]
    taken: dict[str, Cells]
    count: int


def taken_up(
    cells: Cells,
    taken: Taken,
    contributions: Iterable[Contribution],
    columns: Sequence[ColumnRow],
) -> TakenUp:
    """The lead's cells with what contributors sent: texts appended, each after its body's short
    name, and summed columns added.

    What was taken before is not taken twice; where a contributor sent something else since, the
    new words take the place of the old, and the number is corrected by the difference.
    """
    found, kept, count = dict(cells), dict(taken), 0
    for one in contributions:
        before, now = kept.get(str(one.row), {}), wanted(one.cells, columns)
        if not now or now == dict(before):
            continue
        for column in columns:
            if column.kind == "text":
                replace_words(found, column.code, one.body, before, now)
            elif column.summed:
                add_number(found, column.code, before, now)
        kept[str(one.row)] = now
        count += 1
    return TakenUp(found, kept, count)


def wanted(cells: Cells, columns: Iterable[ColumnRow]) -> dict[str, str]:
    """The cells that a lead takes up: texts and summed numbers."""
    codes = {one.code for one in columns if one.kind == "text" or one.summed}
    return {code: value for code, value in cells.items() if code in codes}


def replace_words(
    found: dict[str, str], code: str, body: LocalText, before: Cells, now: Cells
) -> None:
    """Put a contributor's words into the lead's cell, in the place of those taken before."""
    name = body.get("ru" if code == TEXT_RU else "kk")
    old, new = (f"{name}: {part[code]}" if code in part else "" for part in (before, now))
    text = found.get(code, "")
    if old and old in text:
        text = text.replace(old, new, 1).strip()
    elif new and new not in text:
        text = APART.join(part for part in (text, new) if part)
    if text:
        found[code] = text
    else:
        found.pop(code, None)


def add_number(found: dict[str, str], code: str, before: Cells, now: Cells) -> None:
    """Add a contributor's number to the lead's, less what was taken of it before."""
    if more := counted(now, code) - counted(before, code):
        found[code] = shortest(f"{counted(found, code) + more:f}")


def counted(cells: Cells, code: str) -> Decimal:
    """The number that a cell holds; nought for an empty one."""
    return number_in(cells.get(code, "")) or Decimal(0)


@dataclass(frozen=True, slots=True)
class Answer:
    """A row that was sent: its number, the body and the region it counts for (by their numbers),
    its cells, and the numbers of the contributors' rows within them."""

    row: int
    body: int
    region: int | None
    cells: Cells
    taken: Collection[str] = ()


@dataclass(slots=True)
class Sums:
    """Summed columns by their codes, and how many rows were added up."""

    rows: int = 0
    by_code: defaultdict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, cells: Cells, codes: Iterable[str]) -> None:
        """Add the numbers of a row."""
        self.rows += 1
        for code in codes:
            self.by_code[code] += counted(cells, code)


def summed(columns: Iterable[ColumnRow]) -> tuple[str, ...]:
    """The codes of the columns that get totals."""
    return tuple(one.code for one in columns if one.summed)


def totals(answers: Iterable[Answer], columns: Iterable[ColumnRow]) -> Sums:
    """All the rows together, what a lead has taken up counted once."""
    listed, found = list(answers), Sums()
    within = {row for one in listed for row in one.taken}
    codes = summed(columns)
    for one in listed:
        if str(one.row) not in within:
            found.add(one.cells, codes)
    return found


def sums_by(
    answers: Iterable[Answer], columns: Iterable[ColumnRow], key: str
) -> dict[int | None, Sums]:
    """The rows of each body, or of each region, as each sent them; `key` is "body" or "region"."""
    found: defaultdict[int | None, Sums] = defaultdict(Sums)
    codes = summed(columns)
    for one in answers:
        found[getattr(one, key)].add(one.cells, codes)
    return dict(found)
