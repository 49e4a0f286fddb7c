"""What the check screen shows of a reading."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from birlik.base.records.engine.amendment import doubtful_fields, version_of
from birlik.base.records.engine.draft import ActDraft, ExecutorDraft, MeasureDraft
from birlik.base.records.models import ActReading, Source
from birlik.base.records.web.labels import FINDING_KINDS
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.web.imports.spoken import spoken

LABELS: dict[str, str | Promise] = {
    "title": _("Measure"),
    "completion_form": _("Completion form"),
    "deadline": _("Deadline"),
    "executors": _("Executors"),
    "schedule": _("Schedule"),
}
INHERITED: dict[str, str | Promise] = {
    "parent": _("taken from the measure above it in number"),
    "above": _("taken from the row above"),
    "below": _("taken from the row below"),
    "merged": _("taken from a merged cell"),
}


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a row: what was read, whether it is certain, where it came from, the words."""

    name: str
    label: str | Promise
    value: str
    executors: tuple[ExecutorDraft, ...]
    certain: bool
    inherited: str | Promise
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """A row of the check: the measure, its cells, and how many of them are doubtful."""

    measure: MeasureDraft
    cells: tuple[ShownCell, ...]
    version: str
    doubts: int

    @property
    def anchor(self) -> str:
        """The row's name in the page, a plain word also where numbers were told apart: "m4-2"."""
        return "m" + re.sub(r"\W", "-", self.measure.number)


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with the words it concerns: (whose text, language, words)."""

    severity: str
    message: LocalText
    quotes: list[tuple[str, str, str]]


def shown_measure(measure: MeasureDraft, text: str) -> ShownMeasure:
    """A measure as the check screen shows it; `text` is the source text of its spans."""
    cells = tuple(shown_cell(measure, name, text) for name in LABELS)
    return ShownMeasure(measure, cells, version_of(measure), len(doubtful_fields(measure)))


def shown_cell(measure: MeasureDraft, name: str, text: str) -> ShownCell:
    """One cell; the schedule is shown in plain words and has the source words of the deadline."""
    inherited = measure.inherited.get(name, "")
    spans = measure.spans.get("deadline" if name == "schedule" else name, ())
    value = spoken(measure.schedule) if name == "schedule" else getattr(measure, name)
    return ShownCell(
        name=name,
        label=LABELS[name],
        value=value if isinstance(value, str) else "",
        executors=measure.executors if name == "executors" else (),
        certain=measure.certain.get(name, False),
        inherited=INHERITED.get(inherited, inherited),
        quotes=tuple(text[start:end] for start, end in spans),
    )


def measures_shown(
    draft: ActDraft, text: str, *, only_doubtful: bool, search: str
) -> list[ShownMeasure]:
    """The rows that hold every word of `search` and, if asked, at least one doubtful cell."""
    words = search.casefold().split()
    rows = (
        shown_measure(one, text)
        for one in draft.measures
        if all(word in f"{one.number} {one.title} {one.deadline}".casefold() for word in words)
    )
    return [row for row in rows if row.doubts or not only_doubtful]


def findings_shown(
    reading: ActReading, sources: Iterable[Source]
) -> list[tuple[str | Promise, list[ShownFinding]]]:
    """The findings by kind, each with its words: of this file, or of an act already here."""
    texts: dict[str, tuple[str, str, str]] = {
        one.document.digest: (str(one.act), one.language, one.text) for one in sources
    }
    language = reading.draft.get("language", "kk")
    texts[reading.document.digest] = ("", language, reading.text)
    grouped: dict[str, list[ShownFinding]] = defaultdict(list)
    for found in reading.findings:
        quotes = [quote(texts, place) for place in found["places"] if place["file"] in texts]
        grouped[found["kind"]].append(
            ShownFinding(found["severity"], LocalText(**found["message"]), quotes)
        )
    return [(FINDING_KINDS.get(kind, kind), rows) for kind, rows in grouped.items()]


def quote(texts: dict[str, tuple[str, str, str]], place: dict[str, Any]) -> tuple[str, str, str]:
    """The words of one place, with whose text it is and its language."""
    name, language, text = texts[place["file"]]
    return name, language, text[place["start"] : place["end"]]
