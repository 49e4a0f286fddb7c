"""The page on which a person makes keys for programs."""

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import AccessKey, Account, Structure
from birlik.base.registry.queries import key_of
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

pytestmark = pytest.mark.django_db
AT = datetime(2024, 5, 2, 6, tzinfo=UTC)
SYSTEM = Actor.system()


def signed_in(name: str, *, appointed: bool = True) -> tuple[Client, Account]:
    """Somebody at the page, with an office or without."""
    account = open_account(
        SYSTEM, None, at=AT, full_name=name, email=f"{name}@birlik.example", password_hash="!"
    )
    if appointed:
        body = Structure.objects.create(kind="ministry", name_kk="Министрлік")
        office = found_office(SYSTEM, body, at=AT, kind="clerk", name=LocalText("х", "п", "c"))
        appoint(
            SYSTEM, office, at=AT, person=account.person, valid_from=date(2020, 1, 1), ground="x"
        )
    client = Client(headers={"Accept-Language": "en"})
    client.cookies["birlik_language"] = "en"
    client.force_login(account)
    return client, account


def test_a_key_is_shown_once_and_opens_in_the_name_of_its_office() -> None:
    """The page shows the secret when it is made and never again; the secret opens the API."""
    client, account = signed_in("anna")
    page = client.post("/account/keys/", {"name": "Spreadsheet"})
    (secret,) = re.findall(r'id="secret"[^>]*value="([^"]+)"', page.content.decode())
    found = key_of(secret, AccessKey.Kind.API, datetime.now(UTC))
    assert found is not None
    assert found[1].account_id == account.pk
    again = client.get("/account/keys/").content.decode()
    assert "Spreadsheet" in again
    assert secret not in again
    assert page.headers["Cache-Control"] == "private, no-store"


def test_a_revoked_key_is_gone_and_a_foreign_one_cannot_be_revoked() -> None:
    """One's own key is revoked on the page; that of somebody else is refused."""
    client, _account = signed_in("anna")
    client.post("/account/keys/", {"name": "one"})
    key = AccessKey.objects.get()
    other, _account = signed_in("boris")
    assert other.post("/account/keys/", {"revoke": key.pk}).status_code == 403
    client.post("/account/keys/", {"revoke": key.pk})
    key.refresh_from_db()
    assert key.revoked_at is not None
    assert "No program asks" in client.get("/account/keys/").content.decode()


def test_without_an_office_there_are_no_keys() -> None:
    """Who holds no office today is told so, and makes no key."""
    client, _account = signed_in("vera", appointed=False)
    assert client.post("/account/keys/", {"name": "x"}).status_code == 403
    assert not AccessKey.objects.exists()
