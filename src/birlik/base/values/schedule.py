"""What the words of a deadline mean: a schedule, and the dated occurrences it yields."""

from dataclasses import dataclass
from typing import Literal

Per = Literal["year", "half", "quarter", "month", "week", "once", "continuous", "as_needed"]
WindowKind = Literal["quarter", "half", "month", "by", "on"]


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day of the year, printed "MM-DD"."""

    month: int
    day: int

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


@dataclass(frozen=True, slots=True)
class AfterPeriod:
    """How long after the reported period it is due: `days` after its end, or `day` of the
    `months`-th month after it."""

    days: int | None = None
    months: int | None = None
    day: int | None = None


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
