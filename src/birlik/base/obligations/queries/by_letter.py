"""The obligations that a letter is about."""

from collections.abc import Collection

from birlik.base.obligations.models import Obligation, Resolution

RELATED = (
    *("duty", "debtor__territory", "lead__debtor__territory"),
    *("release", "taken_off"),
)
"""What decides what may be done with an obligation."""


def chosen_obligations(numbers: Collection[int]) -> dict[int, Obligation]:
    """Number → the obligation, with what decides what may be done with it; in the order of their
    due dates. Unknown numbers are left out."""
    found = Obligation.objects.filter(pk__in=numbers).select_related(*RELATED)
    return {one.pk: one for one in found}


def waiting_for_others(numbers: Collection[int]) -> frozenset[int]:
    """Those of the obligations on which resolutions gave something that is still owed."""
    owed = Obligation.objects.filter(outcome=Obligation.Outcome.NONE, recorded=True)
    found = Resolution.objects.filter(obligation__in=numbers, act__in=owed.values("act"))
    return frozenset(found.values_list("obligation", flat=True))
