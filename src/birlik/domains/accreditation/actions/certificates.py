"""Certificates: issued by a decision, suspended, resumed, withdrawn and restored by others."""

from datetime import date, datetime
from secrets import choice

from birlik.base.journal.action import action, note
from birlik.base.records.models import Provision
from birlik.base.registry.actions.accrediting import (
    TermRow,
    grant_term,
    restore_term,
    resume_term,
    suspend_term,
    withdraw_term,
)
from birlik.base.registry.models import AccreditedTerm, Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.actions.steps import StepWords, take_step
from birlik.domains.accreditation.engine.code import new_code
from birlik.domains.accreditation.engine.terms import next_number, years_after
from birlik.domains.accreditation.models import Application, Certificate, Round, Step
from birlik.domains.accreditation.rules.certificates import (
    follows,
    inner_state,
    may_keep,
    steps_of,
)
from birlik.domains.accreditation.rules.norms import whole
from birlik.domains.accreditation.rules.reach import region_of


def issue(
    by: Actor, application: Application, provision: Provision, *, at: datetime
) -> Certificate:
    """The certificate of an application that was granted, with the terms of the association and its
    branches. A renewal begins when the term before it ends. Called within an action."""
    found = Round.objects.select_for_update().get(pk=application.round_id)
    region = region_of(application.structure)
    known = set(Certificate.objects.filter(round=found).values_list("number", flat=True))
    begins = first_day(application, provision.act.adopted_on)
    made = Certificate.objects.create(
        round=found,
        structure=application.structure,
        application=application,
        number=next_number(found.year, region.code if region else "", known),
        code=new_code(choice),
        valid_from=begins,
        valid_until=years_after(begins, whole("term_years", found.opened_on)),
        provision=provision,
    )
    bodies = [application.structure, *application.branches.all()]
    made.terms.set([granted(by, made, one, at=at) for one in bodies])
    note(certificate=made.pk, bodies=len(bodies))
    return made


def first_day(application: Application, decided_on: date) -> date:
    """The day on which a certificate begins: that of the protocol, or the one on which the renewed
    certificate ends, where that lies later and it was not withdrawn."""
    before = application.renews
    lasts = before is not None and inner_state(before, on=decided_on) in {"valid", "suspended"}
    return max(decided_on, before.valid_until) if before and lasts else decided_on


def granted(by: Actor, made: Certificate, body: Structure, *, at: datetime) -> AccreditedTerm:
    """The term of a body by a certificate."""
    row = TermRow(body.pk, made.number, made.valid_from, made.valid_until, made.provision)
    return grant_term(by, body, at=at, row=row)


@action(
    "certificate.decided",
    may=may_keep,
    label=LocalText(
        "Куәлік туралы шешім қабылданды",
        "Принято решение по свидетельству",
        "Decision on a certificate",
    ),
    withheld=("reason",),
)
def settle_certificate(
    by: Actor,
    certificate: Certificate,
    /,
    *,
    at: datetime,
    kind: str,
    provision: Provision,
    reason: LocalText,
    until: date | None = None,
) -> Step:
    """Suspend, resume, withdraw or restore a certificate by a point of a protocol, from its day;
    the register follows.

    Raises `RefusedError` without reasons in both languages, where this cannot be decided as the
    certificate stands, and for a day before the last decision, outside the term or to come.
    """
    on = provision.act.adopted_on
    if not (reason.kk.strip() and reason.ru.strip()):
        raise RefusedError(refusals.REASON_NEEDED)
    decided = {"suspended", "resumed", "withdrawn", "restored"}
    if kind not in decided or not follows(certificate, kind, on=on):
        raise RefusedError(refusals.NOT_NOW_CERTIFICATE)
    last = max([certificate.valid_from, *(one.on for one in steps_of(certificate))])
    if not last <= on <= day_of(at) or on >= certificate.valid_until:
        raise RefusedError(refusals.OUT_OF_ORDER)
    write_register(by, certificate, kind, provision, until, at=at)
    words = StepWords(reason=reason, provision=provision, on=on, until=until)
    return take_step(by, certificate, kind, at=at, words=words)


def write_register(
    by: Actor,
    certificate: Certificate,
    kind: str,
    provision: Provision,
    until: date | None,
    *,
    at: datetime,
) -> None:
    """Let the register say what was decided, of the association and its branches. A withdrawal that
    was only confirmed stands there already."""
    on = provision.act.adopted_on
    confirmed = kind == "withdrawn" and inner_state(certificate, on=on) == "rehearing"
    for term in certificate.terms.all() if not confirmed else ():
        if kind == "suspended":
            suspend_term(by, term, at=at, on=on, provision=provision, until=until)
        elif kind == "resumed":
            resume_term(by, term, at=at, on=on, provision=provision)
        elif kind == "withdrawn":
            withdraw_term(by, term, at=at, on=on, provision=provision)
        else:
            restore_term(by, term, at=at, until=certificate.valid_until, provision=provision)
