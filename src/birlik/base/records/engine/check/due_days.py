"""When a schedule falls due within a year, as far as two deadlines can be compared by it."""

from datetime import date

from birlik.base.values.schedule import Schedule

_PARTS = {"half": 2, "quarter": 4, "month": 12}
_ANY_YEAR = 2001


def due_days(schedule: Schedule, year: int) -> tuple[date, ...]:
    """The days of `year` on which the schedule falls due, not shifted to working days."""
    found = schedule.occurrences(date(year, 1, 1), date(year, 12, 31))
    return tuple(sorted({occurrence.nominal_on for occurrence in found}))


def last_day(schedule: Schedule) -> tuple[int, int] | None:
    """Month and day by which the one occurrence of a year is done; None where there are several,
    or where no part of the year is named."""
    if schedule.per not in ("year", "once") or schedule.times > 1 or schedule.window is None:
        return None
    days = due_days(schedule, schedule.years[0] if schedule.years else _ANY_YEAR)
    return (days[-1].month, days[-1].day) if days else None


def times_a_year(schedule: Schedule | None) -> int | None:
    """How often a year it comes; a year-long duty counts once; None where it cannot be said."""
    if schedule is None or schedule.years or schedule.per in ("as_needed", "week"):
        return None
    return schedule.times * parts_of_year(schedule)


def parts_of_year(schedule: Schedule) -> int:
    """Into how many parts its period cuts the year: 4 for quarters, 1 for a year."""
    return _PARTS.get(schedule.per, 1)
