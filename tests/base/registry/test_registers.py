"""Registers of persons: enrolled, renewed, ended within reach; shown to the public on consent."""

from datetime import date

import pytest

from birlik.base.journal.queries import last_entry
from birlik.base.registry.actions.personal import enter_consent, withdraw_consent
from birlik.base.registry.actions.registers import end_line, enrol, renew_line
from birlik.base.registry.engine.registers import EnrolmentRow
from birlik.base.registry.models import Enrolment, Person
from birlik.base.registry.queries.registers import line_numbered, lines_of, public_lines
from birlik.base.registry.refusals import cards as card_refusals
from birlik.base.registry.refusals import people as people_refusals
from birlik.base.registry.refusals import registers as refusals
from birlik.base.registry.rules.registers import may_enrol, may_keep_line
from birlik.base.values.actor import Actor, Grant
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
    world,
)

pytestmark = pytest.mark.django_db
SINCE, UNTIL = date(2026, 1, 1), date(2029, 1, 1)


@pytest.fixture(name="laid")
def _laid() -> World:
    return world()


def refused(reason: LocalText) -> "pytest.RaisesContext[RefusedError]":
    """The refusal for a reason."""
    return pytest.raises(RefusedError, match=reason.en.split(".")[0].split(":")[0])


def row(**given: object) -> EnrolmentRow:
    """A mediator of Abai for three years."""
    found: dict[str, object] = {
        "register": "mediators",
        "valid_from": SINCE,
        "valid_until": UNTIL,
        "territory": ABAI,
        "number": " МБ-7 ",
        "particulars": {"professional": True, "topics": "отбасы даулары"},
    }
    return EnrolmentRow(**(found | given))


def mediator(laid: World) -> Enrolment:
    """A person of Abai enrolled by its secretary."""
    return enrol(laid.secretary(laid.abai), laid.abai.villager, at=AT, row=row())


def test_person_is_enrolled(laid: World) -> None:
    """A line bears its term, place, number and the fields that the charter gives the register; the
    journal names the register and none of what it says of the person."""
    made = mediator(laid)
    assert (made.number, made.territory) == ("МБ-7", laid.abai.territory)
    assert made.particulars == {"professional": True, "topics": "отбасы даулары"}
    entry = last_entry("person.enrolled")
    assert entry
    assert '"register":"mediators"' in entry.text
    assert "МБ-7" not in entry.text


def test_person_is_enrolled_in_a_body(laid: World) -> None:
    """A mediator works in a centre: the line is of its place, not of a territory."""
    by = laid.secretary(laid.abai)
    given = row(structure=laid.abai.house.pk)
    made = enrol(by, laid.abai.villager, at=AT, row=given)
    assert (made.structure, made.territory) == (laid.abai.house, None)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"register": "astronauts"}, refusals.UNKNOWN_REGISTER),
        ({"valid_until": SINCE}, refusals.TERM_ENDS_TOO_EARLY),
        ({"particulars": {"rank": "x"}}, refusals.NO_SUCH_FIELD),
        ({"particulars": {"professional": "иә"}}, card_refusals.PARTICULAR_UNFIT),
        ({"territory": AKMOLA}, refusals.NOT_YOUR_PLACE),
        ({"territory": ""}, refusals.NOT_YOUR_PLACE),
        ({"territory": "999"}, refusals.NOT_YOUR_PLACE),
        ({"structure": 10**9}, refusals.NOT_YOUR_PLACE),
    ],
)
def test_unfit_line_is_refused(laid: World, given: dict[str, object], reason: LocalText) -> None:
    """An unknown register, a wrong term or field, and a place that is another's or unknown, which
    are told alike."""
    with refused(reason):
        enrol(laid.secretary(laid.abai), laid.abai.villager, at=AT, row=row(**given))
    assert not Enrolment.objects.exists()


def test_nobody_is_enrolled_from_beyond_reach(laid: World) -> None:
    """A secretary does not bring another region's person within reach by enrolling; one who reads
    no people enrols nobody, and an erased person is not enrolled."""
    with refused(people_refusals.NO_PEOPLE):
        enrol(laid.secretary(laid.abai), laid.akmola.villager, at=AT, row=row())
    with refused(people_refusals.NO_PEOPLE):
        enrol(laid.actor("researcher"), laid.abai.villager, at=AT, row=row())
    Person.objects.filter(pk=laid.abai.villager.pk).update(erased_at=AT)
    with refused(people_refusals.ERASED):
        enrol(SYSTEM, laid.abai.villager, at=AT, row=row())


def test_person_stands_in_a_register_once_on_a_day(laid: World) -> None:
    """Terms of one person in one register do not overlap; in another register they may."""
    mediator(laid)
    by, person = laid.secretary(laid.abai), laid.abai.villager
    with refused(refusals.ENROLLED_ALREADY):
        enrol(by, person, at=AT, row=row(valid_from=date(2028, 12, 31), valid_until=None))
    enrol(by, person, at=AT, row=row(valid_from=UNTIL, valid_until=None))
    enrol(by, person, at=AT, row=row(register="experts", particulars={}))
    assert Enrolment.objects.count() == 3


def test_line_is_renewed(laid: World) -> None:
    """A further term is a further line with its own certificate; the old one ends where it begins,
    and keeps its number."""
    line, by = mediator(laid), laid.secretary(laid.abai)
    begin, end = date(2028, 6, 1), date(2031, 6, 1)
    new = renew_line(by, line, at=AT, valid_from=begin, valid_until=end, number="МБ-8")
    line.refresh_from_db()
    assert (line.valid_until, line.number) == (begin, "МБ-7")
    assert (new.valid_from, new.valid_until, new.number) == (begin, end, "МБ-8")
    assert new.particulars == line.particulars
    later = renew_line(by, new, at=AT, valid_from=date(2032, 1, 1), valid_until=None)
    new.refresh_from_db()
    assert (new.valid_until, later.number) == (end, "МБ-8")


def test_renewal_is_refused_where_it_makes_no_sense(laid: World) -> None:
    """A term that ends before it begins, one before the old one's, and one that meets another."""
    line, by = mediator(laid), laid.secretary(laid.abai)
    with refused(refusals.TERM_ENDS_TOO_EARLY):
        renew_line(by, line, at=AT, valid_from=UNTIL, valid_until=UNTIL)
    with refused(refusals.OVER_ALREADY):
        renew_line(by, line, at=AT, valid_from=SINCE, valid_until=None)
    renew_line(by, line, at=AT, valid_from=UNTIL, valid_until=None)
    with refused(refusals.ENROLLED_ALREADY):
        renew_line(by, line, at=AT, valid_from=date(2030, 1, 1), valid_until=None)
    line.refresh_from_db()
    assert line.valid_until == UNTIL


def test_line_is_ended(laid: World) -> None:
    """A line ends on a day within its term, with the reason in its ground; not outside it."""
    line, by = mediator(laid), laid.secretary(laid.abai)
    for day in (SINCE, UNTIL):
        with refused(refusals.OVER_ALREADY):
            end_line(by, line, at=AT, on=day)
    end_line(by, line, at=AT, on=TODAY, ground="өз өтініші")
    line.refresh_from_db()
    assert (line.valid_until, line.ground) == (TODAY, "өз өтініші")
    assert not lines_of("mediators", by=by, on=TODAY).exists()
    assert lines_of("mediators", by=by, on=TODAY, lasting=False).get() == line


def test_only_who_keeps_the_place_keeps_the_line(laid: World) -> None:
    """Another region's secretary neither renews nor ends a line; a district's not one of the
    region; nobody one of an erased person."""
    line = mediator(laid)
    for by in (laid.secretary(laid.akmola), laid.district_secretary(laid.abai)):
        with refused(refusals.NOT_YOUR_LINE):
            end_line(by, line, at=AT, on=TODAY)
    assert not may_keep_line(laid.actor("researcher"), None, AT)
    assert may_keep_line(laid.secretary(laid.abai), None, AT)
    assert may_enrol(laid.secretary(laid.abai), None, AT)
    Person.objects.filter(pk=laid.abai.villager.pk).update(erased_at=AT)
    with refused(people_refusals.ERASED):
        end_line(SYSTEM, line, at=AT, on=TODAY)


def test_lines_within_reach(laid: World) -> None:
    """A list holds the lines of places within reach: of bodies and of territories with all in
    them; a power limited to a body, its own; everywhere, all."""
    here = enrolled(laid.abai.person, "mediators", structure=laid.abai.house)
    district = enrolled(laid.abai.villager, "mediators", territory=laid.abai.district)
    there = enrolled(laid.akmola.person, "mediators", structure=laid.akmola.house)
    everywhere = enrolled(laid.official, "mediators")

    def listed(by: Actor) -> set[Enrolment]:
        return set(lines_of("mediators", by=by, on=TODAY))

    abai = laid.secretary(laid.abai)
    assert listed(abai) == {here, district}
    assert listed(laid.district_secretary(laid.abai)) == {district}
    assert listed(laid.actor("keeper")) == {here, district, there, everywhere}
    limited = Actor(1, 1, "", frozenset({Grant("people.read", laid.akmola.house.pk)}))
    assert listed(limited) == {there}
    assert listed(laid.nobody()) == set()
    assert line_numbered(here.pk, by=abai) == here
    assert line_numbered(there.pk, by=abai) is None


def test_public_sees_whoever_agreed(laid: World) -> None:
    """Only people who agreed to be shown in that register, while the line lasts; a withdrawn
    consent takes them out the same day."""
    person = laid.abai.villager
    enrolled(person, "mediators", territory=laid.abai.territory)
    enrolled(laid.akmola.person, "mediators", territory=laid.akmola.territory)
    assert not public_lines("mediators", on=TODAY).exists()
    consent = enter_consent(SYSTEM, person, at=AT, purpose="public_mediators", given_on=TODAY)
    enter_consent(SYSTEM, laid.akmola.person, at=AT, purpose="public_ambassadors", given_on=TODAY)
    assert [one.person for one in public_lines("mediators", on=TODAY)] == [person]
    withdraw_consent(SYSTEM, consent, at=AT, on=TODAY)
    assert not public_lines("mediators", on=TODAY).exists()


def test_place_of_a_district_lies_in_its_region(laid: World) -> None:
    """The secretary of a region enrols in its districts too."""
    made = enrol(
        laid.secretary(laid.abai), laid.abai.villager, at=AT, row=row(territory=ABAI_DISTRICT)
    )
    assert made.territory == laid.abai.district
