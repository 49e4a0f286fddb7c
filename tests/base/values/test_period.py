from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from birlik.base.values.local_text import LANGUAGES
from birlik.base.values.period import Period, PeriodError

YEARS = st.integers(1991, 2090)
PERIODS = st.one_of(
    st.builds(Period.year, YEARS),
    st.builds(Period.half, YEARS, st.integers(1, 2)),
    st.builds(Period.quarter, YEARS, st.integers(1, 4)),
    st.builds(Period.month, YEARS, st.integers(1, 12)),
    st.builds(Period.week, YEARS, st.integers(1, 52)),
    st.builds(
        lambda first, days: Period.custom(first, first + timedelta(days=days)),
        st.dates(date(1991, 1, 1), date(2090, 1, 1)),
        st.integers(0, 900),
    ),
)


@pytest.mark.parametrize(
    ("period", "code", "first", "last"),
    [
        (Period.year(2024), "2024", date(2024, 1, 1), date(2024, 12, 31)),
        (Period.half(2024, 2), "2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        (Period.quarter(2024, 1), "2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        (Period.month(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (Period.week(2020, 53), "2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        (
            Period.custom(date(2022, 9, 15), date(2025, 12, 29)),
            "2022-09-15/2025-12-29",
            date(2022, 9, 15),
            date(2025, 12, 29),
        ),
    ],
)
def test_bounds_and_code(period: Period, code: str, first: date, last: date) -> None:
    """A period has its first and last day within it and none outside, and a short code."""
    assert str(period) == period.code == code
    assert (period.first_on, period.last_on) == (first, last)
    assert first in period
    assert last in period
    assert first - timedelta(days=1) not in period
    assert last + timedelta(days=1) not in period


@pytest.mark.parametrize(
    ("period", "kk", "ru", "en"),
    [
        (Period.year(2024), "2024 жыл", "2024 год", "2024"),
        (
            Period.half(2024, 1),
            "2024 жылғы 1-жартыжылдық",
            "первое полугодие 2024 года",
            "first half of 2024",
        ),
        (
            Period.quarter(2026, 1),
            "2026 жылғы I тоқсан",
            "I квартал 2026 года",
            "first quarter of 2026",
        ),
        (Period.month(2024, 5), "2024 жылғы мамыр", "май 2024 года", "May 2024"),
        (Period.week(2024, 7), "2024 жылғы 7-апта", "7-я неделя 2024 года", "week 7 of 2024"),
        (
            Period.custom(date(2022, 9, 15), date(2025, 12, 29)),
            "2022 жылғы 15 қыркүйек – 2025 жылғы 29 желтоқсан",
            "15 сентября 2022 года – 29 декабря 2025 года",
            "15 September 2022 – 29 December 2025",
        ),
    ],
)
def test_words_of_official_papers(period: Period, kk: str, ru: str, en: str) -> None:
    """A period is printed as official papers print it, and read from those words."""
    words = period.in_words()
    assert (words.kk, words.ru, words.en) == (kk, ru, en)
    assert Period.parse(f"  {ru.upper()} ") == period


@settings(deadline=None)
@given(PERIODS)
def test_parse_undoes_printing(period: Period) -> None:
    """Code and words of every period, in every language, are read as that period."""
    assert Period.parse(period.code) == period
    for language in LANGUAGES:
        assert Period.parse(period.in_words().get(language)) == period


@settings(deadline=None)
@given(PERIODS)
def test_next_begins_the_day_after(period: Period) -> None:
    """The next period is of the same kind, begins the day after and comes later in order."""
    following = period.next()
    assert following.first_on - period.last_on == timedelta(days=1)
    assert following.kind == period.kind
    assert following > period


def test_next_over_the_end_of_a_year() -> None:
    """After the last period of a year comes the first of the next."""
    assert Period.quarter(2024, 4).next() == Period.quarter(2025, 1)
    assert Period.year(2024).next() == Period.year(2025)
    assert Period.week(2020, 53).next() == Period.week(2021, 1)


def test_order_is_by_first_day_then_length() -> None:
    """Earlier periods come first; of those that begin together, the shorter."""
    periods = [Period.year(2024), Period.month(2024, 1), Period.quarter(2024, 1), Period.year(2023)]
    assert [str(period) for period in sorted(periods)] == ["2023", "2024-01", "2024-Q1", "2024"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2024-Q5",
        "2024-H3",
        "2024-13",
        "2024-W60",
        "five quarter of 2024",
        "2024-01-05/soon",
        "2024-02-01/2024-01-01",
        "5 January – 6 January 2024",
        "soon – later",
        "31 февраля 2024 года – 1 марта 2024 года",
    ],
)
def test_what_names_no_period_is_refused(text: str) -> None:
    """Words and numbers that name no period are refused, never taken for a near one."""
    with pytest.raises(PeriodError):
        Period.parse(text)


def test_number_of_a_custom_period_is_one() -> None:
    """A custom period is not one of several in its year."""
    assert Period.custom(date(2024, 5, 1), date(2024, 5, 2)).number == 1
