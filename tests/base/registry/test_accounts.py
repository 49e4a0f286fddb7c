"""Accounts in the hands of their keeper: opened, begun by a link, closed, mended, and limits."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from birlik.base.journal.models import Entry
from birlik.base.registry.actions.accounts import (
    begin_account,
    close_account,
    forget_factor,
    give_account,
    give_link,
    reopen_account,
    set_office_phone,
)
from birlik.base.registry.models import Account, Office, Person
from birlik.base.registry.queries.accounts import account_of_link, link_of, person_numbered
from birlik.base.registry.refusals import accounts as refusals
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import AT, SYSTEM, World, acting, seat, world

pytestmark = pytest.mark.django_db
SECRET = "жеті-өзен-42-биік"


@pytest.fixture
def found() -> World:
    """The register of tests."""
    return world()


@pytest.fixture
def keeper(client: Client, found: World) -> Account:
    """The keeper, signed in and reading Russian."""
    made = found.account("keeper")
    client.force_login(made)
    client.cookies["birlik_language"] = "ru"
    return made


def reason_of(attempt: Callable[..., object], *given: object, **named: object) -> object:
    """Why an action is refused."""
    with pytest.raises(RefusedError) as refused:
        attempt(*given, **named)
    return refused.value.reason


def test_a_known_person_gets_an_account_without_a_password(found: World) -> None:
    """The account is the person's, nobody can sign in with it yet, and the journal names neither
    the person nor the address."""
    made = give_account(SYSTEM, found.abai.person, at=AT, email="Aibek@Example.KZ", language="ru")
    assert (made.person, made.email, made.language) == (
        found.abai.person, "aibek@example.kz", "ru",
    )  # fmt: skip
    assert not made.has_usable_password()
    text = Entry.objects.get(action="account.given").text
    assert "aibek" not in text.lower()
    assert "Нұрланов" not in text


def test_a_new_person_is_entered_with_the_account(found: World) -> None:
    """Whoever is not known yet is entered by the official name."""
    made = give_account(SYSTEM, None, at=AT, email="a@x.kz", full_name="Жаңа Адам")
    assert made.person.full_name == "Жаңа Адам"
    assert "Жаңа Адам" not in Entry.objects.get(action="account.given").text


def test_an_account_is_given_once(found: World) -> None:
    """A taken address, a person with an account, erased or merged: each is told apart."""
    give_account(SYSTEM, found.abai.person, at=AT, email="a@x.kz")
    people = Person.objects.filter(pk=found.akmola.person.pk)
    assert reason_of(
        give_account, SYSTEM, None, at=AT, email="A@x.kz", full_name="Б"
    ) == refusals.ADDRESS_TAKEN  # fmt: skip
    assert reason_of(
        give_account, SYSTEM, found.abai.person, at=AT, email="b@x.kz"
    ) == refusals.HAS_ACCOUNT  # fmt: skip
    people.update(duplicate_of=found.abai.person)
    assert reason_of(
        give_account, SYSTEM, people.get(), at=AT, email="c@x.kz"
    ) == refusals.NO_PERSON  # fmt: skip
    people.update(duplicate_of=None, erased_at=AT)
    assert reason_of(
        give_account, SYSTEM, people.get(), at=AT, email="c@x.kz"
    ) == refusals.NO_PERSON  # fmt: skip
    assert person_numbered(people.get().pk) is None


def test_a_link_sets_the_password_once(client: Client, found: World) -> None:
    """Whoever opens the link sets the own password and signs in with it; the link is over then,
    and so is every one that was given before the last."""
    account = give_account(SYSTEM, found.abai.person, at=AT, email="a@x.kz")
    first, link = (give_link(SYSTEM, account, at=AT) for _turn in range(2))
    assert account_of_link(first) is None
    client.cookies["birlik_language"] = "ru"
    address = reverse("account_begin", args=[link])
    shown = client.get(address)
    assert shown.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in shown.headers["Cache-Control"]
    assert client.post(address, {"password": SECRET, "again": "x"}).status_code == 422
    assert client.post(address, {"password": "1", "again": "1"}).status_code == 422
    assert client.post(address, {"password": SECRET, "again": SECRET}).status_code == 302
    assert client.get(address).status_code == 404
    answer = client.post("/account/login/", {"login": "a@x.kz", "password": SECRET})
    assert answer.status_code == 302
    text = "".join(Entry.objects.values_list("text", flat=True))
    assert link.partition(".")[2] not in text


@pytest.mark.parametrize("link", ["", "x", "1", "1.x", f"{'9' * 30}.x", "0.a-b"])
def test_a_made_up_link_opens_nothing(client: Client, found: World, link: str) -> None:
    """A link that nobody gave leads nowhere, and sets no password."""
    assert account_of_link(link) is None
    assert reason_of(
        begin_account, SYSTEM, None, at=AT, link=link, password_hash="!"
    ) == refusals.LINK_OVER  # fmt: skip
    assert client.get(f"/account/begin/{link or 'x'}/").status_code == 404


def test_a_link_ends_old_password_and_sessions(client: Client, found: World) -> None:
    """With a new link the old password opens nothing and who is signed in is signed out."""
    account = found.account("researcher")
    Account.objects.filter(pk=account.pk).update(password=make_password(SECRET))
    client.post("/account/login/", {"login": account.email, "password": SECRET})
    assert client.get("/account/").status_code == 200
    give_link(SYSTEM, account, at=AT)
    assert client.get("/account/").status_code == 302
    account.refresh_from_db()
    assert not account.has_usable_password()


def test_a_closed_account_opens_nothing(client: Client, found: World) -> None:
    """It ends its sessions, its links lead nowhere, and no new one is given; reopened it is as it
    was."""
    account = found.account("researcher")
    link = link_of(account)
    client.force_login(account)
    close_account(SYSTEM, account, at=AT)
    account.refresh_from_db()
    assert not account.is_active
    assert client.get("/account/").status_code == 302
    assert account_of_link(link) is None
    assert reason_of(give_link, SYSTEM, account, at=AT) == refusals.CLOSED_ACCOUNT
    reopen_account(SYSTEM, account, at=AT)
    account.refresh_from_db()
    assert account.is_active


def test_nobody_closes_the_own_account_or_the_last_keeper(found: World) -> None:
    """A keeper neither closes nor mends the own account; the only keeper is closed by nobody, not
    by the installation itself either; with another one it goes."""
    account = found.account("keeper")
    by = acting(account)
    for attempt in (close_account, reopen_account, forget_factor, give_link):
        assert reason_of(attempt, by, account, at=AT) == refusals.OWN_ACCOUNT
    assert reason_of(close_account, SYSTEM, account, at=AT) == refusals.LAST_KEEPER
    other = acting(found.account("keeper"))
    close_account(other, account, at=AT)
    account.refresh_from_db()
    assert not account.is_active


def test_a_forgotten_factor_is_gone(found: World) -> None:
    """The device's secret and the recovery codes are gone; the journal says so."""
    account = found.account("keeper")
    forget_factor(acting(found.account("keeper")), account, at=AT)
    assert not Authenticator.objects.filter(user=account).exists()
    assert Entry.objects.filter(action="second_factor.forgotten").exists()


def test_the_service_telephone_is_kept_out_of_the_journal(found: World) -> None:
    """It stands with the office and can be taken away."""
    office = Office.objects.first()
    assert office
    set_office_phone(SYSTEM, office, at=AT, phone=" 74-11-22 ")
    office.refresh_from_db()
    assert office.phone == "74-11-22"
    assert "74-11-22" not in Entry.objects.get(action="office.phone_set").text


def test_others_keep_no_accounts(found: World) -> None:
    """A secretary opens, closes and mends no account, and writes no telephone of an office."""
    secretary, account = found.secretary(found.abai), found.account("researcher")
    office = Office.objects.first()
    for attempt in (
        lambda: give_account(secretary, None, at=AT, email="a@x.kz", full_name="А"),
        lambda: give_link(secretary, account, at=AT),
        lambda: close_account(secretary, account, at=AT),
        lambda: reopen_account(secretary, account, at=AT),
        lambda: forget_factor(secretary, account, at=AT),
        lambda: set_office_phone(secretary, office, at=AT, phone="1"),
    ):
        with pytest.raises(RefusedError):
            attempt()
    assert Account.objects.get(pk=account.pk).is_active


def test_the_list_is_searched(client: Client, keeper: Account, found: World) -> None:
    """By address, by name whatever its case, open or closed."""
    account = give_account(SYSTEM, found.abai.person, at=AT, email="aibek@x.kz")
    close_account(SYSTEM, account, at=AT)
    address = reverse("accounts")
    for query, met in (
        ("?q=нұрланов", True), ("?q=aibek", True), ("?q=жоқ", False), ("?state=closed", True),
        ("?state=open", False),
    ):  # fmt: skip
        assert ("aibek@x.kz" in client.get(address + query).content.decode()) == met, query


def test_an_account_is_opened_by_the_page(client: Client, keeper: Account, found: World) -> None:
    """A wrong address is told beside the field and nothing typed is lost; then the link is shown
    this once, and not when the page is opened again."""
    address = reverse("account_new")
    wrong = client.post(address, {"full_name": "Жаңа Адам", "email": "x", "language": "kk"})
    assert wrong.status_code == 422
    assert "Жаңа Адам" in wrong.content.decode()
    taken = {"full_name": "Жаңа", "email": keeper.email, "language": "kk"}
    assert client.post(address, taken).status_code == 422
    typed = {"full_name": "Жаңа Адам", "email": "new@x.kz", "language": "ru"}
    made = client.post(address, typed).content.decode()
    link = re.search(r'value="(http://testserver/account/begin/[^"]+)"', made)
    assert link
    assert Client().get(link[1]).status_code == 200
    account = Account.objects.get(email="new@x.kz")
    again = client.get(reverse("account_kept", args=[account.pk])).content.decode()
    assert "/account/begin/" not in again
    known = f"{address}?person={found.abai.person.pk}"
    assert "Нұрланов Айбек Абай" in client.get(known).content.decode()
    client.post(known, {"email": "aibek@x.kz", "language": "kk"})
    assert Account.objects.get(email="aibek@x.kz").person == found.abai.person
    for absent in (found.abai.person.pk, 10**30, "x"):
        assert client.get(f"{address}?person={absent}").status_code == 404


def test_an_account_is_mended_by_the_page(client: Client, keeper: Account, found: World) -> None:
    """Closed, reopened, given a link, its factor forgotten, the telephone of its office written;
    the own account only says who may; what is refused is told; an absent one is not found."""
    account = found.account("researcher")
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    address = reverse("account_kept", args=[account.pk])
    for verb, active in (("close", False), ("reopen", True), ("forget", True), ("none", True)):
        assert client.post(address, {"verb": verb}).status_code == 302
        assert Account.objects.get(pk=account.pk).is_active == active
    assert not Authenticator.objects.filter(user=account).exists()
    assert "/account/begin/" in client.post(address, {"verb": "link"}).content.decode()
    office = account.person.appointments.get().office
    given = {"verb": "phone", "office": office.pk, "phone": "74-11-22"}
    assert client.post(address, given).status_code == 302
    assert "74-11-22" in client.get(address).content.decode()
    foreign = seat(found.abai.villager, found.abai.house, "head", since=date(2025, 1, 1)).office
    for number in (foreign.pk, "x", "9" * 30):
        assert client.post(address, {**given, "office": number}).status_code == 404
    own = reverse("account_kept", args=[keeper.pk])
    assert client.post(own, {"verb": "close"}).status_code == 422
    assert "другой ведущий" in client.get(own).content.decode()
    assert client.get(f"/registry/accounts/{10**25}/").status_code == 404


def test_account_pages_ask_little(client: Client, keeper: Account, found: World) -> None:
    """A page of accounts takes at most 15 queries, however many accounts there are."""
    for _turn in range(3):
        found.account("researcher")
    for address in (
        reverse("accounts"), reverse("account_new"), reverse("account_kept", args=[keeper.pk]),
    ):  # fmt: skip
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= 15, address
