"""An earlier term: what a region owes before the country does."""

from dataclasses import replace
from datetime import date, timedelta

from birlik.base.values.schedule import MonthDay, Per, Schedule, Window

ENDS: dict[Per, tuple[MonthDay, ...]] = {
    "year": (MonthDay(12, 31),),
    "once": (MonthDay(12, 31),),
    "half": (MonthDay(6, 30), MonthDay(12, 31)),
    "quarter": (MonthDay(3, 31), MonthDay(6, 30), MonthDay(9, 30), MonthDay(12, 31)),
}
"""The last days of the periods of a year; shorter periods than a quarter leave nothing to gain."""

MONTHS_OF = {"quarter": 3, "half": 6, "month": 1}
COMMON_YEAR = 2027
"""A year without 29 February: a term that is named for every year must exist in each."""


def earlier(schedule: Schedule, days: int) -> Schedule:
    """The schedule so many days ahead: its last days become days "no later than", each year.

    What goes on throughout, happens as needed, on a fixed day, or more often than quarterly stays
    as it is; so does what would then fall into the year before.
    """
    before = schedule.window
    fixed = before is not None and before.kind == "on"
    if fixed or schedule.after_period is not None or schedule.per not in ENDS:
        return schedule
    moved = [shifted(day, days) for day in last_days(schedule)]
    if any(day is None for day in moved):
        return schedule
    inclusive = before is None or before.kind != "by" or before.inclusive
    days_by = tuple(day for day in moved if day is not None)
    window = Window("by", days=days_by, inclusive=inclusive)
    if schedule.per in {"year", "once"}:
        return replace(schedule, window=window)
    return replace(schedule, per="year", times=len(moved) * schedule.times, window=window)


def last_days(schedule: Schedule) -> tuple[MonthDay, ...]:
    """The days of a year by which the schedule falls due."""
    window = schedule.window
    if window is None:
        return ENDS[schedule.per]
    if window.kind in MONTHS_OF:
        return (end_of((window.number or 1) * MONTHS_OF[window.kind]),)
    return window.days


def end_of(month: int) -> MonthDay:
    """The last day of a month."""
    following = date(COMMON_YEAR + month // 12, month % 12 + 1, 1)
    last = following - timedelta(days=1)
    return MonthDay(last.month, last.day)


def shifted(day: MonthDay, days: int) -> MonthDay | None:
    """A day so many days before; None where that lies in the year before."""
    moved = day.of(COMMON_YEAR) - timedelta(days=days)
    return MonthDay(moved.month, moved.day) if moved.year == COMMON_YEAR else None
