"""Several registrars at once, on the database of the installation: no number is given twice."""

from collections.abc import Callable
from datetime import date

import pytest

from birlik.base.letters import refusals
from birlik.base.letters.actions import number_letter, number_mailing
from birlik.base.letters.models import Letter, Mailing
from birlik.base.values.refused import RefusedError
from tests.base.letters.post import AT, REGISTRAR, begun, came, ministry, prosecutor
from tests.base.obligations.test_stress import at_once

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 7, 6)


def numbers() -> list[str]:
    """The numbers that were given."""
    return sorted(Letter.objects.exclude(number="").values_list("number", flat=True))


def test_of_those_who_give_one_number_at_once_one_does() -> None:
    """Ten registrars give ten letters the same number at the same instant: one letter bears it,
    nine are told."""
    letters = list(begun(*(ministry() for _time in range(10))).letters.all())

    def work(one: Letter) -> Callable[[], object]:
        return lambda: number_letter(REGISTRAR, one, at=AT, number="07/1", dated_on=TODAY)

    assert at_once(*map(work, letters)) == {"done": 1, "refused": 9}
    assert numbers() == ["07/1"]


def test_mailings_that_are_numbered_at_once_share_no_number() -> None:
    """Two mailings of three letters from the same first number at the same instant: three numbers
    in sequence without holes, and the other mailing is refused whole."""
    mailings = [begun(*(ministry() for _time in range(3))) for _mailing in range(2)]

    def work(one: Mailing) -> Callable[[], object]:
        return lambda: number_mailing(REGISTRAR, one, at=AT, first="07/9", dated_on=TODAY)

    assert at_once(*map(work, mailings)) == {"done": 1, "refused": 1}
    assert numbers() == ["07/10", "07/11", "07/9"]


def test_a_letter_that_two_register_at_once_is_registered_once() -> None:
    """The same paper in two windows at the same instant: one line of the register, and the other is
    told so."""
    body = prosecutor()
    assert at_once(*[lambda: came(body)] * 2) == {"done": 1, "refused": 1}
    assert Letter.objects.count() == 1


def test_our_number_is_given_once_at_the_same_instant() -> None:
    """Letters of two bodies under one incoming number of ours: one of them is refused."""
    bodies = prosecutor(), ministry()
    assert at_once(*(lambda one=one: came(one) for one in bodies)) == {"done": 1, "refused": 1}


def test_a_mailing_sent_twice_is_made_once() -> None:
    """A double click makes the letters once; with their numbers given, or to others, the same text
    goes out again."""
    body, other = ministry(), prosecutor()
    assert at_once(*[lambda: begun(body)] * 2) == {"done": 1, "refused": 1}
    with pytest.raises(RefusedError) as refusal:
        begun(body)
    assert refusal.value.reason == refusals.PREPARED_ALREADY
    begun(body, other)
    number_mailing(REGISTRAR, Mailing.objects.earliest("pk"), at=AT, first="1", dated_on=TODAY)
    begun(body)
    assert Letter.objects.count() == 4
