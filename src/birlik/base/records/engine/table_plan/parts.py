"""Sub-measures inside one cell, and the lines beside them that belong to each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from birlik.base.records.engine.draft import Cell, Span
from birlik.base.records.engine.grid import Grid

ITEM = re.compile(
    r"^(?:\d{1,3}\.)*(?P<number>\d{1,3}|[а-яәғқңөұүһі])(?:\s?\)\s*|(?<=\d)\.(?:\s+|$))"
)
# «… : 1) …; 2) …» in one line.
INLINE = re.compile(
    r"(?<=[:;,.])\s+(?=(?:(?:\d{1,2}\.)*\d{1,2}\)|[а-яәғқңөұүһі]\)|(?:\d{1,2}\.){2,}\s)\s*[^\s,;)])"
)
# Letters count the items of a list; Kazakh acts take those of either alphabet.
LETTERS = ("абвгдежзиклмнопрст", "аәбвгғдежзиклмнопрст")
UNFINISHED = re.compile(r"[,;:(–—-]$")


@dataclass(frozen=True, slots=True)
class Share:
    """What of a cell belongs to a measure and to each of its sub-measures.

    `certain` is False where lines were told apart by nothing but their count.
    """

    own: tuple[Span, ...]
    parts: tuple[tuple[Span, ...], ...]
    certain: bool


def split_title(grid: Grid, title: Span) -> tuple[Span, list[tuple[str, Span]]]:
    """The measure's own words, and its sub-measures «1) …» by number, inside one cell.

    Sub-measures stand on lines of their own and count from 1; anything else is one title.
    """
    cell = Cell(0, 0, *title)
    found: list[tuple[str, Span]] = []
    head_end = title[1]
    for start, end in _items(grid, cell):
        match = ITEM.match(grid.text[start:end])
        opens = start > title[0] or ")" in match[0] if match else False
        if match and opens and _counts(match["number"], len(found)):
            if not found:
                head_end = start
            found.append((match["number"], (start + match.end(), end)))
        elif found:
            number, (first, _) = found[-1]
            found[-1] = (number, (first, end))
    return (title[0], _trimmed(grid, title[0], head_end)), found


def _items(grid: Grid, cell: Cell) -> list[Span]:
    """The lines of a cell, cut also before the items «1)», «2)» that one line holds."""
    found: list[Span] = []
    inline = [match.span() for match in INLINE.finditer(grid.text, cell.start, cell.end)]
    for start, end in grid.lines(cell):
        cuts = [(before, after) for before, after in inline if start <= before and after < end]
        edges = [start, *(after for _, after in cuts)]
        found += zip(edges, [*(before for before, _ in cuts), end], strict=True)
    return found


def _counts(number: str, place: int) -> bool:
    """Whether a list writes `number` before its item at `place`, counted from 0."""
    return number == str(place + 1) or any(
        letters[place:].startswith(number) for letters in LETTERS
    )


def share(grid: Grid, cell: Cell, numbers: Sequence[str]) -> Share:
    """How a cell's lines fall to a measure and its sub-measures of these numbers.

    Lines that carry the sub-measures' numbers say it themselves; else one line to each, or one
    more for the measure above them; else the whole cell is the measure's.
    """
    count = len(numbers)
    lines = _items(grid, cell) if count else grid.lines(cell)
    numbered = [ITEM.match(grid.text[start:end]) for start, end in lines]
    if count and any(numbered):
        return _by_number(lines, numbered, numbers)
    whole = not grid.wrapped and all(
        not UNFINISHED.search(grid.text[start:end]) for start, end in lines[:-1]
    )
    if count > 1 and whole and len(lines) in (count, count + 1):
        own = lines[:-count]
        return Share(tuple(own), tuple((line,) for line in lines[-count:]), certain=False)
    return Share(tuple(lines), ((),) * count, certain=True)


def _by_number(
    lines: Sequence[Span], numbered: Sequence[re.Match[str] | None], numbers: Sequence[str]
) -> Share:
    own: list[Span] = []
    parts: dict[str, list[Span]] = {number: [] for number in numbers}
    others: list[Span] = []
    to = own
    for (start, end), match in zip(lines, numbered, strict=True):
        if match:
            to = parts.get(match["number"], others)
        to.append((start + match.end(), end) if match else (start, end))
    return Share(tuple(own), tuple(tuple(part) for part in parts.values()), certain=not others)


def _trimmed(grid: Grid, start: int, end: int) -> int:
    while end > start and grid.text[end - 1].isspace():
        end -= 1
    return end
