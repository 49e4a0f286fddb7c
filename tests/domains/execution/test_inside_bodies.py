"""What a head's resolution gave belongs inside the body: on 2 May 2024."""

from datetime import date

import pytest

from birlik.base.charter.actions import load_charter
from birlik.base.charter.queries import internal_act_kinds
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries.opening import (
    owed_under,
    unrecorded_of,
    years_of_records,
)
from birlik.base.records.models import Act, ActReading
from birlik.base.records.queries.readings import readings
from birlik.base.registry.models import Office
from birlik.base.values.actor import Grant
from birlik.base.values.period import Period
from birlik.domains.drafting.queries.deriving import plans_to_derive
from birlik.domains.execution.queries.corrections import grounds
from birlik.domains.execution.queries.handing_over import handed_over
from birlik.domains.execution.queries.letters import acts_written_of, overdue_points
from birlik.domains.execution.queries.obligation import acts_with_points
from birlik.domains.execution.queries.rounds.owing import owed_by_body, owing_bodies
from birlik.domains.execution.queries.search import answers
from birlik.domains.execution.queries.search import contents as contents_module
from birlik.wiring import foundations
from tests.base.obligations.desk_world import House, directed, house
from tests.base.obligations.reporting_world import AT, SYSTEM, person
from tests.domains.execution.offices import OFFICES, settle

pytestmark = pytest.mark.django_db
ON = AT.date()
YEAR = Period.parse("2024")


@pytest.fixture
def world() -> House:
    """A ministry with two departments."""
    return house()


@pytest.fixture
def given(world: House) -> Obligation:
    """What the head gave the first department by 3 June 2024."""
    return directed(world, world.first)[1][0]


def test_a_round_never_asks_for_what_heads_gave(world: House, given: Obligation) -> None:
    """Of the plan a round asks the ministry and the akimat, of a resolution nobody."""
    assert owed_by_body(given.act, YEAR, on=ON) == {}
    assert owing_bodies(given.act, YEAR, on=ON) == ()
    asked = owed_by_body(world.plan.act, YEAR, on=ON)
    assert set(asked) == {world.ministry.pk, world.plan.agreed.debtor_id}


def test_an_opening_balance_leaves_out_what_heads_gave(given: Obligation) -> None:
    """Nothing of a resolution is without record, and no row of a workbook means it."""
    Obligation.objects.update(recorded=False)
    assert (unrecorded_of(given.act), years_of_records(given.act)) == ([], ())
    assert owed_under(given.act) == []


def test_a_reminder_names_no_point_of_a_resolution(world: House, given: Obligation) -> None:
    """The department's term has passed, yet no letter of the coordinator's says so, and none is
    written of the resolution."""
    after = date(2024, 6, 20)
    assert overdue_points([world.first], act=None, on=after) == {}
    assert list(acts_written_of()) == [world.plan.act]
    Obligation.objects.filter(pk=world.plan.counted.pk).update(due_on=date(2024, 6, 10))
    assert set(overdue_points([world.ministry], act=None, on=after)) == {world.ministry.pk}


def test_a_resolution_is_no_ground_and_no_plan(world: House, given: Obligation) -> None:
    """No act is amended and nobody released on its ground, and no region derives a plan of it."""
    assert given.act in Act.objects.all()
    for offered in (grounds(), acts_with_points(), plans_to_derive(on=ON)):
        assert list(offered) == [world.plan.act]


def test_what_heads_gave_is_handed_over_with_the_office(world: House, given: Obligation) -> None:
    """The next executor of the department finds it in the list."""
    load_charter(SYSTEM, None, at=AT, content=OFFICES.encode())
    office = Office.objects.get(appointments__person=settle("executor", world.first).person)
    assert [(one.part, one.address) for one in handed_over(office, on=ON)] == [
        ("obligations", f"/obligations/{given.pk}/")
    ]


def test_the_search_keeps_what_heads_gave_inside(world: House, given: Obligation) -> None:
    """The words and the number of a resolution find nothing for who watches over all; what the
    plan itself gave is found. Its own department finds it by name, with the words of the point."""
    contents_module._kept.clear()
    watcher = person(8, Grant("plans.read"), Grant("acts.read"))
    for query in ("Ұсыныс беру", "Департамент"):
        assert answers(query, by=watcher, at=AT).none
    assert given.act.pk not in {one.act for one in answers("7", by=watcher, at=AT).acts.hits}
    [ours] = answers("Департамент", by=world.first_executor, at=AT).obligations.hits
    assert (ours.obligation.pk, ours.title.kk) == (given.pk, "Ұсыныс беру")
    assert answers("Департамент", by=world.second_executor, at=AT).none
    contents_module._kept.clear()


def test_the_charter_calls_resolutions_internal() -> None:
    """In the edition that is installed the kind of a head's resolution, and no other, is
    internal."""
    load_charter(SYSTEM, None, at=AT, content=foundations.charter_content())
    assert list(internal_act_kinds()) == ["endorsement"]


def test_the_list_of_imports_leaves_resolutions_out(given: Obligation) -> None:
    """A resolution is read like any act, yet its reading stands in no list of imports."""
    load_charter(SYSTEM, None, at=AT, content=foundations.charter_content())
    assert ActReading.objects.filter(act=given.act).exists()
    assert not readings().filter(act=given.act).exists()
