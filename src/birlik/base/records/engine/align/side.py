"""One of the two texts as the alignment sees it: paragraphs, and rows of tables, with what they
carry."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from birlik.base.records.engine.align.evidence import Signs
from birlik.base.records.engine.align.signs import roots_of, signs_of
from birlik.base.records.engine.draft import Cell, SourceText, Span, Table


@dataclass(frozen=True, slots=True)
class Side:
    """The paragraphs of a text in order: where they lie, their signs, word roots and lengths
    (letters and digits)."""

    spans: tuple[Span, ...]
    signs: tuple[Signs, ...]
    roots: tuple[Signs, ...]
    lengths: tuple[int, ...]

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of the text before each paragraph, and 1.0 at the end; (0.0,) of no text."""
        total = max(sum(self.lengths), 1)
        return tuple(done / total for done in accumulate(self.lengths, initial=0))

    def linked(self, links: Mapping[str, str]) -> "Side":
        """The same paragraphs with a sign for each root that has a known partner."""
        signs = tuple(
            own | {links[root] for root in roots & links.keys()}
            for own, roots in zip(self.signs, self.roots, strict=True)
        )
        return replace(self, signs=signs)


def side_of(source: SourceText) -> Side:
    """The paragraphs and table rows of a text."""
    spans = blocks_of(source)
    texts = [source.text[start:end] for start, end in spans]
    return Side(
        spans=spans,
        signs=tuple(signs_of(text, source.language) for text in texts),
        roots=tuple(roots_of(text) for text in texts),
        lengths=tuple(sum(map(str.isalnum, text)) for text in texts),
    )


def blocks_of(source: SourceText) -> tuple[Span, ...]:
    """The paragraphs and the table rows of a text, in its order."""
    return tuple(sorted([(item.start, item.end) for item in source.paragraphs] + [*_rows(source)]))


def _rows(source: SourceText) -> Iterator[Span]:
    """The rows of the tables: a row is what a reader takes for one paragraph there."""
    for table in source.tables:
        for cells in _cells_by_row(table).values():
            yield min(cell.start for cell in cells), max(cell.end for cell in cells)


def _cells_by_row(table: Table) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell)
    return rows
