"""Numbers and days of what goes out.

Who gives a number holds the end of the journal from then on: of two who give the same one at once,
the second sees that it is given.
"""

from datetime import date, datetime

from birlik.base.journal.action import action, locked_head, note
from birlik.base.letters import refusals
from birlik.base.letters.engine.numbering import numbers_from
from birlik.base.letters.models import Letter, Mailing
from birlik.base.letters.queries import numbers_taken, searched_words
from birlik.base.letters.rules import may_number_letter, may_number_mailing
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "letter.numbered",
    may=may_number_letter,
    label=LocalText("Хатқа нөмір берілді", "Письму присвоен номер", "Letter numbered"),
)
def number_letter(
    _by: Actor, letter: Letter, /, *, at: datetime, number: str, dated_on: date
) -> Letter:
    """Give an outgoing letter its number and day, or correct them; the journal keeps the former.

    Raises `RefusedError` without a number, for a day to come, and for a number that another letter
    of the year bears.
    """
    number = number.strip()
    refuse_unfit(number, dated_on, at=at)
    locked_head()
    others = numbers_taken([number], dated_on.year).exclude(pk=letter.pk)
    if others.exists():
        raise RefusedError(refusals.number_taken(number))
    note(former=letter.number, former_day=letter.dated_on)
    numbered(letter, number, dated_on).save(update_fields=["number", "dated_on", "searched"])
    return letter


@action(
    "mailing.numbered",
    may=may_number_mailing,
    label=LocalText(
        "Хаттарға нөмір берілді", "Письмам рассылки присвоены номера", "Mailing numbered"
    ),
)
def number_mailing(
    _by: Actor,
    mailing: Mailing,
    /,
    *,
    at: datetime,
    first: str,
    dated_on: date,
    one_for_all: bool = False,
) -> int:
    """Number the letters of a mailing that have no number yet, in the order of the addressees;
    returns how many they were.

    The numbers follow each other from `first`, or it is that of all of them where a mailing goes
    out under one number. Raises `RefusedError` as `number_letter` does, for a `first` without
    digits to go on from, and where nothing is left to number.
    """
    first = first.strip()
    refuse_unfit(first, dated_on, at=at)
    rows = mailing.letters.select_for_update(of=("self",)).filter(number="")
    letters = list(rows.select_related("correspondent").order_by("pk"))
    if not letters:
        raise RefusedError(refusals.ALL_NUMBERED)
    locked_head()
    numbers = [first] * len(letters) if one_for_all else in_sequence(first, len(letters))
    taken = numbers_taken(numbers, dated_on.year)
    if one_for_all:
        taken = taken.exclude(mailing=mailing)
    if other := taken.first():
        raise RefusedError(refusals.number_taken(other.number))
    for letter, number in zip(letters, numbers, strict=True):
        numbered(letter, number, dated_on)
    Letter.objects.bulk_update(letters, ["number", "dated_on", "searched"], batch_size=200)
    note(numbered=len(letters), last=numbers[-1])
    return len(letters)


def refuse_unfit(number: str, dated_on: date, *, at: datetime) -> None:
    """Raise `RefusedError` without a number, or for a day to come."""
    if not number:
        raise RefusedError(refusals.NO_NUMBER)
    if dated_on > day_of(at):
        raise RefusedError(refusals.DAY_TO_COME)


def in_sequence(first: str, count: int) -> list[str]:
    """So many numbers from the first on. Raises `RefusedError` where it has no digits."""
    try:
        return list(numbers_from(first, count))
    except ValueError as error:
        raise RefusedError(refusals.NO_DIGITS) from error


def numbered(letter: Letter, number: str, dated_on: date) -> Letter:
    """The letter with its number and day, and found by them."""
    letter.number, letter.dated_on = number, dated_on
    letter.searched = searched_words(letter)
    return letter
