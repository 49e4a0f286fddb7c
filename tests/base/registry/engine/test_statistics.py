"""Counting by place, kind, level and year; shades; what is withheld. Figures reckoned by hand."""

from datetime import date

import pytest

from birlik.base.registry.engine.statistics import (
    Choice,
    Counted,
    Span,
    area_in,
    by_area_and_kind,
    by_level,
    choice_of,
    day_in,
    days_of_years,
    shade,
    withheld,
    yearly,
)

TODAY = date(2026, 11, 20)
ABAI, DISTRICT, VILLAGE = "100000000", "101000000", "101010000"


def test_choice_of_an_address() -> None:
    """An address names codes and a day; a day that is none counts as not named."""
    found = choice_of({"kind": " council ", "on": "31.12.2024", "else": "x"})
    assert found == Choice(kind="council", on="2024-12-31")
    assert choice_of({"on": "yesterday"}) == Choice()
    assert found.query(kind="") == "?on=2024-12-31"
    assert found.is_narrowed and not Choice(on="2024-12-31", area=ABAI).is_narrowed


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-12-29", date(2025, 12, 29)),
        ("1.2.2025", date(2025, 2, 1)),
        ("31.02.2025", None),
        ("", None),
        ("1.2", None),
    ],
)
def test_typed_day(typed: str, day: date | None) -> None:
    """A day is read as papers write it or as ISO does; anything else is none."""
    assert day_in(typed) == day


def test_days_to_come_are_not_counted() -> None:
    """Without a day, or with one still to come, today is counted."""
    assert Choice().day(TODAY) == TODAY
    assert Choice(on="2027-01-01").day(TODAY) == TODAY
    assert Choice(on="2020-01-01").day(TODAY) == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("line", "within", "area"),
    [
        ((VILLAGE, DISTRICT, ABAI), "", ABAI),
        ((), "", ""),
        ((VILLAGE, DISTRICT, ABAI), ABAI, DISTRICT),
        ((DISTRICT, ABAI), ABAI, DISTRICT),
        ((ABAI,), ABAI, ABAI),
        ((VILLAGE, DISTRICT, ABAI), DISTRICT, VILLAGE),
    ],
)
def test_place_in_a_table(line: tuple[str, ...], within: str, area: str) -> None:
    """A village is told under its region, and within the region under its district."""
    assert area_in(line, within) == area


def test_sums_by_place_kind_and_level() -> None:
    """Bodies at several places of a region are summed by region and kind, and by level."""
    counted = [
        Counted((VILLAGE, DISTRICT, ABAI), "council", "settlement", 3),
        Counted((ABAI,), "council", "region", 1),
        Counted((), "fund", "republic", 2),
    ]
    assert by_area_and_kind(counted, "") == {(ABAI, "council"): 4, ("", "fund"): 2}
    assert by_level(counted) == {"settlement": 3, "region": 1, "republic": 2}


@pytest.mark.parametrize(
    ("number", "most", "tone"),
    [(0, 40, 0), (1, 40, 1), (10, 40, 1), (11, 40, 2), (40, 40, 4), (None, 40, 0), (0, 0, 0)],
)
def test_shade(number: int | None, most: int, tone: int) -> None:
    """A tile's shade is the quarter of the largest number in which its own lies."""
    assert shade(number, most) == tone


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"a": 0, "b": 3, "c": 9}, {"a": 0, "b": 3, "c": 9}),
        ({"a": 2, "b": 5, "c": 9}, {"a": None, "b": None, "c": 9}),
        ({"a": 2, "b": 1, "c": 9}, {"a": None, "b": None, "c": 9}),
        ({"a": 1, "b": 0}, {"a": None, "b": 0}),
    ],
)
def test_few_people_are_withheld(numbers: dict[str, int], told: dict[str, int | None]) -> None:
    """One or two people are withheld, and with a single such number the next smallest, so that no
    sum gives it away; nobody at all is told."""
    assert withheld(numbers, 3) == told


def test_years() -> None:
    """A body counts on 31 December of each year that it lasted through, and today."""
    days = days_of_years(2024, TODAY)
    assert days == [date(2024, 12, 31), date(2025, 12, 31), TODAY]
    spans = [
        Span((ABAI,), "", date(2025, 5, 1), None),
        Span((ABAI,), "", None, date(2025, 12, 31), number=2),
        Span((ABAI,), "", date(2026, 11, 21), None),
    ]
    assert [number for _, number in yearly(spans, days)] == [2, 1, 1]
