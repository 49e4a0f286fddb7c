"""What a reader chose to see of the scorecards, and in which order."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from birlik.base.obligations.engine.rates import Discipline, Score
from birlik.base.values.period import Period, PeriodError
from birlik.domains.execution.engine.wanted import number_in, one_of

ROLES = ("lead", "contributor")
SORTS = ("name", "rate", "fallen", "late", "overdue", "returns", "waiting")


@dataclass(frozen=True, slots=True)
class Scope:
    """The chosen act, period of the due dates (its code, as "2024-H1"), role, words in the name,
    and sort; None or '' for any."""

    act: int | None = None
    period: str = ""
    role: str = ""
    q: str = ""
    sort: str = "-overdue"

    def query(self, **changes: object) -> str:
        """The query of the address that makes this choice with `changes`."""
        named = {one.name: getattr(self, one.name) for one in fields(self)} | changes
        told = {name: value for name, value in named.items() if value not in {None, ""}}
        if told.get("sort") == "-overdue":
            del told["sort"]
        return "?" + urlencode(told)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the order is chosen."""
        return any((self.act, self.period, self.role, self.q))

    @property
    def days(self) -> Period | None:
        """The days in which a due date must lie; None for any."""
        return Period.parse(self.period) if self.period else None


def scope_of(asked: Mapping[str, str]) -> Scope:
    """The choice that an address names; what cannot be chosen counts as not named."""
    sort = asked.get("sort", "")
    return Scope(
        act=number_in(asked.get("act", "")),
        period=period_in(asked.get("period", "")),
        role=one_of(asked.get("role", ""), ROLES),
        q=asked.get("q", "").strip()[:200],
        sort=sort if sort.removeprefix("-") in SORTS else "-overdue",
    )


def period_in(text: str) -> str:
    """The code of the period that a text names, '' for none."""
    try:
        return Period.parse(text).code
    except (PeriodError, ValueError):
        return ""


def measured(score: Score, sort: str) -> tuple[float, ...]:
    """What a score is sorted by; what has no rate comes after every rate."""
    one = score.bound
    key = sort.removeprefix("-")
    if key == "rate":
        rate = one.on_time / one.fallen_due if one.fallen_due else 2.0
        return rate, -one.fallen_due
    figures = {
        "fallen": one.fallen_due,
        "late": one.late,
        "overdue": one.overdue + one.returned,
        "returns": one.returns,
        "waiting": one.waiting,
    }
    return figures[key], -one.on_time


def grade(one: Discipline, *, good: int, poor: int, least: int) -> str:
    """The tone of a rate: "ok", "warn" or "late"; "todo" where too little has fallen due to tell.

    `good` and `poor` are per cent; below `least` fallen due there is no grade.
    """
    percent = one.rate.percent
    if percent is None or one.fallen_due < least:
        return "todo"
    if percent >= good:
        return "ok"
    return "late" if percent < poor else "warn"
