"""Who proposes changes of a card, and who decides."""

from datetime import datetime

from birlik.base.registry.models import Proposal, Structure
from birlik.base.registry.refusals import cards, proposals
from birlik.base.registry.rules.cards import KEEP, PROPOSE
from birlik.base.registry.rules.reach import reaches_structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.verdict import Verdict

WAITING = Proposal.State.WAITING


def may_open_proposing(actor: Actor, at: datetime) -> Verdict:
    """Whoever proposes changes of any card."""
    return may_propose(actor, None, at)


def may_propose(actor: Actor, structure: Structure | None, at: datetime) -> Verdict:
    """The head of a body proposes changes of its card, as long as the body exists."""
    if not reaches_structure(actor, PROPOSE, structure):
        return Verdict.no(proposals.NOT_YOURS)
    if structure is None:
        return Verdict.yes()
    if structure.duplicate_of_id:
        return Verdict.no(cards.IS_DUPLICATE)
    closed = structure.closed_on is not None and structure.closed_on <= day_of(at)
    return Verdict.no(cards.CLOSED_ALREADY) if closed else Verdict.yes()


def may_see_proposals(actor: Actor, _at: datetime) -> Verdict:
    """Whoever proposes, and whoever decides."""
    sees = actor.holds(KEEP) or actor.holds(PROPOSE)
    return Verdict.yes() if sees else Verdict.no(proposals.NO_PROPOSALS)


def may_open_deciding(actor: Actor, at: datetime) -> Verdict:
    """Whoever decides proposals of any body."""
    return may_decide(actor, None, at)


def may_decide(actor: Actor, proposal: Proposal | None, _at: datetime) -> Verdict:
    """Whoever keeps the card decides what is proposed for it, once."""
    structure = proposal.structure if proposal else None
    if not reaches_structure(actor, KEEP, structure):
        return Verdict.no(cards.NOT_YOUR_STRUCTURE)
    return settled(proposal)


def may_withdraw(actor: Actor, proposal: Proposal | None, _at: datetime) -> Verdict:
    """The head of the body withdraws what is proposed for it, until it is decided."""
    structure = proposal.structure if proposal else None
    if not reaches_structure(actor, PROPOSE, structure):
        return Verdict.no(proposals.NOT_YOURS)
    return settled(proposal)


def settled(proposal: Proposal | None) -> Verdict:
    """Refused where a proposal waits no longer."""
    over = proposal is not None and proposal.state != WAITING
    return Verdict.no(proposals.SETTLED) if over else Verdict.yes()
