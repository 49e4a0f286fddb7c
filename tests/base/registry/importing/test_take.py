"""Rows are taken into the register all at once, each within reach, with one entry of the journal."""

from dataclasses import replace
from datetime import date

import pytest

from birlik.base.journal.models import Entry
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
from birlik.base.registry.queries.cards import row_of
from birlik.base.registry.refusals.cards import NOT_YOUR_PLACE, NOT_YOUR_STRUCTURE
from birlik.base.registry.refusals.importing import BEYOND_REACH, NO_IMPORT
from birlik.base.registry.refusals.people import (
    IIN_ELSEWHERE,
    NOT_YOUR_PERSON,
    NOT_YOUR_TERRITORY,
)
from birlik.base.registry.seals import seal
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import ABAI, AKMOLA, AT, SYSTEM, World, iin_of, world

pytestmark = pytest.mark.django_db
SINCE = date(2026, 2, 1)


@pytest.fixture
def known() -> World:
    """The small register."""
    return world()


def card(name: str = "«Көктем» бірлестігі", **given: object) -> CardRow:
    """A card of an association of Akmola."""
    row = CardRow("public_association", name, "Объединение «Весна»", territory=AKMOLA)
    return replace(row, **given)  # type: ignore[arg-type]


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
