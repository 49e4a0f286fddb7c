"""Obligations counted by all that is stored and decides their state: thousands become a few rows.

The columns stand in the order of the index `obligation_by_duty`, which holds them all: so the
database reads that index once from end to end, sorts nothing, and no state is worked out for each
row.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Count, F, Q, QuerySet

from birlik.base.obligations.engine.state import Standing
from birlik.base.obligations.models import Obligation

COLUMNS = (
    *("act_id", "duty_id", "role", "period_first", "period_last", "number", "due_on"),
    *("pace_on", "outcome", "stage", "recorded"),
)
IN_TIME = Q(first_submitted_on__lte=F("due_on"))


class Alike(NamedTuple):
    """Obligations of a duty that are alike in what is stored, all first reported by the due date
    (`in_time`) or all not; `many` is how many they are."""

    act: int
    duty: int
    role: str
    period_first: date
    period_last: date
    number: int
    due_on: date
    pace_on: date | None
    outcome: str
    stage: str
    recorded: bool
    in_time: bool
    many: int

    def state(self, on: date) -> str:
        """The state in which all of them stand on a day."""
        stored = Standing(
            outcome=self.outcome,
            stage=self.stage,
            first_submitted_on=self.due_on if self.in_time else None,
            due_on=self.due_on,
            pace_on=self.pace_on,
            period_first=self.period_first,
            recorded=self.recorded,
        )
        return stored.state(on)


def alike(obligations: QuerySet[Obligation]) -> Iterator[Alike]:
    """The obligations, those that are alike together: one query."""
    rows = obligations.order_by().values_list(*COLUMNS)
    counted = rows.annotate(every=Count("*"), in_time=Count("pk", filter=IN_TIME))
    for *stored, every, in_time in counted:
        if in_time:
            yield Alike._make((*stored, True, in_time))
        if every > in_time:
            yield Alike._make((*stored, False, every - in_time))
