"""Offices are founded, filled, left and struck within reach; every refusal has its reason."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db.models import ProtectedError

from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.queries import named_items
from birlik.base.journal.models import Entry
from birlik.base.registry.actions.offices import (
    SeatingRow,
    fill_seat,
    found_seats,
    leave_seat,
    strike_seat,
)
from birlik.base.registry.actions.substitutes import substitute
from birlik.base.registry.models import Appointment, Office, Person, Structure
from birlik.base.registry.queries.offices import (
    bodies_named,
    composition,
    counts_of,
    dressed,
    ending_terms,
    sitting,
    terms_in,
    vacancies,
)
from birlik.base.registry.refusals import offices as refusals
from birlik.base.registry.rules.offices import (
    KEEP,
    READ,
    may_end_seat,
    may_fill_office,
    may_open_filling,
    may_see_composition,
    may_see_terms,
    may_strike_seat,
)
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import AT, SYSTEM, TODAY, Region, World, body, seat, world

pytestmark = pytest.mark.django_db
SINCE = date(2026, 1, 1)
ORDER = "№ 5 бұйрық, 30.12.2025"


@pytest.fixture
def here() -> World:
    """The small register."""
    return world()


@contextmanager
def refused(reason: LocalText) -> Iterator[None]:
    """What is done inside is refused for a reason."""
    with pytest.raises(RefusedError) as refusal:
        yield
    assert refusal.value.reason == reason


def house(region: Region) -> Structure:
    """A house of friendship in a region, with the offices of the charter."""
    made = body("friendship_house", "Достық үйі", "Дом дружбы", region.territory)
    found_seats(SYSTEM, made, at=AT)
    return made


def office(structure: Structure, kind: str) -> Office:
    """An office of a body."""
    return Office.objects.get(structure=structure, kind=kind)


def row(person: Person | None = None, **said: Any) -> SeatingRow:
    """An appointment from the beginning of the year on."""
    given: dict[str, Any] = {"valid_from": SINCE, "ground": ORDER, "person": person, **said}
    return SeatingRow(**given)


def test_offices_are_those_of_the_charter(here: World) -> None:
    """A house gets a head with one seat, deputies and members without limit; again, nothing."""
    house = body("friendship_house", "Достық үйі", "Дом дружбы", here.abai.territory)
    made = found_seats(here.secretary(here.abai), house, at=AT)
    assert [(one.kind, one.seats) for one in made] == [
        ("head_of_structure", 1),
        ("deputy_head", None),
        ("member", None),
    ]
    assert made[0].valid_from == house.founded_on
    Office.objects.filter(pk=made[0].pk).update(seats=4)
    assert found_seats(here.secretary(here.abai), house, at=AT) == []
    assert office(house, "head_of_structure").seats == 1


def test_offices_with_powers_are_left_to_the_keeper(here: World) -> None:
    """A secretary founds no seat of a secretary in an assembly; the keeper does."""
    assembly = body("regional_assembly", "Ассамблея", "Ассамблея", here.abai.territory)
    made = found_seats(here.secretary(here.abai), assembly, at=AT)
    assert {one.kind for one in made} == {"public_deputy_chair", "member"}
    rest = found_seats(here.actor("keeper"), assembly, at=AT)
    assert {one.kind for one in rest} == {"region_chair", "secretary"}


def test_founding_is_refused(here: World) -> None:
    """A foreign body is refused, and a kind without offices."""
    with refused(refusals.NOT_YOUR_OFFICE):
        found_seats(here.secretary(here.akmola), here.abai.association, at=AT)
    ministry = body("ministry", "Министрлік", "Министерство")
    with refused(refusals.NO_SEATS):
        found_seats(here.actor("keeper"), ministry, at=AT)


def test_a_secretary_appoints_in_the_own_region(here: World) -> None:
    """The person sits in the body from the day on; the journal holds no name and no ground."""
    member = office(house(here.abai), "member")
    made = fill_seat(here.secretary(here.abai), member, at=AT, row=row(here.abai.person))
    assert (made.person, made.valid_from, made.valid_until) == (here.abai.person, SINCE, None)
    text = Entry.objects.get(action="seat.filled").text
    assert here.abai.person.full_name not in text
    assert "бұйрық" not in text


def test_somebody_new_is_entered_with_the_appointment(here: World) -> None:
    """A name that nobody bears yet becomes a person of the region, or nothing where the seat is
    refused."""
    member = office(house(here.abai), "member")
    secretary = here.secretary(here.abai)
    made = fill_seat(secretary, member, at=AT, row=row(new_name=" Жаңа Адам "))
    assert (made.person.full_name, made.person.territory) == ("Жаңа Адам", here.abai.territory)
    before = Person.objects.count()
    with refused(refusals.NO_SUCH_GROUP):
        fill_seat(secretary, member, at=AT, row=row(new_name="Басқа", group="youth"))
    assert Person.objects.count() == before


def test_who_appoints(here: World) -> None:
    """Only who keeps the body appoints; to an office with powers, the keeper, but the head of an
    association is appointed by the secretary."""
    head = office(here.abai.association, "association_head")
    powers = seat(here.abai.villager, here.abai.assembly, "researcher", since=SINCE).office
    secretary = here.secretary(here.abai)
    assert may_open_filling(secretary, AT)
    assert may_fill_office(secretary, head, AT)
    assert may_fill_office(secretary, powers, AT).reason == refusals.GIVES_POWERS
    assert may_fill_office(here.actor("keeper"), powers, AT)
    assert may_fill_office(here.secretary(here.akmola), head, AT).reason == refusals.NOT_YOUR_OFFICE
    assert may_fill_office(here.nobody(), None, AT).reason == refusals.NOT_YOUR_OFFICE
    assert may_fill_office(here.actor("researcher"), head, AT).reason == refusals.NOT_YOUR_OFFICE
    district = here.district_secretary(here.abai)
    assert may_fill_office(district, head, AT).reason == refusals.NOT_YOUR_OFFICE


def test_who_sees(here: World) -> None:
    """A composition is seen by whoever reads the card; terms by whoever appoints."""
    assert may_see_composition(here.secretary(here.abai), here.abai.house, AT)
    foreign = may_see_composition(here.secretary(here.abai), here.akmola.house, AT)
    assert foreign.reason == refusals.NO_COMPOSITION
    assert may_see_terms(here.secretary(here.abai), AT)
    assert not may_see_terms(here.actor("researcher"), AT)
    assert READ == "structures.read"


def test_wrong_terms_are_refused(here: World) -> None:
    """Without a ground, backwards, before the body was founded, after it was closed."""
    secretary = here.secretary(here.abai)
    member = office(house(here.abai), "member")
    person = here.abai.person
    wrong = {
        refusals.GROUND_NEEDED: row(person, ground=" "),
        refusals.TERM_BACKWARDS: row(person, valid_until=SINCE),
        refusals.OUTSIDE_SEAT: row(person, valid_from=date(1999, 1, 1)),
    }
    for reason, one in wrong.items():
        with refused(reason):
            fill_seat(secretary, member, at=AT, row=one)
    Structure.objects.filter(pk=member.structure_id).update(closed_on=SINCE)
    with refused(refusals.OUTSIDE_SEAT):
        fill_seat(secretary, Office.objects.get(pk=member.pk), at=AT, row=row(person))


def test_a_rotation_ends_the_term(here: World) -> None:
    """Deputy chairs of the Assembly leave after a year; a longer term is refused."""
    assembly = body("assembly", "Қазақстан халқы Ассамблеясы", "Ассамблея народа Казахстана")
    keeper = here.actor("keeper")
    found_seats(keeper, assembly, at=AT)
    deputy = office(assembly, "deputy_chair")
    made = fill_seat(keeper, deputy, at=AT, row=row(here.official, group="associations"))
    assert made.valid_until == date(2027, 1, 1)
    with refused(refusals.TERM_TOO_LONG):
        late = row(here.abai.person, valid_until=date(2027, 1, 2))
        fill_seat(keeper, deputy, at=AT, row=late)


def test_seats_are_limited(here: World) -> None:
    """A second head is refused while the first one holds, and taken from the day the first one
    leaves."""
    secretary = here.secretary(here.abai)
    head = office(house(here.abai), "head_of_structure")
    first = fill_seat(secretary, head, at=AT, row=row(here.abai.person))
    with refused(refusals.SEATS_TAKEN):
        fill_seat(secretary, head, at=AT, row=row(here.abai.villager))
    leave_seat(secretary, first, at=AT, on=date(2026, 6, 1), ground=ORDER)
    later = row(here.abai.villager, valid_from=date(2026, 6, 1))
    assert fill_seat(secretary, head, at=AT, row=later).person == here.abai.villager


def test_quotas_are_limited(here: World) -> None:
    """A group that has one seat takes one person at a time; the other group is free."""
    kind = CharterItem.objects.get(catalogue="body_kind", code="council")
    members = next(one for one in kind.properties["offices"] if one["office"] == "member")
    members["quotas"] = {"akims": 1}
    kind.save()
    keeper = here.actor("keeper")
    found_seats(keeper, here.council, at=AT)
    member = office(here.council, "member")
    fill_seat(keeper, member, at=AT, row=row(here.official, group="akims"))
    with refused(refusals.QUOTA_FULL):
        fill_seat(keeper, member, at=AT, row=row(here.abai.person, group="akims"))
    assert fill_seat(keeper, member, at=AT, row=row(here.abai.person, group="government"))


def test_people_beyond_reach_are_unknown(here: World) -> None:
    """A person of another region, and one who was erased, cannot be appointed; nor nobody, nor two
    ways at once."""
    secretary = here.secretary(here.abai)
    member = office(house(here.abai), "member")
    with refused(refusals.PERSON_UNKNOWN):
        fill_seat(secretary, member, at=AT, row=row(here.akmola.villager))
    Person.objects.filter(pk=here.abai.villager.pk).update(erased_at=AT)
    with refused(refusals.PERSON_UNKNOWN):
        erased = Person.objects.get(pk=here.abai.villager.pk)
        fill_seat(secretary, member, at=AT, row=row(erased))
    for one in (row(), row(here.abai.person, new_name="Басқа")):
        with refused(refusals.PERSON_NEEDED):
            fill_seat(secretary, member, at=AT, row=one)


def test_combinations_are_refused(here: World) -> None:
    """Nobody holds an office twice, nor head and deputy of one body at once; in another body it is
    no matter."""
    secretary = here.secretary(here.abai)
    first, second = house(here.abai), house(here.abai)
    person = here.abai.person
    fill_seat(secretary, office(first, "deputy_head"), at=AT, row=row(person))
    with refused(refusals.HOLDS_ALREADY):
        fill_seat(secretary, office(first, "deputy_head"), at=AT, row=row(person))
    with refused(refusals.NOT_TOGETHER):
        fill_seat(secretary, office(first, "head_of_structure"), at=AT, row=row(person))
    assert fill_seat(secretary, office(second, "head_of_structure"), at=AT, row=row(person))


def test_the_rule_of_either_office_forbids(here: World) -> None:
    """The deputy's rule names the head: it forbids in both orders, on shared days alone."""
    secretary = here.secretary(here.abai)
    made = house(here.abai)
    person = here.abai.person
    until = row(person, valid_until=date(2026, 6, 1))
    fill_seat(secretary, office(made, "head_of_structure"), at=AT, row=until)
    with refused(refusals.NOT_TOGETHER):
        fill_seat(secretary, office(made, "deputy_head"), at=AT, row=row(person))
    after = row(person, valid_from=date(2026, 6, 1))
    assert fill_seat(secretary, office(made, "deputy_head"), at=AT, row=after)


def test_the_keeper_does_not_audit(here: World) -> None:
    """Auditor and keeper are never one person, in whatever body."""
    keeper = here.actor("keeper")
    held = seat(here.abai.person, here.abai.assembly, "auditor", since=SINCE)
    other = seat(here.official, here.council, "keeper", since=SINCE).office
    with refused(refusals.NOT_TOGETHER):
        fill_seat(keeper, other, at=AT, row=row(held.person))
    with refused(refusals.NOT_TOGETHER):
        fill_seat(keeper, held.office, at=AT, row=row(here.official))


def test_a_term_is_ended_also_for_a_past_day(here: World) -> None:
    """The end and its ground are kept; before the beginning and after the end it is refused."""
    secretary = here.secretary(here.abai)
    member = office(house(here.abai), "member")
    held = fill_seat(secretary, member, at=AT, row=row(here.abai.person))
    with refused(refusals.GROUND_NEEDED):
        leave_seat(secretary, held, at=AT, on=date(2026, 3, 1), ground="")
    with refused(refusals.NOT_BEGUN):
        leave_seat(secretary, held, at=AT, on=SINCE, ground=ORDER)
    leave_seat(secretary, held, at=AT, on=date(2026, 3, 1), ground=ORDER)
    held.refresh_from_db()
    assert (held.last_on, held.end_ground) == (date(2026, 2, 28), ORDER)
    with refused(refusals.ENDED_ALREADY):
        leave_seat(secretary, held, at=AT, on=date(2026, 3, 1), ground=ORDER)
    with refused(refusals.NOT_YOUR_OFFICE):
        leave_seat(here.secretary(here.akmola), held, at=AT, on=date(2026, 2, 1), ground=ORDER)


def test_a_substitute_leaves_with_the_holder(here: World) -> None:
    """Who stands in for somebody whose term ends stops on that day."""
    keeper = here.actor("keeper")
    held = Appointment.objects.get(office__kind="head", person=here.official)
    stand = here.account("auditor").person
    last = date(2027, 2, 1)
    standing = substitute(
        keeper, held, at=AT, person=stand, valid_from=TODAY, valid_until=last, ground=ORDER
    )
    leave_seat(keeper, held, at=AT, on=date(2026, 12, 1), ground=ORDER)
    standing.refresh_from_db()
    assert standing.valid_until == date(2026, 12, 1)


def test_a_mistake_is_struck(here: World) -> None:
    """An entry made by mistake is gone; not one that gave powers, nor one that others point at."""
    secretary = here.secretary(here.abai)
    member = office(house(here.abai), "member")
    held = fill_seat(secretary, member, at=AT, row=row(here.abai.person))
    assert may_strike_seat(secretary, None, AT) and may_end_seat(secretary, None, AT)
    strike_seat(secretary, held, at=AT)
    assert not Appointment.objects.filter(office=member).exists()
    head = Appointment.objects.get(office__kind="association_head", person=here.abai.person)
    with refused(refusals.STRUCK_WITH_POWERS):
        strike_seat(secretary, head, at=AT)
    with refused(refusals.NOT_YOUR_OFFICE):
        strike_seat(here.secretary(here.akmola), head, at=AT)


def test_what_others_point_at_is_not_struck(here: World) -> None:
    """An appointment for which somebody stands in is ended, not struck."""
    secretary = here.secretary(here.abai)
    member = office(house(here.abai), "member")
    held = fill_seat(secretary, member, at=AT, row=row(here.abai.person))
    stand = Appointment.objects.create(
        person=here.abai.villager,
        office=member,
        valid_from=SINCE,
        valid_until=date(2027, 1, 1),
        acting=True,
        stands_for=held,
        ground=ORDER,
    )
    with pytest.raises(ProtectedError):
        Appointment.objects.filter(pk=held.pk).delete()
    with refused(refusals.HANGS):
        strike_seat(secretary, held, at=AT)
    assert Appointment.objects.filter(pk__in=[held.pk, stand.pk]).count() == 2


def test_composition_on_any_day(here: World) -> None:
    """Last year's composition shows who held then; offices stand in the order of the charter."""
    secretary = here.secretary(here.abai)
    made = house(here.abai)
    head = office(made, "head_of_structure")
    old = row(here.abai.person, valid_from=date(2024, 1, 1), valid_until=date(2026, 1, 1))
    fill_seat(secretary, head, at=AT, row=old)
    fill_seat(secretary, head, at=AT, row=row(here.abai.villager))
    for on, person in (
        (date(2025, 12, 31), here.abai.person),
        (SINCE, here.abai.villager),
    ):
        seats = composition(made, on)
        assert [(one.office.kind, one.held, one.vacant) for one in seats] == [
            ("head_of_structure", 1, 0),
            ("deputy_head", 0, None),
            ("member", 0, None),
        ]
        assert [one.person for one in sitting(made, seats, on)] == [person]
    assert [one.person for one in terms_in(head)] == [here.abai.villager, here.abai.person]
    assert composition(made, date(1999, 1, 1)) == []


def test_counts_withhold_the_few(here: World) -> None:
    """Three of a group are told, two are not; bodies are counted by whom they sent."""
    keeper = here.actor("keeper")
    found_seats(keeper, here.council, at=AT)
    member = office(here.council, "member")
    first, second = here.abai.association, here.akmola.association
    for place, (group, sent) in enumerate(
        [("akims", first)] * 3 + [("government", second)] * 2 + [("parliament", None)] * 2
    ):
        new = row(new_name=f"Мүше {place}", group=group, represents=sent)
        fill_seat(keeper, member, at=AT, row=new)
    names = named_items(Catalogue.QUOTA, on=TODAY)
    groups, bodies = counts_of(here.council, names, TODAY)
    assert [(name.en, count) for name, count in groups.told] == [("akims of the regions", 3)]
    assert groups.untold == 4
    assert (bodies.told, bodies.untold) == ((), 5)


def test_ends_of_terms_and_vacancies_are_those_in_reach(here: World) -> None:
    """A secretary sees the own region's: terms that are written, those that rotation should have
    ended, and seats that nobody holds."""
    secretary, other = here.secretary(here.abai), here.secretary(here.akmola)
    head = office(house(here.abai), "head_of_structure")
    until = row(here.abai.person, valid_until=date(2026, 12, 20))
    held = fill_seat(secretary, head, at=AT, row=until)
    (ending,) = ending_terms(on=TODAY, days=30, by=secretary, power=KEEP)
    assert (ending.appointment, ending.last, ending.by_rule) == (held, date(2026, 12, 19), False)
    assert ending_terms(on=TODAY, days=29, by=secretary, power=KEEP) == []
    assert ending_terms(on=TODAY, days=365, by=other, power=KEEP) == []
    (free,) = dressed(vacancies(on=date(2026, 12, 20), by=secretary, power=KEEP))
    assert (free.office, free.free, free.left_on) == (head, 1, date(2026, 12, 20))
    assert not vacancies(on=TODAY, by=secretary, power=KEEP)
    assert not vacancies(on=date(2026, 12, 20), by=other, power=KEEP)
    late = vacancies(on=date(2027, 3, 1), by=secretary, power=KEEP, since=date(2027, 1, 1))
    assert not late


def test_a_rotation_that_nobody_wrote_is_seen(here: World) -> None:
    """An open term of a deputy chair is shown from the year's end on."""
    assembly = body("assembly", "Қазақстан халқы Ассамблеясы", "Ассамблея народа Казахстана")
    held = seat(here.official, assembly, "deputy_chair", since=date(2025, 4, 30))
    keeper = here.actor("keeper")
    (found,) = ending_terms(on=TODAY, days=30, by=keeper, power=KEEP)
    assert (found.appointment, found.until, found.by_rule) == (held, date(2026, 4, 30), True)
    assert not ending_terms(on=date(2025, 5, 1), days=30, by=keeper, power=KEEP)


def test_bodies_by_name(here: World) -> None:
    """A body is found by its whole name alone; at most two are."""
    every = Structure.objects.all()
    assert bodies_named(" Совет Ассамблеи ", among=every) == [here.council]
    assert bodies_named("Совет", among=every) == []


def test_a_grant_of_one_body_sees_that_body(here: World) -> None:
    """Whose power lies in one body sees the vacancies of that body alone."""
    first, second = house(here.abai), house(here.abai)
    one = Actor(1, 1, "one", frozenset({Grant(KEEP, structure_id=first.pk)}))
    seen = {found.structure for found in vacancies(on=TODAY, by=one, power=KEEP)}
    assert seen == {first}
    assert second != first
