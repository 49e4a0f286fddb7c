"""Terms of office and counts, by arithmetic by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birlik.base.charter.engine.kinds import SeatRule
from birlik.base.registry.engine.offices import (
    Term,
    end_by_rule,
    most_at_once,
    told_counts,
    years_later,
)
from birlik.base.registry.engine.terms_told import level_reached, seat_vacant, term_ends
from birlik.base.values.local_text import LocalText

NAME = LocalText("хатшы", "секретарь", "secretary")
BODY = LocalText("Кеңес", "Совет", "Council")


@pytest.mark.parametrize(
    ("on", "years", "expected"),
    [
        (date(2024, 5, 1), 1, date(2025, 5, 1)),
        (date(2024, 2, 29), 1, date(2025, 3, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
    ],
)
def test_years_later(on: date, years: int, expected: date) -> None:
    """A year ends on the same day; after 29 February on 1 March, where there is no 29th."""
    assert years_later(on, years) == expected


def test_the_shorter_of_term_and_rotation_ends_a_term() -> None:
    """A deputy chair of five years who changes every year leaves after one; without either there is
    no end."""
    first = date(2025, 4, 30)
    both = SeatRule("deputy_chair", NAME, term_years=5, rotation_years=1)
    assert end_by_rule(first, both) == date(2026, 4, 30)
    assert end_by_rule(first, SeatRule("chair", NAME, term_years=5)) == date(2030, 4, 30)
    assert end_by_rule(first, SeatRule("member", NAME)) is None
    assert end_by_rule(first, None) is None


def test_terms_meet_on_shared_days_alone() -> None:
    """A term that begins on the day another ends does not meet it."""
    first = Term(date(2024, 1, 1), date(2025, 1, 1))
    assert not first.meets(Term(date(2025, 1, 1)))
    assert first.meets(Term(date(2024, 12, 31)))
    assert Term(date(2020, 1, 1)).meets(first)


def test_most_at_once() -> None:
    """Two who follow each other take one seat; who lasts through both makes it two."""
    whole = Term(date(2024, 1, 1), date(2026, 1, 1))
    halves = [
        Term(date(2024, 1, 1), date(2025, 1, 1)),
        Term(date(2025, 1, 1), date(2026, 1, 1)),
    ]
    assert most_at_once([], whole) == 0
    assert most_at_once(halves, whole) == 1
    assert most_at_once([*halves, Term(date(2023, 1, 1))], whole) == 2
    assert most_at_once([Term(date(2026, 1, 1))], whole) == 0


days = st.dates(date(2020, 1, 1), date(2020, 2, 10))
terms = st.builds(lambda one, two: Term(min(one, two), max(one, two)), days, days).filter(
    lambda term: term.first != term.until
)


@given(st.lists(terms, max_size=6), terms)
def test_most_at_once_is_that_of_every_day(found: list[Term], wanted: Term) -> None:
    """Counted day by day it comes to the same."""
    begin, end = wanted.first.toordinal(), (wanted.until or wanted.first).toordinal()
    every = (date.fromordinal(one) for one in range(begin, end))
    assert most_at_once(found, wanted) == max(
        sum(one.covers(day) for one in found) for day in every
    )


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, {}),
        ({"a": 3, "b": 5}, {"b": 5, "a": 3}),
        ({"a": 1, "b": 2, "c": 9}, {"c": 9}),
        ({"a": 2, "b": 5, "c": 9}, {"c": 9}),
        ({"a": 2}, {}),
        ({"a": 2, "b": 4}, {}),
    ],
)
def test_small_counts_are_withheld(counts: dict[str, int], expected: dict[str, int]) -> None:
    """Counts below three stay untold; one alone takes the next smallest with it."""
    assert told_counts(counts, 3) == expected


@pytest.mark.parametrize(
    ("days_left", "level"), [(61, None), (60, 60), (15, 60), (14, 14), (0, 14), (-3, 14)]
)
def test_levels(days_left: int, level: int | None) -> None:
    """Each level is reached once; what is past stays at the last."""
    assert level_reached(days_left, (60, 14)) == level


def test_what_is_told() -> None:
    """One is named with office and body, several are counted."""
    day = date(2026, 12, 31)
    assert term_ends(NAME, BODY, day, 1).ru == "31.12.2026 заканчивается срок: секретарь, Совет"
    assert term_ends(NAME, BODY, day, 3).en == "On 31.12.2026 the terms of office of 3 people end"
    assert seat_vacant(NAME, BODY, day, 1).kk == "31.12.2026 бастап орын бос: хатшы, Кеңес"
    assert seat_vacant(NAME, BODY, day, 2).ru == "С 31.12.2026 вакантны места: 2"
