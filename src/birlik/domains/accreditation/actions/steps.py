"""Steps: the one thing by which the state of an application or certificate changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.journal.action import announce, note
from birlik.base.records.models import Provision
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.facts import ApplicationMoved, CertificateMoved
from birlik.domains.accreditation.models import Application, Certificate, Step

NO_REASON = LocalText()


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a step says beside its kind: why, what is missing, on what ground, from when, and until
    when a suspension lasts."""

    reason: LocalText = NO_REASON
    missing: Sequence[str] = ()
    provision: Provision | None = None
    on: date | None = None
    until: date | None = None


def take_step(
    by: Actor,
    subject: Application | Certificate,
    kind: str,
    *,
    at: datetime,
    words: StepWords = StepWords(),
) -> Step:
    """Add a step to an application or certificate and announce it."""
    of_application = isinstance(subject, Application)
    made = Step.objects.create(
        application=subject if isinstance(subject, Application) else None,
        certificate=subject if isinstance(subject, Certificate) else None,
        kind=kind,
        at=at,
        on=words.on or day_of(at),
        until=words.until,
        by_id=by.appointment_id,
        reason_kk=words.reason.kk,
        reason_ru=words.reason.ru,
        missing=list(words.missing),
        provision=words.provision,
    )
    note(step=made.pk, kind=kind)
    moved = ApplicationMoved if of_application else CertificateMoved
    announce(moved(subject.pk, made.pk))
    return made
