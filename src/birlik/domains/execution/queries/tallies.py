"""Obligations counted by the database, so that a plan of thousands is read in one query."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries.alike import Alike, alike
from birlik.domains.execution.engine.occurrences import WORST_FIRST, Tally

SOON_DAYS = 30
"""What falls due within so many days is due soon."""

Occurrence = tuple[int, str, date, date, int, date, str]
"""Duty, role, first and last day of the period, number, due date and state."""


def soon(on: date) -> Q:
    """The condition that something waits to be reported and falls due within `SOON_DAYS` from a
    day."""
    near = Q(due_on__gte=on, due_on__lte=on + timedelta(days=SOON_DAYS))
    return near & Q(outcome=Obligation.Outcome.NONE) & ~Q(stage=Obligation.Stage.SUBMITTED)


def are_soon(found: Alike, on: date) -> bool:
    """The same of obligations that are counted together."""
    near = on <= found.due_on <= on + timedelta(days=SOON_DAYS)
    return near and not found.outcome and found.stage != Obligation.Stage.SUBMITTED


def tallies_of(obligations: QuerySet[Obligation], *, on: date) -> tuple[Tally, ...]:
    """Obligations as occurrences with their states on a day, by duty and due date, the state that
    needs the eye first: one query."""
    many: Counter[Occurrence] = Counter()
    near: Counter[Occurrence] = Counter()
    for one in alike(obligations):
        occurrence = (*one[1:7], one.state(on))
        many[occurrence] += one.many
        if are_soon(one, on):
            near[occurrence] += one.many
    found = (Tally(*one, count, near[one]) for one, count in many.items())
    return tuple(sorted(found, key=in_order))


def in_order(one: Tally) -> tuple[int, date, int, int]:
    """By duty and due date, the state that needs the eye first."""
    return one.duty, one.due_on, one.number, WORST_FIRST.index(one.state)
