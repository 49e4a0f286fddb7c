"""What a workbook is once it is read: sheets, their rows, and what stands in the cells."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

Plain = str | int | Decimal | date | datetime | bool | None


class Formula(NamedTuple):
    """A cell that is worked out, and how ("=A1+B1"; "=" where the file says it elsewhere)."""

    text: str


class Fault(NamedTuple):
    """A cell that shows an error, and which ("#REF!")."""

    code: str


Value = Plain | Formula | Fault


class Merge(NamedTuple):
    """Cells joined into one: the first and last row and column, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its number as the sheet counts, and column number → value; both
    are counted from 1. Text is never blank and has no spaces around it."""

    number: int
    values: Mapping[int, Value]

    def at(self, column: int | None) -> Value:
        """What stands in a column; None where nothing does, or where there is no such column."""
        return None if column is None else self.values.get(column)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, whether it is hidden, its rows that hold something in order, and which of
    its cells are merged."""

    title: str
    is_hidden: bool
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook, in order."""

    sheets: tuple[Sheet, ...]

    @property
    def shown(self) -> tuple[Sheet, ...]:
        """The sheets that a person sees."""
        return tuple(sheet for sheet in self.sheets if not sheet.is_hidden)

    @property
    def words(self) -> list[str]:
        """All words that stand in it, the names of the sheets among them."""
        return [
            value
            for sheet in self.sheets
            for value in (sheet.title, *(one for row in sheet.rows for one in row.values.values()))
            if isinstance(value, str)
        ]


def spread(sheet: Sheet) -> Sheet:
    """The sheet where each row has what is merged downwards over it; rows that hold nothing stay
    away, and what is merged only sideways stays in its first column."""
    rows = {row.number: row for row in sheet.rows}
    given: dict[int, dict[int, Value]] = {}
    for merge in sheet.merges:
        value = rows[merge.top].at(merge.left) if merge.top in rows else None
        if value is None or merge.top == merge.bottom:
            continue
        for number in range(merge.top + 1, min(merge.bottom, sheet.rows[-1].number) + 1):
            if number in rows:
                given.setdefault(number, {})[merge.left] = value
    return replace(
        sheet,
        rows=tuple(
            Row(row.number, given[row.number] | dict(row.values)) if row.number in given else row
            for row in sheet.rows
        ),
    )


def column_letter(column: int) -> str:
    """How a sheet calls a column counted from 1: 1 → A, 27 → AA."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters
