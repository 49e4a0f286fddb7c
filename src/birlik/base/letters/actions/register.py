"""What came in."""

from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.journal.action import action, locked_head, note
from birlik.base.letters import refusals
from birlik.base.letters.models import Letter
from birlik.base.letters.queries import incoming_number_taken, letter_known, searched_words
from birlik.base.letters.rules import may_register_letters
from birlik.base.records.models import Document
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@dataclass(frozen=True, slots=True)
class IncomingLetter:
    """A letter that came in: the sender with its number and day, ours, and the scan.

    Of a paper of limited access there is no `document`: `kept_at` says where it lies. `answers` is
    the outgoing letter to which it replies.
    """

    correspondent: Structure
    number: str
    dated_on: date
    incoming_number: str
    received_on: date
    subject: str = ""
    signatory: str = ""
    document: Document | None = None
    kept_at: str = ""
    answers: Letter | None = None


@action(
    "letter.registered",
    may=may_register_letters,
    label=LocalText("Кіріс хат тіркелді", "Зарегистрировано входящее письмо", "Letter registered"),
    withheld=("letter",),
)
def register_letter(
    by: Actor, _subject: None, /, *, at: datetime, letter: IncomingLetter
) -> Letter:
    """Enter a letter that came in into the register.

    Raises `RefusedError` where a number is missing, a day lies ahead or the letter came before it
    was written, where it is registered already or our number is given away, and when it answers
    what came in itself. Two who register at once come one after the other: the second sees what the
    first entered.
    """
    locked_head()
    refuse_unfit(letter, at=at)
    made = Letter(
        direction=Letter.Direction.INCOMING,
        correspondent=letter.correspondent,
        number=letter.number.strip(),
        dated_on=letter.dated_on,
        incoming_number=letter.incoming_number.strip(),
        received_on=letter.received_on,
        subject=letter.subject.strip(),
        signatory=letter.signatory.strip(),
        document=letter.document,
        kept_at=letter.kept_at.strip(),
        answers=letter.answers,
        at=at,
        by_id=by.appointment_id,
    )
    made.searched = searched_words(made)
    made.save()
    note(
        correspondent=made.correspondent_id,
        dated_on=made.dated_on,
        received_on=made.received_on,
        answers=made.answers_id,
        scan=letter.document.digest if letter.document else "",
    )
    return made


def refuse_unfit(letter: IncomingLetter, *, at: datetime) -> None:
    """Raise `RefusedError` for what keeps a letter out of the register."""
    answers = letter.answers
    objections = (
        (not letter.number.strip() or not letter.incoming_number.strip(), refusals.NO_NUMBER),
        (max(letter.dated_on, letter.received_on) > day_of(at), refusals.DAY_TO_COME),
        (letter.received_on < letter.dated_on, refusals.CAME_BEFORE_WRITTEN),
        (
            answers is not None and answers.direction != Letter.Direction.OUTGOING,
            refusals.ANSWERS_INCOMING,
        ),
        (
            letter_known(letter.correspondent, letter.number.strip(), letter.dated_on),
            refusals.ALREADY_REGISTERED,
        ),
        (
            incoming_number_taken(letter.incoming_number.strip(), letter.received_on.year),
            refusals.INCOMING_NUMBER_TAKEN,
        ),
    )
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)
