"""Tables that a page of a PDF draws with rules: cells from the lines, words from their places.

A PDF knows no tables. It draws thin lines, or rectangles so thin that they are lines, and sets
words at points of the page. Lines that stand one above another make a table; two neighbouring
places of it without a line between them are one merged cell.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from statistics import median

from pypdf import PageObject

from birlik.base.records.engine.sources.assembly import PlacedCell, Rows

# Points of the page (1/72 inch): lines closer than this are one; a thicker rectangle is no line.
NEAR = 3.0
# How far a paragraph's first line is set in; what is set further in stands in the middle.
FIRST_LINE = (8.0, 70.0)
INDENT = " " * 6
# A step between lines this much longer than most parts two paragraphs.
GAP = 1.4
FILLED = {b"f", b"F", b"f*"}
CLOSED = {b"s", b"b", b"b*"}
ENDED = FILLED | CLOSED | {b"S", b"B", b"B*", b"n"}
Point = tuple[float, float]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line at `at`, upright or level, from `low` to `high` along the other axis."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words as the page sets it, with the point where it begins."""

    text: str
    x: float
    y: float


@dataclass(slots=True)
class _Drawing:
    """What a page draws, taken down while its text is extracted."""

    upright: list[Rule] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    _paths: list[list[Point]] = field(default_factory=list)

    def take_words(self, text: str, ctm: list[float], tm: list[float], *_: object) -> None:
        """A run of words at the origin of the text matrix."""
        self.words.append(Words(text, *_at(ctm, (tm[4], tm[5]))))

    def take_operator(
        self, operator: bytes, operands: Sequence[float], ctm: list[float], *_: object
    ) -> None:
        """A step of a path, or the sign that paints it."""
        if operator == b"m":
            self._paths.append([_at(ctm, _pair(operands))])
        elif operator == b"l" and self._paths:
            self._paths[-1].append(_at(ctm, _pair(operands)))
        elif operator == b"re":
            x, y, width, height = map(float, operands)
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
            self._paths.append([_at(ctm, corner) for corner in corners])
        elif operator == b"h" and self._paths:
            self._paths[-1].append(self._paths[-1][0])
        elif operator in ENDED:
            self._paint(operator)
            self._paths.clear()

    def _paint(self, operator: bytes) -> None:
        """Strokes are lines; what is only filled is one where it is thin."""
        for path in self._paths:
            if operator in FILLED:
                across, along = zip(*path, strict=True)
                self._draw((min(across), min(along)), (max(across), max(along)))
            elif operator != b"n":
                ends = [*path, path[0]] if operator in CLOSED else path
                for start, end in pairwise(ends):
                    self._draw(start, end)

    def _draw(self, start: Point, end: Point) -> None:
        across, along = abs(start[0] - end[0]), abs(start[1] - end[1])
        if across <= NEAR < along:
            self.upright.append(Rule(start[0], *sorted((start[1], end[1]))))
        elif along <= NEAR < across:
            self.level.append(Rule(start[1], *sorted((start[0], end[0]))))


@dataclass(slots=True)
class _Ruled:
    """A table of a page: the places of its lines, from the left and from the top."""

    columns: list[float]
    rows: list[float]
    upright: list[Rule]
    level: list[Rule]

    def place(self, words: Words) -> Place | None:
        """Row and column of the place where the words begin; None outside the table."""
        if not self.columns[0] - NEAR <= words.x <= self.columns[-1]:
            return None
        if not self.rows[-1] - NEAR <= words.y <= self.rows[0] + NEAR:
            return None
        row = bisect_right([-one for one in self.rows], -words.y) - 1
        column = bisect_right(self.columns, words.x + NEAR / 2) - 1
        return min(max(row, 0), len(self.rows) - 2), min(max(column, 0), len(self.columns) - 2)

    def cells(self) -> dict[Place, Place]:
        """Each place with the top-left place of the cell that it is a part of."""
        first: dict[Place, Place] = {}
        for row, column in product(range(len(self.rows) - 1), range(len(self.columns) - 1)):
            above, left = first.get((row - 1, column)), first.get((row, column - 1))
            middle = (self.rows[row] + self.rows[row + 1]) / 2
            centre = (self.columns[column] + self.columns[column + 1]) / 2
            if left and not _crosses(self.upright, self.columns[column], middle):
                first[row, column] = left
            elif above and not _crosses(self.level, self.rows[row], centre):
                first[row, column] = above
            else:
                first[row, column] = (row, column)
        return first


def page_pieces(page: PageObject) -> tuple[str, list[str | Rows]]:
    """The words of a page as pypdf gives them, and the same parted into text and ruled tables.

    The pieces stand in the order in which the page sets its words. In the text a first line that
    the page indents begins with blanks, and a gap between paragraphs is a blank line.
    """
    drawing = _Drawing()
    text = page.extract_text(
        visitor_text=drawing.take_words, visitor_operand_before=drawing.take_operator
    )
    tables = [table for table in _tables(drawing) if _holds_words(table, drawing.words)]
    return text, list(_pieces(drawing.words, tables))


def _pieces(words: Sequence[Words], tables: Sequence[_Ruled]) -> Iterator[str | Rows]:
    inside: list[list[tuple[Place, Words]]] = [[] for _ in tables]
    loose: list[Words] = []
    order: list[list[Words] | int] = [loose]
    last: tuple[int, Place] | None = None
    for one in words:
        # A lone blank has no place of its own: it follows the letter before it.
        last = last if not one.text.strip() else _placed(one, tables)
        if last is None:
            loose.append(one)
            continue
        table, place = last
        if not inside[table]:
            loose = []
            order += [table, loose]
        inside[table].append((place, one))
    for piece in order:
        yield _rows(tables[piece], inside[piece]) if isinstance(piece, int) else _page_text(piece)


def _page_text(words: Sequence[Words]) -> str:
    """The lines of running text, indented and parted as the page sets them."""
    lines = list(_lines(words))
    if not lines:
        return ""
    left = Counter(round(line.x) for line in lines).most_common(1)[0][0]
    steps = [abs(after.y - before.y) for before, after in pairwise(lines)]
    step = median(steps) if steps else 0.0
    text = ""
    for line, above in zip(lines, [0.0, *steps], strict=True):
        text += "\n" if above > GAP * step else ""
        text += f"{INDENT if FIRST_LINE[0] < line.x - left < FIRST_LINE[1] else ''}{line.text}\n"
    return text


def _lines(words: Sequence[Words]) -> Iterator[Words]:
    line: Words | None = None
    for one in words:
        if line is None or (one.text.strip() and abs(one.y - line.y) > NEAR):
            if line is not None:
                yield Words(line.text.rstrip("\n"), line.x, line.y)
            line = Words(one.text.lstrip("\n"), one.x, one.y) if one.text.strip() else None
        else:
            line = Words(line.text + one.text.replace("\n", " "), line.x, line.y)
    if line is not None:
        yield Words(line.text.rstrip("\n"), line.x, line.y)


def _placed(words: Words, tables: Sequence[_Ruled]) -> tuple[int, Place] | None:
    """The table in which the words stand, and their place there."""
    places = ((at, table.place(words)) for at, table in enumerate(tables))
    return next(((at, place) for at, place in places if place is not None), None)


def _rows(table: _Ruled, words: Sequence[tuple[Place, Words]]) -> Rows:
    first = table.cells()
    lines: dict[Place, list[Words]] = {}
    for place, one in words:
        lines.setdefault(first[place], []).append(one)
    rows: list[list[PlacedCell]] = [[] for _ in table.rows[1:]]
    for corner in sorted(set(first.values())):
        covered = [place for place, start in first.items() if start == corner]
        down = max(row for row, _ in covered) - corner[0] + 1
        across = max(column for _, column in covered) - corner[1] + 1
        cell = PlacedCell(_set(lines.get(corner, [])), corner[1], down, across)
        rows[corner[0]].append(cell)
    return rows


def _set(words: Sequence[Words]) -> str:
    """The words of a cell, those at one height in one line."""
    text, height = "", 0.0
    for one in words:
        if text and one.text.strip() and abs(one.y - height) > NEAR:
            text = f"{text.rstrip()}\n"
        text += one.text.replace("\n", " ")
        height = one.y if one.text.strip() else height
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _tables(drawing: _Drawing) -> Iterator[_Ruled]:
    """Runs of upright lines that overlap in height, with the level lines among them."""
    for low, high in _overlapping(drawing.upright):
        upright = [one for one in drawing.upright if low <= one.low and one.high <= high]
        level = [one for one in drawing.level if low - NEAR <= one.at <= high + NEAR]
        columns = _apart(one.at for one in upright)
        rows = _apart([low, high, *(one.at for one in level)])[::-1]
        if len(columns) > 2 and len(rows) > 1:
            yield _Ruled(columns, rows, upright, level)


def _overlapping(rules: Sequence[Rule]) -> Iterator[tuple[float, float]]:
    reach: list[float] = []
    for one in sorted(rules, key=lambda rule: rule.low):
        if reach and one.low > reach[1] + NEAR:
            yield reach[0], reach[1]
            reach = []
        reach = [reach[0], max(reach[1], one.high)] if reach else [one.low, one.high]
    if reach:
        yield reach[0], reach[1]


def _apart(places: "Iterator[float] | list[float]") -> list[float]:
    """The places in order, those nearer than a line's breadth once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return kept


def _crosses(rules: Sequence[Rule], at: float, middle: float) -> bool:
    return any(abs(one.at - at) <= NEAR and one.low <= middle <= one.high for one in rules)


def _holds_words(table: _Ruled, words: Sequence[Words]) -> bool:
    return sum(bool(one.text.strip()) and table.place(one) is not None for one in words) > 1


def _pair(operands: Sequence[float]) -> Point:
    return float(operands[0]), float(operands[1])


def _at(matrix: Sequence[float], point: Point) -> Point:
    """A point of the page, from the coordinates in which it was written."""
    x, y = point
    return (
        matrix[0] * x + matrix[2] * y + matrix[4],
        matrix[1] * x + matrix[3] * y + matrix[5],
    )
