"""When a schedule falls due within a year, as far as two deadlines can be compared by it."""

from datetime import date

from birlik.base.values.schedule import MonthDay, Schedule

_PARTS = {"half": 2, "quarter": 4, "month": 12}
_ANY_YEAR = 2001


def due_days(schedule: Schedule, year: int) -> tuple[date, ...]:
    """The days of `year` on which the schedule falls due, not shifted to working days."""
    found = schedule.occurrences(date(year, 1, 1), date(year, 12, 31))
    return tuple(sorted({occurrence.nominal_on for occurrence in found}))


def span_of_year(schedule: Schedule) -> tuple[MonthDay, MonthDay] | None:
    """First and last day of the year on which the one occurrence can fall.

    None where there are several, or where no part of the year is named. A limit ("by 20 December")
    is taken to mean its month.
    """
    window = schedule.window
    if schedule.per not in ("year", "once") or schedule.times > 1 or window is None:
        return None
    days = due_days(schedule, schedule.years[0] if schedule.years else _ANY_YEAR)
    if not days:
        return None
    months = {"quarter": 3, "half": 6}.get(window.kind, 1)
    first = days[0] if window.kind == "on" else date(days[0].year, days[0].month - months + 1, 1)
    return MonthDay(first.month, first.day), MonthDay(days[-1].month, days[-1].day)


def times_a_year(schedule: Schedule | None) -> int | None:
    """How often a year it comes; a year-long duty counts once; None where it cannot be said."""
    if schedule is None or schedule.years or schedule.per in ("as_needed", "week"):
        return None
    return schedule.times * parts_of_year(schedule)


def parts_of_year(schedule: Schedule) -> int:
    """Into how many parts its period cuts the year: 4 for quarters, 1 for a year."""
    return _PARTS.get(schedule.per, 1)
