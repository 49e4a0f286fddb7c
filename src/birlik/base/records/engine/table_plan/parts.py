"""Sub-measures inside one cell, and the lines beside them that belong to each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from birlik.base.records.engine.draft import Cell, Span
from birlik.base.records.engine.grid import Grid

ITEM = re.compile(r"^(?P<number>\d{1,3})(?:\s?\)\s*|\.\s+)")
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
    lines = grid.lines(cell)
    found: list[tuple[str, Span]] = []
    head_end = title[1]
    for start, end in lines:
        match = ITEM.match(grid.text[start:end])
        opens = start > title[0] or ")" in match[0] if match else False
        if match and opens and match["number"] == str(len(found) + 1):
            if not found:
                head_end = start
            found.append((match["number"], (start + match.end(), end)))
        elif found:
            number, (first, _) = found[-1]
            found[-1] = (number, (first, end))
    return (title[0], _trimmed(grid, title[0], head_end)), found


def share(grid: Grid, cell: Cell, count: int) -> Share:
    """How a cell's lines fall to a measure and its `count` sub-measures.

    Lines that carry the sub-measures' numbers say it themselves; else one line to each, or one
    more for the measure above them; else the whole cell is the measure's.
    """
    lines = grid.lines(cell)
    numbered = [ITEM.match(grid.text[start:end]) for start, end in lines]
    if any(numbered):
        return _by_number(lines, numbered, count)
    whole = all(not UNFINISHED.search(grid.text[start:end]) for start, end in lines[:-1])
    if count > 1 and whole and len(lines) in (count, count + 1):
        own = lines[:-count]
        return Share(tuple(own), tuple((line,) for line in lines[-count:]), certain=False)
    return Share(tuple(lines), ((),) * count, certain=True)


def _by_number(
    lines: Sequence[Span], numbered: Sequence[re.Match[str] | None], count: int
) -> Share:
    own: list[Span] = []
    parts: list[list[Span]] = [[] for _ in range(count)]
    at = -1
    for (start, end), match in zip(lines, numbered, strict=True):
        if match:
            at = int(match["number"]) - 1
        span = (start + match.end(), end) if match else (start, end)
        if at < 0:
            own.append(span)
        elif at < count:
            parts[at].append(span)
    return Share(tuple(own), tuple(tuple(part) for part in parts), certain=at < count)


def _trimmed(grid: Grid, start: int, end: int) -> int:
    while end > start and grid.text[end - 1].isspace():
        end -= 1
    return end
