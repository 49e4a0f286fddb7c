"""The public extract: field by field what anybody may see, and that nothing else ever leaves."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from birlik.base.registry.models import (
    AccreditedTerm,
    Affiliation,
    Consent,
    Enrolment,
    Office,
    Structure,
)
from birlik.base.registry.queries.public import (
    Asked,
    public_bodies,
    public_body,
    public_kinds,
    public_register,
    public_registers,
)
from birlik.base.values.collation import sort_key
from tests.base.registry.world import ABAI, TODAY, World, body, enrolled, seat, world

pytestmark = pytest.mark.django_db
MARK = "ҚҰПИЯ"
WORDS = {"kk", "ru", "en"}
STRUCTURE = {
    "id", "kind.code", "kind.name", "name", "level", "territory.code", "territory.name", "head",
    "address", "phone", "email", "website", "house.id", "house.name", "accredited",
    "accredited_until", "fields.code", "fields.name", "fields.value", "fields.label",
}  # fmt: skip
LISTED = {"on", "count"} | {f"items.{one}" for one in STRUCTURE}
LINE = {
    "code", "name", "count", "items.name", "items.number", "items.languages",
    "items.centre.id", "items.centre.name", "items.territory.code", "items.territory.name",
    "items.until", "items.fields.code", "items.fields.name", "items.fields.value",
    "items.fields.label",
}  # fmt: skip
PLACE = {
    "on", "count", "items.code", "items.name", "items.level", "items.above", "items.valid_from",
    "items.continues",
}  # fmt: skip


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> World:
    """The register of tests, its associations and houses of public kinds, with every field of the
    first filled in, the restricted ones with a marker."""
    cache.clear()
    made = world()
    for region in (made.abai, made.akmola):
        Structure.objects.filter(pk=region.association.pk).update(kind="ethnocultural_association")
        Structure.objects.filter(pk=region.house.pk).update(kind="friendship_house")
    Structure.objects.filter(pk=made.abai.association.pk).update(
        bin="123456789012", registration_number=MARK, registered_by=MARK, ground=MARK,
        culture="gizli", languages=("kk",), fields=("x",), confirmed_on=TODAY,
        address_kk="Мекенжай", address_ru="Адрес", phone="+7 7222 00", email="body@example.kz",
        website="https://body.example.kz/", house=made.abai.house, level="region",
        particulars={"form": "branch", "members": MARK, "form_note": MARK},
    )  # fmt: skip
    Office.objects.update(phone=MARK)
    AccreditedTerm.objects.create(
        structure=made.abai.association, valid_from=date(2025, 1, 1),
        valid_until=date(2028, 1, 1), number=MARK, ground=MARK,
    )  # fmt: skip
    consent = Consent.objects.create(
        person=made.abai.person, purpose="affiliation", given_on=TODAY, ground=MARK
    )
    Affiliation.objects.create(
        person=made.abai.person, words_sealed=MARK, declared_on=TODAY, consent=consent
    )
    return made


def keys(value: Any, path: str = "") -> Iterator[str]:
    """The paths of all fields of an answer; a text in three languages is one."""
    if isinstance(value, dict):
        if set(value) == WORDS:
            yield path
            return
        for name, inner in value.items():
            yield from keys(inner, f"{path}.{name}".strip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner, path)
        if not value:
            yield path
    else:
        yield path


def mediator(made: World, **given: Any) -> Enrolment:
    """A mediator of Abai who agreed to be shown, with all that a line may say."""
    line = enrolled(made.abai.person, "mediators", structure=made.abai.house, **given)
    Consent.objects.create(
        person=made.abai.person, purpose="public_mediators", given_on=date(2025, 1, 1)
    )
    return line


def get(client: Client, address: str) -> Any:
    """What an address of the extract answers."""
    answer = client.get(f"/api/public/{address}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_every_field_is_on_the_list(client: Client, found: World) -> None:
    """No answer has a field beside those that are written down here."""
    mediator(found, professional=True, until=date(2027, 1, 1))
    listed = get(client, "structures")
    assert set(keys(listed)) <= LISTED | {"items.territory", "items.house", "items.fields"}
    one = get(client, f"structures/{found.abai.association.pk}")
    assert set(keys(one)) == STRUCTURE
    lines = get(client, "registers/mediators")
    assert LINE - {"items.fields.label"} <= set(keys(lines)) | {"items.number"} <= LINE
    assert set(keys(get(client, "territories"))) <= PLACE


def test_a_body_tells_what_the_charter_opens(client: Client, found: World) -> None:
    """Name, kind, territory, head, contacts of the body, house, accreditation until its last day,
    and the extra fields that are public."""
    one = get(client, f"structures/{found.abai.association.pk}")
    assert one["head"] == "Нұрланов Айбек Абай"
    assert one["territory"]["code"] == ABAI
    assert (one["accredited"], one["accredited_until"]) == (True, "2027-12-31")
    assert one["house"]["id"] == found.abai.house.pk
    assert one["phone"] == "+7 7222 00"
    assert [(field["code"], field["value"]) for field in one["fields"]] == [("form", "branch")]
    assert one["fields"][0]["label"]["ru"] == "филиал"
    other = get(client, f"structures/{found.akmola.association.pk}")
    assert (other["accredited"], other["accredited_until"], other["house"]) == (False, None, None)


def test_no_marker_ever_leaves(client: Client, found: World) -> None:
    """Values of restricted fields stand in no answer and on no public page, in no language."""
    mediator(found, topics="Отбасы", trained_by=MARK)
    number = found.abai.association.pk
    addresses = [
        *("/api/public/structures?limit=200", f"/api/public/structures/{number}"),
        *("/api/public/registers/mediators", "/api/public/territories?limit=200"),
        *("/public/", "/public/structures/", f"/public/structures/{number}/"),
    ]
    for language in ("kk", "ru", "en"):
        client.cookies["birlik_language"] = language
        for address in addresses:
            text = client.get(address).content.decode()
            for mark in (MARK, "MARK1", "MARK2", "123456789012", "gizli", "restricted"):
                assert mark not in text, address
    file = b"".join(client.get("/api/public/structures.csv").streaming_content).decode()
    assert MARK not in file
    assert "123456789012" not in file
    assert "Нұрланов Айбек Абай" in file


def test_a_kind_that_is_not_public_answers_as_nothing(client: Client, found: World) -> None:
    """An akimat and a number that nothing bears answer alike, by the API and by the page."""
    akimat = body("akimat", "Әкімдік", "Акимат", found.abai.territory)
    for address in ("/api/public/structures/{}", "/public/structures/{}/"):
        answers = [client.get(address.format(number)) for number in (akimat.pk, 10**9)]
        assert [one.status_code for one in answers] == [404, 404]
    api = [client.get(f"/api/public/structures/{n}").content for n in (akimat.pk, 10**9)]
    assert api[0] == api[1]
    assert client.get(f"/public/structures/{10**25}/").status_code == 404
    listed = {one["id"] for one in get(client, "structures?limit=200")["items"]}
    assert akimat.pk not in listed
    assert get(client, "structures?kind=akimat")["count"] == 0


def test_a_house_of_another_kind_is_not_named(client: Client, found: World) -> None:
    """A body that is not public is not told by the body that sits in it."""
    Structure.objects.filter(pk=found.abai.house.pk).update(kind="akimat")
    assert get(client, f"structures/{found.abai.association.pk}")["house"] is None


def test_a_kind_that_was_closed_is_closed_for_the_past_too(found: World) -> None:
    """What the charter made public once and then closed is not told for the days before either."""
    assert "ethnocultural_association" in public_kinds(on=date(2020, 1, 1), today=TODAY)
    assert "akimat" not in public_kinds(on=TODAY, today=TODAY)
    assert "majilis_deputies" in public_kinds(on=date(2020, 1, 1), today=TODAY)


def test_a_head_who_withdrew_or_was_erased_is_not_named(client: Client, found: World) -> None:
    """Who withdrew the consent to be shown as a head is left out, until it is given again; so is
    who was erased."""
    address, person = f"structures/{found.abai.association.pk}", found.abai.person
    agreed = Consent.objects.create(person=person, purpose="public_head", given_on=TODAY)
    assert get(client, address)["head"]
    Consent.objects.filter(pk=agreed.pk).update(withdrawn_on=TODAY)
    cache.clear()
    assert get(client, address)["head"] == ""
    Consent.objects.create(person=person, purpose="public_head", given_on=TODAY)
    assert get(client, address)["head"]
    type(person).objects.filter(pk=person.pk).update(erased_at="2026-11-20T00:00:00Z")
    assert get(client, address)["head"] == ""


def test_the_list_is_narrowed_and_parted(client: Client, found: World) -> None:
    """Kind, region with all in it, accreditation and a part of the whole; its count is of all."""
    assert get(client, "structures?kind=ethnocultural_association")["count"] == 2
    inside = get(client, f"structures?region={ABAI}")
    assert inside["count"] == 4
    accredited = get(client, "structures?accredited=true")
    assert [one["id"] for one in accredited["items"]] == [found.abai.association.pk]
    assert (
        get(client, "structures?accredited=false")["count"]
        == get(client, "structures")["count"] - 1
    )
    part = get(client, "structures?limit=1&offset=1")
    assert (part["count"], len(part["items"])) == (get(client, "structures")["count"], 1)
    for wrong in ("region=x", "limit=0", "limit=201", "on=x", "kind=a%20b"):
        assert client.get(f"/api/public/structures?{wrong}").status_code == 422


def test_a_number_finds_no_body(found: World) -> None:
    """The extract has no BIN, so a BIN finds nothing in it."""
    kinds = public_kinds(on=TODAY, today=TODAY)
    assert not public_bodies(Asked(words="123456789012"), kinds, on=TODAY).exists()


def test_the_past_is_told_and_the_future_not(client: Client, found: World) -> None:
    """As of a day before the appointment there was no head; a day to come counts as today."""
    address = f"structures/{found.abai.association.pk}"
    assert get(client, f"{address}?on=2023-01-01")["head"] == ""
    assert client.get(f"/api/public/{address}?on=1999-01-01").status_code == 404
    seat(found.abai.villager, found.akmola.house, "head_of_structure", since=date(2099, 1, 1))
    later = get(client, f"structures/{found.akmola.house.pk}?on=2099-02-01")
    assert later["head"] == ""


def test_a_suspended_accreditation_is_none(client: Client, found: World) -> None:
    """While it is suspended a body is not accredited."""
    AccreditedTerm.objects.create(
        structure=found.abai.association, kind="suspended", valid_from=date(2026, 1, 1), ground="x"
    )
    one = get(client, f"structures/{found.abai.association.pk}")
    assert (one["accredited"], one["accredited_until"]) == (False, None)


def test_the_register_shows_who_agreed(client: Client, found: World) -> None:
    """A mediator who agreed stands with centre, languages and last day; who did not does not; a
    register that is not public answers as none; a centre of a kind that is not public is left
    out."""
    enrolled(found.akmola.person, "mediators")
    mediator(found, until=date(2027, 1, 1), professional=True)
    told = get(client, "registers/mediators")
    assert told["count"] == 1
    line = told["items"][0]
    assert (line["name"], line["until"]) == ("Нұрланов Айбек Абай", "2026-12-31")
    assert line["centre"]["id"] == found.abai.house.pk
    assert line["languages"] == ["kk", "ru"]
    Structure.objects.filter(pk=found.abai.house.pk).update(kind="akimat")
    cache.clear()
    assert get(client, "registers/mediators?limit=2")["items"][0]["centre"] is None
    closed = [one for one in ("experts", "nothing") if one not in public_registers(on=TODAY)]
    assert closed
    assert {client.get(f"/api/public/registers/{one}").status_code for one in closed} == {404}
    assert public_register("nothing", on=TODAY) is None


def test_places_are_told_by_what_they_lie_in(client: Client, found: World) -> None:
    """The classifier is open: all of it, or what lies in a place at once."""
    assert get(client, "territories")["count"] == 4
    within = get(client, f"territories?above={ABAI}")["items"]
    assert [(one["code"], one["above"], one["level"]) for one in within] == [
        (found.abai.district.code, ABAI, 2)
    ]


@pytest.mark.parametrize("address", ["structures", "structures.csv", "territories"])
def test_what_has_not_changed_is_not_sent_again(client: Client, found: World, address: str) -> None:
    """Whoever brings the mark of the last answer gets 304 until something is done; it may be kept
    in public. When somebody last did something, no answer tells."""
    first = client.get(f"/api/public/{address}")
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert first.headers["X-Robots-Tag"] == "noindex, nofollow"
    again = client.get(f"/api/public/{address}", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == tag
    assert not any("Last-Modified" in one.headers for one in (first, again))
    seat(found.abai.villager, found.abai.house, "head_of_structure", since=date(2026, 1, 1))
    changed = client.get(f"/api/public/{address}", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag
    assert client.get("/api/public/structures?q=x").headers["ETag"] != tag


def test_a_register_and_a_body_may_be_kept_too(client: Client, found: World) -> None:
    """The single answers carry marks as the lists do."""
    for address in ("registers/mediators", f"structures/{found.abai.association.pk}"):
        tag = client.get(f"/api/public/{address}").headers["ETag"]
        again = client.get(f"/api/public/{address}", headers={"If-None-Match": tag})
        assert again.status_code == 304


def test_an_address_that_asks_too_often_waits(
    client: Client, found: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the limit of a minute an address is told to wait; another one is not."""
    monkeypatch.setattr("birlik.faces.opendata.public.VISITS", 2)
    statuses = [client.get("/api/public/territories").status_code for _turn in range(3)]
    assert statuses == [200, 200, 429]
    other = client.get("/api/public/territories", REMOTE_ADDR="10.0.0.9")
    assert other.status_code == 200


def test_the_pages_show_search_and_one_body(client: Client, found: World) -> None:
    """Without an account: the home page, the list narrowed and dated, a body with its contacts;
    they are kept by the reader's browser alone and listed by no search engine."""
    client.cookies["birlik_language"] = "ru"
    home = client.get(reverse("public"))
    assert home.headers["Cache-Control"] == "private, no-cache"
    assert home.headers["X-Robots-Tag"] == "noindex, nofollow"
    listed = client.get(reverse("public_structures") + f"?kind=friendship_house&region={ABAI}")
    text = listed.content.decode()
    assert "Дом дружбы Абай" in text
    assert "Дом дружбы Ақмола" not in text
    none = client.get(reverse("public_structures") + "?kind=nothing")
    assert "Измените запрос" in none.content.decode()
    one = client.get(reverse("public_structure", args=[found.abai.association.pk]))
    assert "body@example.kz" in one.content.decode()
    past = client.get(reverse("public_structure", args=[found.abai.house.pk]) + "?on=01.01.2020")
    assert "01.01.2020" in past.content.decode()
    assert (
        "01.01.2020" in client.get(reverse("public_structures") + "?on=01.01.2020").content.decode()
    )
    later = TODAY + timedelta(days=9)
    assert public_body(found.abai.house.pk, on=later, today=TODAY)


def test_public_pages_ask_little(client: Client, found: World) -> None:
    """A public page or answer takes at most 15 queries."""
    for address in (
        *("/public/", "/public/structures/", f"/public/structures/{found.abai.house.pk}/"),
        *("/api/public/structures", "/api/public/registers/mediators", "/api/public/territories"),
    ):
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= 15, address


def test_names_are_searched(found: World) -> None:
    """Words of a name find a body whose words the registry keeps."""
    one = found.abai.association
    assert sort_key(one.name_kk)
    kinds = public_kinds(on=TODAY, today=TODAY)
    assert not public_bodies(Asked(words="жоқсөз"), kinds, on=TODAY).exists()
