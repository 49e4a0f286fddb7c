"""The obligations that a letter is about."""

from collections.abc import Collection

from birlik.base.obligations.models import Obligation

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
