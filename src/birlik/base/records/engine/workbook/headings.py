"""Finding the columns of a sheet by their headings, as people leave them: in any order and case,
with stray spaces and line ends, hints in brackets, Latin letters that look Cyrillic, Kazakh letters
typed without a Kazakh keyboard, and heads of two lines merged together.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from birlik.base.records.engine.workbook.shape import Row, Sheet, Value
from birlik.base.values.search.folding import tokens

LOOKED_AT = 40
"""Among how many of the first rows a heading is looked for."""
HEAD_LINES = 3
BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")


Meanings = list[tuple[str, int]]
"""Names with the columns that bear them."""


class Header(NamedTuple):
    """Where the headings stand: the row after which the content begins, which column each name has
    (counted from 1), and the names that more than one column bears."""

    last_row: int
    columns: Mapping[str, int]
    doubled: tuple[str, ...]


def header_of(
    sheet: Sheet, names: Mapping[str, Sequence[str]], *, needed: Collection[str]
) -> Header | None:
    """The columns of a sheet by name, each name with the headings that mean it; None where no row
    near the top has all that are `needed`.

    Of several such rows the one with the most headings counts, then the first.
    """
    top = [(row.number, meanings(row, names)) for row in sheet.rows[:LOOKED_AT]]
    found = [
        header
        for lines in range(1, HEAD_LINES + 1)
        for header in heads(top, lines)
        if all(name in header.columns for name in needed)
    ]
    return max(found, key=lambda header: len(header.columns), default=None)


def heads(rows: Sequence[tuple[int, Meanings]], lines: int) -> Iterator[Header]:
    """What each run of so many rows, by number and meanings, is as a heading; each of its rows
    must hold some."""
    for start in range(len(rows) - lines + 1):
        run = rows[start : start + lines]
        follow = all(low + 1 == high for (low, _), (high, _) in pairwise(run))
        if follow and all(meant for _number, meant in run):
            yield joined(run[-1][0], [pair for _number, meant in run for pair in meant])


def meanings(row: Row, names: Mapping[str, Sequence[str]]) -> Meanings:
    """Which names the cells of a row are headings of, and in which column."""
    return [
        (name, column)
        for column, value in sorted(row.values.items())
        for name, headings in names.items()
        if any(is_alike(value, heading) for heading in headings)
    ]


def joined(last_row: int, pairs: Sequence[tuple[str, int]]) -> Header:
    """A header of the names found; the first column of a name counts."""
    columns: dict[str, int] = {}
    doubled = []
    for name, column in pairs:
        if columns.setdefault(name, column) != column:
            doubled.append(name)
    return Header(last_row, columns, tuple(dict.fromkeys(doubled)))


def is_alike(value: Value, words: str) -> bool:
    """Whether a cell says these words, however they are typed; hints in brackets do not count."""
    if not isinstance(value, str):
        return False
    said, meant = forms_of(value), forms_of(words)
    if not said or not meant:
        return value.strip() == words
    return len(said) == len(meant) and all(
        not set(one).isdisjoint(other) for one, other in zip(said, meant, strict=True)
    )


@lru_cache(maxsize=4096)
def forms_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The forms in which each word of a text is compared, without what stands in brackets; with
    it where nothing else does."""
    bare = tuple(token.forms for token in tokens(BRACKETS.sub(" ", text)))
    return bare or tuple(token.forms for token in tokens(text))
