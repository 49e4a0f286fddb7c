"""The table of indicators where its cells are known: a real table, or rows parted by tabs."""

import re
from collections.abc import Mapping, Sequence

from birlik.base.records.engine.draft import Cell, IndicatorDraft, Table
from birlik.base.records.engine.grid import Grid
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
HEADS = (
    ("unit", re.compile(r"бірлігі|единиц", re.IGNORECASE)),
    ("source", re.compile(r"көзі|источник", re.IGNORECASE)),
    ("title", re.compile(r"индикатор|көрсеткіш|показател|атауы|наименован", re.IGNORECASE)),
)


def read_ruled(
    text: str, table: Table, last: int | None, adopted: int | None, *, broken: bool
) -> tuple[tuple[IndicatorDraft, ...], bool]:
    """The indicator rows of a table, and whether its head was there; no rows for other tables.

    `last` and `adopted`, the act's last year and the year of its adoption, serve where the head is
    lost. `broken` says that the cells' words were broken by narrow columns.
    """
    grid = Grid.of(text, table).rows
    rows = [number for number, row in enumerate(grid) if _is_row(text, row)]
    if not rows:
        return (), True
    heads = _heads(text, grid[: rows[0]])
    columns = _columns(heads)
    width = max(len(_values(text, grid[row])) for row in rows)
    headed = bool(columns)
    if not headed and last and adopted:
        first = min(_values(text, grid[rows[0]]))
        inferred = infer_columns(width, last, adopted)
        columns = {first + offset: column for offset, column in enumerate(inferred)}
    lexicon = Lexicon(text[: table.start] + " " + text[table.end :]) if broken else None
    known = heads if headed else {}
    drafts = tuple(_draft(text, grid[row], columns, lexicon, known) for row in rows)
    return drafts, headed


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
    if not row:
        return False
    first = _text(text, row[min(row)])
    values = [column for column in _values(text, row) if _text(text, row[column])]
    return bool(NUMBER.match(first)) and len(values) >= LEAST_VALUES and len(row) > len(values) + 1


def _heads(text: str, rows: Sequence[Mapping[int, Cell]]) -> dict[int, str]:
    """What the rows above the first one of values say of each column."""
    heads: dict[int, str] = {}
    for row in rows:
        for column, cell in row.items():
            heads[column] = f"{heads.get(column, '')} {_text(text, cell)}"
    return heads


def _columns(heads: Mapping[int, str]) -> dict[int, Column]:
    """The columns that a year heads."""
    columns: dict[int, Column] = {}
    for column, words in heads.items():
        years = {int(match["year"]) for match in YEAR.finditer(words)}
        if len(years) == 1:
            columns[column] = Column(years.pop(), kind_named(words) or "plan")
    return columns


def _places(
    text: str, row: Mapping[int, Cell], columns: Mapping[int, Column], heads: Mapping[int, str]
) -> dict[str, Cell]:
    """The row's cells of title, unit and source: by their heads, else by what they hold."""
    end = min(columns, default=max(row) + 1)
    between = [column for column in sorted(row) if min(row) < column < end]
    places: dict[str, Cell] = {}
    for column in between:
        words = heads.get(column, "")
        name = next((name for name, head in HEADS if head.search(words)), "")
        if not name and is_unit(_text(text, row[column])):
            name = "unit"
        if not name:
            name = "source" if "title" in places else "title"
        places.setdefault(name, row[column])
    return places


def _draft(
    text: str,
    row: Mapping[int, Cell],
    columns: Mapping[int, Column],
    lexicon: Lexicon | None,
    heads: Mapping[int, str],
) -> IndicatorDraft:
    places = _places(text, row, columns, heads)
    title, title_clear = _words(text, places.get("title"), lexicon)
    source, source_clear = _words(text, places.get("source"), lexicon)
    number = NUMBER.match(_text(text, row[min(row)]))
    values = [column for column in sorted(columns) if column in row]
    printed = [_text(text, row[column]) for column in values]
    unit = _text(text, places["unit"]) if "unit" in places else ""
    whole = bool(heads and number and unit and title[:1].isupper())
    readable = all(is_value(words or "-") for words in printed)
    return IndicatorDraft(
        number=number[1] if number else "",
        title=title,
        unit=unit,
        source=source,
        values=pair([columns[column] for column in values], printed),
        certain=whole and readable and title_clear and source_clear,
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
