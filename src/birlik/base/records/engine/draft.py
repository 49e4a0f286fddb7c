"""What a reader makes of an act's text, before any person has confirmed it.

Offsets are Unicode code points into `SourceText.text`, half-open: `[start, end)`.
A field's `certain` flag is a promise: what is marked certain may be shown without a question.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from birlik.base.values.schedule import Schedule

Span = tuple[int, int]
ValueKind = Literal["fact", "estimate", "plan"]
ActKind = Literal[
    "decree",
    "concept",
    "plan",
    "law",
    "resolution",
    "order",
    "protocol",
    "instruction",
    "endorsement",
    "",
]
MeasureField = Literal["title", "completion_form", "deadline", "executors", "schedule"]
MEASURE_FIELDS: tuple[MeasureField, ...] = (
    "title",
    "completion_form",
    "deadline",
    "executors",
    "schedule",
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a real table: its text lies at `[start, end)` of the source text.

    A merged cell stands once, at its top-left place, with its spans.
    """

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A real table of the source: `[start, end)` covers its cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A logical paragraph (hard line breaks joined) outside any real table.

    `level` is the heading level where the format says so (1 is highest), 0 otherwise.
    """

    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Loss:
    """What the text has lost: kind is "page", "table", "row", "heading", "cell" or "word".

    `what` names it: "title", "stamp", "contents" or a section for a heading, "indicators" for that
    table's head or the table itself, "indicators/3" for its row, cell or word, a page's number.
    """

    kind: str
    what: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text with what its format says about it.

    `flattened` is True where the file's tables were lost to plain lines of text; `lost` says
    what of the file carried no text (a page that is only a picture).
    """

    text: str
    format: Literal["docx", "html", "pdf", "text", "markdown"]
    language: Literal["kk", "ru"]
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    flattened: bool = False
    lost: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class ActReference:
    """Another act named by this one (repealed, amended, followed).

    `part` is the point of that act which is meant; '' means the whole act.
    """

    kind: ActKind
    number: str
    adopted_on: date | None
    start: int = 0
    end: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """A section, numbered item or bullet; `number` is '' for a bullet."""

    number: str
    level: int
    title: str
    start: int
    end: int
    children: tuple["OutlineNode", ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """The value of an indicator for a year, in the indicator's unit."""

    year: int
    value: Decimal
    kind: ValueKind


@dataclass(frozen=True, slots=True)
class IndicatorDraft:
    """A row of the act's table of target indicators."""

    number: str
    title: str
    unit: str
    source: str
    values: tuple[IndicatorValue, ...]
    certain: bool
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ExecutorDraft:
    """An executor as the cell names it; a group ("akimats of ...") is kept as a group.

    `code` is the act's own abbreviation in canonical spelling («АҚДМ»), or the group's wording.
    `structure` is the number of the body where it is known and need not be found by words.
    """

    code: str
    by_agreement: bool = False
    group: bool = False
    structure: int | None = None


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """A measure or sub-measure of the action plan.

    `number` is "4" or "4.2", `parent` "" or "4", `direction` as printed ("1", "1.2").
    `inherited` maps a field to where its value came from: "parent", "above", "below" or
    "merged"; such a field is never certain. `spans` gives the source words of each field.
    """

    number: str
    parent: str
    direction: str
    title: str
    completion_form: str
    deadline: str
    executors: tuple[ExecutorDraft, ...]
    schedule: Schedule | None
    certain: Mapping[str, bool]
    start: int
    end: int
    inherited: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassportRow:
    """A row of the act's passport (its first table): name, ground, responsible bodies, terms."""

    name: str
    value: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ActDraft:
    """An act as read; `certain` covers kind, number, adopted_on, issuer, title and language.

    `plan_indicators` are the indicators that the action plan repeats between its measures; a
    check compares them with the table, so they are kept apart. `in_force_from`, `years` (first and
    last) and `open_ended` are what a person said of an act entered by hand; a text is asked for its
    years itself.
    """

    kind: ActKind
    number: str
    adopted_on: date | None
    issuer: str
    language: Literal["kk", "ru"]
    title: str = ""
    repeals: tuple[ActReference, ...] = ()
    certain: Mapping[str, bool] = field(default_factory=dict)
    lost: tuple[Loss, ...] = ()
    passport: tuple[PassportRow, ...] = ()
    outline: tuple[OutlineNode, ...] = ()
    indicators: tuple[IndicatorDraft, ...] = ()
    measures: tuple[MeasureDraft, ...] = ()
    directions: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    plan_indicators: tuple[IndicatorDraft, ...] = ()
    in_force_from: date | None = None
    years: tuple[int, int] | None = None
    open_ended: bool = False
