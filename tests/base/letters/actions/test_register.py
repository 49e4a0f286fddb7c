"""What came in."""

from datetime import date

import pytest

from birlik.base.journal.models import Entry
from birlik.base.letters import refusals
from birlik.base.letters.actions import register_letter
from birlik.base.letters.models import Letter
from birlik.base.letters.rules import NO_LETTERS, may_open_letters
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.letters.post import (
    AT,
    REGISTRAR,
    STRANGER,
    begun,
    came,
    incoming,
    ministry,
    prosecutor,
)

pytestmark = pytest.mark.django_db


def test_a_letter_is_entered_with_both_numbers() -> None:
    """The register has the sender's number and day, ours, and what it answers."""
    body = prosecutor()
    asked = begun(body).letters.get()
    came(body, number=" 2-15/77 ", answers=asked)
    letter = Letter.objects.get(direction="in")
    assert (letter.number, letter.dated_on) == ("2-15/77", date(2026, 7, 1))
    assert (letter.incoming_number, letter.received_on) == ("410", date(2026, 7, 3))
    assert letter.answers == asked
    assert "Ким" not in Entry.objects.get(action="letter.registered").text


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"number": " "}, refusals.NO_NUMBER),
        ({"incoming_number": ""}, refusals.NO_NUMBER),
        ({"received_on": date(2026, 7, 7)}, refusals.DAY_TO_COME),
        ({"dated_on": date(2026, 7, 4)}, refusals.CAME_BEFORE_WRITTEN),
        ({"incoming_number": "411"}, refusals.ALREADY_REGISTERED),
        ({"number": "2-15/78"}, refusals.INCOMING_NUMBER_TAKEN),
    ],
)
def test_an_unfit_letter_is_not_entered(more: dict[str, object], reason: LocalText) -> None:
    """Without numbers, with days that cannot be, or a second time, a letter is refused."""
    body = prosecutor()
    came(body)
    with pytest.raises(RefusedError) as refused:
        came(body, **more)
    assert refused.value.reason == reason
    assert Letter.objects.count() == 1


def test_a_letter_answers_what_went_out() -> None:
    """What came in does not answer what came in."""
    body = prosecutor()
    earlier = came(body)
    with pytest.raises(RefusedError) as refused:
        came(body, number="9", incoming_number="9", answers=earlier)
    assert refused.value.reason == refusals.ANSWERS_INCOMING


def test_others_register_nothing() -> None:
    """Who does not register letters enters none and does not open their register."""
    with pytest.raises(RefusedError) as refused:
        register_letter(STRANGER, None, at=AT, letter=incoming(ministry()))
    assert refused.value.reason == NO_LETTERS
    assert not may_open_letters(STRANGER, AT)
    assert may_open_letters(REGISTRAR, AT)
