"""A table as a grid: every place knows the cell that covers it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from birlik.base.records.engine.draft import Cell, Span, Table
from birlik.base.records.engine.mending import flat

LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table by row and column, merged ones at every place they cover.

    `wrapped` says that a cell's lines end where its column ends, not where its author ended them.
    """

    text: str
    rows: tuple[Mapping[int, Cell], ...]
    columns: int
    wrapped: bool = False

    @classmethod
    def of(cls, text: str, table: Table, *, wrapped: bool = False) -> "Grid":
        """The grid of `table`, whose words lie in `text`."""
        height = max(cell.row for cell in table.cells) + 1
        rows: list[dict[int, Cell]] = [{} for _ in range(height)]
        for cell in table.cells:
            for row in range(cell.row, min(height, cell.row + cell.row_span)):
                for column in range(cell.column, cell.column + cell.column_span):
                    rows[row].setdefault(column, cell)
        columns = 1 + max((column for row in rows for column in row), default=0)
        return cls(text, tuple(rows), columns, wrapped)

    def words(self, cell: Cell | None) -> str:
        """The words of a cell on one line; '' where the row has no cell."""
        return flat(self.text[cell.start : cell.end]) if cell else ""

    def lines(self, cell: Cell) -> list[Span]:
        """The lines of a cell that hold words, each without the white space at its ends."""
        found = []
        for match in LINE.finditer(self.text, cell.start, cell.end):
            lead = len(match[0]) - len(match[0].lstrip())
            found.append((match.start() + lead, match.start() + len(match[0].rstrip())))
        return found
