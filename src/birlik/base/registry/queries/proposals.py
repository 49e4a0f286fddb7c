"""What bodies propose of their own cards, and who decides."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from birlik.base.registry.models import Account, Proposal, Structure
from birlik.base.registry.queries import places_within
from birlik.base.registry.rules.cards import KEEP, PROPOSE
from birlik.base.values.actor import Actor

WAITING = Proposal.State.WAITING


def within(by: Actor, power: str) -> Q:
    """The condition that a power reaches the body of a proposal as it stands now."""
    found = [Q(pk__in=())]
    for grant in by.grants(power):
        if grant.structure_id is not None:
            found.append(Q(structure=grant.structure_id))
        elif grant.territory_code is not None:
            places = places_within(grant.territory_code).values("pk")
            found.append(Q(structure__territory__in=places))
        else:
            return Q()
    return reduce(or_, found)


def proposals_for(by: Actor) -> QuerySet[Proposal]:
    """What an actor may decide, or has proposed for the own body, the newest first."""
    found = Proposal.objects.filter(within(by, KEEP) | within(by, PROPOSE))
    return found.select_related(
        "structure__territory", "made_by__person", "made_by__office", "decided_by__office"
    )


def waiting_for(by: Actor) -> QuerySet[Proposal]:
    """What waits for an actor's decision, the oldest first."""
    return Proposal.objects.filter(within(by, KEEP), state=WAITING).order_by("made_at", "pk")


def waiting_of(structure: Structure) -> QuerySet[Proposal]:
    """What is proposed of a body and waits, the newest first."""
    return structure.proposals.filter(state=WAITING)


def proposal_numbered(number: int, *, by: Actor) -> Proposal | None:
    """The proposal of a number within reach, or None."""
    return proposals_for(by).filter(pk=number).first()


def accounts_told(proposal: Proposal) -> QuerySet[Account]:
    """The account of who made a proposal, while it is open."""
    return Account.objects.filter(
        person__appointments=proposal.made_by_id or 0, is_active=True
    ).distinct()
