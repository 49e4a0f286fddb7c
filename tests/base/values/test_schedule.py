from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from birlik.base.values.schedule import AfterPeriod, MonthDay, Schedule, Window
from birlik.base.values.working_days import WorkingDays
from tests.base.values.strategies import schedules

SINCE, UNTIL = date(2022, 1, 1), date(2022, 12, 31)
DAYS = st.dates(date(2019, 1, 1), date(2032, 1, 1))


def due(schedule: Schedule, since: date = SINCE, until: date = UNTIL) -> list[str]:
    return [occurrence.due_on.isoformat() for occurrence in schedule.occurrences(since, until)]


@pytest.mark.parametrize(
    ("schedule", "days"),
    [
        (Schedule("year"), ["2022-12-31"]),
        (Schedule("continuous"), ["2022-12-31"]),
        (Schedule("as_needed"), []),
        (Schedule("half"), ["2022-06-30", "2022-12-31"]),
        (Schedule("quarter"), ["2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31"]),
        (Schedule("year", window=Window("quarter", 2)), ["2022-06-30"]),
        (Schedule("year", window=Window("half", 1)), ["2022-06-30"]),
        (Schedule("year", window=Window("month", 2)), ["2022-02-28"]),
        (Schedule("year", window=Window("on", days=(MonthDay(5, 1),))), ["2022-05-01"]),
        (Schedule("year", window=Window("by", days=(MonthDay(5, 1),))), ["2022-05-01"]),
        (
            Schedule("year", window=Window("by", days=(MonthDay(5, 1),), inclusive=False)),
            ["2022-04-30"],
        ),
        (Schedule("year", window=Window("on", days=(MonthDay(2, 29),))), ["2022-02-28"]),
        (Schedule("once", years=(2022, 2025)), ["2022-12-31"]),
        (Schedule("year", years=(2023,)), []),
        (
            Schedule("quarter", after_period=AfterPeriod(months=1, day=10)),
            ["2022-01-10", "2022-04-10", "2022-07-10", "2022-10-10"],
        ),
        (Schedule("year", after_period=AfterPeriod(days=15)), ["2022-01-15"]),
        (
            Schedule("half", after_period=AfterPeriod(months=2, day=31)),
            ["2022-02-28", "2022-08-31"],
        ),
        (
            Schedule("month", window=Window("quarter", 1)),
            ["2022-01-31", "2022-02-28", "2022-03-31"],
        ),
        (Schedule("half", window=Window("on", days=(MonthDay(9, 1),))), ["2022-09-01"]),
    ],
)
def test_due_days_of_2022(schedule: Schedule, days: list[str]) -> None:
    """The due days in 2022 are those of the domain page's conventions, counted by hand."""
    assert due(schedule) == days


def test_three_times_a_year_are_due_together_and_paced_apart() -> None:
    """All three fall due at the end of the year, with pace days 30.04, 31.08 and 31.12."""
    found = Schedule("year", 3).occurrences(SINCE, UNTIL)
    assert [occurrence.number for occurrence in found] == [1, 2, 3]
    assert {occurrence.due_on for occurrence in found} == {date(2022, 12, 31)}
    assert [occurrence.pace_on for occurrence in found] == [
        date(2022, 4, 30),
        date(2022, 8, 31),
        date(2022, 12, 31),
    ]


def test_pace_by_days_where_months_do_not_divide() -> None:
    """Five a year are paced 73 days apart, a fifth of the 365 days of 2022."""
    found = Schedule("year", 5).occurrences(SINCE, UNTIL)
    assert [(occurrence.pace_on - SINCE).days + 1 for occurrence in found] == [
        73,
        146,
        219,
        292,
        365,
    ]


def test_pace_before_the_first_day_is_the_limit_itself() -> None:
    """Before 1 January ends on 31 December of the year before, and so does every pace day."""
    schedule = Schedule("year", 2, Window("by", days=(MonthDay(1, 1),), inclusive=False))
    found = schedule.occurrences(date(2021, 12, 31), date(2021, 12, 31))
    assert [occurrence.pace_on for occurrence in found] == [date(2021, 12, 31)] * 2


def test_two_dates_are_numbered_in_order() -> None:
    """Of two dates a year, each is an occurrence of its own with its own pace day."""
    schedule = Schedule("year", 2, Window("by", days=(MonthDay(5, 1), MonthDay(11, 1))))
    found = schedule.occurrences(SINCE, UNTIL)
    assert [(o.number, o.due_on, o.pace_on) for o in found] == [
        (1, date(2022, 5, 1), date(2022, 5, 1)),
        (2, date(2022, 11, 1), date(2022, 11, 1)),
    ]


def test_period_is_the_narrowest_named() -> None:
    """The period is the window's quarter where one is named, else the period of `per`."""
    windowed = Schedule("year", window=Window("quarter", 2)).occurrences(SINCE, UNTIL)
    assert [str(occurrence.period) for occurrence in windowed] == ["2022-Q2"]
    reported = Schedule("quarter", after_period=AfterPeriod(days=10))
    assert [str(o.period) for o in reported.occurrences(SINCE, date(2022, 4, 30))] == [
        "2021-Q4",
        "2022-Q1",
    ]


def test_weeks_are_iso_weeks() -> None:
    """Each week falls due on its Sunday; the first of 2022 in week 52 of 2021."""
    found = Schedule("week").occurrences(SINCE, date(2022, 1, 15))
    assert [(str(o.period), o.due_on) for o in found] == [
        ("2021-W52", date(2022, 1, 2)),
        ("2022-W01", date(2022, 1, 9)),
    ]


def test_limits_move_to_working_days_and_the_rest_does_not() -> None:
    """With a calendar a limit on Saturday 30.04.2022 moves to 03.05; an on-day and a year's end
    on Saturday 31.12.2022 stay."""
    calendar = WorkingDays()
    limit = Schedule("year", window=Window("by", days=(MonthDay(5, 1),), inclusive=False))
    (moved,) = limit.occurrences(SINCE, UNTIL, calendar)
    assert (moved.nominal_on, moved.due_on) == (date(2022, 4, 30), date(2022, 5, 3))
    day = Schedule("year", window=Window("on", days=(MonthDay(5, 1),)))
    assert day.occurrences(SINCE, UNTIL, calendar)[0].due_on == date(2022, 5, 1)
    assert Schedule("year").occurrences(SINCE, UNTIL, calendar)[0].due_on == date(2022, 12, 31)
    after = Schedule("quarter", after_period=AfterPeriod(months=1, day=10))
    assert after.occurrences(SINCE, UNTIL, calendar)[1].due_on == date(2022, 4, 11)


def test_occurrences_are_selected_by_their_nominal_day() -> None:
    """A limit of 30.04 that moves to 03.05 belongs to April."""
    limit = Schedule("year", window=Window("by", days=(MonthDay(5, 1),), inclusive=False))
    assert limit.occurrences(SINCE, date(2022, 4, 30), WorkingDays())
    assert not limit.occurrences(date(2022, 5, 1), UNTIL, WorkingDays())


def test_the_ends_of_the_calendar_do_no_harm() -> None:
    """An interval that reaches to the calendar's own ends is answered."""
    assert due(Schedule("year"), date.min, date(2, 1, 1)) == ["0001-12-31"]
    assert Schedule("year").occurrences(date(9997, 1, 1), date.max)


@settings(deadline=None)
@given(schedules(), DAYS, DAYS)
def test_in_order_and_without_duplicates(schedule: Schedule, one: date, other: date) -> None:
    """Occurrences are ordered by nominal day, lie in the interval, and none comes twice."""
    since, until = sorted((one, other))
    found = schedule.occurrences(since, until)
    assert [o.nominal_on for o in found] == sorted(o.nominal_on for o in found)
    assert len({(o.period, o.number) for o in found}) == len(found)
    assert all(since <= o.nominal_on <= until for o in found)
    assert all(o.pace_on <= o.nominal_on <= o.due_on for o in found)


@settings(deadline=None)
@given(schedules(), DAYS, DAYS, DAYS)
def test_splitting_an_interval_loses_nothing(
    schedule: Schedule, one: date, two: date, three: date
) -> None:
    """The occurrences of an interval are those of its two parts joined."""
    since, middle, until = sorted((one, two, three))
    before = schedule.occurrences(since, middle)
    after = schedule.occurrences(middle + timedelta(days=1), until)
    assert before + after == schedule.occurrences(since, until)


def test_a_day_of_the_year_is_printed_as_month_and_day() -> None:
    """The 5th of February is "02-05"."""
    assert str(MonthDay(2, 5)) == "02-05"
