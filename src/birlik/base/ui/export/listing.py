"""A list to be carried away: its columns and its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from django.utils.functional import Promise

from birlik.base.ui.language import reader_language
from birlik.base.values.clock import ZONE
from birlik.base.values.local_text import LocalText

Row = TypeVar("Row")
Plain = str | int | float | Decimal | date | datetime | None
"""A cell as a sheet takes it: an instant is the clock's in Kazakhstan, without its zone."""

Cell = LocalText | Promise | Plain
"""What a page says of a row: texts in their languages, days, aware instants, numbers; None for an
empty cell."""

FETCHED = 2000
"""How many rows are asked of the database at a time."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column of a list: its head, what of a row stands in it, its width in characters.

    It has no slots, so that `Column[Row](…)` can be written: Python 3.11 refuses that of a frozen
    class with slots.

    Head and texts are said in the reader's language. A share is given in percent (93.3), with the
    sign in the head.
    """

    title: str | Promise
    value: Callable[[Row], Cell]
    width: int = 16


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """A list to be carried away.

    `name` begins the name of the file: fixed, of Latin letters, never a reader's words. `rows` are
    all of them, not those of the page shown: a queryset, or anything that is iterated once; nothing
    is read before the file is asked for. `chosen` are the filters in words: what is narrowed, and
    to what.
    """

    name: str
    title: str | Promise
    columns: Sequence[Column[Row]]
    rows: Iterable[Row]
    chosen: Sequence[tuple[str | Promise, Cell]] = ()

    @property
    def heads(self) -> list[str]:
        """The heads of the columns in the reader's language."""
        return [str(column.title) for column in self.columns]

    def lines(self) -> Iterator[list[Plain]]:
        """The rows as plain cells, one after another."""
        for row in flowing(self.rows):
            yield [plain(column.value(row)) for column in self.columns]


def flowing(rows: Iterable[Any]) -> Iterator[Any]:
    """Rows one after another; those of a queryset are fetched in parts and not kept."""
    return rows.iterator(chunk_size=FETCHED) if isinstance(rows, QuerySet) else iter(rows)


def plain(value: Cell) -> Plain:
    """What a cell says in the reader's language and in the time of Kazakhstan."""
    if isinstance(value, LocalText):
        return value.get(reader_language())
    if isinstance(value, datetime):
        return value.astimezone(ZONE).replace(tzinfo=None)
    return str(value) if isinstance(value, Promise) else value
