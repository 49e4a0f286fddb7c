"""Numbers and days of what goes out."""

from datetime import date

import pytest

from birlik.base.letters import refusals
from birlik.base.letters.actions import number_letter, number_mailing
from birlik.base.letters.models import Letter
from birlik.base.letters.queries import letters, letters_of
from birlik.base.letters.rules import INCOMING_HAS_NUMBERS, NO_LETTERS
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.letters.post import AT, REGISTRAR, STRANGER, begun, came, ministry, prosecutor

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 6)


def test_an_outgoing_letter_gets_its_number_and_may_be_corrected() -> None:
    """The letter bears the number and is found by it; a slip is mended under the same verb."""
    letter = begun(ministry()).letters.get()
    number_letter(REGISTRAR, letter, at=AT, number=" 07/1 ", dated_on=TODAY)
    letter.refresh_from_db()
    assert (letter.number, letter.dated_on) == ("07/1", TODAY)
    assert " 07 " in letter.searched
    number_letter(REGISTRAR, letter, at=AT, number="07/2", dated_on=TODAY)
    letter.refresh_from_db()
    assert letter.number == "07/2"


def test_a_mailing_is_numbered_in_sequence() -> None:
    """Letters that have no number yet get those that follow each other, in order."""
    mailing = begun(ministry(), prosecutor(), ministry())
    first = letters_of(mailing)[0]
    number_letter(REGISTRAR, first, at=AT, number="07/50", dated_on=TODAY)
    done = number_mailing(REGISTRAR, mailing, at=AT, first="07/99", dated_on=TODAY)
    assert done == 2
    assert [one.number for one in letters_of(mailing)] == ["07/50", "07/99", "07/100"]
    assert {one.dated_on for one in letters_of(mailing)} == {TODAY}


def test_a_mailing_may_go_out_under_one_number() -> None:
    """One number for all: a paper that goes out by a list of addressees, also to whom was left."""
    mailing = begun(ministry(), prosecutor())
    number_letter(REGISTRAR, letters_of(mailing)[0], at=AT, number="б/н", dated_on=TODAY)
    number_mailing(REGISTRAR, mailing, at=AT, first="б/н", dated_on=TODAY, one_for_all=True)
    assert [one.number for one in letters_of(mailing)] == ["б/н", "б/н"]


@pytest.mark.parametrize(
    ("number", "dated_on", "reason"),
    [
        (" ", TODAY, refusals.NO_NUMBER),
        ("8", date(2026, 7, 7), refusals.DAY_TO_COME),
        ("7", TODAY, refusals.number_taken("7")),
    ],
)
def test_a_letter_takes_no_unfit_number(number: str, dated_on: date, reason: LocalText) -> None:
    """No number, a day to come or the number of another letter of the year are refused."""
    taken, letter = letters_of(begun(ministry(), prosecutor()))
    number_letter(REGISTRAR, taken, at=AT, number="7", dated_on=date(2026, 1, 5))
    with pytest.raises(RefusedError) as refused:
        number_letter(REGISTRAR, letter, at=AT, number=number, dated_on=dated_on)
    assert refused.value.reason == reason
    with pytest.raises(RefusedError) as refused:
        number_mailing(REGISTRAR, letter.mailing, at=AT, first=number, dated_on=dated_on)
    assert refused.value.reason == reason


def test_last_years_number_may_come_again() -> None:
    """Numbers begin anew each year."""
    old, letter = letters_of(begun(ministry(), prosecutor()))
    number_letter(REGISTRAR, old, at=AT, number="7", dated_on=date(2025, 12, 30))
    number_letter(REGISTRAR, letter, at=AT, number="7", dated_on=TODAY)
    assert Letter.objects.filter(number="7").count() == 2


def test_nothing_follows_a_number_without_digits() -> None:
    """Letters in sequence need digits to go on from."""
    with pytest.raises(RefusedError) as refused:
        number_mailing(REGISTRAR, begun(ministry()), at=AT, first="б/н", dated_on=TODAY)
    assert refused.value.reason == refusals.NO_DIGITS


def test_a_numbered_mailing_is_not_numbered_again() -> None:
    """Where every letter has its number nothing is left to do."""
    mailing = begun(ministry())
    number_mailing(REGISTRAR, mailing, at=AT, first="1", dated_on=TODAY)
    with pytest.raises(RefusedError) as refused:
        number_mailing(REGISTRAR, mailing, at=AT, first="2", dated_on=TODAY)
    assert refused.value.reason == refusals.ALL_NUMBERED


def test_an_incoming_letter_is_not_numbered() -> None:
    """What came in has its numbers from the registration."""
    with pytest.raises(RefusedError) as refused:
        number_letter(REGISTRAR, came(prosecutor()), at=AT, number="1", dated_on=TODAY)
    assert refused.value.reason == INCOMING_HAS_NUMBERS


def test_others_number_nothing() -> None:
    """Who does not register letters numbers neither one nor many."""
    mailing = begun(ministry())
    with pytest.raises(RefusedError) as refused:
        number_mailing(STRANGER, mailing, at=AT, first="1", dated_on=TODAY)
    assert refused.value.reason == NO_LETTERS
    with pytest.raises(RefusedError) as refused:
        number_letter(STRANGER, letters().get(), at=AT, number="1", dated_on=TODAY)
    assert refused.value.reason == NO_LETTERS
