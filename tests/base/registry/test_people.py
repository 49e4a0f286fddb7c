"""People: entered, corrected, found and shown, each only by those who reach them."""

from dataclasses import replace
from datetime import date

import pytest

from birlik.base.journal.queries import last_entry
from birlik.base.registry.actions.people import (
    correct_person,
    enter_person,
    see_restricted,
    seek_person,
)
from birlik.base.registry.engine.people import PersonRow, SeenFor, masked_iin
from birlik.base.registry.models import Person, PersonalRecord
from birlik.base.registry.queries.people import people_as_of, person_numbered
from birlik.base.registry.refusals import people as refusals
from birlik.base.registry.rules.people import may_open_keeping, may_read_people, may_read_person
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.identity import WRONG_CHECK
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import (
    ABAI,
    ABAI_DISTRICT,
    AKMOLA,
    AT,
    SYSTEM,
    TODAY,
    World,
    enrolled,
    iin_of,
    seat,
    world,
)

pytestmark = pytest.mark.django_db
ROW = PersonRow(
    " Өтеген Жанар ",
    "Утеген Жанар",
    "Otegen Janar",
    territory=ABAI,
    languages=("kk", "de"),
    fields=("culture",),
    iin=iin_of("90010155012"),
    phone="+77771112233",
    email="janar@example.kz",
)


@pytest.fixture(name="laid")
def _laid() -> World:
    return world()


def refused(reason: LocalText) -> "pytest.RaisesContext[RefusedError]":
    """The refusal for a reason."""
    return pytest.raises(RefusedError, match=reason.en.split(".")[0].replace("(", r"\("))


def names(by: Actor, on: date = TODAY) -> set[str]:
    """Who is within reach, by name."""
    return {one.full_name for one in people_as_of(on, by=by)}


def test_person_is_entered_with_number_sealed(laid: World) -> None:
    """The name is kept in its forms, number and contacts apart, the number encrypted and found by
    its digest; the journal has none of it."""
    made = enter_person(laid.secretary(laid.abai), None, at=AT, row=ROW)
    kept = PersonalRecord.objects.get(person=made)
    assert (made.full_name, made.full_name_ru) == ("Өтеген Жанар", "Утеген Жанар")
    assert made.territory == laid.abai.territory
    assert made.languages == ("kk", "de")
    assert ROW.iin
    assert ROW.iin not in kept.iin_sealed
    assert seal().opened(kept.iin_sealed) == ROW.iin
    assert kept.iin_digest == seal().digest(ROW.iin)
    entry = last_entry("person.entered")
    assert entry
    assert not [word for word in ("Өтеген", ROW.iin, "+7777", "janar@") if word in entry.text]


def test_nothing_apart_is_kept_of_who_gives_nothing(laid: World) -> None:
    """Number and contacts are optional: without them no record apart is made."""
    made = enter_person(SYSTEM, None, at=AT, row=PersonRow("Аты Жоқ"))
    assert not PersonalRecord.objects.filter(person=made).exists()
    assert see_restricted(SYSTEM, made, at=AT, purpose=SeenFor.PAPER) == {}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"full_name": "  "}, refusals.PERSON_NAME_NEEDED),
        ({"territory": AKMOLA}, refusals.NOT_YOUR_TERRITORY),
        ({"territory": ""}, refusals.NOT_YOUR_TERRITORY),
        ({"territory": "999"}, refusals.UNKNOWN_TERRITORY),
        ({"iin": "900101550121"}, WRONG_CHECK),
    ],
)
def test_unfit_person_is_refused(laid: World, change: dict[str, str], reason: LocalText) -> None:
    """A missing name, a territory of another or unknown, and a wrong number are refused, and
    nothing is kept."""
    before = Person.objects.count()
    by = laid.secretary(laid.abai)
    with refused(reason):
        enter_person(by, None, at=AT, row=replace(ROW, **change))
    assert Person.objects.count() == before + 1  # the secretary


def test_known_number_is_refused_and_says_no_more_than_may_be_known(laid: World) -> None:
    """A number that somebody within reach has is said to be known; one beyond reach is refused
    with nothing but whom to ask."""
    own = seal().opened(laid.abai.person.personal_record.iin_sealed)
    foreign = seal().opened(laid.akmola.person.personal_record.iin_sealed)
    by = laid.secretary(laid.abai)
    with refused(refusals.IIN_KNOWN):
        enter_person(by, None, at=AT, row=replace(ROW, iin=own))
    with refused(refusals.IIN_ELSEWHERE):
        enter_person(by, None, at=AT, row=replace(ROW, iin=foreign))


def test_correction_leaves_what_it_does_not_name(laid: World) -> None:
    """None leaves number and contacts as they are, '' removes them; the journal says which fields
    changed."""
    by = laid.secretary(laid.abai)
    person = enter_person(by, None, at=AT, row=ROW)
    row = replace(ROW, full_name="Өтегенова Жанар", iin=None, phone="", email=None)
    correct_person(by, person, at=AT, row=row)
    person.refresh_from_db()
    kept = PersonalRecord.objects.get(person=person)
    assert person.full_name == "Өтегенова Жанар"
    assert seal().opened(kept.iin_sealed) == ROW.iin
    assert (kept.phone, kept.email) == ("", "janar@example.kz")
    entry = last_entry("person.corrected")
    assert entry
    assert '"changed":["full_name","phone"]' in entry.text


def test_correction_to_the_same_number_and_into_a_district(laid: World) -> None:
    """Whoever has a number may be corrected with it; the record moves to a territory within the
    actor's."""
    by = laid.secretary(laid.abai)
    person = enter_person(by, None, at=AT, row=ROW)
    correct_person(by, person, at=AT, row=replace(ROW, territory=ABAI_DISTRICT))
    person.refresh_from_db()
    assert person.territory == laid.abai.district
    assert PersonalRecord.objects.filter(person=person).count() == 1


def test_number_may_be_taken_away(laid: World) -> None:
    """An empty number removes the one that is kept, with its digest."""
    correct_person(SYSTEM, laid.abai.person, at=AT, row=replace(ROW, iin=""))
    kept = PersonalRecord.objects.get(person=laid.abai.person)
    assert (kept.iin_sealed, kept.iin_digest) == ("", "")


def test_only_who_keeps_the_record_corrects_it(laid: World) -> None:
    """Another region's secretary, a district's for one of the region, and a head are refused; the
    keeper corrects everybody."""
    for by in (laid.secretary(laid.akmola), laid.district_secretary(laid.abai)):
        with refused(refusals.NOT_YOUR_PERSON):
            correct_person(by, laid.abai.person, at=AT, row=ROW)
    with refused(refusals.NO_PEOPLE):
        enter_person(laid.actor("association_head"), None, at=AT, row=ROW)
    correct_person(laid.actor("keeper"), laid.abai.person, at=AT, row=ROW)


def test_erased_person_is_not_written_any_more(laid: World) -> None:
    """The record of an erased person is not corrected, nor is the person listed."""
    Person.objects.filter(pk=laid.abai.person.pk).update(erased_at=AT)
    with refused(refusals.ERASED):
        correct_person(SYSTEM, laid.abai.person, at=AT, row=ROW)
    assert laid.abai.person not in people_as_of(TODAY)


def test_reach_in_people(laid: World) -> None:
    """A secretary finds the people of the own territory with its districts, and who holds an
    office or stands in a register there on the day; never another region's."""
    abai, akmola = laid.secretary(laid.abai), laid.secretary(laid.akmola)
    own = {"Нұрланов Айбек Абай", "Ким Вера Абай"}
    assert own <= names(abai)
    assert not own & names(akmola)
    assert "Омарова Әсел" not in names(abai)
    assert "Ким Вера Абай" in names(laid.district_secretary(laid.abai))
    assert "Нұрланов Айбек Абай" not in names(laid.district_secretary(laid.abai))
    assert own | {"Омарова Әсел"} <= names(laid.actor("keeper"))
    assert names(laid.actor("researcher")) == names(laid.nobody()) == set()


def test_office_and_register_bring_a_person_into_reach(laid: World) -> None:
    """A term of office brings its holder within reach from its first day to the day before its
    last; so does a place in a register, of a body or of a territory."""
    akmola = laid.secretary(laid.akmola)
    since, until = date(2026, 1, 1), date(2026, 7, 1)
    seat(laid.abai.person, laid.akmola.house, "executor", since=since, until=until)
    name = laid.abai.person.full_name
    assert name in names(akmola, date(2026, 6, 30))
    assert name not in names(akmola, until)
    enrolled(laid.abai.person, "mediators", structure=laid.akmola.house, until=TODAY)
    enrolled(laid.abai.villager, "mediators", territory=laid.akmola.territory)
    assert laid.abai.villager.full_name in names(akmola)
    assert name not in names(akmola)


def test_reach_of_one_body(laid: World) -> None:
    """A power limited to a body reaches those who sit or are enrolled in it, no others."""
    limited = Actor(1, 1, "", frozenset({Grant("people.read", laid.abai.association.pk)}))
    assert names(limited) == {"Нұрланов Айбек Абай"}


def test_number_within_reach(laid: World) -> None:
    """A card is found by its number only within reach."""
    by = laid.secretary(laid.abai)
    found = person_numbered(laid.abai.person.pk, by=by, on=TODAY)
    assert found == laid.abai.person
    assert person_numbered(laid.akmola.person.pk, by=by, on=TODAY) is None
    assert person_numbered(10**12, by=by, on=TODAY) is None
    assert may_read_person(by, laid.abai.person, AT)
    assert not may_read_person(by, laid.akmola.person, AT)
    assert may_read_people(by, AT)
    assert may_open_keeping(by, AT)
    assert not may_read_people(laid.nobody(), AT)


def test_number_of_a_person_is_sought_by_its_digest(laid: World) -> None:
    """The exact number finds who has it within reach; beyond it the answer is the same as for a
    number that nobody has, and the journal has the search without the number."""
    by = laid.secretary(laid.abai)
    own = seal().opened(laid.abai.person.personal_record.iin_sealed)
    foreign = seal().opened(laid.akmola.person.personal_record.iin_sealed)
    assert seek_person(by, None, at=AT, iin=own) == laid.abai.person
    assert seek_person(by, None, at=AT, iin=foreign) is None
    entry = last_entry("person.sought")
    assert entry
    assert foreign not in entry.text
    assert f'"noted":{{"person":{laid.akmola.person.pk},"reached":false}}' in entry.text
    assert seek_person(by, None, at=AT, iin=iin_of("70010130012")) is None
    assert seek_person(by, None, at=AT, iin="") is None
    with refused(refusals.NO_PEOPLE):
        seek_person(laid.actor("researcher"), None, at=AT, iin=own)


def test_duplicate_leads_to_the_entry_that_was_kept(laid: World) -> None:
    """The number of an entry that was found to be another's leads to that other."""
    Person.objects.filter(pk=laid.abai.person.pk).update(duplicate_of=laid.abai.villager)
    own = seal().opened(laid.abai.person.personal_record.iin_sealed)
    assert seek_person(SYSTEM, None, at=AT, iin=own) == laid.abai.villager
    assert laid.abai.person not in people_as_of(TODAY)


def test_view_of_what_is_kept_apart_stands_in_the_journal(laid: World) -> None:
    """Whoever keeps the record sees contacts and the last digits of the number, the whole number
    where asked for; the journal says who, of whom, which fields and for what, not the values."""
    by = laid.secretary(laid.abai)
    shown = see_restricted(by, laid.abai.person, at=AT, purpose=SeenFor.CONTACT)
    iin = seal().opened(laid.abai.person.personal_record.iin_sealed)
    assert shown["phone"] == "+7700MARK1"
    assert shown["iin"] == "•" * 8 + iin[-4:]
    entry = last_entry("person.restricted_seen")
    assert entry
    assert '"fields":["email","iin","phone"]' in entry.text
    assert '"purpose":"contact"' in entry.text
    assert entry.subject == str(laid.abai.person.pk)
    assert "MARK" not in entry.text
    whole = see_restricted(by, laid.abai.person, at=AT, purpose=SeenFor.PAPER, whole_iin=True)
    assert whole["iin"] == iin
    entry = last_entry("person.restricted_seen")
    assert entry
    assert '"whole_iin":true' in entry.text
    with refused(refusals.NOT_YOUR_PERSON):
        see_restricted(laid.secretary(laid.akmola), laid.abai.person, at=AT, purpose=SeenFor.PAPER)


def test_mask_leaves_four_digits() -> None:
    """Of twelve digits the last four are read, of four none."""
    assert masked_iin("123456789012") == "••••••••9012"
    assert masked_iin("1234") == "••••"
    assert masked_iin("") == ""
