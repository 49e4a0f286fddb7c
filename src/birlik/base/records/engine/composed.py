"""Texts of acts that are composed, not read: every field of the draft can be traced to its words.

So an act that was entered by hand, or one of the demonstration, is stored just as one that came
from a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from birlik.base.records.engine.draft import (
    MEASURE_FIELDS,
    ActDraft,
    ExecutorDraft,
    MeasureDraft,
    SourceText,
    Span,
)
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import Language

SourceLanguage = Literal["kk", "ru"]
BY_AGREEMENT: dict[SourceLanguage, str] = {"kk": "келісу бойынша", "ru": "по согласованию"}


@dataclass(slots=True)
class Composed:
    """A text in a language that grows, and knows where each piece of it stands."""

    language: SourceLanguage
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, piece: str) -> Span:
        """Append words as they are; return their `[start, end)`."""
        start = self.length
        self.pieces.append(piece)
        self.length += len(piece)
        return start, self.length

    def paragraph(self, lead: str, **parts: str) -> tuple[Span, dict[str, tuple[Span, ...]]]:
        """Append a paragraph of a lead and parts; return its place and that of each part."""
        start, _ = self.add(lead)
        spans: dict[str, tuple[Span, ...]] = {}
        for name, words in parts.items():
            if words:
                self.add("; " if spans else "")
                spans[name] = (self.add(words),)
        place = start, self.length
        self.add(".\n\n")
        return place, spans

    def text(self) -> str:
        """Everything so far."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class ComposedText:
    """A composed text as a file, with the draft whose offsets point into it."""

    name: str
    source: SourceText
    draft: ActDraft

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.source.text.encode()

    @property
    def digest(self) -> str:
        """What the file is known by: SHA-256, in hex."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class MeasureCells:
    """What a row of a plan says: its number, its direction ('' for none), the words of its cells
    and its executors."""

    number: str
    direction: str
    title: str
    completion_form: str
    deadline: str
    executors: tuple[ExecutorDraft, ...]

    @property
    def words(self) -> Mapping[str, str]:
        """The cells of words, by field."""
        return {
            "title": self.title,
            "completion_form": self.completion_form,
            "deadline": self.deadline,
        }


def composed_measure(
    cells: MeasureCells, out: Composed, *, deadline_in: Language | None
) -> MeasureDraft:
    """A row of a plan, written at the end of the text that is being composed.

    Its deadline is read in the language `deadline_in`, or in that of most of its words. Every cell
    is certain; the schedule is as certain as the deadline was understood.
    """
    (start, end), spans = out.paragraph(
        f"{cells.number}. ", **cells.words, executors=named(cells.executors, out.language)
    )
    reading = read_deadline(cells.deadline, deadline_in) if cells.deadline else None
    certain: dict[str, bool] = dict.fromkeys(MEASURE_FIELDS, True)
    certain["deadline"] = certain["schedule"] = reading is None or reading.certain
    return MeasureDraft(
        number=cells.number,
        parent=cells.number.rpartition(".")[0],
        direction=cells.direction,
        title=cells.title,
        completion_form=cells.completion_form,
        deadline=cells.deadline,
        executors=cells.executors,
        schedule=reading.schedule if reading else None,
        certain=certain,
        start=start,
        end=end,
        spans=spans,
    )


def named(executors: Sequence[ExecutorDraft], language: SourceLanguage) -> str:
    """The executors in one line, as a cell of a plan names them."""
    return ", ".join(
        f"{one.code} ({BY_AGREEMENT[language]})" if one.by_agreement else one.code
        for one in executors
    )
