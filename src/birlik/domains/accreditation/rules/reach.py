"""Whose application and certificate is whose: applicants, secretaries, commissions, the office that
runs accreditation."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items
from birlik.base.registry.models import Appointment, Level, Structure, Territory
from birlik.base.registry.rules.reach import lasting_on, reaches_structure, reaches_territory
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.models import Application, Certificate

APPLY, CHECK, VOTE, RUN = (f"accreditation.{verb}" for verb in ("apply", "check", "vote", "run"))
READS = "structures.read"


def unless(*objections: tuple[bool, LocalText]) -> Verdict:
    """Allowed unless an objection holds; the first that does gives the reason."""
    return next((Verdict.no(reason) for holds, reason in objections if holds), Verdict.yes())


def region_of(structure: Structure) -> Territory | None:
    """The region whose commission hears a body; None for a republican one, which the commission of
    the republic hears."""
    place = structure.territory
    if structure.level == Level.REPUBLIC:
        return None
    while place and place.parent:
        place = place.parent
    return place


def applies(actor: Actor, structure: Structure | None) -> bool:
    """Whether the actor applies for a body as its head."""
    return reaches_structure(actor, APPLY, structure)


def checks(actor: Actor, structure: Structure | None) -> bool:
    """Whether the actor checks the application of a body: the secretary of its region, or of a
    republican one who runs accreditation."""
    if structure is None:
        return actor.holds(CHECK) or actor.holds(RUN)
    if actor.reaches(RUN):
        return True
    region = region_of(structure)
    return region is not None and reaches_territory(actor, CHECK, region)


def voting_offices(on: date) -> frozenset[str]:
    """The kinds of office whose holders vote in a commission, by the charter of a day."""
    return frozenset(
        one.code
        for one in items(Catalogue.OFFICE_KIND, on=on)
        if VOTE in one.properties.get("powers", {})
    )


def members(region: Territory | None, *, on: date) -> QuerySet[Appointment]:
    """The members of the commission of a region (None: of the republic) on a day. Who stands in
    for one is none: a vote is the member's own, and a seat has one."""
    closed = Q(office__structure__closed_on__lte=on)
    held = Appointment.objects.filter(lasting_on(on), ~closed, stands_for=None)
    return held.filter(office__kind__in=voting_offices(on), office__structure__territory=region)


def is_member(actor: Actor, structure: Structure, *, on: date) -> bool:
    """Whether the actor is a member of the commission that hears a body."""
    number = actor.appointment_id
    return (
        actor.holds(VOTE)
        and number is not None
        and members(region_of(structure), on=on).filter(pk=number).exists()
    )


def interested(structures: "QuerySet[Structure] | list[Structure]", *, on: date) -> set[int]:
    """The people who hold an office in one of the bodies on a day, by number."""
    held = Appointment.objects.filter(lasting_on(on), office__structure__in=structures)
    return set(held.values_list("person", flat=True))


def electors(application: Application, *, on: date) -> QuerySet[Appointment]:
    """The members who may vote on an application on a day: those without an interest."""
    own = [application.structure, *application.branches.all()]
    found = members(region_of(application.structure), on=on)
    return found.exclude(person__in=interested(own, on=on))


def may_open_accreditation(actor: Actor, _at: datetime) -> Verdict:
    """Who applies, checks, votes, runs accreditation, or reads the register of bodies."""
    some = any(actor.holds(power) for power in (APPLY, CHECK, VOTE, RUN, READS))
    return unless((not some, refusals.NO_ACCREDITATION))


def may_open_applications(actor: Actor, _at: datetime) -> Verdict:
    """Who has to do with applications; with which, `sees` says."""
    some = any(actor.holds(power) for power in (APPLY, CHECK, VOTE, RUN))
    return unless((not some, refusals.NO_ACCREDITATION))


def may_open_applying(actor: Actor, _at: datetime) -> Verdict:
    """Who applies for a body, or enters what came on paper."""
    some = applies(actor, None) or checks(actor, None)
    return unless((not some, refusals.NO_APPLYING))


def may_open_commission(actor: Actor, _at: datetime) -> Verdict:
    """The members of commissions, and who keeps their protocols."""
    some = actor.holds(VOTE) or checks(actor, None)
    return unless((not some, refusals.NO_COMMISSION))


def may_run(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Who runs accreditation everywhere."""
    return unless((not actor.reaches(RUN), refusals.NO_RUNNING))


def may_open_running(actor: Actor, at: datetime) -> Verdict:
    """Who runs accreditation opens the pages on which rounds are made."""
    return may_run(actor, None, at)


def sees(actor: Actor, application: Application, *, on: date) -> bool:
    """Whether the actor sees an application: the applicant (a draft that is not on paper, only
    they), the secretary, the commission."""
    body = application.structure
    if applies(actor, body) or checks(actor, body):
        return True
    begun = any(one.kind == "submitted" for one in application.steps.all())
    return begun and is_member(actor, body, on=on)


def sees_certificate(actor: Actor, certificate: Certificate) -> bool:
    """Whether the actor sees a certificate: who reads the register where the body is, or has to do
    with its accreditation."""
    body = certificate.structure
    known = any(reaches_structure(actor, power, body) for power in (READS, APPLY, VOTE))
    return known or checks(actor, body)


def may_verify(_actor: Actor, _at: datetime) -> Verdict:
    """Anybody may ask whether a certificate is valid; what is answered, the code settles."""
    return Verdict.yes()
