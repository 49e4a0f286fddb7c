from datetime import UTC, date, datetime

import pytest

from birlik.base.values.clock import FixedClock, SystemClock, day_of


def test_day_turns_at_midnight_in_almaty() -> None:
    """19:00 UTC is midnight in Kazakhstan (UTC+5 since 01.03.2024): the next day has begun."""
    assert day_of(datetime(2025, 12, 28, 18, 59, tzinfo=UTC)) == date(2025, 12, 28)
    assert day_of(datetime(2025, 12, 28, 19, 0, tzinfo=UTC)) == date(2025, 12, 29)


def test_fixed_clock_stands_still() -> None:
    """A fixed clock answers the instant it was given, and its day in Kazakhstan."""
    clock = FixedClock(datetime(2026, 1, 31, 20, tzinfo=UTC))
    assert clock.now() == datetime(2026, 1, 31, 20, tzinfo=UTC)
    assert clock.today() == date(2026, 2, 1)


def test_instant_without_zone_is_refused() -> None:
    """An instant without a time zone could fall on two days and is refused."""
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(datetime.fromisoformat("2026-01-31T20:00"))


def test_system_clock_moves_and_is_aware() -> None:
    """The system's clock gives aware instants that never go back, and today's day."""
    clock = SystemClock()
    earlier, later = clock.now(), clock.now()
    assert earlier.tzinfo is not None
    assert earlier <= later
    assert clock.today() in {day_of(earlier), day_of(clock.now())}
