"""Who may record by letter what a body reports, and settle many obligations on its ground."""

from datetime import datetime

from birlik.base.letters.models import Letter
from birlik.base.letters.rules import NO_LETTERS
from birlik.base.obligations import refusals
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.refusals import by_letter
from birlik.base.obligations.rules.reporting import is_open, is_owed, reaches, settling, unless
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.verdict import Verdict


def may_report_by_letter(actor: Actor, letter: Letter | None, _at: datetime) -> Verdict:
    """Whoever registers letters records what an incoming one reports."""
    outgoing = letter is not None and letter.direction != Letter.Direction.INCOMING
    return unless(
        (not actor.holds("letters.register"), NO_LETTERS),
        (outgoing, by_letter.OUTGOING_TELLS_NOTHING),
    )


def may_record_report(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """What a body reports by letter is recorded for it while it still owes the obligation."""
    if not reaches(actor, "letters.register", obligation, day_of(at)):
        return Verdict.no(NO_LETTERS)
    return is_owed(obligation, at) if obligation else Verdict.yes()


def may_settle_by_letter(actor: Actor, letter: Letter | None, _at: datetime) -> Verdict:
    """A coordinator settles obligations on the ground of a letter that has its number."""
    return unless(
        (not actor.holds("obligations.review"), refusals.NO_REVIEW),
        (letter is not None and not letter.number, by_letter.NOT_NUMBERED),
    )


def may_extend_by_letter(actor: Actor, obligation: Obligation | None, at: datetime) -> Verdict:
    """Who settles it extends by letter what is still owed and not under review: a coordinator,
    but what a resolution gave inside a body its head alone."""
    settles = settling(actor, obligation, at)
    if not settles:
        return settles
    if obligation is None:
        return Verdict.yes()
    return is_open(obligation)
