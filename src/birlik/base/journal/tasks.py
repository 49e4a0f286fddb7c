"""What the worker does for the journal."""

from django_tasks import task

from birlik.base.journal.delivery import deliver_facts
from birlik.base.values.clock import SystemClock


@task()
def deliver() -> int:
    """Deliver the facts that wait; returns how many. A failure leaves them for the next time."""
    return deliver_facts(at=SystemClock().now())
