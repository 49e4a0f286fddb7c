"""Whose obligations an actor may see."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from birlik.base.obligations.engine.directing import DEEPEST
from birlik.base.obligations.models import Obligation, Resolution, Visa
from birlik.base.registry.queries import answered_for, bodies_within
from birlik.base.values.actor import Actor

Known = dict[str | int, frozenset[int]]
"""Code of a territory → the bodies in it; number of a structure → those it answers for."""


def seen_by(
    actor: Actor,
    *,
    on: date,
    power: str = "plans.read",
    hanging: bool = True,
    known: Known | None = None,
) -> Q:
    """The condition that an obligation lies within the reach of a power of the actor's.

    A structure reaches what it owes, itself or after a body it succeeded, what hangs under that,
    and what resolutions on it gave to others; a territory what the structures in it owe; an office
    that on which it was asked for a visa. Nothing at all without the power. Without `hanging`, only
    what is owed within the reach itself. What is `known` of places and bodies is not asked again.
    """
    known = {} if known is None else known
    seen = asked_for_visa(actor) if hanging and actor.holds(power) else Q(pk__in=())
    for grant in actor.grants(power):
        if grant.territory_code is not None:
            code = grant.territory_code
            if code not in known:
                known[code] = frozenset(bodies_within(code, on=on).values_list("pk", flat=True))
            seen |= owed_by(known[code], hanging=hanging)
        elif grant.structure_id is not None:
            number = grant.structure_id
            if number not in known:
                known[number] = answered_for(number, on=on)
            seen |= owed_by(known[number], hanging=hanging)
        else:
            return Q()
    return seen


def owed_by(bodies: Iterable[int], *, hanging: bool) -> Q:
    """The condition that one of the structures owes an obligation or, if `hanging`, leads it or
    owes what stands above it.

    The leads are asked for apart, and not joined, so that two indexes answer and not every row.
    """
    own = Q(debtor__in=bodies)
    leads = Obligation.objects.filter(debtor__in=bodies, lead=None)
    if not hanging:
        return own
    return own | Q(lead__in=leads.values("pk")) | Q(act__in=directed_under(bodies))


def directed_under(bodies: Iterable[int]) -> "QuerySet[Resolution, Any]":
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
    parents = Obligation.objects.filter(own, pk=OuterRef("obligation"))
    return Q(act__in=Resolution.objects.filter(Exists(parents)).values("act"))


def listed_by(
    actor: Actor, *, on: date, power: str = "plans.read", known: Known | None = None
) -> Q:
    """The condition that an obligation stands in the lists of an actor: what is seen, but of what
    resolutions gave inside other bodies nothing for who watches over many without reporting."""
    seen = seen_by(actor, on=on, power=power, known=known)
    many = any(grant.structure_id is None for grant in actor.grants(power))
    watches = many and not actor.holds("obligations.report")
    return seen & ~given_by_heads() if watches else seen


def asked_for_visa(actor: Actor) -> Q:
    """The condition that the office in which the actor acts was asked for a visa on a draft."""
    if actor.appointment_id is None:
        return Q(pk__in=())
    asked = Visa.objects.filter(office__appointments=actor.appointment_id)
    return Q(pk__in=asked.values("obligation"))
