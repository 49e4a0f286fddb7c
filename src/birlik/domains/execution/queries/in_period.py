"""Which obligations belong to a period."""

from django.db.models import F, Q

from birlik.base.values.period import Period


def in_period(period: Period) -> Q:
    """The condition that an obligation belongs to a period: its counted day lies in it, which is
    the last day of its own period, or the nominal day of its deadline where that comes earlier.

    Contributions have the nominal day of the lead's obligation, so they belong where that does.
    """
    days = (period.first_on, period.last_on)
    within = Q(nominal_on__range=days, nominal_on__lte=F("period_last"))
    return within | Q(period_last__range=days, nominal_on__gt=F("period_last"))
