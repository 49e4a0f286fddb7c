"""Every read of duties and obligations; the state is an expression of the day."""

from datetime import date
from pathlib import Path

from django.db.models import Case, CharField, Q, QuerySet, Value, When

from birlik.base.obligations.models import Duty, Obligation
from birlik.base.values.norm import Norms

NORMS = Norms.read(Path(__file__).with_name("norms.yaml").read_text(encoding="utf-8"))


def with_state(obligations: QuerySet[Obligation], *, on: date) -> QuerySet[Obligation]:
    """The obligations with their `state` on a day: scheduled, open, behind, overdue or void."""
    return obligations.annotate(
        state=Case(
            When(outcome=Obligation.Outcome.VOID, then=Value("void")),
            When(due_on__lt=on, then=Value("overdue")),
            When(pace_on__lt=on, then=Value("behind")),
            When(period_first__lte=on, then=Value("open")),
            default=Value("scheduled"),
            output_field=CharField(),
        )
    )


def obligations_of(*, number: str = "", state: str = "", on: date) -> QuerySet[Obligation]:
    """The obligations of the act of that number ("" for all), in that state ("" for any)."""
    found = with_state(Obligation.objects.select_related("duty__provision__act", "debtor"), on=on)
    if number:
        found = found.filter(duty__provision__act__number=number)
    return found.filter(Q(state=state)) if state else found


def duties_of(act_id: int) -> QuerySet[Duty]:
    """The duties that an act made, in its order."""
    return Duty.objects.filter(provision__act=act_id).select_related("provision")
