"""The bell, the list of notices and the digests: one's own and nobody else's."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from birlik.base.registry.actions import (
    claim_digest,
    give_notices,
    make_digests,
    open_account,
    release_digest,
    settle_digest,
)
from birlik.base.registry.actions.digests import DigestRow
from birlik.base.registry.actions.notices import NoticeRow
from birlik.base.registry.models import Account, Digest, Notice
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.telling import OBLIGATION_PAGE, PLAN_PAGE

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
SYSTEM = Actor.system()


@pytest.fixture
def account(client: Client) -> Account:
    """Somebody who has signed in."""
    account = opened("a@birlik.example")
    client.force_login(account)
    return account


def opened(email: str) -> Account:
    """An account of the test."""
    return open_account(SYSTEM, None, at=AT, full_name="А", email=email, password_hash="!")


def told(account: Account, count: int) -> None:
    """So many notices, a minute apart."""
    for number in range(count):
        text = LocalText(f"хабар {number}", f"весть {number}", f"news {number}")
        row = NoticeRow(account.pk, f"k/{number}", text, "/obligations/7/")
        at = AT + timedelta(minutes=number)
        give_notices(SYSTEM, None, at=at, about="test", rows=[row])


def page(client: Client, address: str = "/notices/", language: str = "kk") -> str:
    """A page of the cabinet in a language."""
    client.cookies["birlik_language"] = language
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def made(account: Account, on: date = date(2026, 11, 20)) -> Digest:
    """A digest in Russian."""
    row = DigestRow(account.pk, "ru", "Birlik: сводка", "Строка\nhttps://birlik.example/x/ <b>")
    make_digests(SYSTEM, None, at=AT, on=on, rows=[row])
    return Digest.objects.get(account=account, on=on)


def test_the_bell_counts_what_was_not_seen(client: Client, account: Account) -> None:
    """Every page tells how many notices wait, by one query; with none it shows no number."""
    assert "қаралмаған:" not in page(client, "/digests/")
    with CaptureQueriesContext(connection) as none:
        page(client, "/digests/")
    told(account, 3)
    with CaptureQueriesContext(connection) as three:
        text = page(client, "/digests/")
    assert '<b><span class="unseen">қаралмаған: </span>3</b>' in text
    assert len(none) == len(three)
    assert sum("registry_notice" in one["sql"] for one in three.captured_queries) == 1


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "хабар 0"), ("ru", "весть 0"), ("en", "news 0")]
)
def test_notices_are_read_in_ones_language(
    client: Client, account: Account, language: str, words: str
) -> None:
    """A notice is shown in the language of the page, with a link to what it is about."""
    told(account, 1)
    text = page(client, language=language)
    assert f'href="/obligations/7/">{words}</a>' in text


def test_marking_all_as_seen(client: Client, account: Account) -> None:
    """Sent as a form, all one's notices are seen, those of another stay; the list keeps them."""
    other = opened("b@birlik.example")
    told(account, 2)
    told(other, 1)
    assert "Бәрін қаралды деп белгілеу" in page(client)
    assert client.post("/notices/").status_code == 302
    assert Notice.objects.filter(seen_at=None).get().account == other
    text = page(client)
    assert "хабар 1" in text
    assert "Бәрін қаралды деп белгілеу" not in text
    assert "Барлығы қаралды." in page(client, "/notices/?new=1")


def test_newest_first_and_by_pages(client: Client, account: Account) -> None:
    """Fifty to a page, the newest first."""
    told(account, 51)
    text = page(client)
    assert text.index("хабар 50") < text.index("хабар 49")
    assert "хабар 0<" not in text
    assert "хабар 0<" in page(client, "/notices/?page=2")


def test_empty_lists_say_what_would_be_there(client: Client, account: Account) -> None:
    """Without notices or digests the page says what comes there."""
    assert "Хабарлама әлі жоқ" in page(client)
    assert "Шолу әлі жоқ" in page(client, "/digests/")


def test_a_digest_is_read_as_it_was_sent(client: Client, account: Account) -> None:
    """The text stands in its own language, with its addresses as links and nothing else as HTML."""
    made(account)
    assert 'href="/digests/2026-11-20/"' in page(client, "/digests/")
    text = page(client, "/digests/2026-11-20/")
    assert '<div class="body letter" lang="ru">Строка' in text
    assert '<a href="https://birlik.example/x/"' in text
    assert "&lt;b&gt;" in text


def test_it_is_told_whether_a_digest_left(client: Client, account: Account) -> None:
    """Waiting, in doubt, refused by the mail, and sent: each is told in words."""
    one = made(account)
    assert "поштамен жіберілген жоқ" in page(client, "/digests/")
    claim_digest(SYSTEM, one, at=AT)
    assert "поштамен кеткені белгісіз" in page(client, "/digests/")
    release_digest(SYSTEM, one, at=AT, failure="SMTPConnectError: 421")
    text = page(client, "/digests/")
    assert "пошта қабылдамады" in text
    assert "SMTPConnectError" not in text
    settle_digest(SYSTEM, one, at=AT)
    assert "поштамен жіберілді: 20.11.2026, 07:00" in page(client, "/digests/")


@pytest.mark.parametrize("on", ["2026-11-21", "2026-13-01", "x"])
def test_a_day_without_digest_is_not_found(client: Client, account: Account, on: str) -> None:
    """No digest, no such day, no day at all: not found."""
    assert client.get(f"/digests/{on}/").status_code == 404


def test_the_digests_of_others_are_not_to_be_had(client: Client, account: Account) -> None:
    """The address of a day shows one's own digest or nothing."""
    made(opened("b@birlik.example"))
    assert client.get("/digests/2026-11-20/").status_code == 404
    assert "сводка" not in page(client, "/digests/")


def test_notices_lead_to_pages_that_are_there() -> None:
    """The addresses that notices carry are those of the pages of obligations and plans."""
    assert reverse("obligation", args=[7]) == OBLIGATION_PAGE.format(7)
    assert reverse("plan", args=[7]) == PLAN_PAGE.format(7)
