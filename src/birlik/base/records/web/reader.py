"""What one leaf of the act reader shows: rows of two languages, findings beside their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from birlik.base.records.engine.draft import Span
from birlik.base.records.engine.parallel import (
    Heading,
    Leaf,
    Row,
    cut_at,
    headings_of,
    leaf_at,
    leaves_of,
    overlaps,
    rows_of_one,
    rows_of_two,
)
from birlik.base.records.models import Finding, Source, Wording
from birlik.base.records.queries.readings import blocks_of_source
from birlik.base.values.local_text import FALLBACK, Language

LONGEST_HEADING, SENTENCE = 160, 60
"""A numbered paragraph longer than this is text, though the outline names it; the second holds for
one that ends as sentences do; one without a number that does is never a heading."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as shown: its text, the parts that a finding concerns, its heading level."""

    text: str
    anchor: str
    marks: tuple[Span, ...]
    level: int


@dataclass(slots=True)
class ShownRow:
    """A row of the reader: one cell of passages to a language, and what belongs beside it.

    `named` are the findings to which a link to this page leads here and not to a later row.
    """

    cells: list[tuple[str, list[Passage]]]
    certain: bool
    findings: list[Finding] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    named: set[int] = field(default_factory=set)

    def add_finding(self, finding: Finding) -> None:
        """Show a finding beside this row, once."""
        if finding not in self.findings:
            self.findings.append(finding)

    def add_measure(self, number: str) -> None:
        """Say that a measure begins in this row, once."""
        if number not in self.measures:
            self.measures.append(number)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline with the leaf on which its section begins, and its name there."""

    heading: Heading
    leaf: int
    anchor: str


class Reader:
    """An act's texts, ready to be shown leaf by leaf."""

    def __init__(self, sources: Iterable[Source], groups: Sequence[Sequence[object]]) -> None:
        self.sources = {source.language: source for source in sources}
        self.language = min(self.sources, default="kk")
        rows = rows_of_two(groups) if len(self.sources) > 1 else self._rows_of_one()
        self.headings = {
            language: [one for one in headings_of(source.outline) if is_heading(one)]
            for language, source in self.sources.items()
        }
        self.levels = {
            (language, one.start): one.level
            for language, found in self.headings.items()
            for one in found
        }
        starts = [one.start for one in self.headings.get(self.language, ()) if one.level == 1]
        self.leaves: tuple[Leaf, ...] = leaves_of(rows, self.language, starts)

    def _rows_of_one(self) -> tuple[Row, ...]:
        source = self.sources.get(self.language)
        if source is None:
            return ()
        return rows_of_one(blocks_of_source(source), self.language)

    def outline_language(self, wanted: Language) -> str:
        """The language of the outline: the one wanted, or the nearest that has a text."""
        return next((code for code in FALLBACK[wanted] if self.headings.get(code)), self.language)

    def outline(self, language: str) -> list[Entry]:
        """The lines of the outline in a language of the act, with their leaves."""
        return [
            Entry(
                heading,
                leaf_at(self.leaves, language, heading.start),
                self.anchor(language, heading.start),
            )
            for heading in self.headings.get(language, ())
        ]

    def anchor(self, language: str, start: int) -> str:
        """The name of a paragraph in the page: "p120" in the main text, "p98ru" in the other."""
        return f"p{start}" if language == self.language else f"p{start}{language}"

    def leaf_of(self, offset: int, language: str = "") -> int:
        """The number of the leaf that shows this place of a text, the main one if none is named."""
        known = language if language in self.sources else self.language
        return leaf_at(self.leaves, known, offset)

    def shown(
        self, leaf: Leaf, findings: Iterable[Finding], wordings: Iterable[Wording]
    ) -> list[ShownRow]:
        """The rows of a leaf with their findings and the measures that begin in them."""
        places = [place for finding in findings for place in self.places_of(finding)]
        begins = [
            (one.language, one.start, one.provision.number) for one in wordings if one.end > 0
        ]
        told: set[tuple[int, str, Span]] = set()
        return [self._row(row, places, begins, told) for row in leaf.rows]

    def places_of(self, finding: Finding) -> list[tuple[Finding, str, Span]]:
        """Where a finding lies in this act: (finding, language, span)."""
        names = {
            name: source.language
            for source in self.sources.values()
            for name in (source.document.digest, source.document.name)
        }
        return [
            (finding, names[place["file"]], (place["start"], place["end"]))
            for place in finding.places
            if place["file"] in names
        ]

    def _row(
        self,
        row: Row,
        places: Sequence[tuple[Finding, str, Span]],
        begins: Iterable[tuple[str, int, str]],
        told: set[tuple[int, str, Span]],
    ) -> ShownRow:
        shown = ShownRow([], row.certain or not (row.kk and row.ru))
        level = self._level(row)
        for language in self.sources:
            spans = row.spans(language)
            marks = [place for _finding, tongue, place in places if tongue == language]
            shown.cells.append(
                (language, [self._passage(language, s, marks, level) for s in spans])
            )
        for finding, tongue, place in places:
            key = (finding.pk, tongue, place)
            if key not in told and any(overlaps(place, span) for span in row.spans(tongue)):
                if all(finding.pk != pk for pk, _tongue, _place in told):
                    shown.named.add(finding.pk)
                told.add(key)
                shown.add_finding(finding)
        for tongue, start, number in begins:
            if any(first <= start < last for first, last in row.spans(tongue)):
                shown.add_measure(number)
        return shown

    def _level(self, row: Row) -> int:
        """The level of the heading that a row is, in both of its languages; 0 for other rows."""
        if len(row.kk) > 1 or len(row.ru) > 1:
            return 0
        found = (
            self.levels.get((language, start), 0)
            for language in self.sources
            for start, _end in row.spans(language)
        )
        return next(filter(None, found), 0)

    def _passage(self, language: str, span: Span, marks: Iterable[Span], level: int) -> Passage:
        start, end = span
        text = self.sources[language].text[start:end]
        return Passage(text, self.anchor(language, start), cut_at(span, marks), level)


def is_heading(entry: Heading) -> bool:
    """Whether an entry of the outline is a heading: short, with a capital, and no sentence.

    The outline names points and bullets too; those are read as text.
    """
    title = entry.title.strip()
    letter = next((sign for sign in title if sign.isalpha()), "")
    longest = LONGEST_HEADING
    if title.endswith("."):
        longest = SENTENCE if entry.number else 0
    return letter.isupper() and len(title) <= longest and not title.endswith((";", ":", ","))
