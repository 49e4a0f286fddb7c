"""Who answers for a duty after everything that became of bodies."""

from datetime import date

import pytest

from birlik.base.obligations.engine.succession import End, Line, Pass

A, B, C, D = 1, 2, 3, 4
DUTY, OTHER = 10, 11
AUTUMN, SPRING = date(2023, 9, 1), date(2024, 4, 1)
DAY = date(2024, 5, 2)

LINE = Line(
    ends={A: End(AUTUMN, B), B: End(SPRING, C), D: End(AUTUMN, None)},
    passed={(DUTY, B): [Pass(SPRING, D)], (OTHER, C): [Pass(SPRING, D)]},
)
"""A became B in autumn; B became C in spring, but one duty of it passed to D; D ended alone."""


@pytest.mark.parametrize(
    ("body", "on", "duty", "heir"),
    [
        (A, date(2023, 8, 31), None, A),
        (A, AUTUMN, None, B),
        (A, DAY, None, C),
        (A, DAY, DUTY, D),
        (A, DAY, OTHER, D),
        (B, date(2024, 3, 31), DUTY, B),
        (C, DAY, OTHER, D),
        (C, DAY, DUTY, C),
        (D, DAY, None, D),
    ],
)
def test_a_duty_follows_what_was_chosen_and_else_the_end(
    body: int, on: date, duty: int | None, heir: int
) -> None:
    """What was chosen goes before the end of the same day; without either the body answers."""
    assert LINE.heir(body, on, duty) == heir


def test_a_pass_of_before_the_body_answered_does_not_count() -> None:
    """B passed the duty on in autumn, before it took over from A in spring: what A owed stays with
    B."""
    line = Line(ends={A: End(SPRING, B)}, passed={(DUTY, B): [Pass(AUTUMN, C)]})
    assert line.heir(A, DAY, DUTY) == B
    assert line.heir(B, DAY, DUTY) == C


def test_bodies_that_succeed_each_other_on_one_day_end_with_the_first() -> None:
    """Two bodies that are said to have become each other on the same day make no endless line: the
    duty is back where it began."""
    line = Line(ends={A: End(SPRING, B), B: End(SPRING, A)})
    assert line.heir(A, DAY) == A
    assert line.heir(B, DAY) == B


def test_a_duty_that_comes_back_on_a_later_day_is_followed() -> None:
    """B gives back in spring what it got in autumn, and then the first body has it."""
    line = Line(passed={(DUTY, A): [Pass(AUTUMN, B)], (DUTY, B): [Pass(SPRING, A)]})
    assert line.heir(A, AUTUMN, DUTY) == B
    assert line.heir(A, DAY, DUTY) == A
