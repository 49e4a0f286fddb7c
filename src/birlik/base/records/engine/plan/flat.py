"""Rebuilds an action plan whose table was flattened to lines of text.

The words are read line by line (`words`), weighed for each column (`evidence`), divided into
rows and cells by the cheapest walk through them (`course`), and put together again (`cells`) into
measures (`drafting`). Nothing about any one act is written here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from birlik.base.records.engine.abbreviations import read_abbreviations
from birlik.base.records.engine.draft import Loss, MeasureDraft, SourceText, Span
from birlik.base.records.engine.plan.course import find_course
from birlik.base.records.engine.plan.drafting import Ground, draft_measures
from birlik.base.records.engine.plan.evidence import weigh
from birlik.base.records.engine.plan.executor_words import WHOLE_WORDS
from birlik.base.records.engine.plan.forms import WORDS as FORM_WORDS
from birlik.base.records.engine.plan.frame import Frame, find_plan, read_frame
from birlik.base.records.engine.plan.lexicon import Lexicon, native
from birlik.base.records.engine.plan.markers import find_markers
from birlik.base.records.engine.plan.rows import Row, make_rows
from birlik.base.records.engine.plan.words import Word
from birlik.base.values.deadline.lexicon import TABLES
from birlik.base.values.local_text import Language

# «Бүкіл мәтін бойынша "Нұр-Сұлтан" деген сөз "Астана" деген сөзбен ауыстырылды»,
# «По всему тексту слова "…" заменены словами "…"».
REPLACED = (
    re.compile(
        r"мәтін\w*\s+бойынша\s+[\"«]([^\"»]+)[\"»]\s+деген\s+сөз\w*\s+"
        r"[\"«]([^\"»]+)[\"»]\s+деген\s+сөз\w*\s+ауыстырыл"
    ),
    re.compile(
        r"тексту\s+слов\w+\s+[\"«]([^\"»]+)[\"»]\s+замен\w+\s+слов\w+\s+[\"«]([^\"»]+)[\"»]"
    ),
)


@dataclass(frozen=True, slots=True)
class PlanReading:
    """A plan as read: its measures in printed order, directions {number: title}, abbreviations
    {code: full name}, what the text has lost, and where in the text the plan stands."""

    measures: tuple[MeasureDraft, ...] = ()
    directions: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[Loss, ...] = ()
    span: Span | None = None


def read_flat_plan(source: SourceText) -> PlanReading:
    """The action plan in `source`; an empty reading where no heading of a plan's table is found."""
    text = native(source.text)
    span = find_plan(text)
    if span is None:
        return PlanReading()
    lexicon = Lexicon(text, (*_deadline_words(source.language), *FORM_WORDS, *WHOLE_WORDS))
    abbreviations = _abbreviations(text, lexicon)
    ground = Ground(source.language, lexicon, abbreviations, _replaced(text))
    frame = read_frame(text, span, lexicon)
    rows, stray = _rows(frame, ground)
    return PlanReading(
        measures=draft_measures(rows, ground),
        directions=frame.directions,
        abbreviations=abbreviations,
        lost=(*_lost_directions(frame), *_lost_rows(rows), *_lost_words(stray)),
        span=span,
    )


def _rows(frame: Frame, ground: Ground) -> tuple[list[Row], list[Word]]:
    markers = find_markers(frame.words)
    weights = weigh(frame.words, ground.abbreviations, ground.language)
    moves = find_course(frame.words, markers, weights)
    return make_rows(frame.words, frame.under, markers, moves)


def _deadline_words(language: Language) -> Iterator[str]:
    for _, _, forms in TABLES[language]:
        yield from re.findall(r"[^\W\d_]+", forms)


def _abbreviations(text: str, lexicon: Lexicon) -> dict[str, str]:
    """The act's list of abbreviations, slips of the scan in the full names repaired."""
    return {
        entry.code: " ".join(map(lexicon.mend, entry.meaning.split(" ")))
        for entry in read_abbreviations(text)
    }


def _replaced(text: str) -> dict[str, str]:
    """The words that a note of the act says are replaced by others throughout."""
    return {
        " ".join(match[1].split()): " ".join(match[2].split())
        for note in REPLACED
        for match in note.finditer(text)
    }


def _lost_directions(frame: Frame) -> Iterator[Loss]:
    """Headings that the numbering calls for: 1.2 has a 1.1 before it, 3 a 2."""
    for number in frame.directions:
        *stem, last = number.split(".")
        for missing in range(1, int(last)):
            before = ".".join([*stem, str(missing)])
            if before not in frame.directions:
                yield Loss("heading", before, *frame.span)


def _lost_rows(rows: Sequence[Row]) -> Iterator[Loss]:
    """Numbers that the numbering leaps over, or that are not printed."""
    for row in rows:
        if row.guessed:
            yield Loss("word", row.path, *row.place)
    for parent in sorted({row.parent for row in rows}):
        family = {row.number: row for row in rows if row.parent == parent}
        for missing in sorted(set(range(1, max(family))) - set(family)):
            after = family[min(number for number in family if number > missing)]
            yield Loss("row", f"{parent}.{missing}" if parent else str(missing), *after.place)


def _lost_words(stray: Sequence[Word]) -> Iterator[Loss]:
    """Words above the first row, of a row whose head is gone."""
    if stray:
        yield Loss("cell", " ".join(word.text for word in stray), stray[0].start, stray[-1].end)
