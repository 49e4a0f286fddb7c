"""Who sees the territories, and who brings their classifier."""

from datetime import datetime

from birlik.base.registry.refusals.territories import NO_TERRITORIES
from birlik.base.registry.rules import may_keep_registry
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict


def may_see_territories(actor: Actor, _at: datetime) -> Verdict:
    """Whoever reads the registry of structures, wherever; places themselves are no secret."""
    sees = actor.holds("structures.read") or actor.holds("registry.keep")
    return Verdict.yes() if sees else Verdict.no(NO_TERRITORIES)


def may_bring_territories(actor: Actor, at: datetime) -> Verdict:
    """Whoever keeps the registry brings an edition of the classifier."""
    return may_keep_registry(actor, None, at)
