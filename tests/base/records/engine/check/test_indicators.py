"""Indicators against plans, facts and earlier acts."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import pytest

from birlik.base.records.engine.check import indicators
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.draft import ActReference, IndicatorDraft, IndicatorValue

MakeAct = Callable[..., CheckedAct]
TITLE = "Уровень общественного согласия"
KINDS: dict[str, Literal["fact", "estimate", "plan"]] = {"f": "fact", "e": "estimate", "p": "plan"}


def row(values: str, title: str = TITLE, number: str = "1", **place: int) -> IndicatorDraft:
    """A row from "2030f80 2031e81 2032p82": year, kind, value."""
    found = tuple(
        IndicatorValue(int(one[:4]), Decimal(one[5:]), KINDS[one[4]]) for one in values.split()
    )
    return IndicatorDraft(number, title, "%", "", found, certain=True, **place)


def test_table_and_plan_give_one_target(act: MakeAct) -> None:
    """A target that the plan repeats otherwise is an error; one it repeats alike is none."""
    text = "Целевой индикатор 1. Уровень согласия: 2032 год - 82; 2033 год - 82,9\n"
    line = row("2032p82 2033p82.9", start=0, end=len(text) - 1)
    checked = act(text, indicators=(row("2032p82 2033p83"),), plan_indicators=(line,))
    (finding,) = indicators.table_and_plan([checked])
    assert (finding.kind, finding.severity) == ("indicator_table_plan", "error")
    assert text[finding.places[1].start : finding.places[1].end] == "2033 год - 82,9"


def test_a_plan_line_finds_its_row_by_title_then_by_number(act: MakeAct) -> None:
    """A line goes with the row of its title, else of its number, else with none."""
    table = (row("2032p82"), row("2032p50", "Доля школ", "2"))
    by_title = row("2032p51", "Доля школ", "9")
    by_number = row("2032p81", "Показатель доверия", "1")
    neither = row("2032p81", "Показатель доверия", "7")
    for line, found in ((by_title, 1), (by_number, 1), (neither, 0)):
        checked = act(indicators=table, plan_indicators=(line,))
        assert len(list(indicators.table_and_plan([checked]))) == found


def test_a_direction_without_an_indicator_is_asked_about(
    act: MakeAct, measure: Callable[..., Any]
) -> None:
    """One direction of three that has no line is named; where most have none, nothing is."""
    text = "Направление 1 \nНаправление 2 \nНаправление 3 \n" + "." * 80
    rows = [
        measure(number, direction=number, start=start, end=start + 1)
        for number, start in (("1", 10), ("2", 30), ("3", 50))
    ]
    directions = {"1": "", "2": "", "3": ""}
    lines = (row("2032p82", start=5, end=6), row("2032p82", start=45, end=46))
    checked = act(text, measures=tuple(rows), directions=directions, plan_indicators=lines)
    (finding,) = indicators.directions_without_indicator([checked])
    assert text[finding.places[0].start : finding.places[0].end] == "Направление 2"
    few = act(text, measures=tuple(rows), directions=directions, plan_indicators=lines[:1])
    assert list(indicators.directions_without_indicator([few])) == []


@pytest.mark.parametrize(
    ("values", "kinds"),
    [
        ("2030f88 2031e80 2032p81 2033p82", ["target_exceeded"]),
        ("2030f81.5 2031e80 2032p81 2033p82", ["target_exceeded"]),
        ("2030f80 2031e80 2032p81 2033p82", []),
        ("2030f5 2031e9 2032p8 2033p7", ["target_exceeded"]),
        ("2030f9 2031e9 2032p8 2033p7", []),
        ("2030f80 2031e80.5 2032p81 2033p80.5 2034p82", ["indicator_course"]),
        ("2030f73 2031e81 2032p82 2033p83", ["indicator_course"]),
        ("2030f80 2031e80 2032p81 2033p81", []),
        ("2030f90 2031e80 2032p81", []),
    ],
    ids=[
        "passed",
        "first passed",
        "ahead",
        "falling passed",
        "falling ahead",
        "goes back",
        "leap",
        "flat",
        "one target",
    ],
)
def test_facts_and_targets_go_together(act: MakeAct, values: str, kinds: list[str]) -> None:
    """Targets lie ahead of the last fact in the direction of the plan, and go on steadily."""
    found = indicators.facts_and_targets([act(indicators=(row(values),))])
    assert [finding.kind for finding in found] == kinds


def test_dashes_instead_of_facts_are_asked_about(act: MakeAct) -> None:
    """A table whose rows all have a dash for the first year has no base."""
    text = "1. Уровень согласия % опрос - 80 % 81 %\n"
    dashed = row("2031e80 2032p81", start=0, end=len(text))
    (finding,) = indicators.base_values([act(text, indicators=(dashed,))])
    assert (finding.kind, "2030" in finding.message.en) == ("missing_row", True)
    known = row("2030f79 2031e80 2032p81", start=0, end=len(text))
    assert list(indicators.base_values([act(text, indicators=(known,))])) == []


def test_two_languages_have_one_table(act: MakeAct) -> None:
    """A value that differs and a row that one language lacks are errors."""
    identity = {"number": "7", "adopted_on": date(2031, 1, 1)}
    russian = act(
        "Совет создан.", "ru", indicators=(row("2032p82"), row("2032p50", number="2")), **identity
    )
    kazakh = act("Кеңес құрылды.", "kk", indicators=(row("2032p83"),), **identity)
    missing, differs = indicators.indicators_of_languages([kazakh, russian])
    assert (missing.kind, differs.kind) == ("missing_row", "quantity_languages")
    same = act("Кеңес құрылды.", "kk", indicators=russian.draft.indicators, **identity)
    assert list(indicators.indicators_of_languages([same, russian])) == []


@pytest.mark.parametrize(
    ("values", "kinds"),
    [
        ("2032f88 2035p90", [("fact_against_plan", "warning")]),
        ("2032f82.5 2035p90", [("fact_against_plan", "question")]),
        ("2032f82.1 2035p90", []),
        ("2032e82 2033p82.6", [("indicator_acts", "question")]),
        ("2032f82 2033p82.5", []),
        ("2040f10", []),
    ],
)
def test_a_later_act_is_held_against_the_earlier_plan(
    act: MakeAct, values: str, kinds: list[tuple[str, str]]
) -> None:
    """A fact off the earlier target by a year's step or more, and another target, are told."""
    plan = row("2032p82 2033p82.5 2034p83")
    earlier = act("Совет.", "a", number="1", adopted_on=date(2031, 1, 1), indicators=(plan,))
    later = act("Совет.", "b", number="2", adopted_on=date(2034, 1, 1), indicators=(row(values),))
    found = list(indicators.facts_and_earlier_plans([earlier, later]))
    assert [(finding.kind, finding.severity) for finding in found] == kinds


def test_indicators_are_recognised_across_languages(act: MakeAct) -> None:
    """A Kazakh and a Russian title of one indicator meet; another indicator is another."""
    kazakh = row("2032p82 2033p83", "Қоғамдық келісім мен жалпыұлттық бірлікті нығайту деңгейі")
    russian = row(
        "2032f90", "Уровень укрепления общественного согласия и общенационального единства"
    )
    other = row("2032f90", "Доля школ с интернетом")
    earlier = act("Кеңес.", "a", number="1", adopted_on=date(2031, 1, 1), indicators=(kazakh,))
    for later_row, found in ((russian, 1), (other, 0)):
        later = act("Совет.", "b", number="2", adopted_on=date(2034, 1, 1), indicators=(later_row,))
        assert len(list(indicators.facts_and_earlier_plans([earlier, later]))) == found


def test_the_plans_own_line_is_held_against_the_later_act_too(act: MakeAct) -> None:
    """Where the table agrees with the later act and the plan's line does not, that is told."""
    earlier = act(
        "Совет.",
        "a",
        number="1",
        adopted_on=date(2031, 1, 1),
        indicators=(row("2032p82 2033p83"),),
        plan_indicators=(row("2032p82 2033p82.9"),),
    )
    later = act(
        "Совет.", "b", number="2", adopted_on=date(2032, 1, 1), indicators=(row("2033p83"),)
    )
    (finding,) = indicators.facts_and_earlier_plans([earlier, later])
    assert (finding.kind, "82.9" in finding.message.en) == ("indicator_acts", True)


def test_targets_after_the_repeal_are_told(act: MakeAct) -> None:
    """Years that begin after the repeal are named, the year of the repeal is not."""
    line = row("2033p82 2035p84")
    fields = {"number": "1", "adopted_on": date(2031, 1, 1)}
    earlier = act("Совет.", "a", indicators=(line,), plan_indicators=(line,), **fields)
    repeal = ActReference("decree", "1", date(2031, 1, 1))
    later = act("Совет.", "b", number="2", adopted_on=date(2033, 6, 1), repeals=(repeal,))
    (finding,) = indicators.targets_outlive_the_act([earlier, later])
    assert "2035" in finding.message.en
    assert "2033," not in finding.message.en
    assert list(indicators.targets_outlive_the_act([earlier])) == []
    ended = act("Совет.", "a", indicators=(row("2033p82"),), **fields)
    assert list(indicators.targets_outlive_the_act([ended, later])) == []
