"""Those who keep a body are told once of terms that end and of seats that became vacant."""

from datetime import date

import pytest

from birlik.base.registry.actions.offices import SeatingRow, fill_seat, found_seats
from birlik.base.registry.models import Notice, Office, Structure
from birlik.base.registry.tasks.terms import remind_of_terms
from tests.base.registry.world import AT, SYSTEM, World, body, world

pytestmark = pytest.mark.django_db
SINCE = date(2026, 1, 1)


@pytest.fixture
def here() -> World:
    """The small register."""
    return world()


def house(here: World) -> Structure:
    """A house of friendship of Abai with its offices."""
    made = body("friendship_house", "Достық үйі", "Дом дружбы", here.abai.territory)
    found_seats(SYSTEM, made, at=AT)
    return made


def head_until(made: Structure, here: World, until: date) -> None:
    """A head whose term ends."""
    office = Office.objects.get(structure=made, kind="head_of_structure")
    row = SeatingRow(SINCE, person=here.abai.person, valid_until=until, ground="№ 5")
    fill_seat(SYSTEM, office, at=AT, row=row)


def test_secretary_and_keeper_are_told_once(here: World) -> None:
    """The secretary of the region and the keeper are told that a term ends in 30 days; the other
    region's secretary and a researcher are not; the next run tells nothing."""
    own = here.account("secretary", here.abai.assembly)
    keeper = here.account("keeper")
    here.account("secretary", here.akmola.assembly)
    here.account("researcher")
    head_until(house(here), here, date(2026, 12, 20))
    assert remind_of_terms(at=AT) == 2
    told = Notice.objects.filter(key__startswith="term/")
    assert {one.account_id for one in told} == {own.pk, keeper.pk}
    assert told[0].name_ru == "19.12.2026 заканчивается срок: руководитель структуры, Дом дружбы"
    assert told[0].address == "/registry/terms/"
    assert remind_of_terms(at=AT) == 0


def test_the_next_level_is_told_again(here: World) -> None:
    """Fourteen days before the end it is told a second time, and after it the vacancy is."""
    own = here.account("secretary", here.abai.assembly)
    head_until(house(here), here, date(2026, 12, 20))
    remind_of_terms(at=AT)
    assert remind_of_terms(at=AT.replace(month=12, day=10)) == 1
    assert remind_of_terms(at=AT.replace(month=12, day=21)) == 1
    told = Notice.objects.filter(account=own).order_by("pk")
    assert [one.key.rpartition("/")[0] for one in told] == ["term/60", "term/14", "vacant"]
    assert told[2].name_en == "Vacant since 20.12.2026: head of a structure, Дом дружбы"


def test_many_ends_of_a_day_are_told_together(here: World) -> None:
    """Two terms that end on one day make one notice; long vacant seats are not told at all."""
    here.account("secretary", here.abai.assembly)
    head_until(house(here), here, date(2026, 12, 20))
    head_until(house(here), here, date(2026, 12, 20))
    house(here)
    assert remind_of_terms(at=AT) == 1
    assert Notice.objects.get().name_en == "On 19.12.2026 the terms of office of 2 people end"


def test_nobody_to_tell(here: World) -> None:
    """Without anybody who keeps bodies nothing is told."""
    head_until(house(here), here, date(2026, 12, 20))
    assert remind_of_terms(at=AT) == 0
