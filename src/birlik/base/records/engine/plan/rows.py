"""The rows that a course through a flattened plan makes: numbers, cells and their words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from birlik.base.records.engine.draft import Span
from birlik.base.records.engine.plan.course import Move
from birlik.base.records.engine.plan.evidence import COLUMNS
from birlik.base.records.engine.plan.markers import Marker
from birlik.base.records.engine.plan.words import Word


@dataclass(slots=True)
class Row:
    """A row of the plan: its number (0 while unknown), its parent's, and each column's words.

    `late` says that the number stood away from the row's head; `guessed` that it was not printed
    and was counted.
    """

    number: int
    parent: int
    direction: str
    sub: bool = False
    late: bool = False
    guessed: bool = False
    in_order: bool = True
    number_at: Span | None = None
    cut: bool = False
    cells: dict[int, list[Word]] = field(default_factory=lambda: {at: [] for at in COLUMNS})
    closed: dict[int, bool] = field(default_factory=lambda: dict.fromkeys(COLUMNS, True))

    @property
    def headed(self) -> bool:
        """Whether its number stands at its head and follows the number before."""
        return self.in_order and not self.guessed and not self.late

    @property
    def path(self) -> str:
        """The number as the draft gives it: "4" or "4.2"."""
        return f"{self.parent}.{self.number}" if self.sub else str(self.number)


def make_rows(
    words: Sequence[Word],
    under: Sequence[str],
    markers: dict[int, Marker],
    moves: Sequence[Move],
) -> list[Row]:
    """The rows in printed order; a sub-measure's parent is filled in when that one is numbered."""
    rows: list[Row] = []
    top: Row | None = None
    owners: list[Row | None] = []
    children: list[tuple[Row, Row]] = []
    for at, (word, move) in enumerate(zip(words, moves, strict=True)):
        marker = markers.get(at)
        if move.step == "late number" and marker and top:
            top.number, top.number_at = marker.number, (word.start, word.end)
            top.in_order = marker.in_order
        elif move.step == "number" and marker:
            row = Row(marker.number, marker.parent, under[at], not marker.parent_level)
            row.number_at, row.in_order = (word.start, word.end), marker.in_order
            rows.append(row)
            if row.sub and top:
                children.append((row, top))
            elif not row.sub:
                top = row
        elif move.step == "bare row":
            top = Row(0, 0, under[at], late=True)
            rows.append(top)
        if move.step in ("cell", "bare row") and rows:
            rows[-1].cells[move.column].append(word)
            rows[-1].closed[move.column] = _ends_cell(words, at)
        owners.append(rows[-1] if rows else None)
    for before, after, word in zip(owners, owners[1:], words[1:], strict=False):
        if word.gap == "page":
            for row in filter(None, (before, after)):
                row.cut = True
    _count_unnumbered([row for row in rows if not row.sub])
    for row, parent in children:
        row.parent = row.parent or parent.number
    return rows


def _count_unnumbered(measures: Sequence[Row]) -> None:
    """A measure whose number is not printed takes the one after the measure before it."""
    last = 0
    for row in measures:
        if not row.number:
            row.number, row.guessed = last + 1, True
        last = row.number


def _ends_cell(words: Sequence[Word], at: int) -> bool:
    """Whether the text itself parts the word from the next: by a blank line, or a new row."""
    if at + 1 == len(words):
        return True
    return words[at + 1].gap in ("blank", "banner")

