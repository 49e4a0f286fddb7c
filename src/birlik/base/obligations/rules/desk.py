"""Who writes resolutions, gives visas and signs."""

from datetime import date, datetime

from django.db.models import QuerySet

from birlik.base.obligations.engine.directing import DEEPEST
from birlik.base.obligations.models import Obligation, Visa, VisaStep
from birlik.base.obligations.refusals import desk
from birlik.base.obligations.rules.reporting import (
    DIRECTS,
    is_open,
    is_owed,
    may_report,
    reaches,
    unless,
)
from birlik.base.obligations.rules.standing import line_up, turn_of
from birlik.base.registry.models import Appointment, Structure
from birlik.base.registry.queries import answering
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.verdict import Verdict

Outcome = Obligation.Outcome


def may_direct(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """The head of the debtor writes a resolution on what is still owed and not under review."""
    if not reaches(actor, DIRECTS, obligation, day_of(at)):
        return Verdict.no(desk.NO_DIRECTING)
    if obligation is None:
        return Verdict.yes()
    too_deep = len(tuple(line_up(obligation))) >= DEEPEST
    return is_open(obligation) and unless((too_deep, desk.TOO_DEEP))


def open_children(obligation: Obligation) -> QuerySet[Obligation]:
    """What resolutions on an obligation gave to others and is still owed."""
    found = Obligation.objects.filter(act__resolution__obligation=obligation)
    return found.filter(outcome=Outcome.NONE, recorded=True)


def may_release_children(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """The head who gave it releases from what is still owed under the resolutions."""
    if not reaches(actor, DIRECTS, obligation, day_of(at)):
        return Verdict.no(desk.NO_DIRECTING)
    none = obligation is not None and not open_children(obligation).exists()
    return unless((none, desk.NO_CHILDREN))


def may_lay_way(actor: Actor, body: Structure | None, at: datetime) -> Verdict:
    """The keeper of the registry or the head of a body lays the way of the body's reports."""
    bodies = answering(body, on=day_of(at)) if body else ()
    heads = actor.reaches(DIRECTS, structures=bodies) if body else actor.holds(DIRECTS)
    return unless((not heads and not actor.holds("registry.keep"), desk.NO_WAY))


def may_open_ways(actor: Actor, at: datetime) -> Verdict:
    """Who lays the way of any body; of which, `may_lay_way` says."""
    return may_lay_way(actor, None, at)


def way_of(obligation: Obligation, *, on: date) -> QuerySet[VisaStep]:
    """The way of the reports of whoever answers for an obligation's debtor on a day."""
    steps = VisaStep.objects.select_related("office__structure")
    return steps.filter(structure=answering(obligation.debtor, on=on)[-1])


def may_send_round(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """Who writes the report sends its draft round, where the body has a way and it does not go
    round already."""
    allowed = may_report(actor, obligation, at)
    if not allowed or obligation is None:
        return allowed
    return unless(
        (not way_of(obligation, on=day_of(at)).exists(), desk.NO_ROUND),
        (turn_of(obligation).runs, desk.GOES_ROUND),
    )


def may_open_visas(actor: Actor, _at: datetime) -> Verdict:
    """Whoever acts in an office may be asked for a visa; for which, `may_give_visa` says."""
    return unless((not actor.is_system and actor.appointment_id is None, desk.NO_VISA))


def sits_in(actor: Actor, office: int) -> bool:
    """Whether the actor acts in an office."""
    held = actor.appointment_id
    return held is not None and Appointment.objects.filter(pk=held, office=office).exists()


def may_give_visa(actor: Actor, visa: Visa | None, at: datetime) -> Verdict:
    """The office whose word is awaited gives it, while a report is owed."""
    if visa is None:
        return may_open_visas(actor, at)
    if not sits_in(actor, visa.office_id):
        return Verdict.no(desk.NO_VISA)
    awaited = turn_of(visa.obligation).awaited
    mine = awaited is not None and awaited.pk == visa.pk
    owed = is_owed(visa.obligation, at)
    return owed and unless((not mine, desk.NOT_YOUR_TURN))


def signs_for(actor: Actor, obligation: Obligation | None, on: date) -> bool:
    """Whether the actor's office signs the reports on an obligation; on any, where it is None."""
    if not actor.appointment_id:
        return False
    steps = VisaStep.objects if obligation is None else way_of(obligation, on=on)
    return steps.filter(signs=True, office__appointments=actor.appointment_id).exists()


def may_submit(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """Who writes the report or signs it submits it; whether its visas are there, the action asks,
    which knows the text."""
    allowed = may_report(actor, obligation, at)
    if allowed or not signs_for(actor, obligation, day_of(at)):
        return allowed
    return is_owed(obligation, at) if obligation else Verdict.yes()
