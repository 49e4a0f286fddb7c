from datetime import date

import pytest

from birlik.base.values.working_days import WorkingDays


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2025, 12, 16), False),  # Independence Day, a Tuesday
        (date(2025, 12, 17), True),
        (date(2025, 12, 20), False),  # a Saturday
        (date(2024, 5, 1), False),  # Unity Day, a Wednesday
        (date(2022, 3, 5), True),  # Saturday made a working day for Monday 07.03.2022
        (date(2022, 3, 7), False),
    ],
)
def test_general_calendar_of_kazakhstan(day: date, working: bool) -> None:
    """Weekends and public holidays are off, and Saturdays moved by the government are worked."""
    assert WorkingDays().is_working(day) is working


def test_limit_on_days_off_moves_to_the_next_working_day() -> None:
    """30.04.2022 is a Saturday, followed by Unity Day and its day in lieu: 03.05 is the next."""
    assert WorkingDays().on_or_after(date(2022, 4, 30)) == date(2022, 5, 3)
    assert WorkingDays().on_or_after(date(2022, 5, 3)) == date(2022, 5, 3)


def test_acts_edit_the_calendar() -> None:
    """Days off and working days that an act sets win over the general calendar."""
    edited = WorkingDays(
        days_off=frozenset({date(2025, 12, 17), date(2025, 12, 20)}),
        worked=frozenset({date(2025, 12, 20)}),
    )
    assert not edited.is_working(date(2025, 12, 17))
    assert edited.is_working(date(2025, 12, 20))
