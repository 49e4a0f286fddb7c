"""One text to many addressees."""

import json
from dataclasses import replace

import pytest

from birlik.base.journal.models import Entry
from birlik.base.letters import refusals
from birlik.base.letters.actions import begin_mailing
from birlik.base.letters.engine.text import MailingText
from birlik.base.letters.models import Letter, Mailing
from birlik.base.letters.queries import body_of, letters_of
from birlik.base.letters.rules import NO_LETTERS
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.letters.post import AT, REGISTRAR, STRANGER, TEXT, begun, ministry, prosecutor

pytestmark = pytest.mark.django_db


def test_every_addressee_gets_a_letter_without_number() -> None:
    """Two addressees, one of them named twice, get a letter each; neither has a number yet."""
    first, second = ministry(), prosecutor()
    mailing = begun(first, second, first)
    letters = list(letters_of(mailing))
    assert [one.correspondent for one in letters] == [first, second]
    assert [(one.direction, one.number, one.dated_on) for one in letters] == [("out", "", None)] * 2
    assert (mailing.kind, mailing.executor, mailing.phone) == ("request", "Б. Серікова", "74-00-00")
    assert body_of(letters[1]) == LocalText(
        "Бас прокуратура назарына. Ақпарат сұралады.", "Просим информацию."
    )


def test_what_differs_is_filled_for_each_addressee() -> None:
    """The points of an addressee stand in its letter and in no other."""
    first, second = ministry(), prosecutor()
    text = replace(TEXT, text=LocalText("Тармақтар: {{points}}", "Пункты: {{points}}"))
    values = {first.pk: {"points": LocalText("1, 2")}, second.pk: {"points": LocalText("3")}}
    mailing = begin_mailing(
        REGISTRAR, None, at=AT, text=text, addressees=(first, second), values=values
    )
    bodies = [body_of(one) for one in letters_of(mailing)]
    assert bodies == [
        LocalText("Тармақтар: 1, 2", "Пункты: 1, 2"),
        LocalText("Тармақтар: 3", "Пункты: 3"),
    ]


def test_a_letter_that_came_in_has_no_body_of_ours() -> None:
    """What is no letter of a mailing has no text here."""
    assert body_of(Letter()) == LocalText()


def test_the_journal_holds_no_word_and_no_name() -> None:
    """The entry says how many letters, neither the text nor who signs."""
    begun(ministry())
    entry = Entry.objects.get(action="mailing.begun")
    assert json.loads(entry.text)["noted"] == {"letters": 1}
    assert "Ахметов" not in entry.text
    assert "Ақпарат" not in entry.text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (replace(TEXT, text=LocalText(" ", "")), refusals.NO_TEXT),
        (replace(TEXT, signatory=" "), refusals.NO_SIGNATORY),
        (replace(TEXT, executor=""), refusals.NO_SIGNATORY),
        (
            replace(TEXT, text=LocalText("{{term}} {{act}}", "{{term}}")),
            refusals.unfilled_fields(["act", "term"]),
        ),
    ],
)
def test_an_unready_text_goes_to_nobody(text: MailingText, reason: LocalText) -> None:
    """Without text, signatory or executor, or with an empty field, no letter is made."""
    with pytest.raises(RefusedError) as refused:
        begun(ministry(), text=text)
    assert refused.value.reason == reason
    assert not Mailing.objects.exists()


def test_a_mailing_needs_an_addressee() -> None:
    """A text to nobody is no mailing."""
    with pytest.raises(RefusedError) as refused:
        begun()
    assert refused.value.reason == refusals.NO_ADDRESSEES


def test_others_begin_no_mailing() -> None:
    """Who does not register letters sends none."""
    with pytest.raises(RefusedError) as refused:
        begin_mailing(STRANGER, None, at=AT, text=TEXT, addressees=(ministry(),))
    assert refused.value.reason == NO_LETTERS
