"""How obligations that fell due were kept: the on-time rate and what stands beside it.

The on-time rate is what was accepted and first reported by the due date as it stands now, divided
by what has fallen due. The due day itself still runs. Void and released obligations, and those of
which there is no record here, are left out, the latter told beside the rate; a report that waits or
was returned counts as fallen due. What is owed by agreement is counted apart. A debt counts for
whoever answers for the debtor on the day; where nobody did on the due date, it is left out. Of one
that a reorganisation passed on later, the debtor of then counts for that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from birlik.base.obligations.engine.state import Standing

SETTLED_OUT = frozenset({"void", "released"})
"""The outcomes that leave the denominator."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of `whole`; both are numbers of obligations."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """The share in whole per cent, halves rounded up; None where nothing has fallen due."""
        if not self.whole:
            return None
        share = Decimal(100 * self.part) / self.whole
        return int(share.quantize(Decimal(1), ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Discipline:
    """Obligations that fell due, by how they stand; each is counted in one place.

    Accepted: `on_time` or `late`, by the day of the first report. Not accepted: `waiting` for
    review, `returned`, or `overdue` when nothing was reported. Beside them `returns`: how often
    reports on all these were returned; and, in no rate, `no_record`: those that fell due before
    control began here, of which nothing is known.
    """

    on_time: int = 0
    late: int = 0
    waiting: int = 0
    returned: int = 0
    overdue: int = 0
    returns: int = 0
    no_record: int = 0

    @property
    def fallen_due(self) -> int:
        """How many obligations fell due: the denominator."""
        return self.on_time + self.late + self.waiting + self.returned + self.overdue

    @property
    def rate(self) -> Rate:
        """The on-time rate."""
        return Rate(self.on_time, self.fallen_due)

    def __add__(self, other: "Discipline") -> "Discipline":
        return Discipline(
            self.on_time + other.on_time,
            self.late + other.late,
            self.waiting + other.waiting,
            self.returned + other.returned,
            self.overdue + other.overdue,
            self.returns + other.returns,
            self.no_record + other.no_record,
        )


PLACES = {
    "fulfilled": Discipline(on_time=1),
    "fulfilled_late": Discipline(late=1),
    "submitted": Discipline(waiting=1),
    "returned": Discipline(returned=1),
    "overdue": Discipline(overdue=1),
    "no_record": Discipline(no_record=1),
}
"""Where an obligation that fell due is counted, or stands apart, by its state."""


@dataclass(frozen=True, slots=True)
class Score:
    """What bound the debtor, and apart from it what was owed by agreement, never a default."""

    bound: Discipline = Discipline()
    agreed: Discipline = Discipline()

    def __add__(self, other: "Score") -> "Score":
        return Score(self.bound + other.bound, self.agreed + other.agreed)


@dataclass(frozen=True, slots=True)
class Body:
    """What decides who answers for a structure: its first day, the first day on which it no longer
    exists (None for either: unknown, so always), and the number of who took over."""

    founded_on: date | None = None
    closed_on: date | None = None
    successor: int | None = None


Bodies = Mapping[int, Body]
"""Number → body; one that is not here exists always."""


@dataclass(frozen=True, slots=True)
class Debt:
    """An obligation of a structure (by its number), with how often reports on it were returned, and
    who owed it on its due date where a reorganisation passed it on since."""

    debtor: int
    standing: Standing
    by_agreement: bool = False
    returns: int = 0
    then: int | None = None


def heir(debtor: int, bodies: Bodies, on: date) -> int:
    """Who answers for a structure's debts on a day: itself, or the last of the line of successors
    that had taken over by then."""
    line = [debtor]
    while True:
        body = bodies.get(line[-1], Body())
        if not has_ended(body, on) or body.successor is None or body.successor in line:
            return line[-1]
        line.append(body.successor)


def answered_for(number: int, bodies: Bodies, on: date) -> tuple[int, ...]:
    """The structures whose debts one answers for on a day: its own, and those of its line."""
    return number, *(one for one in bodies if one != number and heir(one, bodies, on) == number)


def has_ended(body: Body, on: date) -> bool:
    """Whether a body no longer exists on a day."""
    return body.closed_on is not None and body.closed_on <= on


def is_answered(debtor: int, bodies: Bodies, on: date) -> bool:
    """Whether anybody answers for a structure's debts on a day: not after the end of a line without
    successor, and not before the beginning of a body that succeeded nobody."""
    last = heir(debtor, bodies, on)
    body = bodies.get(last, Body())
    if body.founded_on is not None and body.founded_on > on:
        return any(one.successor == last for one in bodies.values())
    return not has_ended(body, on)


def fell_due(standing: Standing, on: date) -> bool:
    """Whether an obligation has fallen due by a day, so that it counts."""
    counts = standing.recorded and standing.outcome not in SETTLED_OUT
    return counts and standing.due_on < on


def is_unrecorded(standing: Standing, on: date) -> bool:
    """Whether an obligation has passed of which there is no record: it stands apart."""
    return not standing.recorded and standing.outcome == "" and standing.due_on < on


def scores(debts: Iterable[Debt], bodies: Bodies, on: date) -> dict[int, Score]:
    """Number of a structure → the score of all that it answers for on a day."""
    found: dict[int, Score] = {}
    for debt in debts:
        due_on, counts = debt.standing.due_on, fell_due(debt.standing, on)
        then = debt.debtor if debt.then is None else debt.then
        if (counts or is_unrecorded(debt.standing, on)) and is_answered(then, bodies, due_on):
            returns = Discipline(returns=debt.returns if counts else 0)
            place = PLACES[debt.standing.state(on)] + returns
            one = Score(agreed=place) if debt.by_agreement else Score(bound=place)
            answering = heir(debt.debtor, bodies, on)
            found[answering] = found.get(answering, Score()) + one
    return found
