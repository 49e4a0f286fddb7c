"""Notices, digests and the worker's turns as they are stored."""

from datetime import UTC, date, datetime, timedelta

import pytest

from birlik.base.journal.models import Entry
from birlik.base.registry.actions import (
    claim_digest,
    end_turn,
    give_notices,
    make_digests,
    open_account,
    release_digest,
    see_notices,
    settle_digest,
    take_turn,
)
from birlik.base.registry.actions.digests import DigestRow
from birlik.base.registry.actions.notices import NoticeRow
from birlik.base.registry.actions.turns import LEASE
from birlik.base.registry.models import Account, Digest, Notice, Turn
from birlik.base.registry.queries import (
    digests_of,
    notices_of,
    unseen_count,
    unseen_notices,
)
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
DAY = date(2026, 11, 20)
SYSTEM = Actor.system()
WORDS = LocalText("хабар", "весть", "news")


@pytest.fixture
def account() -> Account:
    """Somebody with an account."""
    return opened("a@birlik.example")


def opened(email: str) -> Account:
    """An account of the test."""
    return open_account(SYSTEM, None, at=AT, full_name="А", email=email, password_hash="!")


def give(*rows: NoticeRow, at: datetime = AT) -> int:
    """Give notices as the installation does."""
    return give_notices(SYSTEM, None, at=at, about="test", rows=rows)


def made(account: Account) -> Digest:
    """A digest of the day."""
    row = DigestRow(account.pk, "ru", "Сводка", "Текст")
    assert make_digests(SYSTEM, None, at=AT, on=DAY, rows=[row]) == 1
    return Digest.objects.get()


def test_a_notice_is_given_once(account: Account) -> None:
    """Each account is told of a key once, also when the same is in the list twice; the first
    wording stays."""
    other = opened("b@birlik.example")
    first = NoticeRow(account.pk, "k/1", WORDS, "/obligations/1/")
    assert give(first, first, NoticeRow(other.pk, "k/1", WORDS, "")) == 2
    assert give(NoticeRow(account.pk, "k/1", LocalText("басқа"), "")) == 0
    assert give(NoticeRow(account.pk, "k/2", WORDS, ""), at=AT + LEASE) == 1
    assert [str(one) for one in notices_of(account.pk)] == ["хабар", "хабар"]
    assert [one.key for one in notices_of(account.pk)] == ["k/2", "k/1"]


def test_the_journal_tells_how_many_and_no_text(account: Account) -> None:
    """The entry holds the number of notices and the accounts, not what they say."""
    give(NoticeRow(account.pk, "k/1", WORDS, ""))
    text = Entry.objects.get(action="notice.given").text
    assert f'"noted":{{"accounts":[{account.pk}],"given":1}}' in text
    assert "хабар" not in text


def test_one_marks_ones_own_notices_as_seen(account: Account) -> None:
    """All of one's own are seen from then on, those of others stay; the instant stays the first."""
    other = opened("b@birlik.example")
    give(NoticeRow(account.pk, "k", WORDS, ""), NoticeRow(other.pk, "k", WORDS, ""))
    reader = Actor(account.pk, None, "")
    assert set(unseen_notices([account.pk, other.pk])) == {account.pk, other.pk}
    assert see_notices(reader, None, at=AT) == 1
    assert see_notices(reader, None, at=AT + LEASE) == 0
    assert (unseen_count(account.pk), unseen_count(other.pk)) == (0, 1)
    assert Notice.objects.get(account=account).seen_at == AT


def test_one_digest_for_a_day(account: Account) -> None:
    """A second digest of the same day is not made; that of another day is."""
    one = made(account)
    row = DigestRow(account.pk, "kk", "Басқа", "Мәтін")
    assert make_digests(SYSTEM, None, at=AT, on=DAY, rows=[row]) == 0
    assert make_digests(SYSTEM, None, at=AT, on=date(2026, 11, 21), rows=[row]) == 1
    assert [str(found) for found in digests_of(account.pk)] == ["Басқа", "Сводка"]
    assert Digest.objects.get(on=DAY) == one


def test_a_digest_is_claimed_once(account: Account) -> None:
    """Whoever claims first has it; given back it may be claimed again; settled it never is."""
    one = made(account)
    assert claim_digest(SYSTEM, one, at=AT)
    assert not claim_digest(SYSTEM, one, at=AT)
    release_digest(SYSTEM, one, at=AT, failure="x" * 400)
    one.refresh_from_db()
    assert (len(one.failure), one.sending_at, one.attempts) == (300, None, 1)
    assert claim_digest(SYSTEM, one, at=AT)
    settle_digest(SYSTEM, one, at=AT)
    settle_digest(SYSTEM, one, at=AT + LEASE)
    release_digest(SYSTEM, one, at=AT, failure="late")
    one.refresh_from_db()
    assert (one.sent_at, one.failure, one.attempts) == (AT, "", 2)
    assert not claim_digest(SYSTEM, one, at=AT)


def test_a_turn_is_taken_once() -> None:
    """The second who wants a turn does not get it; another period is another turn."""
    assert take_turn(SYSTEM, None, at=AT, name="daily", period="2026-11-20")
    assert not take_turn(SYSTEM, None, at=AT, name="daily", period="2026-11-20")
    assert take_turn(SYSTEM, None, at=AT, name="daily", period="2026-11-21")
    assert str(Turn.objects.first()) == "daily 2026-11-21"


def test_a_turn_broken_off_is_taken_anew() -> None:
    """A turn that did not end within its hour is taken again, once; one that ended never is."""
    turn = {"name": "daily", "period": "2026-11-20"}
    take_turn(SYSTEM, None, at=AT, **turn)
    assert not take_turn(SYSTEM, None, at=AT + LEASE - timedelta(seconds=1), **turn)
    assert take_turn(SYSTEM, None, at=AT + LEASE, **turn)
    assert not take_turn(SYSTEM, None, at=AT + LEASE, **turn)
    assert Turn.objects.filter(ended_at=None).count() == 1
    end_turn(SYSTEM, None, at=AT + LEASE, **turn)
    assert not take_turn(SYSTEM, None, at=AT + 9 * LEASE, **turn)
    assert not Turn.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("verb", ["give", "make", "claim", "settle", "release", "take", "end"])
def test_only_the_installation_tells(account: Account, verb: str) -> None:
    """No office gives notices, makes or sends digests, or keeps the worker's turns."""
    one, by = made(account), Actor(account.pk, 1, "office")
    attempts = {
        "give": lambda: give_notices(by, None, at=AT, about="x", rows=[]),
        "make": lambda: make_digests(by, None, at=AT, on=DAY, rows=[]),
        "claim": lambda: claim_digest(by, one, at=AT),
        "settle": lambda: settle_digest(by, one, at=AT),
        "release": lambda: release_digest(by, one, at=AT, failure=""),
        "take": lambda: take_turn(by, None, at=AT, name="x", period="x"),
        "end": lambda: end_turn(by, None, at=AT, name="x", period="x"),
    }
    with pytest.raises(RefusedError):
        attempts[verb]()


def test_without_an_account_there_is_nothing_to_see() -> None:
    """Whoever has not signed in is refused with the reason."""
    with pytest.raises(RefusedError, match="Sign in"):
        see_notices(Actor(0, None, "anonymous"), None, at=AT)
