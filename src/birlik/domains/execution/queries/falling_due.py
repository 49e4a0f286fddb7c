"""What is about to fall due, and what is long overdue: for reminders and escalations."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from birlik.base.obligations.models import Obligation
from birlik.domains.execution.queries.obligations import told_once
from birlik.domains.execution.queries.recipients import WITH_PLACES


def under_control(*, on: date) -> QuerySet[Obligation]:
    """What is still owed on a day under acts in force.

    Debts that were open when their act was repealed are left out: nobody is reminded of them. So is
    the demonstration's retelling of an act that is here itself.
    """
    owed = Obligation.objects.filter(outcome=Obligation.Outcome.NONE, recorded=True)
    in_force = Q(act__repealed_on=None) | Q(act__repealed_on__gt=on)
    return told_once(owed.filter(in_force))


def unreported(*, on: date) -> QuerySet[Obligation]:
    """Of what is still owed, that on which no report waits for review."""
    return under_control(on=on).exclude(stage=Obligation.Stage.SUBMITTED)


def falling_due(*, on: date, within: int) -> QuerySet[Obligation]:
    """What falls due on a day or in so many days after it, and is not reported on."""
    due = unreported(on=on).filter(due_on__gte=on, due_on__lte=on + timedelta(days=within))
    return due.select_related(*WITH_PLACES)


def long_overdue(*, on: date, since: int, until: int) -> QuerySet[Obligation]:
    """What is overdue by `since` to `until` days on a day, and is not reported on.

    What is owed by agreement is never a default, so nobody's superior hears of it.
    """
    due = unreported(on=on).filter(
        due_on__lte=on - timedelta(days=since),
        due_on__gte=on - timedelta(days=until),
        by_agreement=False,
    )
    return due.select_related(*WITH_PLACES, "debtor__parent__parent__parent")
