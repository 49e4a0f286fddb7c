"""Whose obligations an actor may see."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from birlik.base.obligations.engine.directing import DEEPEST
from birlik.base.obligations.models import Obligation, Resolution, Visa
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import answered_for, territories_within
from birlik.base.values.actor import Actor


def seen_by(actor: Actor, *, on: date, power: str = "plans.read", hanging: bool = True) -> Q:
    """The condition that an obligation lies within the reach of a power of the actor's.

    A structure reaches what it owes, itself or after a body it succeeded, what hangs under that,
    and what resolutions on it gave to others; a territory what the structures in it owe; an office
    that on which it was asked for a visa. Nothing at all without the power. Without `hanging`, only
    what is owed within the reach itself.
    """
    seen = asked_for_visa(actor) if hanging and actor.holds(power) else Q(pk__in=())
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
    """The condition that one of the structures owes an obligation or, if `hanging`, leads it or
    owes what stands above it.

    The leads are asked for apart, and not joined, so that two indexes answer and not every row.
    """
    own = Q(debtor__in=bodies)
    leads = Obligation.objects.filter(debtor__in=bodies, lead=None)
    if not hanging:
        return own
    return own | Q(lead__in=leads.values("pk")) | Q(act__in=directed_under(bodies))


def directed_under(
    bodies: "Iterable[int] | QuerySet[Structure, Any]",
) -> "QuerySet[Resolution, Any]":
    """The acts by which resolutions gave to others what one of the structures owes, and those
    written below them, as far as resolutions go."""
    own = Q(obligation__debtor__in=bodies)
    found = Resolution.objects.filter(own)
    for _deeper in range(DEEPEST - 1):
        found = Resolution.objects.filter(own | Q(obligation__act__in=found.values("act")))
    return found.values("act")


def given_by_heads() -> Q:
    """The condition that a resolution gave an obligation: internal to a body, it counts in no
    rate and no list of the whole Assembly."""
    return Q(act__in=Resolution.objects.values("act"))


def directed_by(own: Q) -> Q:
    """The condition that a resolution on an obligation that meets `own` gave an obligation."""
    parents = Obligation.objects.filter(own).values("pk")
    return Q(act__in=Resolution.objects.filter(obligation__in=parents).values("act"))


def asked_for_visa(actor: Actor) -> Q:
    """The condition that the office in which the actor acts was asked for a visa on a draft."""
    if actor.appointment_id is None:
        return Q(pk__in=())
    asked = Visa.objects.filter(office__appointments=actor.appointment_id)
    return Q(pk__in=asked.values("obligation"))
