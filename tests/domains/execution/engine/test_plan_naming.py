"""The name of a stretch of days."""

from datetime import date

import pytest

from birlik.domains.execution.engine.naming import period_named


@pytest.mark.parametrize(
    ("first_on", "last_on", "code"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 7, 1), date(2024, 12, 31), "2024-H2"),
        (date(2024, 4, 1), date(2024, 6, 30), "2024-Q2"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2024, 12, 30), date(2025, 1, 5), "2025-W01"),
        (date(2024, 2, 2), date(2024, 2, 29), "2024-02-02/2024-02-29"),
    ],
)
def test_a_calendar_period_is_known_by_its_days(first_on: date, last_on: date, code: str) -> None:
    """Years, halves, quarters, months and weeks are named; anything else stays from-until."""
    assert period_named(first_on, last_on).code == code
