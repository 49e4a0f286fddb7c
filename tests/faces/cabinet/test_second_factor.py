"""The second factor: who must have it, how it is set up, asked for, renewed and switched off."""

import re
import time
from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.test import Client

from birlik.base.charter.actions import load_charter
from birlik.base.journal.models import Entry
from birlik.base.registry.actions import (
    appoint,
    found_office,
    open_account,
    record_new_codes,
    record_second_factor,
    remove_second_factor,
)
from birlik.base.registry.models import AccessKey, Account, Appointment, Structure
from birlik.base.registry.queries import actor_in
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.faces.cabinet.sign_in import SecondFactorAdapter
from tests.base.records.readings_world import AT, SYSTEM

pytestmark = pytest.mark.django_db
PASSWORD = "тұжырымдама-2030"
CHARTER = """
office_kind:
  keeper:
    - {kk: жүргізуші, ru: ведущий, en: keeper, from: 2000-01-01, ground: x,
       powers: {acts.read: all, registry.keep: all}, second_factor: true}
  reader:
    - {kk: оқырман, ru: читатель, en: reader, from: 2000-01-01, ground: x,
       powers: {acts.read: all}}
"""


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    """No attempts of another test are counted."""
    cache.clear()


@pytest.fixture
def account() -> Account:
    """Somebody without an office yet, under a charter whose keeper needs a second factor."""
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    return open_account(
        SYSTEM,
        None,
        at=AT,
        full_name="Айгүл",
        email="aigul@birlik.example",
        password_hash=make_password(PASSWORD),
        language="ru",
    )


def appointed(account: Account, kind: str) -> Appointment:
    """The account's person in an office of this kind."""
    structure = Structure.objects.create(kind="committee", name_kk=kind, name_ru=kind)
    office = found_office(SYSTEM, structure, at=AT, kind=kind, name=LocalText(kind, kind, kind))
    return appoint(
        SYSTEM, office, at=AT, person=account.person, valid_from=date(2023, 1, 1), ground="x"
    )


def sign_in(client: Client) -> Any:
    """What follows the right password."""
    form = {"login": "aigul@birlik.example", "password": PASSWORD}
    return client.post("/account/login/?next=/acts/", form)


def code_of(secret: str, *, later: int = 0) -> str:
    """What the application on the telephone shows now, or `later` half-minutes later; it is read
    when enough of the half-minute is left to use it."""
    while time.time() % 30 > 25:
        time.sleep(0.1)
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


def set_up(client: Client) -> str:
    """Set the second factor up as a person does; the secret that the page shows."""
    client.post("/account/again/?next=/account/factor/", {"password": PASSWORD})
    page = client.get("/account/factor/").content.decode()
    found = re.search(r'<code class="key">([A-Z2-7]{32})</code>', page)
    assert found
    answer = client.post("/account/factor/", {"code": code_of(found[1])})
    assert answer.headers["Location"] == "/account/codes/"
    cache.clear()
    return found[1]


def wrong(secret: str) -> str:
    """A code that no half-minute around now has."""
    near = {code_of(secret, later=step) for step in (-1, 0, 1)}
    return next(code for code in ("000000", "111111", "222222", "333333") if code not in near)


def test_office_that_demands_a_second_factor_has_no_power_without_it(
    client: Client, account: Account
) -> None:
    """Every page leads to one's account, which says why, until the second factor is set up."""
    appointment = appointed(account, "keeper")
    actor = actor_in(appointment, account, on=AT.date())
    assert (actor.powers, actor.awaits_second_factor) == (frozenset(), True)
    sign_in(client)
    client.cookies["birlik_language"] = "ru"
    for address in ("/", "/acts/", "/acts/1/", "/plans/"):
        assert client.get(address).headers["Location"] == "/account/"
    assert client.get("/acts/", headers={"HX-Request": "true"}).headers["HX-Redirect"] == (
        "/account/"
    )
    assert "второй фактор" in client.get("/account/").content.decode().lower()
    assert client.post("/language/", {"language": "kk"}).status_code == 302
    set_up(client)
    assert client.get("/acts/").status_code == 200
    assert actor_in(appointment, account, on=AT.date()).holds("registry.keep")


def test_another_office_of_the_same_person_stays_open(client: Client, account: Account) -> None:
    """Who holds a second office that demands nothing may choose it and work in it."""
    appointed(account, "keeper")
    reader = appointed(account, "reader")
    sign_in(client)
    client.post("/office/", {"appointment": reader.pk})
    assert client.get("/acts/").status_code == 200


def test_code_is_asked_after_the_password(client: Client, account: Account) -> None:
    """Once set up, the password alone opens nothing; a code of now does, and only once."""
    appointed(account, "reader")
    sign_in(client)
    secret = set_up(client)
    thief, owner = Client(), Client()
    assert sign_in(owner).headers["Location"] == "/account/login/code/"
    assert owner.get("/acts/").status_code == 302
    page = owner.get("/account/login/code/").content.decode()
    assert 'name="code"' in page
    code = code_of(secret)
    assert owner.post("/account/login/code/", {"code": code}).headers["Location"] == "/acts/"
    assert owner.get("/acts/").status_code == 200
    sign_in(thief)
    assert thief.post("/account/login/code/", {"code": code}).status_code == 200
    assert thief.get("/acts/").status_code == 302


def test_sessions_begun_before_the_second_factor_end(client: Client, account: Account) -> None:
    """Whoever had the password alone is out once the owner sets the second factor up; the owner's
    session and those of other people go on."""
    appointed(account, "keeper")
    other = open_account(
        SYSTEM, None, at=AT, full_name="Б", email="b@birlik.example", password_hash="!"
    )
    thief, neighbour = Client(), Client()
    neighbour.force_login(other)
    sign_in(thief)
    sign_in(client)
    set_up(client)
    assert client.get("/acts/").status_code == 200
    assert thief.get("/acts/").headers["Location"].startswith("/account/login/")
    assert neighbour.get("/account/").status_code == 200
    text = Entry.objects.get(action="second_factor.set_up").text
    assert '"noted":{"ended":1}' in text
    assert str(client.session.session_key) not in text


def test_no_key_is_made_before_the_second_factor(client: Client, account: Account) -> None:
    """A key made with the password alone would open the office once its owner has the codes."""
    appointed(account, "keeper")
    sign_in(client)
    client.cookies["birlik_language"] = "ru"
    answer = client.post("/account/keys/", {"name": "x"})
    assert answer.status_code == 403
    assert "требует второго фактора" in answer.content.decode()
    assert not AccessKey.objects.exists()
    set_up(client)
    assert client.post("/account/keys/", {"name": "x"}).status_code == 200
    assert AccessKey.objects.count() == 1


def test_wrong_code_is_told_in_words(client: Client, account: Account) -> None:
    """A wrong code says what to do, in the reader's language."""
    sign_in(client)
    secret = set_up(client)
    other = Client()
    other.cookies["birlik_language"] = "ru"
    sign_in(other)
    text = other.post("/account/login/code/", {"code": wrong(secret)}).content.decode()
    assert "Неверный код" in text


def test_guessing_codes_is_stopped(client: Client, account: Account) -> None:
    """After several wrong codes even the right one must wait, from whatever browser."""
    sign_in(client)
    secret = set_up(client)
    for _attempt in range(6):
        guesser = Client()
        sign_in(guesser)
        guesser.post("/account/login/code/", {"code": wrong(secret)})
    owner = Client()
    sign_in(owner)
    owner.post("/account/login/code/", {"code": code_of(secret)})
    assert owner.get("/account/").status_code == 302


def test_first_code_must_be_right(client: Client, account: Account) -> None:
    """A device that shows another code is not taken: nobody locks himself out."""
    sign_in(client)
    client.post("/account/again/?next=/account/factor/", {"password": PASSWORD})
    page = client.get("/account/factor/").content.decode()
    found = re.search(r'<code class="key">([A-Z2-7]{32})</code>', page)
    assert found
    answer = client.post("/account/factor/", {"code": wrong(found[1])})
    assert answer.status_code == 200
    assert not Authenticator.objects.exists()


def test_password_is_asked_again_before_anything_is_shown(client: Client, account: Account) -> None:
    """A computer left alone gives away neither a new secret nor the recovery codes."""
    client.force_login(account)
    answer = client.get("/account/factor/")
    assert answer.headers["Location"].startswith("/account/again/")
    client.cookies["birlik_language"] = "ru"
    text = client.post("/account/again/", {"password": "жоқ"}).content.decode()
    assert "Неверный пароль" in text
    assert client.get("/account/factor/").status_code == 302


def test_recovery_code_opens_once(client: Client, account: Account) -> None:
    """Without the telephone one recovery code signs in, and is used up by that."""
    appointed(account, "reader")
    sign_in(client)
    set_up(client)
    listed = client.get("/account/codes/file/").content.decode().split()
    assert len(listed) == 10
    owner = Client()
    sign_in(owner)
    owner.post("/account/login/code/", {"code": listed[0]})
    assert owner.get("/acts/").status_code == 200
    cache.clear()
    again = Client()
    sign_in(again)
    again.post("/account/login/code/", {"code": listed[0]})
    assert again.get("/acts/").status_code == 302
    assert ">9<" in client.get("/account/").content.decode()


def test_new_recovery_codes_replace_the_old(client: Client, account: Account) -> None:
    """Codes made anew are others, and the journal says that they were made."""
    sign_in(client)
    set_up(client)
    before = client.get("/account/codes/file/").content
    assert client.get("/account/codes/new/").status_code == 200
    assert client.post("/account/codes/new/").headers["Location"] == "/account/codes/"
    assert client.get("/account/codes/").status_code == 200
    assert client.get("/account/codes/file/").content != before
    assert Entry.objects.filter(action="recovery_codes.renewed", account=account.pk).exists()


def test_who_set_it_up_freely_may_switch_it_off(client: Client, account: Account) -> None:
    """Where no office demands it, the second factor is a person's own choice; the journal knows."""
    appointed(account, "reader")
    sign_in(client)
    set_up(client)
    assert client.get("/account/factor/").headers["Location"] == "/account/factor/off/"
    assert client.get("/account/factor/off/").status_code == 200
    assert client.post("/account/factor/off/").headers["Location"] == "/account/"
    assert not Authenticator.objects.exists()
    done = Entry.objects.filter(action__startswith="second_factor.").order_by("number")
    assert [one.action for one in done] == ["second_factor.set_up", "second_factor.removed"]
    assert sign_in(Client()).headers["Location"] == "/acts/"


def test_who_must_have_it_cannot_switch_it_off(client: Client, account: Account) -> None:
    """An office that demands the second factor keeps it on, and says so."""
    appointed(account, "keeper")
    sign_in(client)
    set_up(client)
    client.cookies["birlik_language"] = "ru"
    page = client.get("/account/factor/off/").content.decode()
    assert "отключить его нельзя" in page
    client.post("/account/factor/off/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_secret_is_not_readable_in_the_database(client: Client, account: Account) -> None:
    """Who copies the database has no code from it; the installation's key reads it."""
    sign_in(client)
    secret = set_up(client)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert SecondFactorAdapter().decrypt(kept) == secret


def test_former_key_of_the_installation_still_reads(settings: Any) -> None:
    """A new secret key of the installation leaves second factors whole while the former is kept."""
    kept = SecondFactorAdapter().encrypt("ABC")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another" * 8
    assert SecondFactorAdapter().decrypt(kept) == "ABC"


@pytest.mark.parametrize("act", [record_second_factor, remove_second_factor, record_new_codes])
def test_nobody_changes_how_another_signs_in(account: Account, act: Any) -> None:
    """Only the owner of an account changes how it is signed in to, or who runs the installation."""
    with pytest.raises(RefusedError, match="Only its owner"):
        act(Actor(account.pk + 1, None, "stranger"), account, at=AT)
    act(Actor(account.pk, None, "owner"), account, at=AT)
    act(SYSTEM, account, at=AT)
    assert Entry.objects.filter(subject_kind="registry.account").count() == 3


def test_code_proves_who_one_is_as_well_as_the_password(client: Client, account: Account) -> None:
    """Before the recovery codes are shown a one-time code will do in place of the password."""
    sign_in(client)
    secret = set_up(client)
    other = Client()
    sign_in(other)
    other.post("/account/login/code/", {"code": code_of(secret)})
    assert other.get("/account/codes/").headers["Location"].startswith("/account/again/")
    page = other.get("/account/again/?next=/account/codes/").content.decode()
    assert 'href="/account/again/code/?next=%2Faccount%2Fcodes%2F"' in page
    assert 'inputmode="numeric"' in other.get("/account/again/code/").content.decode()
    answer = other.post("/account/again/code/", {"code": wrong(secret)})
    assert answer.status_code == 200
