"""Who may do what with duties and obligations.

A rule asks three things: has the actor the power, does it reach this obligation, and does the state
of the obligation allow it. The first objection is the reason of the refusal.
"""

from datetime import date, datetime

from birlik.base.obligations import refusals
from birlik.base.obligations.models import Evidence, Obligation, Submission, Upload
from birlik.base.obligations.refusals import desk
from birlik.base.obligations.rules.standing import is_asked_for_visa, line_up, parent_of
from birlik.base.registry.queries import answering, answering_places
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

Outcome = Obligation.Outcome
REPORTS, REVIEWS = "obligations.report", "obligations.review"
DIRECTS, SEES = "obligations.direct", "plans.read"


def may_adopt_act(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever imports acts may make their provisions duties."""
    return unless((not actor.holds("acts.import"), refusals.NO_ADOPTION))


def unless(*objections: tuple[bool, LocalText]) -> Verdict:
    """Allowed unless an objection holds; the first that does gives the reason."""
    return next((Verdict.no(reason) for holds, reason in objections if holds), Verdict.yes())


def reaches(actor: Actor, power: str, obligation: Obligation | None, on: date) -> bool:
    """Whether a power of the actor's reaches the debtor of an obligation, or who succeeded it.

    Without an obligation, whether the actor has the power anywhere.
    """
    if obligation is None:
        return actor.holds(power)
    if actor.reaches(power, structures=(obligation.debtor_id,)):
        return True
    if not actor.holds(power):
        return False
    debtor = obligation.debtor
    return actor.reaches(
        power,
        structures=answering(debtor, on=on),
        territories=answering_places(debtor, on=on),
    )


def may_see_obligation(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """A person sees what lies within the reach of the office, and what hangs under that or was
    given by a resolution on it; and that on which the office was asked for a visa."""
    on = day_of(at)
    seen = reaches(actor, SEES, obligation, on) or (
        obligation is not None and actor.holds(SEES) and sees_from_above(actor, obligation, on)
    )
    return unless((not seen, refusals.NOT_YOURS_TO_SEE))


def sees_from_above(actor: Actor, obligation: Obligation, on: date) -> bool:
    """Whether an actor sees an obligation by what stands above it, or by a visa."""
    led = obligation.lead is not None and reaches(actor, SEES, obligation.lead, on)
    return (
        led
        or any(reaches(actor, SEES, above, on) for above in line_up(obligation))
        or is_asked_for_visa(actor.appointment_id, obligation)
    )


def may_remark(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """Who sees an obligation and reports on, reviews or directs obligations may speak of it."""
    speaks = any(actor.holds(power) for power in (REPORTS, REVIEWS, DIRECTS))
    seen = may_see_obligation(actor, obligation, at)
    return unless((not speaks, refusals.NO_REPORTING)) if seen else seen


def may_report(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """The debtor's office reports on what is still owed, from the first day of its period."""
    if not reaches(actor, REPORTS, obligation, day_of(at)):
        return Verdict.no(refusals.NO_REPORTING)
    return is_owed(obligation, at) if obligation else Verdict.yes()


def is_open(obligation: Obligation) -> Verdict:
    """Whether something is still to be done about an obligation: it is neither settled nor under
    review, and there is a record of it here."""
    return unless(
        (obligation.outcome == Outcome.VOID, refusals.VOID),
        (obligation.outcome == Outcome.RELEASED, refusals.RELEASED),
        (obligation.outcome == Outcome.ACCEPTED, refusals.ACCEPTED),
        (not obligation.recorded, refusals.NO_RECORD),
        (obligation.stage == Obligation.Stage.SUBMITTED, refusals.UNDER_REVIEW),
    )


def is_owed(obligation: Obligation, at: datetime) -> Verdict:
    """Whether an obligation is one that can be reported on now."""
    begun = unless((obligation.period_first > day_of(at), refusals.NOT_BEGUN))
    return is_open(obligation) and begun


def may_open_evidence(actor: Actor, at: datetime) -> Verdict:
    """Who sees any obligation may ask for its evidence; which one, `may_see_evidence` says."""
    return may_see_obligation(actor, None, at)


def may_open_reporting(actor: Actor, at: datetime) -> Verdict:
    """Who reports on any obligation may bring evidence; on which, `may_report` says."""
    return may_report(actor, None, at)


def may_see_draft(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """A report that is being written is seen by the office that writes it, and by those that are
    asked for their visa or signature."""
    writes = reaches(actor, REPORTS, obligation, day_of(at)) or (
        obligation is not None and is_asked_for_visa(actor.appointment_id, obligation)
    )
    return unless((not writes, refusals.NOT_YOURS_TO_SEE))


def may_see_evidence(actor: Actor, evidence: Evidence, at: datetime) -> Verdict:
    """Who sees the obligation sees what was submitted, and who writes its draft, that draft's."""
    if evidence.submission_id is None:
        return may_see_draft(actor, evidence.obligation, at)
    return may_see_obligation(actor, evidence.obligation, at)


def may_bring(actor: Actor, upload: Upload | None, at: datetime) -> Verdict:
    """Who began to bring a file goes on with it while the obligation can be reported on."""
    if upload is None:
        return may_report(actor, None, at)
    foreign = upload.account != actor.account_id
    allowed = may_report(actor, upload.obligation, at)
    return unless((foreign, refusals.NOT_YOUR_UPLOAD)) if allowed else allowed


def may_sweep(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Only the installation itself clears away what was left unfinished."""
    return unless((not actor.is_system, refusals.SWEPT_BY_ITSELF))


def may_consolidate(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """The lead takes the contributions up into its own report."""
    allowed = may_report(actor, obligation, at)
    alone = obligation is not None and not obligation.contributions.exists()
    return unless((alone, refusals.NO_CONTRIBUTIONS)) if allowed else allowed


def may_review(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """The lead judges contributions, who directs what a resolution gave, a coordinator the lead's
    report; never its author."""
    if obligation is None:
        holds = any(actor.holds(power) for power in (REVIEWS, REPORTS, DIRECTS))
        return unless((not holds, refusals.NO_REVIEW))
    judges, why = judging(actor, obligation, day_of(at))
    waits = obligation.stage == Obligation.Stage.SUBMITTED and obligation.outcome == ""
    return unless(
        (not judges, why),
        (not waits, refusals.NOTHING_TO_REVIEW),
        (is_author(actor, last_submission(obligation)), refusals.OWN_REPORT),
    )


def judging(actor: Actor, obligation: Obligation, on: date) -> tuple[bool, LocalText]:
    """Whether an actor is one who judges the reports on an obligation, and why not if not."""
    lead = obligation.lead
    if lead is not None:
        return reaches(actor, REPORTS, lead, on), refusals.LEAD_REVIEWS
    parent = parent_of(obligation)
    if parent is None:
        return reaches(actor, REVIEWS, obligation, on), refusals.NO_REVIEW
    directs = reaches(actor, DIRECTS, parent, on) or reaches(actor, REPORTS, parent, on)
    return directs, desk.DIRECTOR_REVIEWS


def settling(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """Whether an actor settles what is owed: a coordinator, but the head who gave it by a
    resolution what that gave."""
    if obligation is None:
        holds = actor.holds(REVIEWS) or actor.holds(DIRECTS)
        return unless((not holds, refusals.NO_REVIEW))
    on, parent = day_of(at), parent_of(obligation)
    if parent is None:
        return unless((not reaches(actor, REVIEWS, obligation, on), refusals.NO_REVIEW))
    return unless((not reaches(actor, DIRECTS, parent, on), desk.DIRECTOR_DECIDES))


def may_accept_contributions(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """Who reports for the lead judges what its contributors report."""
    judges = reaches(actor, REPORTS, obligation, day_of(at))
    return unless((not judges, refusals.LEAD_REVIEWS))


def last_submission(obligation: Obligation) -> Submission | None:
    """The newest report on an obligation."""
    return max(obligation.submissions.all(), key=lambda one: one.number, default=None)


def is_author(actor: Actor, submission: Submission | None) -> bool:
    """Whether the actor is the person who submitted a report."""
    return (
        submission is not None
        and actor.account_id is not None
        and submission.account == actor.account_id
    )


def may_take_off(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """Who settles it takes off control what was accepted, once."""
    settles = settling(actor, obligation, at)
    if not settles:
        return settles
    if obligation is None:
        return Verdict.yes()
    return unless(
        (obligation.outcome != Outcome.ACCEPTED, refusals.NOT_ACCEPTED),
        (hasattr(obligation, "taken_off"), refusals.TAKEN_OFF),
    )


def may_ask_extension(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """The debtor's office asks for a later date for what it still owes, one request at a time."""
    if not reaches(actor, REPORTS, obligation, day_of(at)):
        return Verdict.no(refusals.NO_REPORTING)
    if obligation is None:
        return Verdict.yes()
    waits = obligation.extensions.filter(granted=None).exists()
    return is_owed(obligation, at) and unless((waits, refusals.EXTENSION_WAITS))


def may_decide_extension(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """Who settles it decides on a request that waits."""
    settles = settling(actor, obligation, at)
    if not settles:
        return settles
    if obligation is None:
        return Verdict.yes()
    waits = obligation.extensions.filter(granted=None).exists()
    return unless(
        (not waits, refusals.NO_EXTENSION_WAITS), (obligation.outcome != "", refusals.SETTLED)
    )


def may_release(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """Who settles it releases from what is still owed."""
    settles = settling(actor, obligation, at)
    if not settles:
        return settles
    settled = obligation is not None and (obligation.outcome != "" or not obligation.recorded)
    return unless((settled, refusals.SETTLED))
