"""What a reader chose to see of a plan, as the address says it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from birlik.base.values.period import Period, PeriodError
from birlik.domains.execution.engine.occurrences import WORST_FIRST, Tally

ALL = "all"
SOON = "soon"
STATES = (*WORST_FIRST, SOON)


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen year (None for all of them), direction, executor and state ('' or None for any).

    `usual_year` is the year shown when the address names none. A `period` by its code ("2024-H1"),
    as reports have it, stands in place of a year.
    """

    usual_year: int | None
    year: int | None
    direction: str = ""
    executor: int | None = None
    state: str = ""
    period: str = ""

    @property
    def query(self) -> str:
        """The query of the address that makes this choice, as "?year=2024"; "?" for the usual."""
        named = {
            "year": "" if self.is_usual_year else str(self.year or ALL),
            "period": self.period,
            "direction": self.direction,
            "executor": str(self.executor or ""),
            "state": self.state,
        }
        return "?" + urlencode({name: value for name, value in named.items() if value})

    @property
    def is_usual_year(self) -> bool:
        """Whether the address need not name the year."""
        return self.period != "" or self.year == self.usual_year

    @property
    def is_usual(self) -> bool:
        """Whether the reader chose nothing."""
        return self.query == "?"

    def covers(self, tally: Tally) -> bool:
        """Whether an occurrence lies in the chosen year."""
        return self.year is None or tally.year == self.year

    def wants(self, tally: Tally) -> bool:
        """Whether an occurrence lies in the chosen year and stands in the chosen state."""
        matching = tally.soon > 0 if self.state == SOON else self.state in {"", tally.state}
        return self.covers(tally) and matching


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen in a plan; `periods` says whether a period can, in place of a year."""

    years: tuple[int, ...]
    directions: Collection[str]
    executors: Collection[int]
    periods: bool = False


def usual_year(tallies: Iterable[Tally], *, this_year: int) -> int | None:
    """The year a plan opens with: this one, else the last one before in which something was owed,
    else the first one to come; None when nothing was ever owed."""
    owed = {tally.year for tally in tallies if tally.state != "void"}
    if this_year in owed:
        return this_year
    before = [year for year in owed if year < this_year]
    return max(before) if before else min(owed, default=None)


def choice_of(asked: Mapping[str, str], offer: Offer, usual: int | None) -> Choice:
    """The choice that an address names; what cannot be chosen in this plan counts as not named."""
    year, executor = asked.get("year", ""), asked.get("executor", "")
    state, direction = asked.get("state", ""), asked.get("direction", "")
    known_year = next((one for one in offer.years if str(one) == year), usual)
    period = period_in(offer.years, asked.get("period", "")) if offer.periods else ""
    return Choice(
        usual_year=usual,
        year=None if period or year == ALL else known_year,
        direction=direction if direction in offer.directions else "",
        executor=next((one for one in offer.executors if str(one) == executor), None),
        state=state if state in STATES else "",
        period=period,
    )


def period_in(years: Collection[int], code: str) -> str:
    """The code of a period that begins in one of the years; '' for anything else."""
    try:
        period = Period.parse(code)
    except PeriodError:
        return ""
    return period.code if period.year_number in years else ""
