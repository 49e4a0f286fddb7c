"""A demonstration act: written in YAML in our own words, composed into text, read as a draft.

The text is composed so that every measure can be traced to words, as in a real act.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
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
)
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import LocalText

HERE = Path(__file__).parent
SourceLanguage = Literal["kk", "ru"]


@dataclass(slots=True)
class Composed:
    """A text that grows, and knows where each piece of it stands."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, piece: str) -> tuple[int, int]:
        """Append a line; return its `[start, end)`."""
        start = self.length
        self.pieces.append(piece + "\n")
        self.length += len(piece) + 1
        return start, start + len(piece)

    def text(self) -> str:
        """Everything so far."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class DemoAct:
    """An act of the demonstration, as its YAML has it."""

    card: Mapping[str, Any]

    @classmethod
    def all(cls) -> list[Self]:
        """The acts of the demonstration, oldest first."""
        found = [
            cls(yaml.safe_load(path.read_text(encoding="utf-8")))
            for path in HERE.glob("act_*.yaml")
        ]
        return sorted(found, key=lambda act: str(act.card["act"]["adopted_on"]))

    @property
    def invented(self) -> bool:
        """Whether the act itself is invented, and not only told in our words."""
        return bool(self.card["act"].get("invented", False))

    @property
    def title(self) -> LocalText:
        """What it is about."""
        return LocalText(**self.card["act"]["title"])

    def compose(self, language: SourceLanguage) -> tuple[str, ActDraft]:
        """The act's text in a language, and the draft whose offsets point into it."""
        card, out = self.card["act"], Composed()
        out.add(card["title"][language])
        outline = tuple(self.sections(out, language))
        indicators = tuple(self.indicators(out, language))
        measures = tuple(self.measures(out, language))
        adopted_on: date = card["adopted_on"]
        draft = ActDraft(
            kind=card["kind"],
            number=str(card["number"]),
            adopted_on=adopted_on,
            issuer=card["issuer"][language],
            language=language,
            title=card["title"][language],
            repeals=tuple(
                ActReference(one["kind"], str(one["number"]), one["adopted_on"])
                for one in card.get("repeals", ())
            ),
            certain=dict.fromkeys(("kind", "number", "adopted_on", "issuer", "language"), True),
            outline=outline,
            indicators=indicators,
            measures=measures,
            directions={
                str(number): text[language]
                for number, text in self.card.get("directions", {}).items()
            },
        )
        return out.text(), draft

    def words(self, language: str) -> dict[str, str]:
        """Path of a provision → its words in a language."""
        found = {
            f"{kind}/{number}": text
            for kind, rows in (
                ("section", self.card.get("sections", {})),
                ("direction", self.card.get("directions", {})),
            )
            for number, texts in rows.items()
            if (text := texts.get(language))
        }
        for kind, rows in (("indicator", "indicators"), ("measure", "measures")):
            for row in self.card.get(rows, ()):
                found[f"{kind}/{row['n']}"] = row["title"][language]
        return found

    def sections(self, out: Composed, language: SourceLanguage) -> Iterator[OutlineNode]:
        """The sections, each a heading of its own."""
        for number, titles in self.card.get("sections", {}).items():
            start, end = out.add(f"{number}. {titles[language]}")
            yield OutlineNode(str(number), 1, titles[language], start, end)

    def indicators(self, out: Composed, language: SourceLanguage) -> Iterator[IndicatorDraft]:
        """The rows of the table of indicators."""
        for row in self.card.get("indicators", ()):
            values = tuple(
                IndicatorValue(year, Decimal(str(value)), kind)
                for kind, by_year in row["values"].items()
                for year, value in by_year.items()
            )
            shown = "; ".join(f"{one.year}: {one.value}" for one in values)
            start, end = out.add(f"{row['n']}. {row['title'][language]}, {row['unit']}: {shown}")
            yield IndicatorDraft(
                str(row["n"]), row["title"][language], row["unit"], "", values, True, start, end
            )

    def measures(self, out: Composed, language: SourceLanguage) -> Iterator[MeasureDraft]:
        """The rows of the plan; form, deadline and executors stand in the plan's own language."""
        for row in self.card.get("measures", ()):
            number, title = str(row["n"]), row["title"][language]
            start, end = out.add(f"{number}. {title}. {row['form']}; {row['deadline']}")
            first = start + len(number) + 2
            reading = read_deadline(row["deadline"])
            yield MeasureDraft(
                number=number,
                parent=number.rpartition(".")[0],
                direction=str(row["d"]),
                title=title,
                completion_form=row["form"],
                deadline=row["deadline"],
                executors=tuple(map(executor, row["executors"])),
                schedule=reading.schedule,
                certain=dict.fromkeys(MEASURE_FIELDS, True)
                | {"deadline": reading.certain, "schedule": reading.certain},
                start=start,
                end=end,
                spans={"title": ((first, first + len(title)),)},
            )


def executor(row: str | Mapping[str, Any]) -> ExecutorDraft:
    """An executor: its abbreviation alone, or with "by_agreement" or "group"."""
    if isinstance(row, str):
        return ExecutorDraft(row)
    return ExecutorDraft(
        row.get("group") or row["code"],
        by_agreement=bool(row.get("by_agreement", False)),
        group="group" in row,
    )
