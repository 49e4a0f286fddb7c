"""A file, its reading and its act, for the tests of readings and their pages."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from birlik.base.records.actions import begin_reading, finish_reading, store_document
from birlik.base.records.engine.draft import (
    MEASURE_FIELDS,
    ActDraft,
    ExecutorDraft,
    IndicatorDraft,
    IndicatorValue,
    Loss,
    MeasureDraft,
    OutlineNode,
    PassportRow,
)
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.engine.sources import read_source
from birlik.base.records.models import ActReading
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.schedule import Schedule

AT = datetime(2026, 11, 20, 6, tzinfo=UTC)
SYSTEM = Actor.system()
COORDINATOR = Actor(1, 1, "coordinator", frozenset({Grant("acts.import"), Grant("acts.read")}))
STRANGER = Actor(2, 2, "stranger")
KK = """1-бөлім. Кеңестер

Қазақстан халқы Ассамблеясының 2022-2026 жылдарға арналған тұжырымдамасы.

Өңірлерде 17 кеңес жұмыс істейді.

2-бөлім. Жоспар

Кеңестердің отырыстары жыл сайын өткізіледі.
"""
RU = """Раздел 1. Советы

Концепция Ассамблеи народа Казахстана на 2022-2026 годы.

В регионах работают 17 советов.

Раздел 2. План

Заседания советов проводятся ежегодно.
"""


def span_of(words: str, text: str = KK) -> tuple[int, int]:
    """Where `words` stand in the text."""
    start = text.index(words)
    return start, start + len(words)


def draft(*, doubtful: Iterable[str] = ()) -> ActDraft:
    """A decree with two measures; `doubtful` names the uncertain cells of the first."""
    certain = {name: name not in set(doubtful) for name in MEASURE_FIELDS}
    start, end = span_of("Кеңестердің отырыстары жыл сайын өткізіледі.")
    row = MeasureDraft(
        number="1",
        parent="",
        direction="1",
        title="Кеңестердің отырыстары",
        completion_form="хаттама",
        deadline="жыл сайын",
        executors=(ExecutorDraft("АҚДМ"), ExecutorDraft("ҚХА", by_agreement=True)),
        schedule=Schedule("year"),
        certain=certain,
        start=start,
        end=end,
        inherited=dict.fromkeys(doubtful, "above"),
        spans={"title": (span_of("Кеңестердің отырыстары"),)},
    )
    return ActDraft(
        kind="decree",
        number="1014",
        adopted_on=date(2022, 9, 15),
        issuer="Президент",
        language="kk",
        title="2022-2026 жылдарға арналған тұжырымдама",
        certain=dict.fromkeys(("kind", "number", "adopted_on", "issuer"), True),
        lost=(Loss("row", "indicators/3"),),
        passport=(PassportRow("Атауы", "Тұжырымдама"),),
        outline=(
            OutlineNode("1", 1, "Кеңестер", *span_of("1-бөлім. Кеңестер")),
            OutlineNode("2", 1, "Жоспар", *span_of("2-бөлім. Жоспар")),
        ),
        indicators=(
            IndicatorDraft(
                "1", "Келісім", "%", "", (IndicatorValue(2024, Decimal(80), "plan"),), certain=False
            ),
        ),
        measures=(row, replace(row, number="2", certain=dict.fromkeys(MEASURE_FIELDS, True))),
        abbreviations={"АҚДМ": "Ақпарат және қоғамдық даму министрлігі"},
    )


def waiting(text: str = KK, name: str = "act.txt") -> ActReading:
    """A file that was brought and waits for the worker."""
    document = store_document(
        SYSTEM, None, at=AT, name=name, media_type="text/plain", content=text.encode()
    )
    return begin_reading(SYSTEM, document, at=AT)


def finding(digest: str) -> dict[str, object]:
    """A finding about the count of councils in the file of this digest."""
    start, end = span_of("17 кеңес")
    return {
        "kind": "quantity_inside",
        "severity": "warning",
        "message": {"kk": "Саны екі түрлі", "ru": "Число разное", "en": "Two counts"},
        "places": [
            {"file": digest, "start": start, "end": end},
            {"file": digest, "start": start - 10, "end": start - 4},
            {"file": "another file", "start": 0, "end": 1},
        ],
    }


def read(*, doubtful: Iterable[str] = ()) -> ActReading:
    """A reading that waits for a person's check."""
    reading = waiting()
    finish_reading(
        SYSTEM,
        reading,
        at=AT,
        text=read_source(KK.encode(), "act.txt").text,
        draft=to_record(draft(doubtful=doubtful)),
        findings=[finding(reading.document.digest)],
    )
    reading.refresh_from_db()
    return reading
