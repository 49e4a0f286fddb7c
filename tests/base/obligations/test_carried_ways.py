"""What becomes of the way of a body's reports when the body is reorganised, on 2 May 2024."""

import pytest

from birlik.base.obligations.actions import lay_way, save_draft, send_round
from birlik.base.obligations.actions.reorganise import reorganise, undo_reorganisation
from birlik.base.obligations.models import VisaStep
from birlik.base.obligations.refusals import desk
from birlik.base.registry.models import Appointment, Office, Reorganisation, Structure
from birlik.base.values.refused import RefusedError
from tests.base.obligations.desk_world import House, house, seated
from tests.base.obligations.reorganisation_world import named, new, plan
from tests.base.obligations.reporting_world import AT, SYSTEM, later

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> House:
    """A ministry whose reports a lawyer agrees on and the deputy signs, then the head of the
    government's office above it, who stands between them."""
    world = house()
    above = Structure.objects.create(kind="government", name_kk="Үкімет")
    Structure.objects.filter(pk=world.ministry.pk).update(parent=above)
    ministry = Structure.objects.get(pk=world.ministry.pk)
    seats = {
        "lawyer": seated(ministry, "lawyer", 31, "plans.read")[0],
        "above": seated(above, "above", 32, "plans.read")[0],
        "deputy": seated(ministry, "deputy", 33, "plans.read")[0],
    }
    world.offices.update(seats)
    lay_way(SYSTEM, ministry, at=AT, offices=[one.pk for one in seats.values()])
    return world


def renamed(world: House, *seats: str) -> Reorganisation:
    """The ministry becomes another today, and these seats go on in it."""
    offices = tuple((world.offices[one].pk, 0) for one in seats)
    made = plan("rename", AT.date(), world.ministry, successors=(new("Жаңа"),), offices=offices)
    return reorganise(SYSTEM, None, at=AT, plan=made)


def way_through(body: Structure) -> list[tuple[str, int, bool]]:
    """The way of a body: kind of each office, the body that it is in, and whether it signs."""
    steps = VisaStep.objects.filter(structure=body).select_related("office")
    return [(one.office.kind, one.office.structure_id, one.signs) for one in steps]


def test_the_successor_gets_the_way_through_the_seats_that_went_on(world: House) -> None:
    """Lawyer and deputy went on: the way of the new ministry passes through their new seats in the
    same order, with the office above between them, and the deputy signs; a draft goes round it."""
    renamed(world, "lawyer", "deputy")
    heir = named("Жаңа")
    above = world.offices["above"].structure_id
    assert way_through(heir) == [
        ("lawyer", heir.pk, False),
        ("above", above, False),
        ("deputy", heir.pk, True),
    ]
    save_draft(world.plan.executor, world.plan.counted, at=AT, text_kk="Жоба", text_ru="")
    owed = world.plan.counted
    owed.refresh_from_db()
    assert owed.debtor == world.ministry
    with pytest.raises(RefusedError) as lacking:
        send_round(SYSTEM, owed, at=later(1))
    assert lacking.value.reason not in {desk.NO_ROUND}


def test_who_did_not_go_on_is_left_out(world: House) -> None:
    """Without the lawyer the way is that of the others."""
    renamed(world, "deputy")
    assert [kind for kind, _body, _signs in way_through(named("Жаңа"))] == ["above", "deputy"]


@pytest.mark.parametrize("seats", [(), ("lawyer",)])
def test_without_who_signs_there_is_no_way(world: House, seats: tuple[str, ...]) -> None:
    """Where nobody went on, or not the one who signs, the successor's reports go without a way."""
    renamed(world, *seats)
    assert way_through(named("Жаңа")) == []


def test_a_vacant_seat_does_not_go_on(world: House) -> None:
    """Nobody holds the deputy's seat, so it does not go on and nobody signs: no way."""
    Appointment.objects.filter(office=world.offices["deputy"]).delete()
    renamed(world, "lawyer", "deputy")
    assert way_through(named("Жаңа")) == []


def test_a_way_of_its_own_stays(world: House) -> None:
    """A body that takes over the ministry keeps its own way, though the ministry's seats go on."""
    heir = Structure.objects.create(kind="ministry", name_kk="Басқа")
    own = Office.objects.create(structure=heir, kind="own", name_kk="Орынбасар")
    lay_way(SYSTEM, heir, at=AT, offices=[own.pk])
    offices = ((world.offices["deputy"].pk, 0),)
    made = plan("merge", AT.date(), world.ministry, successors=(heir.pk,), offices=offices)
    reorganise(SYSTEM, None, at=AT, plan=made)
    assert way_through(heir) == [("own", heir.pk, True)]


def test_what_is_taken_back_takes_the_way_back(world: House) -> None:
    """An undone reorganisation leaves the ministry its way, and of the new one nothing."""
    before = way_through(world.ministry)
    undo_reorganisation(SYSTEM, renamed(world, "lawyer", "deputy"), at=AT)
    assert way_through(world.ministry) == before
    assert VisaStep.objects.count() == 3
