"""A demonstration act: written in YAML in our own words, composed into texts, read as drafts.

The texts, one in Kazakh and one in Russian, are composed so that every field can be traced to its
words, as in a real act. `words.yaml` has the Russian of what a plan says over and over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, Self

import yaml

from birlik.base.records.engine.draft import (
    MEASURE_FIELDS,
    ActDraft,
    ActReference,
    ExecutorDraft,
    IndicatorDraft,
    IndicatorValue,
    MeasureDraft,
    OutlineNode,
    SourceText,
    Span,
    ValueKind,
)
from birlik.base.records.engine.sources import read_source
from birlik.base.records.models import Telling
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import Language, LocalText

HERE = Path(__file__).parent
SourceLanguage = Literal["kk", "ru"]
HEADINGS: dict[SourceLanguage, dict[str, str]] = {
    "kk": {"section": "{}-бөлім. {}", "direction": "{}-бағыт. {}"},
    "ru": {"section": "Раздел {}. {}", "direction": "Направление {}. {}"},
}
KINDS: dict[SourceLanguage, dict[str, str]] = {
    "kk": {"fact": "факт", "estimate": "бағалау", "plan": "жоспар"},
    "ru": {"fact": "факт", "estimate": "оценка", "plan": "план"},
}
BY_AGREEMENT: dict[SourceLanguage, str] = {"kk": "келісу бойынша", "ru": "по согласованию"}


def written(name: str) -> Any:
    """What a YAML file of the demonstration says."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


@dataclass(slots=True)
class Composed:
    """A text in a language that grows, and knows where each piece of it stands."""

    language: SourceLanguage
    words: Mapping[str, Mapping[str, str]]
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

    def said(self, kind: str, words: str) -> str:
        """Words of a plan (a form, a deadline, an executor) in the language of this text.

        Raises KeyError for words that `words.yaml` does not translate.
        """
        return self.words[kind][words] if words and self.language == "ru" else words

    def text(self) -> str:
        """Everything so far."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class DemoText:
    """A text of a demonstration act as a file, with the draft whose offsets point into it."""

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
class DemoAct:
    """An act of the demonstration, as its YAML has it."""

    card: Mapping[str, Any]
    words: Mapping[str, Mapping[str, str]]

    @classmethod
    def all(cls) -> list[Self]:
        """The acts of the demonstration, oldest first."""
        words = written("words.yaml")
        found = [cls(written(path.name), words) for path in HERE.glob("act_*.yaml")]
        return sorted(found, key=lambda act: str(act.card["act"]["adopted_on"]))

    @property
    def number(self) -> str:
        """The number under which it was adopted."""
        return str(self.card["act"]["number"])

    @property
    def identity(self) -> tuple[str, date]:
        """What tells it from every other act: its number and the day of its adoption."""
        return self.number, self.card["act"]["adopted_on"]

    @property
    def told(self) -> Telling:
        """Whether the act itself is invented, or only retold in our words."""
        return Telling.INVENTED if self.card["act"].get("invented") else Telling.RETOLD

    @property
    def controlled_from(self) -> date | None:
        """From when it is under control, where that was before the demonstration is loaded."""
        day: date | None = self.card["act"].get("controlled_from")
        return day

    @property
    def title(self) -> LocalText:
        """What it is about."""
        return LocalText(**self.card["act"]["title"])

    def text(self, language: SourceLanguage) -> DemoText:
        """The act as a file in a language, and as it is read."""
        card, out = self.card["act"], Composed(language, self.words)
        out.paragraph(card["title"][language])
        outline = tuple(self.sections(out))
        indicators = tuple(self.indicators(out))
        lines: list[IndicatorDraft] = []
        measures = tuple(self.measures(out, lines))
        adopted_on: date = card["adopted_on"]
        draft = ActDraft(
            kind=card["kind"],
            number=self.number,
            adopted_on=adopted_on,
            issuer=card["issuer"][language],
            language=language,
            title=card["title"][language],
            repeals=tuple(map(reference, card.get("repeals", ()))),
            certain=dict.fromkeys(
                ("kind", "number", "adopted_on", "issuer", "title", "language"), True
            ),
            outline=outline,
            indicators=indicators,
            measures=measures,
            plan_indicators=tuple(lines),
            directions={
                number: texts[language] for number, texts in self.card.get("directions", {}).items()
            },
        )
        name = f"{self.number}.{language}.txt"
        return DemoText(name, read_source(out.text().encode(), name), draft)

    def titles(self, language: Language) -> dict[str, str]:
        """Path of a provision → its words in a language."""
        headed = {
            f"{kind}/{number}": texts[language]
            for kind in ("section", "direction")
            for number, texts in self.card.get(f"{kind}s", {}).items()
        }
        listed = {
            f"{kind}/{row['n']}": row["title"][language]
            for kind in ("indicator", "measure")
            for row in self.card.get(f"{kind}s", ())
        }
        return headed | listed

    def sections(self, out: Composed) -> Iterator[OutlineNode]:
        """The sections, each a heading of its own."""
        for number, texts in self.card.get("sections", {}).items():
            title = texts[out.language]
            (start, end), _ = out.paragraph(HEADINGS[out.language]["section"].format(number, title))
            yield OutlineNode(str(number), 1, title, start, end)

    def indicators(self, out: Composed) -> Iterator[IndicatorDraft]:
        """The rows of the table of indicators."""
        for row in self.card.get("indicators", ()):
            yield indicator(row, row["values"], out)

    def lines(self, direction: str, out: Composed) -> Iterator[IndicatorDraft]:
        """What the plan repeats of the table under the heading of a direction."""
        for row in self.card.get("indicators", ()):
            line = row.get("line", {})
            if line.get("d") == direction:
                yield indicator(row, {"plan": line["plan"]}, out)

    def measures(self, out: Composed, lines: list[IndicatorDraft]) -> Iterator[MeasureDraft]:
        """The rows of the plan under the headings of their directions, whose `lines` are added."""
        direction = ""
        for row in self.card.get("measures", ()):
            if row["d"] != direction:
                direction = row["d"]
                title = self.card["directions"][direction][out.language]
                out.paragraph(HEADINGS[out.language]["direction"].format(direction, title))
                lines.extend(self.lines(direction, out))
            yield measure(row, out)


def indicator(
    row: Mapping[str, Any], values: Mapping[ValueKind, Mapping[int, float]], out: Composed
) -> IndicatorDraft:
    """An indicator with values by kind and year, written at the end of the text."""
    title, unit = row["title"][out.language], row["unit"]
    known = tuple(
        IndicatorValue(year, Decimal(str(value)), kind)
        for kind, by_year in values.items()
        for year, value in by_year.items()
    )
    shown = (
        f"{one.year} ({KINDS[out.language][one.kind]}): {one.value} {unit}".replace(".", ",")
        for one in known
    )
    (start, end), _ = out.paragraph(f"{row['n']}. ", title=title, values=", ".join(shown))
    return IndicatorDraft(str(row["n"]), title, unit, "", known, True, start, end)


def measure(row: Mapping[str, Any], out: Composed) -> MeasureDraft:
    """A row of the plan, written at the end of the text that is being composed."""
    number: str = row["n"]
    executors = tuple(executor(one, out) for one in row["executors"])
    cells = {
        "title": row["title"][out.language],
        "completion_form": out.said("form", row["form"]),
        "deadline": out.said("deadline", row["deadline"]),
    }
    named = ", ".join(
        f"{one.code} ({BY_AGREEMENT[out.language]})" if one.by_agreement else one.code
        for one in executors
    )
    (start, end), spans = out.paragraph(f"{number}. ", **cells, executors=named)
    reading = read_deadline(cells["deadline"], out.language)
    certain: dict[str, bool] = dict.fromkeys(MEASURE_FIELDS, True)
    certain["deadline"] = certain["schedule"] = reading.certain or not cells["deadline"]
    return MeasureDraft(
        number=number,
        parent=number.rpartition(".")[0],
        direction=row["d"],
        **cells,
        executors=executors,
        schedule=reading.schedule,
        certain=certain,
        start=start,
        end=end,
        spans=spans,
    )


def executor(row: str | Mapping[str, Any], out: Composed) -> ExecutorDraft:
    """An executor: its abbreviation alone, or with "by_agreement", or a "group"."""
    if isinstance(row, str):
        return ExecutorDraft(out.said("executor", row))
    return ExecutorDraft(
        out.said("executor", row.get("group") or row["code"]),
        by_agreement=bool(row.get("by_agreement", False)),
        group="group" in row,
    )


def reference(row: Mapping[str, Any]) -> ActReference:
    """An act that this one repeals, or the "part" of it that is repealed."""
    return ActReference(
        row["kind"], str(row["number"]), row["adopted_on"], part=str(row.get("part", ""))
    )
