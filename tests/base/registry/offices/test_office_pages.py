"""The pages of compositions as a secretary uses them, within reach and within the budget."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from birlik.base.registry.actions.offices import SeatingRow, fill_seat, found_seats
from birlik.base.registry.models import Account, Appointment, Office, Person, Structure
from tests.base.registry.world import AT, SYSTEM, World, account_in, body, world

pytestmark = pytest.mark.django_db
SINCE = date(2026, 1, 1)
BUDGET = 15


@pytest.fixture
def here() -> World:
    """The small register."""
    return world()


@pytest.fixture
def house(here: World) -> Structure:
    """A house of friendship of Abai with its offices."""
    made = body("friendship_house", "Абай достық үйі", "Дом дружбы Абай", here.abai.territory)
    found_seats(SYSTEM, made, at=AT)
    return made


def signed_in(client: Client, account: Account, language: str = "en") -> Client:
    """A browser in which somebody is signed in."""
    client.force_login(account)
    client.cookies["birlik_language"] = language
    return client


def secretary(client: Client, here: World) -> Client:
    """The secretary of Abai at the browser."""
    return signed_in(client, account_in("secretary", here.abai.assembly))


def stranger(client: Client, here: World) -> Client:
    """The secretary of another region at the browser."""
    return signed_in(client, account_in("secretary", here.akmola.assembly))


def office(structure: Structure, kind: str) -> Office:
    """An office of a body."""
    return Office.objects.get(structure=structure, kind=kind)


def seated(office: Office, person: Person, **said: Any) -> Appointment:
    """A person in an office since the beginning of the year."""
    row = SeatingRow(**{"valid_from": SINCE, "ground": "№ 5", "person": person, **said})
    return fill_seat(SYSTEM, office, at=AT, row=row)


def text_of(client: Client, address: str) -> str:
    """What a page says."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def filled(**said: str) -> dict[str, str]:
    """A form of an appointment."""
    return {
        "person": "",
        "new_name": "",
        "valid_from": "01.02.2026",
        "valid_until": "",
        "ground": "№ 7 бұйрық, 30.01.2026",
        "represents": "",
        **said,
    }


def test_offices_are_founded_with_a_button(client: Client, here: World) -> None:
    """A body without offices says how to begin; the button founds those of the charter."""
    made = body("elders_council", "Ақсақалдар", "Аксакалы", here.abai.territory)
    at_page = f"/registry/structures/{made.pk}/offices/"
    browser = secretary(client, here)
    assert "Found the offices of the charter" in text_of(browser, at_page)
    answer = browser.post(f"{at_page}found/", follow=True)
    assert "Offices founded: 4." in answer.content.decode()
    association = f"/registry/structures/{here.council.pk}/offices/found/"
    assert browser.post(association).status_code == 403


def test_a_kind_without_offices_says_so(client: Client, here: World) -> None:
    """Where the charter has no offices for a kind the reason is shown on the page."""
    made = body("university", "Университет", "Университет", here.abai.territory)
    browser = secretary(client, here)
    answer = browser.post(f"/registry/structures/{made.pk}/offices/found/", follow=True)
    assert "The charter gives this kind of body no offices." in answer.content.decode()


def test_a_person_is_found_and_appointed(client: Client, here: World, house: Structure) -> None:
    """The search finds people of the region by a part of the name; the one chosen is appointed for
    a body and stands in the composition."""
    browser = secretary(client, here)
    head = office(house, "head_of_structure")
    page = f"/registry/offices/{head.pk}/fill/"
    found = text_of(browser, f"{page}?q=Ким Вера")
    assert here.abai.villager.full_name in found
    assert here.akmola.villager.full_name not in found
    sent = filled(person=str(here.abai.villager.pk), represents=here.abai.association.name_ru)
    assert browser.post(page, sent).status_code == 302
    held = Appointment.objects.get(office=head)
    assert (held.person, held.represents) == (here.abai.villager, here.abai.association)
    shown = text_of(browser, f"/registry/structures/{house.pk}/offices/")
    assert here.abai.villager.full_name in shown
    assert "№ 7 бұйрық" in shown


def test_somebody_new_is_appointed_by_name(client: Client, here: World, house: Structure) -> None:
    """A name that the search does not find is entered with the appointment."""
    browser = secretary(client, here)
    member = office(house, "member")
    page = f"/registry/offices/{member.pk}/fill/"
    assert "Nobody of this name" in text_of(browser, f"{page}?q=Ззззз")
    sent = filled(new_name="Жаңа Мүше", valid_until="31.12.2026", acting="on")
    assert browser.post(page, sent).status_code == 302
    held = Appointment.objects.get(office=member)
    assert (held.person.full_name, held.acting) == ("Жаңа Мүше", True)
    assert held.last_on == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Choose a person from the list"),
        ({"new_name": "А", "valid_from": "1/2"}, "Enter the date as DD.MM.YYYY."),
        ({"new_name": "А", "ground": ""}, "Fill in this field."),
        ({"new_name": "А", "represents": "Жоқ"}, "There is no body of this name"),
        ({"new_name": "А", "valid_until": "01.01.2026"}, "The last day lies before"),
        ({"person": "999999"}, "There is no such person in your territory."),
        ({"person": "x"}, "Choose one person."),
    ],
)
def test_mistakes_are_said_and_nothing_is_lost(
    client: Client, here: World, house: Structure, changes: dict[str, str], said: str
) -> None:
    """The page comes back with the reason and with what was typed; nothing is written."""
    browser = secretary(client, here)
    page = f"/registry/offices/{office(house, 'member').pk}/fill/"
    before = (Person.objects.count(), Appointment.objects.count())
    answer = browser.post(page, filled(**changes, q="Ким"))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert 'value="Ким"' in text
    assert (Person.objects.count(), Appointment.objects.count()) == before


def test_groups_are_offered(client: Client, here: World) -> None:
    """An office whose holders come from groups asks for the group."""
    assembly = body("regional_assembly", "Ассамблея", "Ассамблея", here.abai.territory)
    found_seats(SYSTEM, assembly, at=AT)
    browser = secretary(client, here)
    page = f"/registry/offices/{office(assembly, 'member').pk}/fill/"
    assert "public figures" in text_of(browser, page)
    assert browser.post(page, filled(new_name="А", group="akims")).status_code == 422
    assert browser.post(page, filled(new_name="А", group="youth")).status_code == 302


def test_composition_of_a_past_day(client: Client, here: World, house: Structure) -> None:
    """Last year's composition shows who held then; a day that is none is said."""
    head = office(house, "head_of_structure")
    seated(head, here.abai.person, valid_from=date(2024, 1, 1), valid_until=SINCE)
    seated(head, here.abai.villager)
    browser = secretary(client, here)
    page = f"/registry/structures/{house.pk}/offices/"
    past = text_of(browser, f"{page}?on=31.12.2025")
    assert here.abai.person.full_name in past
    assert here.abai.villager.full_name not in past
    assert "Appoint" not in past
    assert "Enter the date as DD.MM.YYYY." in text_of(browser, f"{page}?on=2025-13-13")
    history = text_of(browser, f"/registry/offices/{head.pk}/")
    assert here.abai.person.full_name in history and here.abai.villager.full_name in history
    assert "over" in history and "in office" in history


def test_a_composition_is_carried_away(client: Client, here: World, house: Structure) -> None:
    """The file has everybody with office, days and ground; nothing restricted."""
    seated(office(house, "member"), here.abai.person)
    browser = secretary(client, here)
    answer = browser.get(f"/registry/structures/{house.pk}/offices/?format=xlsx")
    content = b"".join(answer) if answer.streaming else answer.content
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    words = " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    assert here.abai.person.full_name in words
    assert "MARK" not in words


def test_a_term_is_ended(client: Client, here: World, house: Structure) -> None:
    """The last day and the ground end the term; a wrong day is said beside the field."""
    held = seated(office(house, "member"), here.abai.person)
    browser = secretary(client, here)
    page = f"/registry/appointments/{held.pk}/end/"
    assert "Entered by mistake" in text_of(browser, page)
    wrong = browser.post(page, {"last_on": "31.12.2025", "ground": "№ 9"})
    assert wrong.status_code == 422
    assert "The term begins only after that day." in wrong.content.decode()
    blank = browser.post(page, {"last_on": "31.03.2026", "ground": "  "})
    assert blank.status_code == 422
    assert browser.post(page, {"last_on": "31.03.2026", "ground": "№ 9"}).status_code == 302
    held.refresh_from_db()
    assert held.last_on == date(2026, 3, 31)
    assert "№ 9" in text_of(browser, f"/registry/offices/{held.office_id}/")


def test_a_mistake_is_struck(client: Client, here: World, house: Structure) -> None:
    """An entry made by mistake is gone; the head of an association is not struck."""
    held = seated(office(house, "member"), here.abai.person)
    browser = secretary(client, here)
    struck = browser.post(f"/registry/appointments/{held.pk}/strike/", follow=True)
    assert "The appointment is struck." in struck.content.decode()
    head = Appointment.objects.get(office__kind="association_head", person=here.abai.person)
    kept = browser.post(f"/registry/appointments/{head.pk}/strike/", follow=True)
    assert "An appointment to an office with powers is not struck." in kept.content.decode()
    assert "Entered by mistake" not in text_of(browser, f"/registry/appointments/{head.pk}/end/")


def test_what_is_foreign_and_what_is_not_answer_alike(
    client: Client, here: World, house: Structure
) -> None:
    """Another region's office, appointment or composition is refused with the same words as a
    number that nothing has."""
    held = seated(office(house, "member"), here.abai.person)
    browser = stranger(client, here)
    for foreign, none in (
        (f"offices/{held.office_id}/", "offices/999999/"),
        (f"offices/{held.office_id}/fill/", "offices/999999/fill/"),
        (f"appointments/{held.pk}/end/", "appointments/999999/end/"),
        (f"structures/{house.pk}/offices/", "structures/999999/offices/"),
    ):
        answers = [browser.get(f"/registry/{one}") for one in (foreign, none)]
        assert [one.status_code for one in answers] == [403, 403]
        said = [re.findall(r"<p[^>]*>(.*?)</p>", one.content.decode(), re.S) for one in answers]
        assert said[0] == said[1]
        assert here.abai.person.full_name not in answers[0].content.decode()


def test_who_reaches_everything_is_told_that_there_is_none(client: Client, here: World) -> None:
    """The keeper gets a page that is not found."""
    browser = signed_in(client, here.account("keeper"))
    for address in ("offices/999999/", "offices/999999/fill/", "appointments/999999/end/"):
        assert browser.get(f"/registry/{address}").status_code == 404


def test_a_secretary_does_not_appoint_to_powers(client: Client, here: World) -> None:
    """The page of an office with powers is refused with the reason."""
    browser = secretary(client, here)
    powers = Office.objects.get(structure=here.abai.assembly, kind="secretary")
    answer = browser.get(f"/registry/offices/{powers.pk}/fill/")
    assert answer.status_code == 403
    assert "This office gives powers in the system" in answer.content.decode()
    shown = text_of(browser, f"/registry/structures/{here.abai.assembly.pk}/offices/")
    assert "by the keeper of the registry" in shown


def test_ends_and_vacancies_of_the_region(client: Client, here: World, house: Structure) -> None:
    """The page lists the region's own; another region's secretary sees none of it."""
    head = office(house, "head_of_structure")
    seated(head, here.abai.person, valid_until=date(2026, 12, 20))
    council = body("elders_council", "Ақсақалдар", "Аксакалы", here.abai.territory)
    found_seats(SYSTEM, council, at=AT)
    browser = secretary(client, here)
    shown = text_of(browser, "/registry/terms/?days=365")
    assert council.name_ru in shown and "never held" in shown
    away = text_of(stranger(client, here), "/registry/terms/?days=365")
    assert council.name_ru not in away
    assert "No seat is vacant." in away


@pytest.mark.parametrize("kind", ["secretary", "keeper"])
def test_pages_keep_the_budget(client: Client, here: World, house: Structure, kind: str) -> None:
    """However many sit in a body, its pages ask the database no more often, and stay small."""
    member = office(house, "member")
    for place in range(70):
        row = SeatingRow(SINCE, new_name=f"Мүше {place}", ground="№ 5")
        fill_seat(SYSTEM, member, at=AT, row=row)
    where = here.abai.assembly if kind == "secretary" else None
    browser = signed_in(client, here.account(kind, where))
    for address in (
        f"structures/{house.pk}/offices/",
        f"offices/{member.pk}/",
        f"offices/{member.pk}/fill/?q=Мүше",
        f"appointments/{Appointment.objects.filter(office=member)[:1].get().pk}/end/",
        "terms/?days=365",
    ):
        browser.get(f"/registry/{address}")
        with CaptureQueriesContext(connection) as asked:
            answer = browser.get(f"/registry/{address}")
        assert len(asked) <= BUDGET, (address, len(asked), [one["sql"] for one in asked])
        assert len(answer.content) < 150_000
