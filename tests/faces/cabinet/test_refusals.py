"""Refusals: they offer another office where one helps, and teach nothing to who guesses numbers."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.actions import EvidenceItem, attach_evidence, submit_report
from birlik.base.obligations.models import Obligation, Upload
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Account, Appointment, Office, Person, Structure, Territory
from birlik.base.ui.pages import Page
from birlik.base.values.local_text import LocalText
from birlik.wiring import foundations
from birlik.wiring.pages import PAGES
from tests.base.obligations.reporting_world import AT, SYSTEM, Reporting, reported, reporting

pytestmark = pytest.mark.django_db
AIGUL = "aigul@birlik.example"
OPEN_TO_READERS_OF_ACTS = {"act", "act_paper"}
"""Whoever reads acts may read any of them: their numbers are no secret."""


@pytest.fixture
def world() -> Reporting:
    """Obligations with reports, drafts, evidence, a request and a file on its way, all of bodies
    without a territory; then the charter of an installation."""
    found = reporting()
    item = EvidenceItem(title="Тізім", link="https://example.kz/list", quantity=20)
    attach_evidence(found.executor, found.counted, at=AT, item=item)
    submit_report(found.executor, found.counted, at=AT, text_kk="Орындалды")
    attach_evidence(found.executor, found.lead, at=AT, item=item)
    reported(found, found.agreed)
    Upload.objects.create(
        key=uuid4(), obligation=found.lead, account=10**6, name="a.pdf", size=9, begun_at=AT
    )
    content = foundations.charter_content()
    load_charter(SYSTEM, None, at=AT, content=content)
    return found


def somebody(client: Client) -> Account:
    """Somebody who has signed in and reads Russian, without an office yet."""
    account = open_account(
        SYSTEM,
        None,
        at=AT,
        full_name="Айгүл",
        email=AIGUL,
        password_hash="!",
    )
    client.force_login(account)
    client.cookies["birlik_language"] = "ru"
    return account


def appointed(account: Account, kind: str, *, acting: bool = False) -> Appointment:
    """The person in an office of this kind in the region of Ulytau, in a body whose number nobody
    guesses."""
    place, _new = Territory.objects.get_or_create(code="620000000", kind="oblast")
    beyond = 10**7 + Structure.objects.count()
    body = Structure.objects.create(
        pk=beyond, kind="akimat", name_kk=kind, name_ru=kind, territory=place
    )
    office = found_office(SYSTEM, body, at=AT, kind=kind, name=LocalText(kind, kind, kind))
    end = date(2200, 1, 1) if acting else None
    return appoint(
        SYSTEM,
        office,
        at=AT,
        person=account.person,
        valid_from=date(2023 + acting, 1, 1),
        valid_until=end,
        acting=acting,
        ground="x",
    )


def said(text: str) -> str:
    """A page without its address, its token, and what repeats them."""
    text = re.sub(r'name="(csrfmiddlewaretoken|next)" value="[^"]*"', "", text)
    text = re.sub(r'"X-CSRFToken": "[^"]*"', "", text)
    return re.sub(r"/\d+(/|\b)", "/N/", text)


def numbered() -> list[Page]:
    """The pages whose address holds a number or key of something that may be another's."""
    return [
        one
        for one in PAGES
        if re.search(r"<(int|str):(pk|key)>", one.route) and one.name not in OPEN_TO_READERS_OF_ACTS
    ]


def addresses(page: Page) -> list[str]:
    """Addresses of a page: with every number that something of another bears, and with unknown
    ones."""
    offices = page.name == "office_handover" or page.route.startswith("registry/offices/")
    own = Office.objects.values_list("pk", flat=True) if offices else ()
    if page.route.startswith("registry/appointments/"):
        own = Appointment.objects.values_list("pk", flat=True)
    if page.route.startswith("registry/people/"):
        own = Person.objects.filter(account__email=AIGUL).values_list("pk", flat=True)
    numbers = range(1, Obligation.objects.count() + 4)
    known = [str(number) for number in numbers if number not in set(own)]
    unknown = ["424242", str(2**40), "9" * 30]
    found = []
    for number in (*known, *unknown):
        route = page.route.replace("<int:pk>", number).replace("<str:number>", "1")
        keys = [*map(str, Upload.objects.values_list("key", flat=True)), str(uuid4()), "x"]
        for key in keys if "<str:key>" in route else [""]:
            found.append("/" + re.sub(r"<\w+:\w+>", "x", route.replace("<str:key>", key)))
    return sorted(set(found))


@pytest.mark.parametrize("kind", ["secretary", "executor", "auditor"])
def test_guessed_numbers_teach_nothing(client: Client, world: Reporting, kind: str) -> None:
    """To an office that reaches none of it, what is another's and what does not exist answer with
    the same status and the same words, read or written to."""
    appointed(somebody(client), kind)
    for page in numbered():
        for ask in (client.get, client.post):
            answers = [ask(address) for address in addresses(page)]
            told = {(one.status_code, said(one.content.decode())) for one in answers}
            assert {status for status, _text in told} <= {403, 404, 405}, page.name
            assert len(told) == 1, page.name


def test_refusal_offers_the_office_that_opens_the_page(client: Client, world: Reporting) -> None:
    """Who holds another office that may open the page is offered it, and gets there by choosing."""
    account = somebody(client)
    appointed(account, "researcher")
    auditor = appointed(account, "auditor", acting=True)
    keeper = appointed(account, "keeper")
    client.post(reverse("office"), {"appointment": auditor.pk})
    assert client.get("/journal/").status_code == 200
    chosen = Appointment.objects.get(office__kind="researcher")
    client.post(reverse("office"), {"appointment": chosen.pk})
    refused = client.get("/journal/?action=charter.loaded")
    text = refused.content.decode()
    assert refused.status_code == 403
    assert "Журнал действий читает только аудитор" in text
    assert f'name="appointment" value="{auditor.pk}"' in text
    assert f'name="appointment" value="{keeper.pk}"' not in text
    assert 'name="next" value="/journal/?action=charter.loaded"' in text
    assert "(и.о.)" in text
    form = {"appointment": auditor.pk, "next": "/journal/?action=charter.loaded"}
    assert client.post(reverse("office"), form).headers["Location"] == form["next"]
    assert client.get(form["next"]).status_code == 200


def test_refusal_offers_nothing_where_no_office_helps(client: Client, world: Reporting) -> None:
    """Without an office that opens the page there is the reason, and where to read who may."""
    appointed(somebody(client), "researcher")
    text = client.get("/journal/").content.decode()
    assert "У вас есть другая должность" not in text
    assert 'href="/rights/"' in text


def test_office_held_in_full_comes_first(client: Client, world: Reporting) -> None:
    """Who also acts for somebody else begins in the own office, however new the other is."""
    account = somebody(client)
    own = appointed(account, "researcher")
    appointed(account, "auditor", acting=True)
    assert client.get("/rights/").wsgi_request.actor.appointment_id == own.pk
