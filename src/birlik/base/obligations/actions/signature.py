"""The signature under a report: of the office that signs here, or on paper with its scan."""

from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.obligations.actions.upload import BroughtFile
from birlik.base.obligations.models import Obligation, PaperSignature, Submission, Visa, VisaStep
from birlik.base.obligations.queries.desk import draft_digest, works_here
from birlik.base.obligations.refusals import desk
from birlik.base.obligations.rules import signs_for, turn_of, way_of
from birlik.base.records.actions import store_document
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """A report signed on paper: by whom, on which day, and the scan, whose content was checked."""

    signatory: str
    signed_on: date
    scan: BroughtFile


def require_signature(
    by: Actor,
    obligation: Obligation,
    *,
    at: datetime,
    texts: tuple[str, str],
    signed: SignedPaper | None,
) -> None:
    """Raise `RefusedError` when a report has not gone the way of its body's reports: all visas for
    this very text, and the signature of the office that signs, or on paper where that office does
    not work here. Without a way nothing is asked."""
    on = day_of(at)
    if signed and (not signed.signatory.strip() or signed.signed_on > on):
        raise RefusedError(desk.SIGNATORY_NEEDED)
    steps = list(way_of(obligation, on=on))
    if not steps or by.is_system:
        return
    reasons = (
        visas_lacking(obligation, steps, texts),
        signature_lacking(by, obligation, steps[-1], on=on, on_paper=signed is not None),
    )
    for reason in reasons:
        if reason:
            raise RefusedError(reason)


def visas_lacking(
    obligation: Obligation, steps: list[VisaStep], texts: tuple[str, str]
) -> LocalText | None:
    """Why the visas do not suffice for a text; None where they do, and where none are given on the
    way."""
    turn = turn_of(obligation)
    if all(step.signs for step in steps) and not turn.runs:
        return None
    if not turn.visas or turn.visas[0].text != draft_digest(obligation, *texts):
        return desk.ROUND_FIRST
    if turn.is_agreed:
        return None
    return desk.VISAS_AWAITED if turn.runs else desk.ROUND_FIRST


def signature_lacking(
    by: Actor, obligation: Obligation, last: VisaStep, *, on: date, on_paper: bool
) -> LocalText | None:
    """Why a report cannot be submitted by an actor; None for the office that signs, and for a paper
    that it signed without working here."""
    if signs_for(by, obligation, on):
        return None
    if not on_paper:
        return desk.ONLY_SIGNS
    return desk.SIGNER_IS_HERE if works_here(last.office_id, on=on) else None


def keep_signature(
    by: Actor, submission: Submission, *, at: datetime, signed: SignedPaper | None
) -> None:
    """Store the signature on paper of a report, and close the last step of its round."""
    if signed:
        PaperSignature.objects.create(
            submission=submission,
            signatory=signed.signatory.strip(),
            signed_on=signed.signed_on,
            document=store_document(
                by,
                None,
                at=at,
                name=signed.scan.title[:200],
                media_type=signed.scan.media_type,
                content=signed.scan.content,
            ),
        )
    turn = turn_of(submission.obligation)
    if turn.awaited is not None:
        Visa.objects.filter(pk=turn.awaited.pk).update(
            decision=Visa.Decision.APPROVED, at=at, by=by.appointment_id
        )
