"""The rows that a course through a flattened plan makes: numbers, cells and their words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from birlik.base.records.engine.draft import Span
from birlik.base.records.engine.plan.columns import COLUMNS
from birlik.base.records.engine.plan.course import Move
from birlik.base.records.engine.plan.markers import Marker
from birlik.base.records.engine.plan.words import Word


@dataclass(slots=True)
class Row:
    """A row of the plan: its number (0 while unknown), its measure if it is a part of one, and
    each column's words.

    `late` says that the number stood away from the row's head; `guessed` that it was not printed
    and was counted. `closed` says of each column that its words ended where the text parts cells;
    `cut`, that the row touches a page's end, where its cells may have been parted; `shaken`, that
    its own number or the next one is missing or out of order, so that cells may be misplaced.
    """

    number: int
    direction: str
    measure: "Row | None" = None
    printed_parent: int = 0
    in_order: bool = True
    late: bool = False
    guessed: bool = False
    cut: bool = False
    shaken: bool = False
    number_at: Span | None = None
    cells: dict[int, list[Word]] = field(default_factory=lambda: {at: [] for at in COLUMNS})
    closed: dict[int, bool] = field(default_factory=lambda: dict.fromkeys(COLUMNS, True))

    @property
    def headed(self) -> bool:
        """Whether its number stands at its head and follows the number before."""
        return self.in_order and not self.guessed and not self.late

    @property
    def parent(self) -> int:
        """The number of its measure; 0 for a measure."""
        return self.printed_parent or (self.measure.number if self.measure else 0)

    @property
    def path(self) -> str:
        """The number as the draft gives it: "4" or "4.2"."""
        return f"{self.parent}.{self.number}" if self.parent else str(self.number)

    @property
    def place(self) -> Span:
        """From its first word to its last; a number printed elsewhere is left out."""
        places = [(word.start, word.end) for cell in self.cells.values() for word in cell]
        if self.number_at and not (self.late and places):
            places.append(self.number_at)
        return min(start for start, _ in places), max(end for _, end in places)


@dataclass(slots=True)
class _Sheet:
    """The rows made so far, the measures among them, and whose each word is."""

    rows: list[Row] = field(default_factory=list)
    measures: list[Row] = field(default_factory=list)
    owners: list[Row | None] = field(default_factory=list)

    def number(self, word: Word, marker: Marker, direction: str) -> None:
        """Open the row that a number at its head names."""
        row = Row(marker.number, direction, in_order=marker.in_order)
        row.number_at = (word.start, word.end)
        if marker.is_measure:
            self.measures.append(row)
        else:
            row.measure = self.measures[-1] if self.measures else None
            row.printed_parent = marker.parent
        self.rows.append(row)

    def number_late(self, word: Word, marker: Marker) -> None:
        """Give the measure that waits for it a number printed further down."""
        row = self.measures[-1]
        row.number, row.in_order = marker.number, marker.in_order
        row.number_at = (word.start, word.end)

    def open_bare(self, direction: str) -> None:
        """Open a measure whose number is still to come."""
        row = Row(0, direction, late=True)
        self.rows.append(row)
        self.measures.append(row)


def make_rows(
    words: Sequence[Word],
    under: Sequence[str],
    markers: dict[int, Marker],
    moves: Sequence[Move],
) -> tuple[list[Row], list[Word]]:
    """The rows in printed order, and the words that stand before the first of them.

    `under` is the direction each word falls under, `moves` how each was read.
    """
    sheet = _Sheet()
    for at, (word, move) in enumerate(zip(words, moves, strict=True)):
        if move.step == "number":
            sheet.number(word, markers[at], under[at])
        elif move.step == "late number":
            sheet.number_late(word, markers[at])
        elif move.step == "bare row":
            sheet.open_bare(under[at])
        row = sheet.rows[-1] if sheet.rows else None
        if row and move.step in ("cell", "bare row"):
            row.cut = row.cut or any(row.cells[column] for column in COLUMNS[move.column + 1 :])
            row.cells[move.column].append(word)
            row.closed[move.column] = _ends_cell(words, at)
        sheet.owners.append(row)
    _mark_cuts(words, sheet.owners)
    _count_unnumbered(sheet.measures)
    _mark_shaken(sheet.rows)
    stray = [word for word, owner in zip(words, sheet.owners, strict=True) if owner is None]
    return sheet.rows, stray


def _ends_cell(words: Sequence[Word], at: int) -> bool:
    """Whether the text itself parts the word from the next by a blank line or a heading."""
    return at + 1 == len(words) or words[at + 1].gap in ("blank", "banner")


def _mark_cuts(words: Sequence[Word], owners: Sequence[Row | None]) -> None:
    for (_, before), (word, after) in pairwise(zip(words, owners, strict=True)):
        for row in (before, after):
            if row and word.gap == "page":
                row.cut = True


def _count_unnumbered(measures: Sequence[Row]) -> None:
    """A measure whose number is not printed takes the one after the measure before it."""
    last = 0
    for row in measures:
        if not row.number:
            row.number, row.guessed = last + 1, True
        last = row.number


def _mark_shaken(rows: Sequence[Row]) -> None:
    """Rows beside a gap in the numbering, and all rows of a measure where a number stands twice."""
    last: Counter[int] = Counter()
    for row in rows:
        row.in_order = row.in_order and row.number == last[row.parent] + 1
        last[row.parent] = row.number
    twice = [path for path, count in Counter(row.path for row in rows).items() if count > 1]
    doubtful = {path.split(".")[0] for path in twice}
    for at, row in enumerate(rows):
        beside = any(not one.in_order or one.guessed for one in rows[at : at + 2])
        row.shaken = beside or row.path.split(".")[0] in doubtful
