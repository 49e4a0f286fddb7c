"""Who may do what with the draft of a plan."""

from collections.abc import Iterable
from datetime import datetime

from birlik.base.registry.models import Territory
from birlik.base.registry.queries import answered_for, answering
from birlik.base.registry.rules.reach import territory_line
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict
from birlik.domains.drafting import refusals
from birlik.domains.drafting.models import Agreement, PlanDraft

State = PlanDraft.State
DRAFTS, AGREES, APPROVES, READS = "plans.draft", "plans.agree", "plans.approve", "plans.read"
OPEN = frozenset({State.DRAFT, State.AGREEING})
"""The states in which a draft is still written."""


def unless(*objections: tuple[bool, LocalText]) -> Verdict:
    """Allowed unless an objection holds; the first that does gives the reason."""
    return next((Verdict.no(reason) for holds, reason in objections if holds), Verdict.yes())


def reaches(actor: Actor, power: str, region: Territory | None) -> bool:
    """Whether a power reaches the plan of a region; a national plan only one without limits."""
    return actor.reaches(power, territories=territory_line(region))


def writes(actor: Actor, draft: PlanDraft | None) -> bool:
    """Whether the actor writes this draft; without one, any draft."""
    return actor.holds(DRAFTS) if draft is None else reaches(actor, DRAFTS, draft.region)


def may_open_drafts(actor: Actor, _at: datetime) -> Verdict:
    """Who writes, agrees with or approves plans sees drafts; so does who reads every plan."""
    sees = any(actor.holds(power) for power in (DRAFTS, AGREES, APPROVES)) or actor.reaches(READS)
    return unless((not sees, refusals.NO_DRAFTS))


def may_open_writing(actor: Actor, _at: datetime) -> Verdict:
    """Who writes plans opens the pages on which drafts are written; which draft, `may_write`
    says."""
    return unless((not actor.holds(DRAFTS), refusals.NO_DRAFTING))


def may_open_answering(actor: Actor, _at: datetime) -> Verdict:
    """Who agrees with plans for a body, or writes them, opens the page of an answer."""
    some = actor.holds(AGREES) or actor.holds(DRAFTS)
    return unless((not some, refusals.NOT_ASKED))


def may_see_draft(actor: Actor, draft: PlanDraft | None, at: datetime) -> Verdict:
    """A draft is seen by who writes or approves it, by who reads every plan, and by the bodies that
    were asked to agree; one that is foreign or does not exist is refused in the same words."""
    if draft is None:
        return unless((not actor.reaches(DRAFTS), refusals.NOTHING_HERE))
    seen = actor.reaches(READS) or any(
        reaches(actor, power, draft.region) for power in (DRAFTS, APPROVES)
    )
    return unless((not seen and not was_asked(actor, draft, at), refusals.NOTHING_HERE))


def was_asked(actor: Actor, draft: PlanDraft, at: datetime) -> bool:
    """Whether a body for which the actor agrees was asked about the draft."""
    if actor.reaches(AGREES):
        return draft.agreements.exists()
    return draft.agreements.filter(structure__in=own_bodies(actor, at)).exists()


def own_bodies(actor: Actor, at: datetime) -> frozenset[int]:
    """The bodies for which the actor agrees, those whom they succeeded among them."""
    own: Iterable[int] = (
        one.structure_id for one in actor.grants(AGREES) if one.structure_id is not None
    )
    return frozenset().union(*(answered_for(one, on=day_of(at)) for one in own))


def may_begin_draft(actor: Actor, region: Territory | None, _at: datetime) -> Verdict:
    """Who writes plans everywhere begins a national one; a region's, who writes those of it."""
    return unless((not reaches(actor, DRAFTS, region), refusals.NO_DRAFTING))


def may_write(actor: Actor, draft: PlanDraft | None, _at: datetime) -> Verdict:
    """A draft is written until it is submitted."""
    closed = draft is not None and draft.state not in OPEN
    return unless((not writes(actor, draft), refusals.NO_DRAFTING), (closed, refusals.CLOSED))


def may_freeze(actor: Actor, draft: PlanDraft | None, _at: datetime) -> Verdict:
    """Who writes a draft keeps versions of it, at any time."""
    return unless((not writes(actor, draft), refusals.NO_DRAFTING))


def may_ask_agreement(actor: Actor, draft: PlanDraft | None, at: datetime) -> Verdict:
    """A draft that names executors is sent for agreement, also anew."""
    allowed = may_write(actor, draft, at)
    names_one = (
        draft is None or draft.measures.filter(withdrawn_at=None, parties__isnull=False).exists()
    )
    return unless((not names_one, refusals.NOBODY_TO_ASK)) if allowed else allowed


def may_answer(actor: Actor, agreement: Agreement | None, at: datetime) -> Verdict:
    """A body that was asked answers once in a round while the draft is in agreement; who writes the
    draft records an answer that came by letter."""
    if agreement is None:
        return may_open_answering(actor, at)
    draft = agreement.draft
    asked = actor.reaches(AGREES, structures=answering(agreement.structure, on=day_of(at)))
    over = draft.state != State.AGREEING or agreement.round != draft.round
    return unless(
        (not asked and not writes(actor, draft), refusals.NOT_ASKED),
        (over, refusals.AGREEMENT_OVER),
        (agreement.stance != "", refusals.ANSWERED),
    )


def may_submit(actor: Actor, draft: PlanDraft | None, at: datetime) -> Verdict:
    """A draft with measures is submitted for approval, whoever has not answered."""
    allowed = may_write(actor, draft, at)
    empty = draft is not None and not draft.measures.filter(withdrawn_at=None).exists()
    return unless((empty, refusals.NO_MEASURES)) if allowed else allowed


def decides(actor: Actor, draft: PlanDraft | None) -> bool:
    """Whether the actor approves this draft: the chair of the region; of a national one, which the
    Government approves, who writes it records that."""
    if draft is None:
        return actor.holds(APPROVES) or actor.reaches(DRAFTS)
    if draft.region is None:
        return actor.reaches(DRAFTS)
    return reaches(actor, APPROVES, draft.region)


def may_reopen(actor: Actor, draft: PlanDraft | None, _at: datetime) -> Verdict:
    """What was submitted goes back: sent back by who approves, or taken back by who wrote it."""
    some = decides(actor, draft) or writes(actor, draft)
    waits = draft is None or draft.state == State.SUBMITTED
    return unless((not some, refusals.NO_APPROVAL), (not waits, refusals.NOT_SUBMITTED))


def may_approve(actor: Actor, draft: PlanDraft | None, _at: datetime) -> Verdict:
    """What was submitted is approved."""
    waits = draft is None or draft.state == State.SUBMITTED
    return unless(
        (not decides(actor, draft), refusals.NO_APPROVAL), (not waits, refusals.NOT_SUBMITTED)
    )


def may_tie(actor: Actor, draft: PlanDraft | None, _at: datetime) -> Verdict:
    """The adopted text is tied to the draft that was approved, once."""
    waits = draft is None or draft.state == State.APPROVED
    return unless(
        (not writes(actor, draft), refusals.NO_DRAFTING), (not waits, refusals.NOT_APPROVED)
    )
