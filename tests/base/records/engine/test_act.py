"""A whole act, and its printed form."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.act_json import act_record, schedule_record
from birlik.base.records.engine.draft import Loss, SourceText
from birlik.base.records.engine.loss import describe_loss
from birlik.base.records.engine.sources import read_source
from birlik.base.values.schedule import AfterPeriod, MonthDay, Schedule, Window

ACT = """О развитии садов

Указ Президента Республики Казахстан от 5 марта 2027 года № 12.

В соответствии с законом ПОСТАНОВЛЯЮ:

1. Утвердить прилагаемую Концепцию.

2. Признать утратившим силу Указ Президента Республики Казахстан от 1 мая 2020 года № 5.

УТВЕРЖДЕНА
Указом Президента Республики Казахстан
от 5 марта 2027 года № 12

Концепция развития садов

Раздел 1. Паспорт

Сроки реализации: 2027 - 2029 годы

Раздел 2. Целевые индикаторы

4.\tДоля садов\t%\tотчет\t10\t11\t12,5

План

№\tМероприятие\tСрок\tИсполнители
1\tПосадить яблони\tежегодно\tМСХ (по согласованию)

Примечание: расшифровка аббревиатур:

МСХ – Министерство сельского хозяйства.
"""


def test_parts_come_together() -> None:
    """Head, passport, outline, indicators, plan and losses of one text are one draft."""
    draft = read_act(read_source(ACT.encode(), "act.txt"))
    assert (draft.kind, draft.number, draft.adopted_on) == ("decree", "12", date(2027, 3, 5))
    assert [row.name for row in draft.passport] == ["Сроки реализации"]
    assert [node.number for node in draft.outline] == ["1", "2", "1", "2"]
    assert [measure.number for measure in draft.measures] == ["1"]
    assert draft.abbreviations == {"МСХ": "Министерство сельского хозяйства"}
    # The head of the table is lost: the years follow from the passport's terms.
    [row] = draft.indicators
    assert [(one.year, one.kind) for one in row.values] == [
        (2027, "estimate"),
        (2028, "plan"),
        (2029, "plan"),
    ]
    assert not row.certain
    assert {(loss.kind, loss.what) for loss in draft.lost} == {
        ("heading", "indicators"),
        ("row", "indicators/1"),
        ("row", "indicators/2"),
        ("row", "indicators/3"),
    }


def test_json() -> None:
    """The printed form has the agreed keys, and plain values only."""
    record = json.loads(json.dumps(act_record(read_act(read_source(ACT.encode(), "act.txt")))))
    assert list(record) == [
        *("kind", "number", "adopted_on", "issuer", "language", "repeals", "certain", "lost"),
        *("outline", "indicators", "measures", "abbreviations"),
    ]
    assert record["adopted_on"] == "2027-03-05"
    assert record["repeals"] == [
        {
            "kind": "decree",
            "number": "5",
            "adopted_on": "2020-05-01",
            "part": "",
            "start": ACT.index("2. Признать"),
            "end": ACT.index("\n\nУТВЕРЖДЕНА"),
        }
    ]
    assert record["indicators"][0]["values"][2] == {"year": 2029, "value": 12.5, "kind": "plan"}
    assert record["indicators"][0]["values"][0]["value"] == 10
    assert list(record["outline"][0]) == ["number", "level", "title", "start", "end", "children"]
    [measure] = record["measures"]
    assert list(measure) == [
        *("number", "parent", "direction", "title", "completion_form", "deadline", "executors"),
        *("inherited", "schedule", "certain", "start", "end"),
    ]
    assert measure["executors"] == [{"code": "МСХ", "by_agreement": True, "group": False}]
    assert measure["certain"] == {
        "title": True,
        "completion_form": False,
        "deadline": True,
        "executors": True,
        "schedule": True,
    }
    assert measure["schedule"]["per"] == "year"


def test_empty_act() -> None:
    """A text that is no act gives an empty draft whose JSON says so."""
    record = act_record(read_act(SourceText("Бақ", "text", "kk")))
    assert (record["kind"], record["adopted_on"], record["measures"]) == ("", None, [])


def test_schedules() -> None:
    """Windows and delays are printed in the shape of the deadline command."""
    days = (MonthDay(5, 1), MonthDay(11, 1))
    assert schedule_record(None) is None
    printed = schedule_record(Schedule("year", window=Window("by", days=days, inclusive=False)))
    assert printed is not None
    assert printed["window"] == {"kind": "by", "value": ["05-01", "11-01"], "inclusive": False}
    one = schedule_record(Schedule("once", window=Window("on", days=days[:1]), years=(2027,)))
    assert one is not None
    assert one["window"] == {"kind": "on", "value": "05-01", "inclusive": True}
    assert one["years"] == [2027]
    quarter = schedule_record(
        Schedule("year", window=Window("quarter", 2), after_period=AfterPeriod(days=10))
    )
    assert quarter is not None
    assert quarter["window"] == {"kind": "quarter", "value": 2, "inclusive": True}
    assert quarter["after_period"] == {"days": 10}
    later = schedule_record(Schedule("quarter", after_period=AfterPeriod(months=1, day=10)))
    assert later is not None
    assert later["after_period"] == {"months": 1, "day": 10}


def test_progress() -> None:
    """The reader is told how far it is, from nothing to all."""
    told: list[float] = []
    read_act(read_source(ACT.encode(), "act.txt"), told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_flattened_plan(acts: Path) -> None:
    """A plan that was flattened to lines is rebuilt, and its lines are no part of the outline."""
    name = "concept-2022-2026-with-plan.kk.txt"
    draft = read_act(read_source((acts / name).read_bytes(), name))
    assert len([one for one in draft.measures if not one.parent]) == 17
    assert max(node.end for node in draft.outline) < min(one.start for one in draft.measures)
    assert "АҚДМ" in draft.abbreviations


def test_losses_in_words() -> None:
    """Every kind of loss is said in three languages."""
    for kind, what, said in (
        ("heading", "title", "the act's title"),
        ("heading", "Раздел 3", "heading: Раздел 3"),
        ("row", "indicators/3", "row 3 of the table of target indicators"),
        ("row", "4.2", "point 4.2 of the plan"),
        ("page", "7", "the text of page 7"),
        ("table", "indicators", "the table of target indicators"),
    ):
        words = describe_loss(Loss(kind, what))
        assert words.en == said
        assert words.missing() == ()


PIECES = st.sampled_from(
    [
        *(
            "1.",
            "1)",
            "4.2",
            "\t",
            "\n",
            "\n\n",
            "      ",
            "%",
            "80,2 %",
            "5 6 7",
            "№ 5",
            "|",
            "**",
        ),
        *(
            "Мазмұны",
            "1-бөлім.",
            "1-бағыт.",
            "БЕКІТІЛГЕН",
            "УТВЕРЖДЕН",
            "р/с №",
            "Жоспарлы мәндері",
        ),
        *("2027 жыл (факт)", "2028 жыл", "2027 жылғы 5 наурыздағы № 12 Жарлығымен", "паспорты"),
        *(
            "Мерзімі",
            "Іс-шара",
            "Орындаушылар",
            "Аяқталу нысаны",
            "жыл сайын",
            "АШМ (келісу",
            "## ",
        ),
        *(
            "Ескертпе: аббревиатуралардың толық жазылуы",
            "АШМ - министрлік",
            "м е н",
            "күші жойылды",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=60).map(" ".join))
def test_any_text(text: str) -> None:
    """Whatever a text holds it is read, and every place named lies within it."""
    source = read_source(("а" + text).encode(), "act.txt")
    draft = read_act(source)
    places = [*draft.indicators, *draft.measures, *draft.repeals, *draft.lost, *draft.outline]
    assert all(0 <= one.start <= one.end <= len(source.text) for one in places)
    assert json.dumps(act_record(draft))
