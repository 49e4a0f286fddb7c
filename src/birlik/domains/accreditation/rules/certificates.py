"""Who decides what of a certificate, and who appeals."""

from datetime import date, datetime

from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.verdict import Verdict
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.engine.standing import (
    CERTIFICATE,
    DatedStep,
    certificate_state,
    public_state,
    steps_from,
)
from birlik.domains.accreditation.models import Certificate
from birlik.domains.accreditation.rules.applications import appeal_term
from birlik.domains.accreditation.rules.reach import RUN, applies, checks, unless


def steps_of(certificate: Certificate) -> list[DatedStep]:
    """The steps of a certificate, in order."""
    return [DatedStep(one.kind, one.on, one.until) for one in certificate.steps.all()]


def shown_state(certificate: Certificate, *, on: date) -> str:
    """What anybody is told of a certificate on a day."""
    term = (certificate.valid_from, certificate.valid_until)
    return public_state(steps_of(certificate), term, on=on)


def inner_state(certificate: Certificate, *, on: date) -> str:
    """Where a certificate stands on a day, appeals included."""
    return certificate_state(steps_of(certificate), on=on)


def follows(certificate: Certificate | None, kind: str, *, on: date) -> bool:
    """Whether a step may be the next one; without a certificate, that it may be."""
    if certificate is None:
        return True
    return kind in steps_from(CERTIFICATE, inner_state(certificate, on=on))


def may_keep(actor: Actor, certificate: Certificate | None, at: datetime) -> Verdict:
    """Who keeps the protocol of the commission writes what it decided of a certificate, before its
    term is over."""
    body = certificate.structure if certificate else None
    over = certificate is not None and certificate.valid_until <= day_of(at)
    return unless((not checks(actor, body), refusals.NO_CHECKING), (over, refusals.OVER))


def may_appeal_withdrawal(actor: Actor, certificate: Certificate | None, at: datetime) -> Verdict:
    """The association appeals a withdrawal within the norm's days."""
    on = day_of(at)
    taken = [one for one in steps_of(certificate) if one.kind == "withdrawn"] if certificate else []
    late = bool(taken) and on > appeal_term(taken[-1].on)
    return unless(
        (not applies(actor, certificate.structure if certificate else None), refusals.NO_APPLYING),
        (not follows(certificate, "appealed", on=on), refusals.NOT_NOW_CERTIFICATE),
        (late, refusals.APPEAL_LATE),
    )


def may_answer_withdrawal(actor: Actor, certificate: Certificate | None, at: datetime) -> Verdict:
    """Who runs accreditation for the republic decides an appeal against a withdrawal."""
    return unless(
        (not actor.reaches(RUN), refusals.NO_RUNNING),
        (not follows(certificate, "upheld", on=day_of(at)), refusals.NOT_NOW_CERTIFICATE),
    )
