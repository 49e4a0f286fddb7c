"""The pages of people: within reach, what is kept apart hidden, each view in the journal."""

from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from birlik.base.journal.models import Entry
from birlik.base.journal.queries import last_entry
from birlik.base.registry.actions import end_appointment
from birlik.base.registry.actions.personal import declare_affiliation, enter_consent
from birlik.base.registry.models import (
    Account,
    Affiliation,
    Appointment,
    Consent,
    Person,
    PersonalRecord,
)
from birlik.base.registry.queries.personal_whole import erasure_of
from birlik.base.registry.refusals import people as refusals
from birlik.base.registry.seals import seal
from tests.base.registry.world import AT, SYSTEM, TODAY, Region, World, enrolled, iin_of, world

pytestmark = pytest.mark.django_db


@pytest.fixture(name="laid")
def _laid() -> World:
    return world()


def signed_in(client: Client, account: Account) -> Client:
    """The client of somebody who reads Russian."""
    client.force_login(account)
    client.cookies["birlik_language"] = "ru"
    return client


def secretary(client: Client, laid: World, region: Region) -> Client:
    """The secretary of a region, signed in."""
    return signed_in(client, laid.account("secretary", region.assembly))


def iin_kept(person: Person) -> str:
    """The number that is kept of a person."""
    return seal().opened(PersonalRecord.objects.get(person=person).iin_sealed)


def said(answer: HttpResponse) -> str:
    """The text of an answer."""
    return answer.content.decode()


def card(person: Person, page: str = "person") -> str:
    """The address of a page of a person."""
    return reverse(page, kwargs={"pk": person.pk})


def filled(**given: object) -> dict[str, object]:
    """A form of a person of Abai."""
    return {"full_name": "Өтеген Жанар", "territory": "100000000", **given}


def test_list_shows_who_is_within_reach(client: Client, laid: World) -> None:
    """A secretary sees the region's people with offices and registers, none of another region, and
    no restricted value."""
    enrolled(laid.abai.villager, "mediators", territory=laid.abai.territory)
    text = said(secretary(client, laid, laid.abai).get("/registry/people/"))
    for words in ("Нұрланов Айбек Абай", "Объединение Абай", "Ким Вера Абай", "медиаторы"):
        assert words in text
    assert "Ақмола" not in text
    assert "MARK" not in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("office=association_head", {"Нұрланов"}),
        ("register=mediators", {"Ким"}),
        ("language=ru", {"Нұрланов"}),
        ("place=101000000", {"Ким"}),
        ("q=нурланов", {"Нұрланов"}),
        ("q=нурлановв", {"Нұрланов"}),
        ("q=жоқадам", set()),
        ("field=culture", set()),
        ("office=association_head&on=31.12.2023", set()),
        ("on=31.12.2023", {"Нұрланов", "Ким"}),
    ],
)
def test_list_is_narrowed(client: Client, laid: World, query: str, found: set[str]) -> None:
    """Each filter of the address narrows the list, on the day that is asked for; slips in a name
    are forgiven."""
    enrolled(laid.abai.villager, "mediators", territory=laid.abai.territory)
    text = said(secretary(client, laid, laid.abai).get(f"/registry/people/?{query}"))
    assert {name for name in ("Нұрланов", "Ким") if f">{name} " in text} == found


def test_number_is_not_searched_in_an_address(client: Client, laid: World) -> None:
    """Twelve digits in the box are answered with where to ask, and are not repeated."""
    iin = iin_kept(laid.abai.person)
    text = said(secretary(client, laid, laid.abai).get(f"/registry/people/?q={iin}"))
    assert 'href="/registry/people/find/"' in text
    assert iin not in text.replace(f"q={iin}", "")


def test_republic_is_chosen_by_who_reads_everybody(client: Client, laid: World) -> None:
    """The keeper narrows to the records that no territory keeps."""
    text = said(signed_in(client, laid.account("keeper")).get("/registry/people/?place=republic"))
    assert "Омарова Әсел" in text
    assert "Нұрланов" not in text


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_file_holds_nothing_restricted(client: Client, laid: World, form: str) -> None:
    """The list as a file has names, offices and registers, and no restricted value."""
    enrolled(laid.abai.person, "mediators", structure=laid.abai.house)
    answer = secretary(client, laid, laid.abai).get(f"/registry/people/?format={form}")
    content = b"".join(answer)  # type: ignore[arg-type]
    if form == "xlsx":
        book = load_workbook(BytesIO(content))
        content = "\n".join(
            str(cell.value) for sheet in book for row in sheet for cell in row
        ).encode()
    assert "Нұрланов Айбек Абай".encode() in content
    assert "association_head, Объединение Абай".encode() in content
    assert b"MARK" not in content
    assert iin_kept(laid.abai.person).encode() not in content


def test_card_hides_what_is_kept_apart(client: Client, laid: World) -> None:
    """Of number, telephone and e-mail the card says that they are kept, not what they are."""
    enrolled(laid.abai.person, "mediators", structure=laid.abai.house)
    answer = secretary(client, laid, laid.abai).get(card(laid.abai.person))
    text = said(answer)
    for words in ("Нұрланов Айбек Абай", "Объединение Абай", "01.01.2024 – …", "••••••••", "ИИН"):
        assert words in text
    assert "MARK" not in text
    assert iin_kept(laid.abai.person)[-4:] not in text
    assert not Entry.objects.filter(action="person.restricted_seen").exists()


def test_restricted_fields_are_shown_for_a_purpose(client: Client, laid: World) -> None:
    """With a purpose chosen the values come in an answer that nobody keeps, the number by its last
    digits; the journal has the view. Without a purpose nothing is shown."""
    secretary(client, laid, laid.abai)
    address = card(laid.abai.person, "person_restricted")
    assert "MARK" not in said(client.get(address))
    refused = client.post(address, {"purpose": ""})
    assert (refused.status_code, "MARK" in said(refused)) == (422, False)
    assert not Entry.objects.filter(action="person.restricted_seen").exists()
    shown = client.post(address, {"purpose": "contact"})
    iin = iin_kept(laid.abai.person)
    assert "+7700MARK1" in said(shown)
    assert f"••••••••{iin[-4:]}" in said(shown)
    assert iin not in said(shown)
    assert "no-store" in shown.headers["Cache-Control"]
    assert iin in said(client.post(address, {"purpose": "paper", "whole_iin": "on"}))
    assert Entry.objects.filter(action="person.restricted_seen").count() == 2


def test_card_alone_for_who_does_not_keep_the_record(client: Client, laid: World) -> None:
    """Where a person of another region holds an office, the secretary there reads the card, and
    neither sees that a number is kept nor opens what only the keeper of the record does."""
    enrolled(laid.abai.person, "mediators", structure=laid.akmola.house)
    secretary(client, laid, laid.akmola)
    text = said(client.get(card(laid.abai.person)))
    assert "Нұрланов Айбек Абай" in text
    assert "••••" not in text
    for page in ("person_restricted", "person_edit", "person_consents", "person_erase"):
        answer = client.post(card(laid.abai.person, page), {"purpose": "contact"})
        assert answer.status_code == 403
        assert refusals.NOT_YOUR_PERSON.ru in said(answer)


def test_person_is_found_by_the_exact_number(client: Client, laid: World) -> None:
    """The number comes in a form: one within reach leads to the card; one beyond it answers like
    one that nobody has; a wrong one says so, and keeps what was typed."""
    secretary(client, laid, laid.abai)
    own, foreign = iin_kept(laid.abai.person), iin_kept(laid.akmola.person)
    typed = f"{own[:6]} {own[6:]}"
    found = client.post("/registry/people/find/", {"iin": typed})
    assert found.headers["Location"] == card(laid.abai.person)
    beyond = client.post("/registry/people/find/", {"iin": foreign})
    nobody = client.post("/registry/people/find/", {"iin": iin_of("70010130012")})
    assert beyond.status_code == nobody.status_code == 200
    assert "В пределах вашего доступа этого номера нет ни у кого." in said(beyond)
    assert "В пределах вашего доступа этого номера нет ни у кого." in said(nobody)
    wrong = client.post("/registry/people/find/", {"iin": "123456789012"})
    assert wrong.status_code == 422
    assert 'value="123456789012"' in said(wrong)
    assert Entry.objects.filter(action="person.sought").count() == 3


def test_person_is_entered(client: Client, laid: World) -> None:
    """A filled form makes a record and leads to its card; what is missing is said, and nothing
    typed is lost."""
    secretary(client, laid, laid.abai)
    refused = client.post("/registry/people/new/", filled(full_name="", phone="+7 777"))
    assert refused.status_code == 422
    assert 'value="+7 777"' in said(refused)
    made = client.post(
        "/registry/people/new/",
        filled(iin=iin_of("90010155012"), languages=["kk", "de"], fields_of_work=["culture"]),
    )
    person = Person.objects.get(full_name="Өтеген Жанар")
    assert made.headers["Location"] == card(person)
    assert (person.languages, person.fields) == (("kk", "de"), ("culture",))
    assert iin_kept(person) == iin_of("90010155012")


def test_territory_of_another_is_not_offered(client: Client, laid: World) -> None:
    """A secretary chooses among the own territories; another's, sent all the same, is refused."""
    secretary(client, laid, laid.abai)
    assert "110000000" not in said(client.get("/registry/people/new/"))
    assert client.post("/registry/people/new/", filled(territory="110000000")).status_code == 422
    assert not Person.objects.filter(full_name="Өтеген Жанар").exists()


def test_known_number_leads_to_the_entry_within_reach(client: Client, laid: World) -> None:
    """A number within reach is refused with a link to its entry; one beyond reach with whom to ask
    and nothing of the other region. Both tries stand in the journal."""
    secretary(client, laid, laid.abai)
    own = client.post("/registry/people/new/", filled(iin=iin_kept(laid.abai.person)))
    assert own.status_code == 422
    assert f'href="{card(laid.abai.person)}"' in said(own)
    foreign = client.post("/registry/people/new/", filled(iin=iin_kept(laid.akmola.person)))
    assert refusals.IIN_ELSEWHERE.ru in said(foreign)
    assert "Ақмола" not in said(foreign)
    assert Entry.objects.filter(action="person.sought").count() == 2


def test_record_is_corrected(client: Client, laid: World) -> None:
    """The form shows names and never what is kept apart; what is left empty stays, what is ticked
    to be removed goes, a wrong number is said beside the field."""
    secretary(client, laid, laid.abai)
    address = card(laid.abai.person, "person_edit")
    text = said(client.get(address))
    assert 'value="Нұрланов Айбек Абай"' in text
    assert "MARK" not in text
    iin = iin_kept(laid.abai.person)
    assert iin not in text
    given = filled(full_name="Нұрланов А.", remove=["phone"])
    assert client.post(address, given).headers["Location"] == card(laid.abai.person)
    kept = PersonalRecord.objects.get(person=laid.abai.person)
    assert (kept.phone, kept.email) == ("", "mark1@restricted.example")
    assert iin_kept(laid.abai.person) == iin
    wrong = client.post(address, filled(iin="123456789012"))
    assert (wrong.status_code, 'id="id_iin_error"' in said(wrong)) == (422, True)


def test_consents_are_kept(client: Client, laid: World) -> None:
    """A consent is entered as it stands on the paper, and withdrawn; what is refused stands by the
    field with what was typed."""
    secretary(client, laid, laid.abai)
    address = card(laid.abai.person, "person_consents")
    given = {"purpose": "contact", "given_on": "01.02.2026", "ground": "өтініш № 3"}
    assert client.post(address, given).status_code == 302
    assert client.post(address, given).status_code == 422
    assert "өтініш № 3" in said(client.get(address))
    number = Consent.objects.get().pk
    early = client.post(address, {"consent": number, "on": "01.01.2026"})
    assert (early.status_code, 'value="01.01.2026"' in said(early)) == (422, True)
    assert client.post(address, {"consent": number, "on": "01.03.2026"}).status_code == 302
    assert Consent.objects.get().withdrawn_on is not None
    unknown = client.post(address, {"consent": 10**9, "on": "01.03.2026"})
    assert unknown.status_code == 422


def test_affiliation_stands_on_its_own_page_alone(client: Client, laid: World) -> None:
    """What a person declared is entered on a consent, shown for a purpose with an entry in the
    journal, and on no other page or file; it goes with the consent."""
    secretary(client, laid, laid.abai)
    person = laid.abai.person
    address = card(person, "person_affiliation")
    given = {"words": "ТАЙПАСЫБЕЛГІ", "declared_on": "01.03.2026"}
    assert client.post(address, given).status_code == 422
    consents = card(person, "person_consents")
    client.post(consents, {"purpose": "affiliation", "given_on": "01.02.2026"})
    assert client.post(address, given).status_code == 302
    for page in (address, card(person), consents, "/registry/people/", card(person, "person_edit")):
        assert "ТАЙПАСЫБЕЛГІ" not in said(client.get(page))
    shown = client.post(address, {"purpose": "request"})
    assert "ТАЙПАСЫБЕЛГІ" in said(shown)
    assert "no-store" in shown.headers["Cache-Control"]
    assert last_entry("affiliation.seen")
    client.post(consents, {"consent": Consent.objects.get().pk, "on": "01.04.2026"})
    assert not Affiliation.objects.exists()


def test_extract_is_a_workbook_for_the_person(client: Client, laid: World) -> None:
    """The extract holds everything opened, is not kept on the way, and stands in the journal."""
    secretary(client, laid, laid.abai)
    address = card(laid.abai.person, "person_extract")
    assert client.get(address).status_code == 200
    assert client.post(address, {"asked_on": "01.01.2999"}).status_code == 422
    answer = client.post(address, {"asked_on": "20.11.2025"})
    book = load_workbook(BytesIO(b"".join(answer)))  # type: ignore[arg-type]
    values = [row[2].value for row in book.worksheets[0].iter_rows(min_row=2)]
    assert {"+7700MARK1", iin_kept(laid.abai.person), "Нұрланов Айбек Абай"} <= set(values)
    assert "no-store" in answer.headers["Cache-Control"]
    assert last_entry("person.extract_drawn")


def test_erasure_shows_what_goes_and_does_it(client: Client, laid: World) -> None:
    """The page says what goes and what stays and why; unconfirmed nothing happens; confirmed it is
    done, and the card says so. Who holds an office is not erased."""
    secretary(client, laid, laid.abai)
    person = laid.abai.person
    address = card(person, "person_erase")
    assert "Сначала завершите назначение" in said(client.get(address))
    end_appointment(SYSTEM, Appointment.objects.get(person=person), at=AT, on=TODAY)
    text = said(client.get(address))
    for words in ("ИИН", "Телефон", "статья 8", "Объединение Абай"):
        assert words in text
    given = {"asked_on": "20.11.2025", "seen": erasure_of(person).seen}
    assert client.post(address, given).status_code == 422
    changed = client.post(address, {**given, "seen": "x", "sure": "on"})
    assert changed.status_code == 422
    assert erasure_of(person).seen in said(changed)
    assert client.post(address, {**given, "sure": "on"}).status_code == 302
    person.refresh_from_db()
    assert person.erased_at is not None
    text = said(client.get(card(person)))
    assert "Персональные данные этого лица удалены" in text
    assert client.get(address).status_code == 403


def test_pages_ask_the_database_little(
    client: Client, laid: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """List, card and forms take at most fifteen queries each."""
    person = laid.abai.person
    enter_consent(SYSTEM, person, at=AT, purpose="affiliation", given_on=TODAY)
    declare_affiliation(SYSTEM, person, at=AT, words="x", declared_on=TODAY)
    for place in range(30):
        enrolled(person, f"r{place}", structure=laid.abai.house)
    secretary(client, laid, laid.abai)
    pages = ("person", "person_edit", "person_consents", "person_affiliation", "person_extract")
    addresses = ["/registry/people/", "/registry/people/?q=нурланов", "/registry/people/new/"]
    for address in addresses + [card(person, page) for page in pages]:
        client.get(address)
        with django_assert_max_num_queries(15, info=address):
            assert client.get(address).status_code == 200
