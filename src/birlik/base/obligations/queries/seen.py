"""Whose obligations an actor may see."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from birlik.base.obligations.models import Obligation
from birlik.base.registry.models import Structure
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
            bodies = Structure.objects.filter(territory__in=places).values("pk")
            seen |= owed_by(bodies, hanging=hanging)
        elif grant.structure_id is not None:
            seen |= owed_by(answered_for(grant.structure_id, on=on), hanging=hanging)
        else:
            return Q()
    return seen


def owed_by(bodies: "Iterable[int] | QuerySet[Structure, Any]", *, hanging: bool) -> Q:
    """The condition that one of the structures owes an obligation or, if `hanging`, leads it.

    The leads are asked for apart, and not joined, so that two indexes answer and not every row.
    """
    own = Q(debtor__in=bodies)
    leads = Obligation.objects.filter(debtor__in=bodies, lead=None)
    return own | Q(lead__in=leads.values("pk")) if hanging else own
