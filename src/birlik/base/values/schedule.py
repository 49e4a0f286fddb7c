"""What the words of a deadline mean: a schedule, and the dated occurrences it yields."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from birlik.base.values.period import MONTHS_IN, MonthsKind, Period, month_start, weeks_in

Per = Literal["year", "half", "quarter", "month", "week", "once", "continuous", "as_needed"]
WindowKind = Literal["quarter", "half", "month", "by", "on"]

_DAY = timedelta(days=1)
_PERIOD_OF: dict[Per, MonthsKind] = {
    "year": "year",
    "once": "year",
    "continuous": "year",
    "half": "half",
    "quarter": "quarter",
    "month": "month",
}
_SPAN_OF: dict[WindowKind, MonthsKind] = {"quarter": "quarter", "half": "half", "month": "month"}


class WorkingCalendar(Protocol):
    """Knows the working days; `birlik.base.values.working_days` has that of Kazakhstan."""

    def on_or_after(self, day: date) -> date:
        """`day` itself when it is worked, else the next working day."""
        ...


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day of the year, printed "MM-DD"."""

    month: int
    day: int

    def of(self, year: int) -> date:
        """That day of `year`; a day the month does not have is the month's last."""
        return day_of_month(month_start(year, self.month - 1), self.day)

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Window:
    """Where in the year an occurrence must fall.

    `number` is the quarter (1-4), half (1-2) or month (1-12); `days` are the days of `by` and
    `on`, in order; `inclusive` says of `by` whether the printed day itself is still in time.
    """

    kind: WindowKind
    number: int | None = None
    days: tuple[MonthDay, ...] = ()
    inclusive: bool = True

    def place(self, period: Period) -> Period | None:
        """Where in `period` the window lets something fall.

        A window of a quarter, half or month narrows a year to itself; it keeps a shorter period
        that lies in it, and of one that does not nothing is left. Days narrow nothing.
        """
        kind = _SPAN_OF.get(self.kind)
        if kind is None:
            return period
        span = Period.of(kind, period.year_number, self.number or 1)
        if period.kind == "year":
            return span
        return period if period.first_on in span and period.last_on in span else None

    def last_days(self, place: Period) -> list[date]:
        """The last day in time for each of `days` that lies in `place`, in order."""
        days = (day.of(place.year_number) for day in self.days)
        late = timedelta(0) if self.inclusive else _DAY
        return [day - late for day in days if day in place]


@dataclass(frozen=True, slots=True)
class AfterPeriod:
    """How long after the reported period it is due: `days` after its end, or `day` of the
    `months`-th month after it (0 is the period's own last month)."""

    days: int | None = None
    months: int | None = None
    day: int | None = None

    def end(self, period: Period) -> date:
        """The last day in time for `period`; a day the month does not have is its last."""
        last = period.last_on
        if self.days is not None:
            return last + self.days * _DAY
        month = month_start(last.year, last.month - 1 + (self.months or 0))
        return day_of_month(month, self.day or 31)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a schedule falls due.

    `period` is where it must fall: the window's quarter, half or month where one is named, else
    the period of `per`. `number` counts from 1 within it. `nominal_on` is the last day in time by
    the words alone, `due_on` the same after moving to a working day, `pace_on` the day by which
    an even pace would have it done, never later than `nominal_on`.
    """

    period: Period
    number: int
    nominal_on: date
    due_on: date
    pace_on: date


@dataclass(frozen=True, slots=True)
class Schedule:
    """A deadline as the plan means it; the conventions are those of the domain page.

    `years` empty means all the years of the act. `quantity` is how many things one occurrence
    must bring, in `unit`.
    """

    per: Per
    times: int = 1
    window: Window | None = None
    years: tuple[int, ...] = ()
    after_period: AfterPeriod | None = None
    quantity: int | None = None
    at_least: bool = False
    unit: str = ""

    def occurrences(
        self, since: date, until: date, working_days: WorkingCalendar | None = None
    ) -> tuple[Occurrence, ...]:
        """Every time it falls due from `since` to `until`, both days included.

        Selected and ordered by `nominal_on`. Without `years`, every year of the interval counts;
        `once` and `continuous` then occur once in each, so a caller who knows the act's years
        names them. `as_needed` never occurs.

        With `working_days`, a limit (`by` a day, so long after a period) that falls on a day off
        moves to the next working day; the end of a year, half, quarter, month or week and an `on`
        day never move.
        """
        found = (
            Occurrence(place, number, nominal, self.moved(nominal, working_days), pace)
            for period in self._periods(since, until)
            for place, number, nominal, pace in self._within(period)
            if since <= nominal <= until
        )
        return tuple(sorted(found, key=lambda o: (o.nominal_on, o.period, o.number)))

    @property
    def is_limit(self) -> bool:
        """Whether it names a limit (`by` a day, so long after a period), which a day off moves."""
        return bool(self.after_period or (self.window and self.window.kind == "by"))

    def moved(self, nominal: date, working_days: WorkingCalendar | None) -> date:
        """A limit moved to a working day; any other day as it is."""
        return working_days.on_or_after(nominal) if self.is_limit and working_days else nominal

    def _periods(self, since: date, until: date) -> Iterator[Period]:
        """The periods of `per` whose occurrences may fall into the interval."""
        if self.per == "as_needed":
            return
        after = self.after_period or AfterPeriod()
        back = 2 + (after.days or 0) // 365 + (after.months or 0) // 12
        years = range(max(since.year - back, date.min.year), min(until.year + 2, date.max.year))
        for year in years:
            if not self.years or year in self.years:
                yield from _periods_of(self.per, year)

    def _within(self, period: Period) -> Iterator[tuple[Period, int, date, date]]:
        """Place, number, nominal day and pace day of each occurrence in one period of `per`."""
        place = self.window.place(period) if self.window else period
        if place is None:
            return
        days = self._last_days(place)
        if len(days) > 1:
            yield from ((place, number, day, day) for number, day in enumerate(days, 1))
            return
        for nominal in days:
            for number in range(1, self.times + 1):
                yield place, number, nominal, _pace(place.first_on, nominal, number, self.times)

    def _last_days(self, place: Period) -> list[date]:
        if self.after_period:
            return [self.after_period.end(place)]
        if self.window and self.window.days:
            return self.window.last_days(place)
        return [place.last_on]


def day_of_month(month: date, day: int) -> date:
    """The `day` of the month that begins on `month`; a day it does not have is its last."""
    last = month_start(month.year, month.month) - _DAY
    return min(last, month + (day - 1) * _DAY)


def _periods_of(per: Per, year: int) -> Iterator[Period]:
    if per == "week":
        return (Period.week(year, number) for number in range(1, weeks_in(year) + 1))
    kind = _PERIOD_OF[per]
    count = 12 // MONTHS_IN[kind]
    return (Period.of(kind, year, number) for number in range(1, count + 1))


def _pace(first: date, last: date, number: int, times: int) -> date:
    """The day by which `number` of `times` would be done at an even pace, ending on `last`.

    Whole months are dealt out where they divide evenly (three a year: 30.04, 31.08, 31.12), days
    otherwise.
    """
    after = last + _DAY
    months = (after.year - first.year) * 12 + after.month - first.month
    if first.day == after.day == 1 and months % times == 0:
        return month_start(first.year, first.month - 1 + months // times * number) - _DAY
    days = max((after - first).days, 0)
    return after - (days - days * number // times) * _DAY - _DAY
