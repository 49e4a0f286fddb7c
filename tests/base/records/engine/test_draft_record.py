"""A draft survives being kept as JSON."""

import json
from datetime import date
from decimal import Decimal

from birlik.base.records.engine.draft import (
    ActDraft,
    ActReference,
    ExecutorDraft,
    IndicatorDraft,
    IndicatorValue,
    Loss,
    MeasureDraft,
    OutlineNode,
)
from birlik.base.records.engine.draft_record import from_record, to_record
from birlik.base.values.schedule import MonthDay, Schedule, Window

MEASURE = MeasureDraft(
    number="2",
    parent="",
    direction="1.2",
    title="Сессия",
    completion_form="хаттама",
    deadline="жыл сайын, 1 мамырға дейін",
    executors=(ExecutorDraft("МКИ"), ExecutorDraft("әкімдіктер", group=True)),
    schedule=Schedule("year", window=Window("by", days=(MonthDay(5, 1),), inclusive=False)),
    certain={"title": True, "deadline": False},
    start=10,
    end=20,
    inherited={"completion_form": "parent"},
    spans={"title": ((10, 14), (16, 20))},
)
DRAFT = ActDraft(
    kind="decree",
    number="7",
    adopted_on=date(2024, 1, 9),
    issuer="Президент",
    language="kk",
    repeals=(ActReference("decree", "3", None),),
    lost=(Loss("row", "1"),),
    outline=(OutlineNode("1", 1, "А", 0, 5, (OutlineNode("", 2, "б", 2, 5),)),),
    indicators=(
        IndicatorDraft(
            "1", "Деңгей", "%", "", (IndicatorValue(2024, Decimal("75.5"), "fact"),), True
        ),
    ),
    measures=(MEASURE,),
    abbreviations={"МКИ": "министрлік"},
)


def test_round_trip() -> None:
    """What was written as JSON text and read again is the same draft."""
    assert from_record(json.loads(json.dumps(to_record(DRAFT)))) == DRAFT


def test_absent_values_stay_absent() -> None:
    """A draft without a date or measures comes back without them."""
    empty = ActDraft("", "", None, "", "ru")
    assert from_record(json.loads(json.dumps(to_record(empty)))) == empty
