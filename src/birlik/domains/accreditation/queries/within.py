"""The condition that a body lies within the reach of powers."""

from django.db.models import Q

from birlik.base.registry.models import Level
from birlik.base.values.actor import Actor
from birlik.domains.accreditation.rules.reach import APPLY, CHECK, READS, RUN, VOTE

LINE = ("code", "parent__code", "parent__parent__code", "parent__parent__parent__code")
NOTHING, EVERYTHING = Q(pk__in=()), Q(pk__isnull=False)


def republican(prefix: str) -> Q:
    """The condition that the commission of the republic hears a body."""
    return Q(**{f"{prefix}level": Level.REPUBLIC}) | Q(**{f"{prefix}territory": None})


def lying_in(code: str, prefix: str) -> Q:
    """The condition that a body lies in a territory."""
    found = NOTHING
    for above in LINE:
        found |= Q(**{f"{prefix}territory__{above}": code})
    return found


def reached(actor: Actor, power: str, prefix: str) -> Q:
    """The condition that a power reaches a body; `prefix` leads to it ("structure__", "")."""
    found = NOTHING
    for grant in actor.grants(power):
        if grant.territory_code:
            found |= lying_in(grant.territory_code, prefix)
        elif grant.structure_id:
            found |= Q(**{f"{prefix}pk": grant.structure_id})
        else:
            return EVERYTHING
    return found


def checked(actor: Actor, prefix: str) -> Q:
    """The condition that the actor checks the application of a body."""
    return reached(actor, RUN, prefix) | (reached(actor, CHECK, prefix) & ~republican(prefix))


def heard(actor: Actor, prefix: str) -> Q:
    """The condition that a commission of which the actor may be a member hears a body."""
    found = NOTHING
    for grant in actor.grants(VOTE):
        if grant.territory_code:
            found |= lying_in(grant.territory_code, prefix) & ~republican(prefix)
        else:
            found |= republican(prefix)
    return found


def within(actor: Actor, prefix: str = "structure__") -> Q:
    """The condition that the actor has to do with a body's accreditation."""
    return reached(actor, APPLY, prefix) | checked(actor, prefix) | heard(actor, prefix)


def known(actor: Actor, prefix: str = "structure__") -> Q:
    """The condition that the actor sees the certificates of a body."""
    return within(actor, prefix) | reached(actor, READS, prefix)
