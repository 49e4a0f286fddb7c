"""Obligations counted by the database, so that a plan of thousands is read in one query."""

from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet

from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import with_state
from birlik.domains.execution.engine.occurrences import Tally

SOON_DAYS = 30
"""What falls due within so many days is due soon."""


def soon(on: date) -> Q:
    """The condition that something waits to be reported and falls due within `SOON_DAYS` from a
    day."""
    near = Q(due_on__gte=on, due_on__lte=on + timedelta(days=SOON_DAYS))
    return near & Q(outcome=Obligation.Outcome.NONE) & ~Q(stage=Obligation.Stage.SUBMITTED)


def tallies_of(obligations: QuerySet[Obligation], *, on: date) -> tuple[Tally, ...]:
    """Obligations as occurrences with their states on a day, by duty and due date: one query."""
    rows = (
        with_state(obligations, on=on)
        .order_by("duty_id", "due_on", "number")
        .annotate(standing=F("state"))
        .values_list(
            *("duty_id", "role", "period_first", "period_last"),
            *("number", "due_on", "standing"),
        )
        .annotate(many=Count("pk"), near=Count("pk", filter=soon(on)))
    )
    return tuple(Tally(*row) for row in rows)
