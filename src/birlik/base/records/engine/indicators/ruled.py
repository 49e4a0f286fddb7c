"""The table of indicators where its cells are known: a real table, or rows parted by tabs."""

import re
from collections.abc import Mapping

from birlik.base.records.engine.draft import Cell, IndicatorDraft, Table
from birlik.base.records.engine.indicators.values import (
    YEAR,
    Column,
    infer_columns,
    is_value,
    kind_named,
    pair,
)
from birlik.base.records.engine.indicators.words import is_unit
from birlik.base.records.engine.lexicon import Lexicon
from birlik.base.records.engine.mending import flat, mend, tidy_quotes

NUMBER = re.compile(r"^(\d{1,2})\.?$")
LEAST_VALUES = 3
TITLE = re.compile(r"индикатор|көрсеткіш|показател", re.IGNORECASE)
SOURCE = re.compile(r"көзі|источник", re.IGNORECASE)
UNIT = re.compile(r"бірлігі|единиц", re.IGNORECASE)


def read_ruled(
    text: str, table: Table, last: int | None, adopted: int | None, *, broken: bool
) -> tuple[tuple[IndicatorDraft, ...], bool]:
    """The indicator rows of a table, and whether its head was there; no rows for other tables.

    `last` and `adopted`, the act's last year and the year of its adoption, serve where the head is
    lost. `broken` says that the cells' words were broken by narrow columns.
    """
    grid = _grid(table)
    rows = [row for row in sorted(grid) if _is_row(text, grid[row])]
    if not rows:
        return (), True
    columns = _columns(text, grid, rows[0])
    width = max(len(_values(text, grid[row])) for row in rows)
    headed = bool(columns)
    if not headed and last and adopted:
        first = min(_values(text, grid[rows[0]]))
        inferred = infer_columns(width, last, adopted)
        columns = {first + offset: column for offset, column in enumerate(inferred)}
    lexicon = Lexicon(text[: table.start] + " " + text[table.end :]) if broken else None
    drafts = tuple(_draft(text, grid[row], columns, lexicon, certain=headed) for row in rows)
    return drafts, headed


def _grid(table: Table) -> dict[int, dict[int, Cell]]:
    """Cells by row and column; a merged cell stands at every place it covers."""
    grid: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                grid.setdefault(row, {})[column] = cell
    return grid


def _text(text: str, cell: Cell) -> str:
    return flat(text[cell.start : cell.end])


def _values(text: str, row: Mapping[int, Cell]) -> list[int]:
    """The columns at the row's end that hold values."""
    found: list[int] = []
    for column in sorted(row, reverse=True):
        words = _text(text, row[column])
        if words and not is_value(words):
            break
        found.append(column)
    return sorted(found)


def _is_row(text: str, row: Mapping[int, Cell]) -> bool:
    first = _text(text, row[min(row)])
    values = [column for column in _values(text, row) if _text(text, row[column])]
    return bool(NUMBER.match(first)) and len(values) >= LEAST_VALUES and len(row) > len(values) + 1


def _columns(text: str, grid: Mapping[int, Mapping[int, Cell]], first: int) -> dict[int, Column]:
    """The columns of years that the rows above the first one name."""
    columns: dict[int, Column] = {}
    heads: dict[int, str] = {}
    for row in sorted(grid):
        if row >= first:
            break
        for column, cell in grid[row].items():
            heads[column] = f"{heads.get(column, '')} {_text(text, cell)}"
    for column, words in heads.items():
        years = {int(match["year"]) for match in YEAR.finditer(words)}
        if len(years) == 1:
            columns[column] = Column(years.pop(), kind_named(words) or "plan")
    return columns


def _draft(
    text: str,
    row: Mapping[int, Cell],
    columns: Mapping[int, Column],
    lexicon: Lexicon | None,
    *,
    certain: bool,
) -> IndicatorDraft:
    values = [column for column in sorted(columns) if column in row]
    first = min(row)
    between = [column for column in sorted(row) if first < column < min(values, default=10**6)]
    unit_at = next((column for column in between if is_unit(_text(text, row[column]))), None)
    title_at = next((column for column in between if column != unit_at), None)
    rest = [column for column in between if column not in (unit_at, title_at)]
    title, title_clear = _words(text, None if title_at is None else row[title_at], lexicon)
    source, source_clear = _words(text, row[rest[0]] if rest else None, lexicon)
    number = NUMBER.match(_text(text, row[first]))
    printed = [_text(text, row[column]) for column in values]
    whole = bool(number and unit_at is not None and title[:1].isupper())
    readable = all(is_value(words or "-") for words in printed)
    return IndicatorDraft(
        number=number[1] if number else "",
        title=title,
        unit=_text(text, row[unit_at]) if unit_at is not None else "",
        source=source,
        values=pair([columns[column] for column in values], printed),
        certain=certain and whole and readable and title_clear and source_clear,
        start=min(cell.start for cell in row.values()),
        end=max(cell.end for cell in row.values()),
    )


def _words(text: str, cell: Cell | None, lexicon: Lexicon | None) -> tuple[str, bool]:
    """The words of a cell, and whether they are clear.

    Where a narrow column broke the words every blank may be such a break.
    """
    if cell is None:
        return "", True
    words = text[cell.start : cell.end]
    if lexicon is None:
        return mend(words), True
    joined, clear = lexicon.join([(piece, False) for piece in words.split()], blanks=True)
    return tidy_quotes(" ".join(lexicon.spell(word) for word in joined.split())), clear
