"""Where a measure stands, in one word."""

from datetime import date

from birlik.base.values.schedule import Schedule
from birlik.domains.execution.engine.occurrences import Tally
from birlik.domains.execution.engine.standing import Standing, standing

YEARLY = Schedule("year")


def tally(year: int, state: str, count: int = 1) -> Tally:
    """What is owed in a year."""
    return Tally(
        1, "lead", date(year, 1, 1), date(year, 12, 31), 1, date(year, 12, 31), state, count
    )


def test_an_unread_deadline_is_said_first() -> None:
    """Without a schedule nothing can fall due."""
    assert standing(None, [], []) == Standing("unread")


def test_as_needed_owes_nothing_by_itself() -> None:
    """A measure "as needed" is neither open nor void."""
    assert standing(Schedule("as_needed"), [], []) == Standing("as_needed")


def test_the_state_that_needs_the_eye_is_told_with_its_count() -> None:
    """Three akimats overdue among twenty: overdue, 3."""
    rows = [tally(2026, "open", 17), tally(2026, "overdue", 3)]
    assert standing(YEARLY, rows, rows) == Standing("overdue", 3)


def test_a_measure_of_other_years_names_the_next_of_them() -> None:
    """ "2022 and 2025", looked at in 2024: in 2025; looked at in 2026: in 2025, the last."""
    rows = [tally(2022, "overdue"), tally(2025, "scheduled")]
    assert standing(YEARLY, [], rows) == Standing("elsewhere", year=2025)
    past = [tally(2022, "overdue"), tally(2025, "overdue")]
    assert standing(YEARLY, [], past) == Standing("elsewhere", year=2025)


def test_a_measure_that_owes_nothing_in_any_year_says_so() -> None:
    """Void everywhere else, or without any occurrence."""
    assert standing(YEARLY, [], [tally(2022, "void")]) == Standing("never")
    assert standing(YEARLY, [], []) == Standing("never")
