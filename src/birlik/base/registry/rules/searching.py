"""Who finds what in the register by its name."""

from datetime import datetime

from birlik.base.registry.refusals.cards import NO_STRUCTURES
from birlik.base.registry.rules.cards import READ as READ_BODIES
from birlik.base.registry.rules.people import READ as READ_PEOPLE
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict


def may_search_registry(actor: Actor, _at: datetime) -> Verdict:
    """Whoever reads cards of bodies or records of people anywhere; what is found lies within
    reach."""
    reads = actor.holds(READ_BODIES) or actor.holds(READ_PEOPLE)
    return Verdict.yes() if reads else Verdict.no(NO_STRUCTURES)
