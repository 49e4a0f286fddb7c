"""Whose obligations an actor may see."""

from datetime import date

from django.db.models import Q

from birlik.base.registry.queries import answered_for, territories_within
from birlik.base.values.actor import Actor


def seen_by(actor: Actor, *, on: date, power: str = "plans.read", hanging: bool = True) -> Q:
    """The condition that an obligation lies within the reach of a power of the actor's.

    A structure reaches what it owes, itself or after a body it succeeded, and what hangs under
    that; a territory what the structures in it owe. Nothing at all without the power. Without
    `hanging`, what others contribute is left out.
    """
    seen = Q(pk__in=())
    for grant in actor.grants(power):
        if grant.territory_code is not None:
            places = territories_within(grant.territory_code)
            seen |= Q(debtor__territory__in=places)
            seen |= Q(lead__debtor__territory__in=places) if hanging else Q()
        elif grant.structure_id is not None:
            bodies = answered_for(grant.structure_id, on=on)
            seen |= Q(debtor__in=bodies)
            seen |= Q(lead__debtor__in=bodies) if hanging else Q()
        else:
            return Q()
    return seen
