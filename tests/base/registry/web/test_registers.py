"""Registers of persons on pages: kept within reach, searched by anybody where they are public."""

from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from birlik.base.registry.actions.personal import enter_consent
from birlik.base.registry.models import Enrolment, Person
from birlik.base.registry.refusals.registers import ENROLLED_ALREADY
from tests.base.registry.world import AT, SYSTEM, TODAY, Region, World, enrolled, world

pytestmark = pytest.mark.django_db


@pytest.fixture(name="laid")
def _laid() -> World:
    return world()


def secretary(client: Client, laid: World, region: Region) -> Client:
    """The secretary of a region, signed in and reading Russian."""
    client.force_login(laid.account("secretary", region.assembly))
    client.cookies["birlik_language"] = "ru"
    return client


def said(answer: HttpResponse) -> str:
    """The text of an answer."""
    return answer.content.decode()


def mediator(person: Person, region: Region, **given: object) -> Enrolment:
    """A mediator of the region's house, with a certificate."""
    line = enrolled(person, "mediators", structure=region.house, **given)
    Enrolment.objects.filter(pk=line.pk).update(number=f"МБ-{line.pk}")
    return line


def test_registers_are_counted_within_reach(client: Client, laid: World) -> None:
    """Each register of the charter stands with how many people it has within reach."""
    mediator(laid.abai.person, laid.abai)
    mediator(laid.akmola.person, laid.akmola)
    text = said(secretary(client, laid, laid.abai).get("/registry/registers/"))
    assert 'href="/registry/registers/mediators/"' in text
    assert '<td class="num">1</td>' in text
    assert '<td class="num">2</td>' not in text


def test_register_lists_lines_within_reach(client: Client, laid: World) -> None:
    """The lines in force with certificate, place, term and fields; what is over stands where it is
    asked for; what is not in the charter is not there."""
    mediator(laid.abai.person, laid.abai, topics="отбасы даулары", professional=True)
    enrolled(laid.abai.villager, "mediators", territory=laid.abai.district, until=TODAY)
    mediator(laid.akmola.person, laid.akmola)
    secretary(client, laid, laid.abai)
    text = said(client.get("/registry/registers/mediators/"))
    for words in ("Нұрланов Айбек Абай", "Дом дружбы Абай", "отбасы даулары", "01.01.2025 – …"):
        assert words in text
    assert "профессиональный медиатор: да" in text
    assert "Ким Вера" not in text
    assert "Ақмола" not in text
    over = said(client.get("/registry/registers/mediators/?state=over"))
    assert "Ким Вера Абай" in over
    assert "01.01.2025 – 19.11.2026" in over
    assert client.get("/registry/registers/astronauts/").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("language=ru", True),
        ("language=de", False),
        ("place=100000000", True),
        ("place=101000000", False),
        ("state=ending", False),
        ("on=31.12.2024", False),
        ("on=01.01.2025", True),
    ],
)
def test_register_is_narrowed(client: Client, laid: World, query: str, *, found: bool) -> None:
    """Place, language, term and day of the address narrow the list."""
    mediator(laid.abai.person, laid.abai)
    text = said(secretary(client, laid, laid.abai).get(f"/registry/registers/mediators/?{query}"))
    assert ("Нұрланов Айбек Абай" in text) == found


def test_register_as_a_file(client: Client, laid: World) -> None:
    """The file has the fields of the register, and no number or contact of a person."""
    mediator(laid.abai.person, laid.abai, topics="отбасы даулары", professional=False)
    secretary(client, laid, laid.abai)
    answer = client.get("/registry/registers/mediators/?format=xlsx")
    book = load_workbook(BytesIO(b"".join(answer)))  # type: ignore[arg-type]
    row = [cell.value for cell in book.worksheets[0][2]]
    assert "отбасы даулары" in row
    assert "нет" in row
    assert not [value for value in row if "MARK" in str(value)]


def test_person_is_enrolled_in_two_steps(client: Client, laid: World) -> None:
    """First register and territory, then the line in a body of that territory; a refusal loses
    nothing that was typed."""
    secretary(client, laid, laid.abai)
    address = reverse("person_enrol", kwargs={"pk": laid.abai.villager.pk})
    assert "Дом дружбы Абай" not in said(client.get(address))
    second = f"{address}?register=mediators&place=100000000"
    text = said(client.get(second))
    assert "Дом дружбы Абай" in text
    assert "Дом дружбы Ақмола" not in text
    given = {
        "structure": laid.abai.house.pk,
        "number": "МБ-7",
        "valid_from": "01.02.2026",
        "last_on": "31.01.2029",
        "x_professional": "1",
        "x_topics": "отбасы даулары",
    }
    assert client.post(second, {**given, "valid_from": ""}).status_code == 422
    assert client.post(second, given).headers["Location"] == "/registry/registers/mediators/"
    made = Enrolment.objects.get()
    assert (made.structure, str(made.valid_until)) == (laid.abai.house, "2029-02-01")
    assert made.particulars == {"professional": True, "topics": "отбасы даулары"}
    again = client.post(second, given)
    assert again.status_code == 422
    assert ENROLLED_ALREADY.ru in said(again)
    assert 'value="МБ-7"' in said(again)


def test_place_beyond_reach_is_not_chosen(client: Client, laid: World) -> None:
    """A territory that is another's is offered no bodies of, and nobody is enrolled there."""
    secretary(client, laid, laid.abai)
    address = reverse("person_enrol", kwargs={"pk": laid.abai.villager.pk})
    second = f"{address}?register=mediators&place=110000000"
    assert "Дом дружбы" not in said(client.get(second))
    assert client.post(second, {"valid_from": "01.02.2026"}).status_code == 422
    assert not Enrolment.objects.exists()


def test_line_is_renewed_and_ended(client: Client, laid: World) -> None:
    """The line's page renews it with a new certificate and ends it on a ground; what is refused
    stands by its form."""
    line = mediator(laid.abai.villager, laid.abai)
    secretary(client, laid, laid.abai)
    address = reverse("enrolment", kwargs={"pk": line.pk})
    assert f"МБ-{line.pk}" in said(client.get(address))
    early = {"deed": "renew", "valid_from": "01.01.2025"}
    assert client.post(address, early).status_code == 422
    given = {"deed": "renew", "valid_from": "01.02.2026", "last_on": "31.01.2029", "number": "Н"}
    assert client.post(address, given).status_code == 302
    new = Enrolment.objects.get(number="Н")
    ending = {"deed": "end", "on": "01.12.2026", "ground": "өтініш № 1"}
    assert client.post(address, ending).status_code == 422
    address = reverse("enrolment", kwargs={"pk": new.pk})
    assert client.post(address, {**ending, "ground": ""}).status_code == 422
    assert client.post(address, ending).status_code == 302
    new.refresh_from_db()
    assert (str(new.valid_until), new.ground) == ("2026-12-01", "өтініш № 1")


def test_line_of_another_region_answers_like_none(client: Client, laid: World) -> None:
    """A foreign and an unknown line are refused alike; the keeper is told that there is none."""
    line = mediator(laid.akmola.villager, laid.akmola)
    secretary(client, laid, laid.abai)
    answers = [client.get(f"/registry/registers/lines/{one}/") for one in (line.pk, 10**6)]
    assert {one.status_code for one in answers} == {403}
    client.force_login(laid.account("keeper"))
    assert client.get(f"/registry/registers/lines/{line.pk}/").status_code == 200
    assert client.get("/registry/registers/lines/1000000/").status_code == 404


def test_anybody_searches_a_public_register(client: Client, laid: World) -> None:
    """Without an account: who agreed to be shown, with languages, centre, validity and the public
    fields, by region and language; nobody else, and nothing that is not public."""
    for region in (laid.abai, laid.akmola):
        mediator(region.person, region, topics="отбасы даулары", trained_by="ҚұпияОрталық")
    enter_consent(SYSTEM, laid.abai.person, at=AT, purpose="public_mediators", given_on=TODAY)
    client.cookies["birlik_language"] = "ru"
    text = said(client.get("/public/registers/mediators/"))
    assert "Нұрланов Айбек Абай" in text
    assert "отбасы даулары" in text
    assert "русский язык" in text
    for words in ("Нұрланов Айбек Ақмола", "MARK", "ҚұпияОрталық"):
        assert words not in text
    for query, found in (
        ("place=100000000", True),
        ("place=110000000", False),
        ("language=de", False),
    ):
        text = said(client.get(f"/public/registers/mediators/?{query}"))
        assert ("Нұрланов Айбек Абай" in text) == found
    assert client.get("/public/registers/reserve/").status_code == 404
    assert client.get("/public/registers/astronauts/").status_code == 404


def test_pages_ask_the_database_little(
    client: Client, laid: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Lists, forms and the public search take at most fifteen queries each."""
    for person in (laid.abai.person, laid.abai.villager):
        line = mediator(person, laid.abai)
        enter_consent(SYSTEM, person, at=AT, purpose="public_mediators", given_on=TODAY)
    secretary(client, laid, laid.abai)
    enrolling = reverse("person_enrol", kwargs={"pk": laid.abai.villager.pk})
    for address in (
        *("/registry/registers/", "/registry/registers/mediators/"),
        *("/public/registers/mediators/", f"{enrolling}?register=experts"),
        reverse("enrolment", kwargs={"pk": line.pk}),
    ):
        with django_assert_max_num_queries(15, info=address):
            assert client.get(address).status_code == 200
