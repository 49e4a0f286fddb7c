"""Who takes which step with an application."""

from datetime import date, datetime, timedelta

from birlik.base.registry.models import Appointment, Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.engine.standing import (
    APPLICATION,
    application_state,
    hearing_number,
    steps_from,
)
from birlik.domains.accreditation.models import Application, Round, Vote
from birlik.domains.accreditation.rules.norms import whole
from birlik.domains.accreditation.rules.reach import (
    RUN,
    VOTE,
    applies,
    checks,
    interested,
    is_member,
    unless,
)

WRITTEN = frozenset({"draft", "returned"})
"""The states in which an application is written."""


def kinds_of(application: Application) -> list[str]:
    """The kinds of the steps of an application, in order."""
    return [one.kind for one in application.steps.all()]


def state_of(application: Application) -> str:
    """Where an application stands."""
    return application_state(kinds_of(application))


def follows(application: Application | None, kind: str) -> bool:
    """Whether a step may be the next one of an application; without one, that it may be."""
    return application is None or kind in steps_from(APPLICATION, state_of(application))


def accepts(found: Round, on: date) -> bool:
    """Whether a round takes applications on a day."""
    return found.opened_on <= on <= found.closed_on


def may_apply_for(actor: Actor, structure: Structure | None, _at: datetime) -> Verdict:
    """The head of a body begins its application; who checks it enters what came on paper."""
    some = applies(actor, structure) or checks(actor, structure)
    return unless((not some, refusals.NO_APPLYING))


def owns(actor: Actor, application: Application | None) -> bool:
    """Whether the actor writes an application: the head, or who entered what came on paper."""
    if application is None:
        return applies(actor, None) or checks(actor, None)
    own = applies(actor, application.structure)
    return own or (application.on_paper and checks(actor, application.structure))


def may_write(actor: Actor, application: Application | None, at: datetime) -> Verdict:
    """An application is written before it is submitted, and after it was returned; one that was
    never submitted, only while the round takes applications or where it came on paper."""
    if application is None:
        return unless((not owns(actor, None), refusals.NO_APPLYING))
    state = state_of(application)
    fresh = state == "draft" and not application.on_paper
    return unless(
        (not owns(actor, application), refusals.NO_APPLYING),
        (state not in WRITTEN, refusals.NOT_NOW),
        (fresh and not accepts(application.round, day_of(at)), refusals.CLOSED_ROUND),
    )


def may_withdraw(actor: Actor, application: Application | None, _at: datetime) -> Verdict:
    """The association takes its application back until it is decided."""
    return unless(
        (not owns(actor, application), refusals.NO_APPLYING),
        (not follows(application, "withdrawn"), refusals.NOT_NOW),
    )


def may_check(actor: Actor, application: Application | None, _at: datetime) -> Verdict:
    """Who checks applications says whether one that was submitted is complete."""
    body = application.structure if application else None
    return unless(
        (not checks(actor, body), refusals.NO_CHECKING),
        (not follows(application, "completed"), refusals.NOT_NOW),
    )


def may_vote(actor: Actor, application: Application | None, at: datetime) -> Verdict:
    """A member of the commission votes once in a hearing, in however many seats, unless the case is
    the own one."""
    if application is None:
        return unless((not actor.holds(VOTE), refusals.NO_VOTE))
    on = day_of(at)
    if not is_member(actor, application.structure, on=on):
        return Verdict.no(refusals.NO_VOTE)
    votes = Vote.objects.filter(
        application=application,
        hearing=hearing_number(kinds_of(application)),
        member__person=person_of(actor),
    )
    return unless(
        (state_of(application) != "hearing", refusals.NOT_NOW),
        (has_interest(actor, application, on=on), refusals.INTERESTED),
        (votes.exists(), refusals.VOTED),
    )


def has_interest(actor: Actor, application: Application, *, on: date) -> bool:
    """Whether the actor holds an office in the association that applies, or in a branch."""
    own = [application.structure, *application.branches.all()]
    return person_of(actor) in interested(own, on=on)


def person_of(actor: Actor) -> int | None:
    """The person who acts, by number; None for the installation itself."""
    held = Appointment.objects.filter(pk=actor.appointment_id or 0)
    return held.values_list("person", flat=True).first()


def may_decide(actor: Actor, application: Application | None, _at: datetime) -> Verdict:
    """Who keeps the protocol of the commission writes what it decided."""
    body = application.structure if application else None
    return unless(
        (not checks(actor, body), refusals.NO_CHECKING),
        (not follows(application, "granted"), refusals.NOT_NOW),
    )


def appeal_term(on: date) -> date:
    """The last day on which what was decided on a day can be appealed."""
    return on + timedelta(days=whole("appeal_days", on))


def may_appeal(actor: Actor, application: Application | None, at: datetime) -> Verdict:
    """The association appeals a return or a refusal within the norm's days, once."""
    return unless(
        (not owns(actor, application), refusals.NO_APPLYING),
        (not follows(application, "appealed"), refusals.NOT_NOW),
        *appeal_objections(application, day_of(at)),
    )


def appeal_objections(
    application: Application | None, on: date
) -> tuple[tuple[bool, LocalText], ...]:
    """What stands against an appeal: the time is over, or it was decided already."""
    steps = list(application.steps.all()) if application else []
    decided = [one for one in steps if one.kind in {"returned", "refused"}]
    if not decided:
        return ()
    since = steps[steps.index(decided[-1]) :]
    return (
        (any(one.kind == "appealed" for one in since), refusals.APPEALED_ALREADY),
        (on > appeal_term(decided[-1].on), refusals.APPEAL_LATE),
    )


def may_answer_appeal(actor: Actor, application: Application | None, _at: datetime) -> Verdict:
    """Who runs accreditation for the republic decides an appeal."""
    return unless(
        (not actor.reaches(RUN), refusals.NO_RUNNING),
        (not follows(application, "upheld"), refusals.NOT_NOW),
    )
