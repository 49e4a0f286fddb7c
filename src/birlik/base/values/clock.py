"""The time, read only at the edge: rules, queries and engines take it as an argument."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Almaty")
"""The one time zone of Kazakhstan; a day of an act begins and ends in it."""


def day_of(at: datetime) -> date:
    """The calendar day in Kazakhstan on which the instant `at` falls.

    Raises ValueError for a datetime without a time zone.
    """
    if at.tzinfo is None:
        raise ValueError(f"an instant needs a time zone: {at.isoformat()}")
    return at.astimezone(ZONE).date()


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """This instant, aware of its time zone."""
        ...

    def today(self) -> date:
        """This calendar day in Kazakhstan."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """This instant in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """This calendar day in Kazakhstan."""
        return day_of(self.now())


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still at `at`, for tests, demonstrations and looking back.

    Raises ValueError when `at` has no time zone.
    """

    at: datetime

    def __post_init__(self) -> None:
        day_of(self.at)

    def now(self) -> datetime:
        """The instant at which the clock stands."""
        return self.at

    def today(self) -> date:
        """The calendar day in Kazakhstan on which the clock stands."""
        return day_of(self.at)
