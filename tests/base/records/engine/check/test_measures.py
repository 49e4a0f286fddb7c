"""What the titles of measures promise."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from birlik.base.records.engine.check.measures import (
    plans_of_languages,
    promised_counts,
    repeated_measures,
)
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.values.schedule import Schedule

MakeAct = Callable[..., CheckedAct]


@pytest.mark.parametrize(
    ("title", "children", "found"),
    [
        ("Реализовать 3 проекта:", 2, 1),
        ("Реализовать 3 проекта:", 3, 0),
        ("Провести не менее 3 мероприятий:", 2, 1),
        ("Провести не менее 3 мероприятий:", 4, 0),
        ("Провести не более 3 мероприятий:", 4, 1),
        ("Провести не более 3 мероприятий:", 2, 0),
        ("кемінде 6 іс-шара өткізу:", 5, 1),
        ("7 жобаны іске асыру:", 7, 0),
        ("7 жобасын ұйымдастыру:", 6, 1),
        ("Реализовать проекты на 3 языках:", 2, 0),
        ("Реализовать проект «7 проектов будущего»:", 2, 0),
        ("Реализовать 3 проекта и 4 акции:", 2, 0),
        ("Реализовать 3 проекта", 0, 0),
    ],
)
def test_a_title_has_the_sub_measures_it_promises(
    act: MakeAct, measure: Callable[..., Any], title: str, children: int, found: int
) -> None:
    """The one count of things in a title is the number of sub-measures, bounds allowed for."""
    rows = (measure("4", title), *(measure(f"4.{n + 1}") for n in range(children)))
    assert len(list(promised_counts([act(measures=rows)]))) == found


def test_one_thing_is_ordered_once(act: MakeAct, measure: Callable[..., Any]) -> None:
    """Two measures with the same words and the same schedule are asked about; another schedule, or
    a measure and its own part, are not."""
    words = (
        "популяризация казахстанской модели общественного согласия через республиканский лекторий"
    )
    yearly, monthly = Schedule("year"), Schedule("month")
    one = measure("4.1", words, schedule=yearly)
    two = measure("9", f"привлечь интеллигенцию: {words}", schedule=yearly)
    (finding,) = repeated_measures([act(measures=(one, two))])
    assert finding.kind == "repeated_measure"
    other = measure("9", words, schedule=monthly)
    part = measure("4", words, schedule=yearly)
    brief = measure("10", "провести лекторий", schedule=yearly)
    assert list(repeated_measures([act(measures=(part, one, other, brief))])) == []


def test_a_plan_is_the_same_in_both_languages(act: MakeAct, measure: Callable[..., Any]) -> None:
    """A measure that one language lacks and a deadline that differs are errors; an uncertain
    reading is no ground."""
    identity = {"number": "7", "adopted_on": date(2031, 1, 1)}
    sure = {"certain": {"schedule": True}}
    yearly, monthly = Schedule("year", unit="клуб"), Schedule("month")

    def found(kazakh: list[Any], russian: list[Any]) -> list[str]:
        kk = act("Кеңес құрылды.", "kk", measures=tuple(kazakh), **identity)
        ru = act("Совет создан.", "ru", measures=tuple(russian), **identity)
        return [finding.kind for finding in plans_of_languages([kk, ru])]

    one = measure("1", deadline="жыл сайын", schedule=yearly, **sure)
    same = measure("1", deadline="ежегодно", schedule=Schedule("year", unit="клубов"), **sure)
    other = measure("1", deadline="ежемесячно", schedule=monthly, **sure)
    doubtful = measure("1", deadline="ежемесячно", schedule=monthly)
    second = measure("2", deadline="ежегодно", schedule=yearly, **sure)
    assert found([one], [same]) == []
    assert found([one], [doubtful]) == []
    assert found([one], [other]) == ["quantity_languages"]
    assert found([one], [same, second]) == ["missing_row"]
    assert found([one], []) == []
