"""Rows are taken into the register at once, each within reach, with one journal entry."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from birlik.base.journal.models import Entry
from birlik.base.registry.actions.cards import change_card
from birlik.base.registry.actions.importing import take_rows
from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.engine.importing.lines import BodyLine, PersonLine, SeatLine
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.engine.registers import EnrolmentRow
from birlik.base.registry.models import (
    Appointment,
    Enrolment,
    Office,
    Person,
    PersonalRecord,
    Posting,
    Structure,
)
from birlik.base.registry.queries.cards import card_of, row_of
from birlik.base.registry.refusals.cards import (
    KEPT_CENTRALLY,
    NOT_YOUR_PLACE,
    NOT_YOUR_STRUCTURE,
)
from birlik.base.registry.refusals.importing import BEYOND_REACH, NO_IMPORT
from birlik.base.registry.refusals.offices import GIVES_POWERS
from birlik.base.registry.refusals.people import (
    IIN_ELSEWHERE,
    NOT_YOUR_PERSON,
    NOT_YOUR_TERRITORY,
)
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import ABAI, AKMOLA, AT, SYSTEM, World, iin_of, world

pytestmark = pytest.mark.django_db
SINCE = date(2026, 2, 1)


@pytest.fixture
def known() -> World:
    """The small register."""
    return world()


def card(name: str = "«Көктем» бірлестігі", **given: Any) -> CardRow:
    """A card of an association of Akmola."""
    row = CardRow("ethnocultural_association", name, "Объединение «Весна»", territory=AKMOLA)
    return replace(row, **given)


def test_bodies_and_people_come_in_at_once(known: World) -> None:
    """New bodies lie in one another, their people sit in them, and the search finds both."""
    taken = take_rows(
        SYSTEM,
        None,
        at=AT,
        structures=[
            BodyLine(card("«Жаз» бөлімшесі"), within=1),
            BodyLine(card(languages=("kk", "ru"))),
        ],
        people=[
            PersonLine(
                PersonRow("Сынақов Бақыт", territory=AKMOLA, iin=iin_of("81051530104")),
                seats=(SeatLine("association_head", SINCE, of=1, ground="хаттама"),),
                registers=(EnrolmentRow("mediators", SINCE, territory=AKMOLA, number="7"),),
            )
        ],
        source="a digest",
    )
    part, whole = (Structure.objects.get(pk=pk) for pk in taken.structures)
    assert part.parent == whole
    assert (whole.languages, whole.territory, whole.confirmed_on) == (
        ("kk", "ru"),
        known.akmola.territory,
        date(2026, 11, 20),
    )
    person = Person.objects.get(pk=taken.people[0])
    held = Appointment.objects.get(person=person)
    assert (held.office.structure, held.office.kind) == (whole, "association_head")
    assert held.office.name_kk
    assert PersonalRecord.objects.get(person=person).iin_digest == seal().digest(
        iin_of("81051530104")
    )
    assert Enrolment.objects.get(person=person).territory == known.akmola.territory
    assert Posting.objects.filter(structure=whole).exists()
    assert Posting.objects.filter(person=person).exists()
    entry = Entry.objects.latest("number")
    assert entry.action == "rows.taken"
    assert '"bodies_entered":2' in entry.text
    assert '"people_entered":1' in entry.text
    assert "a digest" in entry.text
    assert "Сынақов" not in entry.text


def one_body(**given: Any) -> list[BodyLine]:
    """The line of one association."""
    return [BodyLine(card(**given))]


def refused(
    by: Actor, structures: Sequence[BodyLine] = (), people: Sequence[PersonLine] = ()
) -> LocalText:
    """Why lines are refused; nothing of them is kept."""
    before = Structure.objects.count(), Person.objects.count(), Office.objects.count()
    with pytest.raises(RefusedError) as found:
        take_rows(by, None, at=AT, structures=structures, people=people)
    assert before == (Structure.objects.count(), Person.objects.count(), Office.objects.count())
    return found.value.reason


def test_a_row_beyond_reach_keeps_all_out(known: World) -> None:
    """A body, a correction, a place, a kind, an office or a person of another's is refused, and
    nothing of the call is kept."""
    by = known.secretary(known.akmola)
    abai, akmola = known.abai, known.akmola
    good = BodyLine(card("«Жаз» бірлестігі"))
    assert refused(by, structures=[good, *one_body(territory=ABAI)]) == NOT_YOUR_PLACE
    assert refused(by, structures=[good, *one_body(territory="999")]) == BEYOND_REACH
    assert refused(by, structures=one_body(kind="ministry")) == KEPT_CENTRALLY
    assert refused(by, structures=[BodyLine(card(), abai.association.pk)]) == NOT_YOUR_STRUCTURE
    assert refused(by, structures=[BodyLine(card(), 999_999)]) == BEYOND_REACH
    assert refused(by, structures=[BodyLine(card(), within=0)]) == BEYOND_REACH
    row = PersonRow("Сынақов Бақыт", territory=AKMOLA)
    assert refused(by, people=[PersonLine(replace(row, territory=ABAI))]) == NOT_YOUR_TERRITORY
    assert refused(by, people=[PersonLine(replace(row, territory="999"))]) == BEYOND_REACH
    assert refused(by, people=[PersonLine(row, abai.person.pk)]) == NOT_YOUR_PERSON
    assert refused(by, people=[PersonLine(row, 999_999)]) == BEYOND_REACH
    taken_iin = PersonLine(replace(row, iin=iin_of("82051530100")))
    assert refused(by, people=[taken_iin]) == IIN_ELSEWHERE
    for seat, reason in (
        (SeatLine("member", SINCE, structure=abai.association.pk), NOT_YOUR_STRUCTURE),
        (SeatLine("keeper", SINCE, structure=akmola.association.pk), GIVES_POWERS),
        (SeatLine("body_secretary", SINCE, structure=akmola.association.pk), BEYOND_REACH),
        (SeatLine("member", SINCE, structure=999_999), BEYOND_REACH),
    ):
        assert refused(by, people=[PersonLine(row, seats=(seat,))]) == reason
    for line in (
        EnrolmentRow("mediators", SINCE, territory=ABAI),
        EnrolmentRow("mediators", SINCE, territory="999"),
        EnrolmentRow("mediators", SINCE, structure=999_999),
    ):
        assert refused(by, people=[PersonLine(row, registers=(line,))]) == BEYOND_REACH
    assert refused(known.actor("auditor"), structures=[good]) == NO_IMPORT


def test_known_entries_are_corrected(known: World) -> None:
    """A body and a person are brought to what their rows say; what is kept apart is only touched
    where a row gives it; a new name is found, an old one is not written anew."""
    by = known.secretary(known.akmola)
    region = known.akmola
    before = row_of(region.association)
    kept = PersonalRecord.objects.get(person=region.person)
    row = PersonRow("Нұрланов Айбек", "Нурланов Айбек", territory=AKMOLA, phone="+7 702")
    line = SeatLine("chair", SINCE, structure=region.assembly.pk, ground="шешім")
    taken = take_rows(
        by,
        None,
        at=AT,
        structures=[
            BodyLine(replace(before, name_ru="Объединение «Заря»"), region.association.pk),
            BodyLine(replace(row_of(region.house), phone="1"), region.house.pk),
        ],
        people=[
            PersonLine(row, region.person.pk, seats=(line,)),
            PersonLine(replace(row, phone=None), region.person.pk),
            PersonLine(PersonRow("Ким Вера Ақмола", territory=AKMOLA), region.villager.pk),
        ],
    )
    region.association.refresh_from_db()
    region.person.refresh_from_db()
    after = PersonalRecord.objects.get(person=region.person)
    assert region.association.name_ru == "Объединение «Заря»"
    assert region.person.full_name_ru == "Нурланов Айбек"
    assert (after.phone, after.email) == ("+7 702", kept.email)
    assert (after.iin_digest, after.pk) == (kept.iin_digest, kept.pk)
    assert (taken.appointments, taken.offices) == (1, 1)
    assert Posting.objects.filter(structure=region.association, word__text="заря").exists()
    assert not Posting.objects.filter(structure=region.house).exists()


def test_a_row_corrects_what_the_card_said_before(known: World) -> None:
    """A correction was always so: a card superseded on 01.03.2020 that had the same mistake says
    what the row says too, and keeps what it said otherwise."""
    by = known.secretary(known.akmola)
    body = known.akmola.association
    then = date(2020, 3, 1)
    change_card(by, body, at=AT, row=replace(row_of(body), phone="2"), on=then)
    body.refresh_from_db()
    row = replace(row_of(body), culture="korean", languages=("kk",))
    taken = take_rows(by, None, at=AT, structures=[BodyLine(row, body.pk)])
    assert taken.structures == (body.pk,)
    body.refresh_from_db()
    before = card_of(body, date(2020, 2, 29))
    assert (before.phone, before.culture, before.languages) == ("", "korean", ("kk",))
    assert (row_of(body).phone, row_of(body).culture, body.card_from) == ("2", "korean", then)


def test_a_number_given_again_is_the_own(known: World) -> None:
    """A row that repeats the number of its person is no claim on somebody else's."""
    by, person = known.secretary(known.akmola), known.akmola.person
    number = seal().opened(PersonalRecord.objects.get(person=person).iin_sealed)
    row = PersonRow(person.full_name, territory=AKMOLA, iin=number)
    taken = take_rows(by, None, at=AT, people=[PersonLine(row, person.pk)])
    assert taken.people == (person.pk,)
    assert seal().opened(PersonalRecord.objects.get(person=person).iin_sealed) == number


def test_offices_that_give_powers_are_not_founded_by_a_secretary(known: World) -> None:
    """A district assembly taken by a secretary has the seats of the charter, save that of its own
    secretary, which gives powers; the keeper's has that too."""
    for by, given in ((known.secretary(known.akmola), False), (known.actor("keeper"), True)):
        rows = one_body(kind="district_assembly", level="district")
        taken = take_rows(by, None, at=AT, structures=rows)
        founded = Office.objects.filter(structure=taken.structures[0])
        kinds = set(founded.values_list("kind", flat=True))
        assert "chair" in kinds
        assert ("district_secretary" in kinds) == given


def test_the_keeper_gives_any_office(known: World) -> None:
    """The keeper of the registry founds an office that the charter does not give the kind."""
    by = known.actor("keeper")
    seat = SeatLine("secretary", SINCE, structure=known.akmola.association.pk)
    row = PersonRow("Сынақов Бақыт", territory=AKMOLA, email="a@b.kz")
    taken = take_rows(by, None, at=AT, people=[PersonLine(row, seats=(seat,))])
    held = Appointment.objects.get(person=taken.people[0])
    assert (held.office.kind, held.office.seats) == ("secretary", None)
