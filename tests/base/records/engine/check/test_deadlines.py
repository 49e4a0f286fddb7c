"""Deadlines against one another and against the act's life."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from birlik.base.records.engine.check import deadlines
from birlik.base.records.engine.check.due_days import due_days, span_of_year, times_a_year
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.draft import ActReference, PassportRow
from birlik.base.values.schedule import MonthDay, Schedule, Window

MakeAct = Callable[..., CheckedAct]
MakeMeasure = Callable[..., Any]
YEARLY = Schedule("year")
QUARTERLY = Schedule("quarter")
YEARS = Schedule("once", years=(2032, 2035))
BY_MAY = Schedule("year", window=Window("by", days=(MonthDay(5, 1),), inclusive=False))
IN_MARCH = Schedule("year", window=Window("month", number=3))
ON_JUNE = Schedule("year", window=Window("on", days=(MonthDay(6, 1),)))
BY_DECEMBER = Schedule("year", window=Window("by", days=(MonthDay(12, 20),)))
FOURTH = Schedule("year", window=Window("quarter", number=4))
SECOND = Schedule("year", window=Window("quarter", number=2))
TITLE = "Концепция на 2031-2035 годы"
ADOPTED = date(2031, 9, 15)


@pytest.mark.parametrize(
    ("parent", "child", "found"),
    [
        (YEARS, YEARLY, 1),
        (YEARS, Schedule("once", years=(2032,)), 0),
        (YEARS, Schedule("once", years=(2033,)), 1),
        (YEARS, Schedule("as_needed"), 0),
        (YEARLY, Schedule("once", years=(2032,)), 0),
        (YEARLY, QUARTERLY, 0),
        (BY_MAY, FOURTH, 1),
        (BY_MAY, ON_JUNE, 1),
        (BY_DECEMBER, FOURTH, 0),
        (BY_MAY, IN_MARCH, 0),
        (FOURTH, BY_MAY, 0),
        (YEARLY, None, 0),
        (None, YEARLY, 0),
    ],
)
def test_a_child_fits_into_its_parent(
    act: MakeAct,
    measure: MakeMeasure,
    parent: Schedule | None,
    child: Schedule | None,
    found: int,
) -> None:
    """A sub-measure falls into the years of its measure and not after its last day."""
    rows = (
        measure("4", deadline="parent", schedule=parent),
        measure("4.1", deadline="child", schedule=child),
    )
    assert len(list(deadlines.parents_and_children([act(measures=rows)]))) == found


def test_an_inherited_deadline_contradicts_nothing(act: MakeAct, measure: MakeMeasure) -> None:
    """What was taken from the measure above is not held against it."""
    rows = (
        measure("4", deadline="parent", schedule=YEARS),
        measure("4.1", deadline="x", schedule=YEARLY, inherited={"deadline": "parent"}),
    )
    assert list(deadlines.parents_and_children([act(measures=rows)])) == []


@pytest.mark.parametrize(
    ("times", "children", "found"),
    [
        (5, [YEARLY, QUARTERLY], 0),
        (6, [YEARLY, QUARTERLY], 1),
        (6, [YEARLY, Schedule("as_needed")], 0),
        (1, [YEARLY, QUARTERLY], 0),
    ],
)
def test_times_of_the_parts_make_the_times_of_the_whole(
    act: MakeAct, measure: MakeMeasure, times: int, children: list[Schedule], found: int
) -> None:
    """ "Six times a year" is asked about when its parts make five."""
    rows = [measure("4", deadline="n times", schedule=Schedule("year", times=times))]
    rows += [
        measure(f"4.{at}", deadline="child", schedule=schedule)
        for at, schedule in enumerate(children, 1)
    ]
    assert len(list(deadlines.parents_and_children([act(measures=tuple(rows))]))) == found


@pytest.mark.parametrize(
    ("schedule", "found"),
    [
        (SECOND, ["2031-06-30"]),
        (BY_MAY, ["2031-04-30"]),
        (QUARTERLY, ["2031-03-31", "2031-06-30"]),
        (FOURTH, []),
        (YEARLY, []),
        (Schedule("once", years=(2030,)), ["2030-12-31"]),
        (Schedule("once", years=(2030, 2032)), []),
        (None, []),
    ],
)
def test_a_deadline_before_the_adoption_is_told(
    act: MakeAct, measure: MakeMeasure, schedule: Schedule | None, found: list[str]
) -> None:
    """What fell due in the first year before the act was adopted is told with its day."""
    rows = (measure("4", deadline="words", schedule=schedule),)
    checked = act(title=TITLE, adopted_on=ADOPTED, measures=rows)
    said = [finding.message.en for finding in deadlines.past_at_adoption([checked])]
    days = [f"{day[8:]}.{day[5:7]}.{day[:4]}" for day in found]
    assert len(said) == bool(days)
    assert all(day in said[0] for day in days)


def test_nothing_is_past_without_a_date_or_in_an_act_that_begins_later(
    act: MakeAct, measure: MakeMeasure
) -> None:
    """An act without a date, or one whose term begins next year, has no past deadlines."""
    rows = (measure("4", deadline="words", schedule=SECOND),)
    dateless = act(title=TITLE, measures=rows)
    later = act(title="Концепция на 2032-2035 годы", adopted_on=ADOPTED, measures=rows)
    assert list(deadlines.past_at_adoption([dateless, later])) == []


def test_deadlines_after_the_repeal_are_one_finding(act: MakeAct, measure: MakeMeasure) -> None:
    """All measures that outlive the act are named together, those that do not are not."""
    rows = (
        measure("1", deadline="yearly", schedule=YEARLY),
        measure("2", deadline="2032", schedule=Schedule("once", years=(2032,))),
        measure("3", deadline="if needed", schedule=Schedule("as_needed")),
    )
    passport = (PassportRow("Сроки", "2031 – 2035 годы", 0, 5),)
    earlier = act(
        "Совет создан.",
        "a",
        number="1",
        adopted_on=ADOPTED,
        title=TITLE,
        measures=rows,
        passport=passport,
    )
    repeal = ActReference("decree", "1", ADOPTED, 0, 5)
    later = act("Совет.", "b", number="2", adopted_on=date(2034, 6, 1), repeals=(repeal,))
    (finding,) = deadlines.beyond_repeal([earlier, later])
    assert finding.message.en.endswith("that day: 1.")
    assert [place.file for place in finding.places] == ["a", "a", "b"]
    assert list(deadlines.beyond_repeal([earlier])) == []


@pytest.mark.parametrize(("years", "found"), [((2032, 2036), 1), ((2032, 2035), 0), ((), 0)])
def test_years_lie_within_the_term(
    act: MakeAct, measure: MakeMeasure, years: tuple[int, ...], found: int
) -> None:
    """A year that the act does not cover is an error."""
    rows = (measure("4", deadline="words", schedule=Schedule("once", years=years)),)
    assert len(list(deadlines.outside_term([act(title=TITLE, measures=rows)]))) == found
    assert list(deadlines.outside_term([act(measures=rows)])) == []


@pytest.mark.parametrize(
    ("deadline", "form", "schedule", "found"),
    [
        ("не менее 10 эфиров", "эфир", None, 1),
        ("не менее 10 эфиров в год", "эфир", None, 0),
        ("в 2032 году", "отчет", None, 0),
        ("в течение года", "форум", Schedule("continuous"), 1),
        ("в течение года", "отчет", Schedule("continuous"), 0),
        ("4 заседания, ежеквартально", "протокол", Schedule("quarter", quantity=1), 1),
        ("2 заседания, ежеквартально", "протокол", Schedule("quarter", quantity=2), 0),
        ("ежегодно", "отчет", YEARLY, 0),
    ],
)
def test_unclear_deadlines_are_asked_about(
    act: MakeAct,
    measure: MakeMeasure,
    deadline: str,
    form: str,
    schedule: Schedule | None,
    found: int,
) -> None:
    """A number without a period, a forum that lasts a year, four sittings every quarter."""
    row = measure("4", deadline=deadline, completion_form=form, schedule=schedule)
    assert len(list(deadlines.unclear([act(measures=(row,))]))) == found


def test_due_days_of_a_year() -> None:
    """A quarterly duty falls due four times, a year-long one counts once; a limit that leaves its
    day out ends the day before."""
    assert len(due_days(QUARTERLY, 2032)) == 4
    assert span_of_year(BY_MAY) == (MonthDay(4, 1), MonthDay(4, 30))
    assert span_of_year(FOURTH) == (MonthDay(10, 1), MonthDay(12, 31))
    assert span_of_year(ON_JUNE) == (MonthDay(6, 1), MonthDay(6, 1))
    assert span_of_year(QUARTERLY) is None
    assert span_of_year(Schedule("once", years=(2032,), window=BY_MAY.window, times=2)) is None
    assert times_a_year(QUARTERLY) == 4
    assert times_a_year(Schedule("continuous")) == 1
    assert times_a_year(YEARS) is None
