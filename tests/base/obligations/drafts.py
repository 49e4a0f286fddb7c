"""Drafts and foundations for the tests of obligations."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.actions import adopt_act
from birlik.base.records.actions import begin_reading, finish_reading, store_document
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
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act, ActReading
from birlik.base.registry.actions import StructureRow, register_structure
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule

AT = datetime(2022, 9, 20, tzinfo=UTC)
SYSTEM = Actor.system()
STRANGER = Actor(9, 9, "stranger")
MINISTRY = ExecutorDraft("МИН")
AKIMATS = ExecutorDraft("қалалардың және облыстардың әкімдіктері", group=True)
YEARLY = Schedule("year")
DAY = date(2023, 4, 13)
CHARTER = """
body_kind:
  akimat:
    - {kk: әкімдік, ru: акимат, en: akimat, from: 2000-01-01, ground: x}
completion_form:
  report:
    - {kk: есеп, ru: отчет, en: report, from: 2000-01-01, ground: x, words: [есеп]}
  analytical_report:
    - {kk: талдамалық есеп, ru: аналитический отчет, en: analytical report, from: 2000-01-01,
       ground: x, words: [талдамалық есеп]}
issuer:
  president:
    - {kk: Республика Президенті, ru: Президент, en: President, from: 2000-01-01, ground: x}
executor_group:
  akimats:
    - {kk: әкімдіктер, ru: акиматы, en: akimats, from: 2000-01-01, ground: x,
       words: [облыстардың әкімдіктері], gathers: akimat}
"""


def charter() -> None:
    """Two forms and one group."""
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())


def body(kind: str, name: str, **row: object) -> Structure:
    """A structure of the test."""
    return register_structure(
        SYSTEM, None, at=AT, row=StructureRow(kind, LocalText(name, name), **row)
    )


def measure(number: str, deadline: Schedule | None, *executors: ExecutorDraft) -> MeasureDraft:
    """A measure whose every field is certain."""
    return MeasureDraft(
        number=number,
        parent=number.partition(".")[0] if "." in number else "",
        direction="1",
        title=f"Іс-шара {number}",
        completion_form="талдамалық есеп",
        deadline="жыл сайын",
        executors=executors,
        schedule=deadline,
        certain=dict.fromkeys(MEASURE_FIELDS, True),
        start=0,
        end=3,
    )


def draft(*measures: MeasureDraft, **changes: object) -> ActDraft:
    """A decree of 15.09.2022 for the years 2022-2026 with these measures."""
    plain = ActDraft(
        kind="decree",
        number="1",
        adopted_on=date(2022, 9, 15),
        issuer="Президент",
        language="kk",
        title="2022-2026 жылдарға арналған тұжырымдама",
        outline=(
            OutlineNode("1", 1, "Бірінші", 0, 3),
            OutlineNode("", 1, "Нөмірсіз", 3, 5),
            OutlineNode("1", 1, "Қайталанған", 5, 6),
        ),
        indicators=(
            IndicatorDraft(
                "1",
                "Деңгей, «барлығы»",
                "%",
                "",
                (
                    IndicatorValue(2021, Decimal("80"), "estimate"),
                    IndicatorValue(2022, Decimal("80.2"), "plan"),
                ),
                certain=True,
            ),
        ),
        measures=measures,
        directions={"1": "Бағыт"},
        abbreviations={"ЖАҢА": "Жаңа орган"},
    )
    return replace(plain, **changes)


def reading(one: ActDraft) -> ActReading:
    """The draft as a reading that waits to be confirmed."""
    text = f"act {one.number}"
    document = store_document(
        SYSTEM,
        None,
        at=AT,
        name=f"{one.number}.{one.language}.txt",
        media_type="text/plain",
        content=f"{text} {one.language}".encode(),
    )
    found = begin_reading(SYSTEM, document, at=AT)
    if found.state != ActReading.State.WAITING:
        return found
    finish_reading(
        SYSTEM,
        found,
        at=AT,
        text=text,
        draft=to_record(one),
        findings=[
            {
                "kind": "sum",
                "severity": "question",
                "message": {"kk": "қате ме?", "ru": "ошибка?", "en": "wrong?"},
                "places": [],
            }
        ],
    )
    found.refresh_from_db()
    return found


def reference(number: str, adopted_on: date | None) -> ActReference:
    """Another act named as repealed."""
    return ActReference("decree", number, adopted_on)


def adopted(one: ActDraft, **given: object) -> Act:
    """The act that a draft becomes."""
    return adopt_act(SYSTEM, reading(one), at=AT, **given)
