"""Sign-in, the first page, the office in which one acts, and pages of trouble."""

from datetime import date

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client, RequestFactory
from django.urls import reverse

from birlik.base.charter.actions import load_charter
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Account, Appointment, Structure
from birlik.base.values.local_text import LocalText
from birlik.faces.cabinet.errors import bad_request, failed, stale_form
from birlik.wiring import foundations
from tests.base.records.readings_world import AT, SYSTEM

pytestmark = pytest.mark.django_db
PASSWORD = "тұжырымдама-2030"


@pytest.fixture
def account() -> Account:
    """Somebody whose own language is Russian, without an office."""
    load_charter(SYSTEM, None, at=AT, content=foundations.charter_content())
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


def sign_in(client: Client, password: str = PASSWORD) -> str:
    """Send the sign-in form and return the page or the address it leads to."""
    form = {"login": "aigul@birlik.example", "password": password}
    response = client.post("/account/login/?next=/acts/", form)
    return response.headers.get("Location") or response.content.decode()


def test_sign_in_leads_back_and_speaks_the_accounts_language(
    client: Client, account: Account
) -> None:
    """After sign-in one is where one wanted to be, in the language of one's account."""
    assert sign_in(client) == "/acts/"
    assert client.cookies["birlik_language"].value == "ru"


def test_language_chosen_before_sign_in_stays(client: Client, account: Account) -> None:
    """A language chosen on the sign-in page is not changed by signing in."""
    client.cookies["birlik_language"] = "en"
    sign_in(client)
    assert client.cookies["birlik_language"].value == "en"


def test_wrong_password_is_told_in_words(client: Client, account: Account) -> None:
    """A wrong password says so in Kazakh on a first visit, and does not say which part is wrong."""
    assert "құпиясөз қате" in sign_in(client, "жоқ")


def test_guessing_is_stopped(client: Client, account: Account) -> None:
    """After several wrong passwords even the right one must wait."""
    for _attempt in range(10):
        sign_in(client, "жоқ")
    assert sign_in(client) != "/acts/"


def test_nobody_opens_an_account_alone(client: Client) -> None:
    """The address of sign-up offers no form."""
    page = client.get("/account/signup/").content.decode()
    assert 'name="password1"' not in page


def test_password_page_is_ours(client: Client, account: Account) -> None:
    """Who has signed in may change the password, in words of the house."""
    client.force_login(account)
    client.cookies["birlik_language"] = "ru"
    assert "Текущий пароль" in client.get("/account/password/").content.decode()


def test_first_page_leads_to_what_one_may_open(client: Client, account: Account) -> None:
    """The first page leads to the first entry of one's menu, or says why there is none."""
    client.force_login(account)
    assert "лауазым" in client.get("/").content.decode()
    appointed(account, "coordinator")
    assert client.get("/").headers["Location"] == reverse("today")


def test_office_is_chosen_among_ones_own(client: Client, account: Account) -> None:
    """Another office of one's own brings its powers; an office of others changes nothing."""
    client.force_login(account)
    first = appointed(account, "coordinator")
    second = appointed(account, "auditor")
    client.post("/office/", {"appointment": first.pk})
    assert client.get("/imports/").status_code == 200
    answer = client.post("/office/", {"appointment": second.pk, "next": "/acts/"})
    assert answer.headers["Location"] == "/acts/"
    assert client.get("/imports/").status_code == 403
    client.post("/office/", {"appointment": 10**6})
    assert client.get("/imports/").status_code == 403
    assert client.get("/office/").status_code == 405


def test_office_switch_leads_nowhere_else(client: Client, account: Account) -> None:
    """The address to come back to must be ours."""
    client.force_login(account)
    answer = client.post("/office/", {"next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_language_switch_keeps_the_page(client: Client) -> None:
    """Choosing a language comes back to the page, now in that language."""
    answer = client.post("/language/", {"language": "ru", "next": "/account/login/"})
    assert answer.headers["Location"] == "/account/login/"
    assert "Войти" in client.get("/account/login/").content.decode()


def test_refused_part_of_a_page_is_a_notice(client: Client, account: Account) -> None:
    """A refusal inside a page is put among its notices; signed out, one is led to sign in."""
    part = {"HX-Request": "true", "HX-Current-URL": "http://testserver/acts/?q=1"}
    gone = client.get("/imports/", headers=part)
    assert gone.headers["HX-Redirect"] == "/account/login/?next=%2Facts%2F%3Fq%3D1"
    client.force_login(account)
    refused = client.get("/imports/", headers=part)
    assert (refused.status_code, refused.headers["HX-Retarget"]) == (403, "#notices")


def test_unknown_address_is_told(client: Client, account: Account) -> None:
    """A page that is not there says so, inside the cabinet for who has signed in."""
    assert 'class="entrance"' in client.get("/nothing/").content.decode()
    client.force_login(account)
    response = client.get("/nothing/")
    assert response.status_code == 404
    assert 'class="shell"' in response.content.decode()


def test_forged_form_is_refused_in_words() -> None:
    """A form without its token says what to do."""
    client = Client(enforce_csrf_checks=True)
    response = client.post("/language/", {"language": "ru"})
    assert response.status_code == 403
    assert "Пішін ескірген" in response.content.decode()


def test_pages_of_trouble_need_nothing() -> None:
    """Trouble is told even when the request failed before anything was known of it."""
    request = RequestFactory().get("/")
    assert bad_request(request, ValueError()).status_code == 400
    assert stale_form(request).status_code == 403
    assert failed(request).status_code == 500


def test_styles_and_scripts_are_never_inline(client: Client) -> None:
    """The policy that pages send allows no script from elsewhere and none written into a page."""
    response = client.get("/account/login/")
    policy = response.headers["Content-Security-Policy"].split("; ")
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    page = response.content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
