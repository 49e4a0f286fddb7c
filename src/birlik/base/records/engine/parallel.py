"""An act's text laid out for reading: rows of paragraphs, two languages beside each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from birlik.base.records.engine.draft import Span

LEAF = 60
"""About how many rows one page of a long act shows."""


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that say the same: spans of the Kazakh text, spans of the Russian one."""

    kk: tuple[Span, ...]
    ru: tuple[Span, ...]
    certain: bool = True

    def spans(self, language: str) -> tuple[Span, ...]:
        """The spans of one of the two texts."""
        return self.kk if language == "kk" else self.ru


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline: the text of a node of the first two levels and where it begins."""

    number: str
    title: str
    level: int
    start: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """Some rows that are shown together, with the first row's place among all."""

    number: int
    first: int
    rows: tuple[Row, ...]


def rows_of_one(spans: Iterable[Span], language: str) -> tuple[Row, ...]:
    """The rows of a text that stands alone: one to a paragraph."""
    return tuple(Row((one,), ()) if language == "kk" else Row((), (one,)) for one in spans)


def rows_of_two(groups: Iterable[Sequence[Any]]) -> tuple[Row, ...]:
    """The rows of two aligned texts, from the groups as an alignment stores them."""
    return tuple(
        Row(tuple((a, b) for a, b in kk), tuple((a, b) for a, b in ru), certain)
        for kk, ru, certain in groups
    )


def headings_of(outline: Iterable[Mapping[str, Any]], deepest: int = 2) -> Iterator[Heading]:
    """The entries of a stored outline down to the level `deepest`, in the order of the text."""
    for node in outline:
        if node["level"] <= deepest:
            yield Heading(node["number"], node["title"], node["level"], node["start"])
            yield from headings_of(node["children"], deepest)


def leaves_of(rows: Sequence[Row], language: str, starts: Iterable[int]) -> tuple[Leaf, ...]:
    """The rows in leaves of about `LEAF`, cut where a heading begins if one is near.

    `starts` are the offsets of headings in the text of `language`.
    """
    heads = frozenset(starts)
    cuts = [0]
    for place, row in enumerate(rows):
        size = place - cuts[-1]
        begins = any(start in heads for start, _end in row.spans(language))
        if size >= 2 * LEAF or (begins and size >= LEAF // 2):
            cuts.append(place)
    bounds = [*cuts, len(rows)]
    return tuple(
        Leaf(number, first, tuple(rows[first:last]))
        for number, (first, last) in enumerate(pairwise(bounds), start=1)
    )


def leaf_at(leaves: Sequence[Leaf], language: str, offset: int) -> int:
    """The number of the leaf in which the text of `language` has the offset; 1 when none has."""
    found = 1
    for leaf in leaves:
        first = next((span for row in leaf.rows for span in row.spans(language)), None)
        if first is not None and first[0] <= offset:
            found = leaf.number
    return found


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def cut_at(span: Span, marks: Iterable[Span]) -> tuple[Span, ...]:
    """The parts of `marks` that lie in `span`, counted from its beginning, joined and in order."""
    inside = sorted(
        (max(start, span[0]) - span[0], min(end, span[1]) - span[0])
        for start, end in marks
        if overlaps((start, end), span)
    )
    joined: list[Span] = []
    for start, end in inside:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
