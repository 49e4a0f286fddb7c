"""A small press: prints a plan's table into narrow columns and pages, then flattens it to text."""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pytest

# The words of a row: number, title, form, deadline, executors; None continues the cell above.
PrintedRow = tuple[str, str, str | None, str | None, str | None]
Press = Callable[[Sequence[PrintedRow], "Setting | None"], str]
# What the table's rules add to the height of a row, in lines.
PADDING = 0.6


@dataclass(frozen=True)
class Setting:
    """How the table is set: characters in each column, lines on a page, blanks at line ends."""

    widths: tuple[int, int, int, int, int] = (4, 20, 19, 19, 20)
    page: int = 48
    soft_ends: bool = True


@dataclass(frozen=True)
class Cell:
    """A cell's lines and the height, in lines from the table's top, of the first of them."""

    lines: tuple[str, ...]
    top: float


@pytest.fixture(scope="session")
def flatten() -> Press:
    """Print rows as a `Setting` says and read the pages back as plain text, cell after cell."""
    return _flatten


@pytest.fixture(scope="session")
def settings() -> type[Setting]:
    """How to set the table; the fields are those of `Setting`."""
    return Setting


def _flatten(rows: Sequence[PrintedRow], setting: Setting | None = None) -> str:
    setting = setting or Setting()
    wrapped = [
        [_wrap(cell or "", width, setting) for cell, width in zip(row, setting.widths, strict=True)]
        for row in rows
    ]
    cells: list[Cell] = []
    top = 0.0
    for lines in wrapped:
        height = max(map(len, lines))
        cells += [Cell(tuple(one), top + (height - len(one)) / 2) for one in lines if one]
        top += height + PADDING
    pages = int(top // setting.page) + 1
    return "\n\n\n\n".join(_page(cells, number, setting.page) for number in range(pages)) + "\n"


def _wrap(text: str, width: int, setting: Setting) -> list[str]:
    """Lines of at most `width` characters; one that a blank ends keeps it, if there is room."""
    lines = textwrap.wrap(text, width, break_on_hyphens=True)
    if not setting.soft_ends:
        return lines
    ends = []
    rest = text
    for line in lines:
        rest = rest.lstrip()[len(line) :]
        ends.append(" " if rest.startswith(" ") and len(line) < width else "")
    return [line + end for line, end in zip(lines, ends, strict=True)]


def _page(cells: Sequence[Cell], number: int, height: int) -> str:
    """The page's cells in the order of the table, those on one height run together."""
    printed = ""
    last = -9.0
    for cell in cells:
        lines = list(_on_page(cell, number * height, (number + 1) * height))
        if not lines:
            continue
        step = lines[0][0] - last
        gap = " " if abs(step) < 0.25 else "\n" if 0 < step <= 1 else "\n\n"
        printed += (gap if printed else "") + "\n".join(line for _, line in lines)
        last = lines[-1][0]
    return printed


def _on_page(cell: Cell, start: float, end: float) -> Iterator[tuple[float, str]]:
    for place, line in enumerate(cell.lines):
        if start <= cell.top + place < end:
            yield cell.top + place, line
