"""Nothing that is kept apart of a person leaves its region: every registry page, with every number,
read and written to, by those of another region; and no page shows it to its own unasked."""

import re
from collections.abc import Iterator

import pytest
from django.http.response import HttpResponseBase
from django.test import Client

from birlik.base.journal.models import Entry
from birlik.base.registry.actions.personal import declare_affiliation, enter_consent
from birlik.base.registry.models import Account, Enrolment, Person, PersonalRecord
from birlik.base.registry.seals import seal
from birlik.base.ui.pages import Page
from birlik.wiring.pages import PAGES
from tests.base.registry.world import AT, SYSTEM, TODAY, World, enrolled, world

pytestmark = pytest.mark.django_db
DECLARED = "ТАЙПАСЫБЕЛГІ"
FORM: dict[str, object] = {
    **{
        "purpose": "contact",
        "whole_iin": "on",
        "asked_on": "01.11.2026",
        "sure": "on",
        "seen": "x",
    },
    **{
        "words": "x",
        "declared_on": "01.11.2026",
        "on": "20.11.2026",
        "consent": "1",
        "deed": "end",
    },
}
"""What a page of people takes, whichever it is."""


@pytest.fixture(name="laid")
def _laid() -> World:
    """The register with restricted values, a declared affiliation and lines in both regions."""
    found = world()
    for region in (found.abai, found.akmola):
        enter_consent(SYSTEM, region.person, at=AT, purpose="affiliation", given_on=TODAY)
        enter_consent(SYSTEM, region.person, at=AT, purpose="public_mediators", given_on=TODAY)
        declare_affiliation(SYSTEM, region.person, at=AT, words=DECLARED, declared_on=TODAY)
        enrolled(region.person, "mediators", structure=region.house)
        enrolled(region.villager, "experts", territory=region.district)
    return found


def registry_pages() -> list[Page]:
    """Every page of the registry, those of everybody too."""
    return [one for one in PAGES if one.route.startswith(("registry/", "public/"))]


def addresses(page: Page) -> Iterator[str]:
    """Addresses of a page, with every number of a person who has something kept apart, of a line of
    a register, and an unknown one; with the code of a register."""
    people = PersonalRecord.objects.values_list("person", flat=True)
    numbers = [*sorted({*people, *Enrolment.objects.values_list("pk", flat=True)}), 10**6]
    route = page.route.replace("<str:code>", "mediators")
    for number in numbers if "<int:" in route else numbers[:1]:
        yield "/" + re.sub(r"<str:\w+>", "x", re.sub(r"<int:\w+>", str(number), route))


def told(answer: HttpResponseBase) -> str:
    """Everything that an answer says."""
    content = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    heads = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    return heads + content.decode(errors="replace")


def restricted(*people: Person) -> tuple[str, ...]:
    """What is kept apart of some people."""
    kept = PersonalRecord.objects.filter(person__in=people)
    values = {seal().opened(one.iin_sealed) for one in kept}
    values |= {one.phone for one in kept} | {one.email for one in kept}
    return (DECLARED, *sorted(values - {""}))


def signed_in(account: Account) -> Client:
    """Somebody signed in, to whom a page that fails is an answer like any other."""
    client = Client(raise_request_exception=False)
    client.force_login(account)
    return client


@pytest.mark.parametrize("office", ["secretary", "district_secretary", "association_head"])
def test_another_region_learns_nothing(laid: World, office: str) -> None:
    """No address, form or file gives those of Akmola a restricted value of Abai."""
    bodies = {
        "secretary": laid.akmola.assembly,
        "district_secretary": laid.akmola.district_assembly,
        "association_head": laid.akmola.association,
    }
    client = signed_in(laid.account(office, bodies[office]))
    secrets = restricted(laid.abai.person, laid.abai.villager)
    own = seal().opened(PersonalRecord.objects.get(person=laid.akmola.person).iin_sealed)
    assert own not in secrets
    leaks = set()
    for page in registry_pages():
        for address in addresses(page):
            answers = [client.get(f"{address}?format=csv&q=Абай"), client.post(address, FORM)]
            shown = [told(one) for one in (client.get(address), *answers)]
            own_people = f"/{laid.akmola.person.pk}/" in address
            for secret in secrets[own_people:]:
                leaks |= {(address, secret) for text in shown if secret in text}
    assert leaks == set()
    views = Entry.objects.filter(action="person.restricted_seen")
    assert not views.filter(subject=str(laid.abai.person.pk)).exists()


def test_own_region_reads_nothing_restricted_unasked(laid: World) -> None:
    """Whoever keeps the record sees no restricted value on any page that is merely opened, nor in a
    file; each answer that shows one has its entry in the journal."""
    client = signed_in(laid.account("secretary", laid.abai.assembly))
    secrets = restricted(laid.abai.person, laid.abai.villager)
    for page in registry_pages():
        for address in addresses(page):
            for query in ("", "?format=csv"):
                text = told(client.get(address + query))
                assert not [one for one in secrets if one in text], address + query
    assert not Entry.objects.filter(action="person.restricted_seen").exists()
    address = f"/registry/people/{laid.abai.person.pk}/restricted/"
    assert "MARK1" in told(client.post(address, FORM))
    assert Entry.objects.filter(action="person.restricted_seen").count() >= 1


@pytest.mark.parametrize("office", ["researcher", "auditor", "coordinator", ""])
def test_offices_without_people_learn_nothing(laid: World, office: str) -> None:
    """Who reads no records of people, with an account or without one, is told nothing restricted by
    any page of the registry."""
    client = signed_in(laid.account(office)) if office else Client(raise_request_exception=False)
    secrets = restricted(laid.abai.person, laid.abai.villager, laid.akmola.person)
    for page in registry_pages():
        for address in addresses(page):
            text = told(client.get(address))
            assert not [one for one in secrets if one in text], address
