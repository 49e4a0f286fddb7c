"""A demonstration act: written in YAML in our own words, composed into texts, read as drafts.

The texts, one in Kazakh and one in Russian, are composed so that every field can be traced to its
words, as in a real act. `words.yaml` has the Russian of what a plan says over and over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

import yaml

from birlik.base.records.engine.composed import (
    Composed,
    ComposedText,
    MeasureCells,
    SourceLanguage,
    composed_measure,
)
from birlik.base.records.engine.draft import (
    ActDraft,
    ActReference,
    ExecutorDraft,
    IndicatorDraft,
    IndicatorValue,
    MeasureDraft,
    OutlineNode,
    ValueKind,
)
from birlik.base.records.engine.sources import read_source
from birlik.base.records.models import Telling
from birlik.base.values.clock import ZONE
from birlik.base.values.local_text import Language, LocalText

HERE = Path(__file__).parent
HEADINGS: dict[SourceLanguage, dict[str, str]] = {
    "kk": {"section": "{}-бөлім. {}", "direction": "{}-бағыт. {}"},
    "ru": {"section": "Раздел {}. {}", "direction": "Направление {}. {}"},
}
KINDS: dict[SourceLanguage, dict[str, str]] = {
    "kk": {"fact": "факт", "estimate": "бағалау", "plan": "жоспар"},
    "ru": {"fact": "факт", "estimate": "оценка", "plan": "план"},
}


def written(name: str) -> Any:
    """What a YAML file of the demonstration says."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


@dataclass(slots=True)
class Retold(Composed):
    """A composed text that knows what a plan says over and over in its language."""

    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def said(self, kind: str, words: str) -> str:
        """Words of a plan (a form, a deadline, an executor) in the language of this text.

        Raises KeyError for words that `words.yaml` does not translate.
        """
        return self.words[kind][words] if words and self.language == "ru" else words


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
    def entered_at(self) -> datetime:
        """When it is put under control in the invented course of things."""
        return datetime.combine(self.card["act"]["entered_on"], time(9), ZONE)

    @property
    def title(self) -> LocalText:
        """What it is about."""
        return LocalText(**self.card["act"]["title"])

    def text(self, language: SourceLanguage) -> ComposedText:
        """The act as a file in a language, and as it is read."""
        card, out = self.card["act"], Retold(language, words=self.words)
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
        return ComposedText(name, read_source(out.text().encode(), name), draft)

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

    def sections(self, out: Retold) -> Iterator[OutlineNode]:
        """The sections, each a heading of its own."""
        for number, texts in self.card.get("sections", {}).items():
            title = texts[out.language]
            (start, end), _ = out.paragraph(HEADINGS[out.language]["section"].format(number, title))
            yield OutlineNode(str(number), 1, title, start, end)

    def indicators(self, out: Retold) -> Iterator[IndicatorDraft]:
        """The rows of the table of indicators."""
        for row in self.card.get("indicators", ()):
            yield indicator(row, row["values"], out)

    def lines(self, direction: str, out: Retold) -> Iterator[IndicatorDraft]:
        """What the plan repeats of the table under the heading of a direction."""
        for row in self.card.get("indicators", ()):
            line = row.get("line", {})
            if line.get("d") == direction:
                yield indicator(row, {"plan": line["plan"]}, out)

    def measures(self, out: Retold, lines: list[IndicatorDraft]) -> Iterator[MeasureDraft]:
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
    row: Mapping[str, Any], values: Mapping[ValueKind, Mapping[int, float]], out: Retold
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


def measure(row: Mapping[str, Any], out: Retold) -> MeasureDraft:
    """A row of the plan, written at the end of the text that is being composed."""
    cells = MeasureCells(
        number=row["n"],
        direction=row["d"],
        title=row["title"][out.language],
        completion_form=out.said("form", row["form"]),
        deadline=out.said("deadline", row["deadline"]),
        executors=tuple(executor(one, out) for one in row["executors"]),
    )
    return composed_measure(cells, out, deadline_in=out.language)


def executor(row: str | Mapping[str, Any], out: Retold) -> ExecutorDraft:
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
