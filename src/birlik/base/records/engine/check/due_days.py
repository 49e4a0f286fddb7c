"""When a schedule falls due within one year, as far as two deadlines can be compared by it."""

from calendar import monthrange
from datetime import date

from birlik.base.values.schedule import Schedule, Window

_PARTS = {"half": 2, "quarter": 4, "month": 12}


def due_dates(schedule: Schedule, year: int) -> tuple[date, ...]:
    """The days of `year` on which the schedule falls due, not shifted to working days.

    A yearly or continuous duty without a window is due on the last day of the year.
    """
    if schedule.per == "as_needed":
        return ()
    if schedule.window:
        return _of_window(schedule.window, year)
    parts = _PARTS.get(schedule.per, 1)
    months = 12 // parts
    return tuple(_last_of(year, months * part) for part in range(1, parts + 1))


def last_day(schedule: Schedule) -> tuple[int, int] | None:
    """Month and day by which the one occurrence of a year is done; None where there are several."""
    if schedule.per not in ("year", "once") or schedule.times > 1 or schedule.window is None:
        return None
    days = _of_window(schedule.window, 2001)
    return (days[-1].month, days[-1].day) if days else None


def times_a_year(schedule: Schedule | None) -> int | None:
    """How often a year it comes; a year-long duty counts once; None where it cannot be said."""
    if schedule is None or schedule.years or schedule.per in ("as_needed", "week"):
        return None
    return schedule.times * _PARTS.get(schedule.per, 1)


def _of_window(window: Window, year: int) -> tuple[date, ...]:
    if window.days:
        return tuple(
            date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
            for day in window.days
        )
    months = {"quarter": 3, "half": 6, "month": 1}.get(window.kind)
    if months is None or window.number is None:
        return ()
    return (_last_of(year, months * window.number),)


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
