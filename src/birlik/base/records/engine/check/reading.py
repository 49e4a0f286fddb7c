"""An act as the rules look at it: its draft, its text, and its prose passage by passage."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from birlik.base.records.engine.align import AlignedGroup, align
from birlik.base.records.engine.check.contents import Contents, read_contents
from birlik.base.records.engine.check.figures import Figure, figures_of
from birlik.base.records.engine.check.finding import Place
from birlik.base.records.engine.check.words import stems
from birlik.base.records.engine.draft import ActDraft, MeasureDraft, SourceText, Span

_BLANKS = re.compile(r"\s+|\*\*|\\(?=[*_#])")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[^\Wа-яәғқңөұүһі\d_]|\")")
_TERM = re.compile(r"(20\d\d)\s*[-–—]\s*(20\d\d)")


class Passage:
    """A stretch of the source as a reader sees it: blanks collapsed, its offsets remembered."""

    def __init__(self, source: str, start: int, end: int) -> None:
        pieces: list[str] = []
        self._marks: list[int] = []
        self._offsets: list[int] = []
        length, at = 0, start
        for gap in (*_BLANKS.finditer(source, start, end), None):
            stop = gap.start() if gap else end
            if stop > at:
                self._marks.append(length)
                self._offsets.append(at)
                pieces.append(source[at:stop])
                length += stop - at
            if gap and gap[0].isspace() and pieces:
                pieces.append(" ")
                length += 1
            at = gap.end() if gap else end
        self.text = "".join(pieces).rstrip()
        self.start, self.end = start, end

    def locate(self, first: int, last: int) -> Span:
        """The place in the source of `text[first:last]`."""
        return self._offset(first), self._offset(max(last - 1, first)) + 1

    def _offset(self, index: int) -> int:
        at = max(bisect_right(self._marks, index) - 1, 0)
        return self._offsets[at] + index - self._marks[at] if self._marks else self.start

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers of the passage."""
        return figures_of(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where its sentences lie in `text`."""
        cuts = [0, *(gap.end() for gap in _SENTENCE_END.finditer(self.text)), len(self.text)]
        return tuple(pairwise(cuts))

    def sentence_at(self, index: int) -> Span:
        """The sentence that holds the character `index` of `text`."""
        return next(
            (span for span in self.sentences if span[0] <= index < span[1]), (0, len(self.text))
        )


@dataclass(frozen=True)
class CheckedAct:
    """One act under check, with the name of its file."""

    name: str
    source: SourceText
    draft: ActDraft

    def place(self, span: Span) -> Place:
        """The words `[start, end)` of this act."""
        return Place(self.name, *span)

    def aligned_with(self, other: "CheckedAct") -> tuple[AlignedGroup, ...]:
        """The paragraphs of this text beside those of another, computed once."""
        if other.name not in self._aligned:
            self._aligned[other.name] = align(self.source, other.source)
        return self._aligned[other.name]

    @cached_property
    def _aligned(self) -> dict[str, tuple[AlignedGroup, ...]]:
        return {}

    @property
    def identity(self) -> tuple[str, date] | None:
        """Number and date; two texts that share them are one act."""
        if self.draft.number and self.draft.adopted_on:
            return self.draft.number, self.draft.adopted_on
        return None

    def same_act(self, other: "CheckedAct") -> bool:
        """Whether both are texts of one act."""
        return self.identity is not None and self.identity == other.identity

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The logical paragraphs outside the tables and the plan."""
        apart = tuple(self._apart())
        return tuple(
            Passage(self.source.text, paragraph.start, paragraph.end)
            for paragraph in self.source.paragraphs
            if not any(start < paragraph.end and paragraph.start < end for start, end in apart)
        )

    def _apart(self) -> Iterator[Span]:
        yield from ((table.start, table.end) for table in self.source.tables)
        if self.contents:
            yield self.contents.start, self.contents.end
        for rows in (self.draft.indicators, self.draft.measures):
            spans = [(row.start, row.end) for row in rows if row.end]
            if spans:
                yield min(start for start, _ in spans), max(end for _, end in spans)

    @cached_property
    def contents(self) -> Contents | None:
        """The act's table of contents."""
        return read_contents(self.source)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The stems of the act's own title: what everything in it is about."""
        return stems(self.draft.title)

    @cached_property
    def term(self) -> tuple[int, int] | None:
        """The first and last year of the act, where its title or passport gives both."""
        for words in (self.draft.title, *(row.value for row in self.draft.passport)):
            found = _TERM.search(words)
            if found and int(found[1]) <= int(found[2]):
                return int(found[1]), int(found[2])
        return None

    @cached_property
    def top_measures(self) -> tuple[MeasureDraft, ...]:
        """The measures that stand under none."""
        return tuple(measure for measure in self.draft.measures if not measure.parent)

    def children_of(self, measure: MeasureDraft) -> tuple[MeasureDraft, ...]:
        """The sub-measures of `measure`, as printed."""
        return tuple(
            child
            for child in self.draft.measures
            if (child.parent, child.direction) == (measure.number, measure.direction)
        )

    def field_span(self, measure: MeasureDraft, field: str) -> Span:
        """The words of a field of the measure, else the whole measure."""
        spans = measure.spans.get(field, ())
        if not spans:
            return measure.start, measure.end
        return spans[0][0], spans[-1][1]


def repealed_on(act: CheckedAct, acts: Iterable[CheckedAct]) -> date | None:
    """The day on which another of the acts repealed this one, as that act itself says."""
    days = [
        other.draft.adopted_on
        for other in acts
        if other.draft.adopted_on and not act.same_act(other)
        for repeal in other.draft.repeals
        if repeal.number == act.draft.number
        and repeal.adopted_on in (None, act.draft.adopted_on)
        and not repeal.part
    ]
    return min(days, default=None)


def by_age(acts: Sequence[CheckedAct]) -> list[CheckedAct]:
    """The acts that have a date, oldest first."""
    return sorted(
        (act for act in acts if act.draft.adopted_on),
        key=lambda act: (act.draft.adopted_on or date.min, act.name),
    )


def pairs_of_years(acts: Sequence[CheckedAct]) -> Iterator[tuple[CheckedAct, CheckedAct]]:
    """Every earlier act with every later one; two texts of one act are no such pair."""
    dated = by_age(acts)
    for index, earlier in enumerate(dated):
        for later in dated[index + 1 :]:
            if not earlier.same_act(later):
                yield earlier, later


def pairs_of_languages(acts: Sequence[CheckedAct]) -> Iterator[tuple[CheckedAct, CheckedAct]]:
    """Every Kazakh text with every Russian text of the same act."""
    for kazakh in acts:
        for russian in acts:
            languages = (kazakh.draft.language, russian.draft.language)
            if languages == ("kk", "ru") and kazakh.same_act(russian):
                yield kazakh, russian
