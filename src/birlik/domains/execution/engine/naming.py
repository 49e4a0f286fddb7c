"""The name of a stretch of days: the year, half, quarter, month or week that it is."""

from datetime import date
from functools import lru_cache

from birlik.base.values.period import MONTHS_IN, Period


@lru_cache(maxsize=512)
def period_named(first_on: date, last_on: date) -> Period:
    """The calendar period that runs from the first to the last day, else a custom one."""
    for kind, length in MONTHS_IN.items():
        period = Period.of(kind, first_on.year, (first_on.month - 1) // length + 1)
        if (period.first_on, period.last_on) == (first_on, last_on):
            return period
    iso = first_on.isocalendar()
    week = Period.week(iso.year, iso.week)
    if (week.first_on, week.last_on) == (first_on, last_on):
        return week
    return Period(first_on, last_on)
