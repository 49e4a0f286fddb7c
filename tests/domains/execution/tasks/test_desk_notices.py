"""Who is told of resolutions and visas, and in which counts what resolutions gave stands."""

from dataclasses import dataclass
from datetime import date

import pytest

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.actions import (
    ResolutionLine,
    give_visa,
    lay_way,
    release_obligation,
    save_draft,
    send_round,
    submit_report,
    write_resolution,
)
from birlik.base.obligations.models import Obligation
from birlik.base.registry.models import Account, Appointment, Structure
from birlik.base.values.clock import FixedClock
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.scoring import Scope
from birlik.domains.execution.engine.wanted import ANY, REVIEW, Wanted
from birlik.domains.execution.queries.digest import Reckoner, readers
from birlik.domains.execution.queries.obligations import obligation_list
from birlik.domains.execution.queries.plans import plan_cards
from birlik.domains.execution.queries.recipients import Directory
from birlik.domains.execution.queries.reports import acts_to_report_on
from birlik.domains.execution.queries.scorecard import scorecards, structure_card
from birlik.domains.execution.queries.today import today_sheet
from birlik.domains.execution.tasks import desk, notices
from birlik.domains.execution.tasks.reminders import escalate
from tests.base.obligations.reporting_world import AT, SYSTEM, later
from tests.domains.execution.offices import OFFICES, Staffed, acting, delivered, settle, staffed

pytestmark = pytest.mark.django_db
HEADS = (
    OFFICES
    + """  body_head:
    - {kk: бас, ru: рук, en: bh, from: 2000-01-01, ground: x, powers: {plans.read: structure,
       obligations.direct: structure}}
"""
)


@dataclass(frozen=True, slots=True)
class House:
    """The ministry with a department, and those who act, by their names."""

    staff: Staffed
    part: Structure
    people: dict[str, Account]
    child: Obligation


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker's clock stands at 2 May 2024."""
    for module in (notices, desk):
        monkeypatch.setattr(module, "SystemClock", lambda: FixedClock(AT))


@pytest.fixture
def world() -> House:
    """The ministry's minister gave the minutes to its department, by 6 May 2024."""
    staff = staffed()
    load_charter(SYSTEM, None, at=AT, content=HEADS.encode())
    ministry = staff.ministry
    part = Structure.objects.create(kind="department", name_kk="Бөлім", parent=ministry)
    people = {
        "lead": settle("executor", ministry, name="lead"),
        "minister": settle("body_head", ministry, name="minister"),
        "part": settle("executor", part, name="part"),
        "coordinator": settle("coordinator", staff.committee, name="coordinator"),
    }
    text = LocalText("Дайындау", "Подготовить")
    made = write_resolution(
        acting(people["minister"]),
        staff.plan.lead,
        at=AT,
        lines=[ResolutionLine(part.pk, text, date(2024, 5, 6))],
    )
    return House(staff, part, people, Obligation.objects.get(act=made.act))


def test_a_resolution_is_told_to_those_who_are_to_do_it(world: House) -> None:
    """The department's executor hears of it once; coordinators hear of no resolution."""
    assert world.child.debtor == world.part
    assert delivered() == [("part", "resolution.written")]
    assert delivered() == [("part", "resolution.written")]


def test_a_report_under_it_is_told_to_the_body_that_gave_it(world: House) -> None:
    """The ministry's executor and the minister hear that it waits; no coordinator."""
    submit_report(acting(world.people["part"]), world.child, at=AT, text_kk="Дайын")
    told = [name for name, key in delivered() if key == "report.submitted"]
    assert told == ["lead", "minister"]


def test_who_is_left_with_it_hears_that_the_parent_ended(world: House) -> None:
    """After a release the department and the minister are told what is still open."""
    plan = world.staff.plan
    coordinator = acting(world.people["coordinator"])
    release_obligation(coordinator, plan.lead, at=AT, ground=plan.ground, reason="x")
    told = [name for name, key in delivered() if key == "parent.ended"]
    assert told == ["minister", "part"]


def test_what_is_long_overdue_stays_in_the_house(world: House) -> None:
    """Its escalation goes to the body that gave it, at every step."""
    directory = Directory.of(AT.date())
    numbers = {world.people[name].pk for name in ("lead", "minister")}
    assert directory.superiors(world.child, 1) == directory.superiors(world.child, 3) == numbers
    assert directory.deciders(world.child) == {world.people["minister"].pk}
    assert escalate(at=later(20)) == len(numbers)


def test_visas_are_told_to_the_offices(world: House) -> None:
    """Each office hears when its word is awaited, the author when the draft comes back, and who
    had it when it is changed."""
    plan, people = world.staff.plan, world.people
    offices = [office_of(people[name]) for name in ("part", "minister")]
    lay_way(SYSTEM, world.staff.akimat, at=AT, offices=[])
    lay_way(SYSTEM, world.staff.ministry, at=AT, offices=offices)
    executor, child = acting(people["lead"]), plan.agreed
    Obligation.objects.filter(pk=child.pk).update(debtor=world.staff.ministry)
    child.refresh_from_db()
    save_draft(executor, child, at=AT, text_kk="Мәтін", text_ru="")
    visa, *_rest = send_round(executor, child, at=AT)
    assert ("part", "visa.awaited") in delivered()
    give_visa(acting(people["part"]), visa, at=AT, approves=True)
    assert ("minister", "visa.awaited") in delivered()
    save_draft(executor, child, at=AT, text_kk="Басқа", text_ru="")
    withdrawn = [name for name, key in delivered() if key == "round.withdrawn"]
    assert withdrawn == ["minister", "part"]
    visa, *_rest = send_round(executor, child, at=AT)
    give_visa(acting(people["part"]), visa, at=AT, approves=False, remark="Жоқ")
    assert ("lead", "draft.sent_back") in delivered()


def office_of(account: Account) -> int:
    """The number of the only office of an account."""
    return Appointment.objects.get(person=account.person).office_id


def test_it_counts_for_who_is_to_do_it_and_not_for_the_assembly(world: House) -> None:
    """Overdue on 10 May: the department and the minister have it in Today and in their lists, a
    coordinator has it nowhere; the digest says the same."""
    on = date(2024, 5, 10)
    late = {}
    for name in ("part", "minister", "coordinator"):
        actor = acting(world.people[name])
        sheet = today_sheet(by=actor, on=on, since=None)
        listed = obligation_list(Wanted(state=ANY), by=actor, on=on)
        late[name] = (sheet.counts["overdue"], listed.counts["overdue"])
    assert late == {"part": (1, 1), "minister": (1, 1), "coordinator": (0, 0)}
    reckoner = Reckoner.of(on, (7, 30))
    said = {one.account: reckoner.figures(one) for one in readers(on=on)}
    people = world.people
    assert said[people["part"].pk].own.overdue == 1
    assert said[people["coordinator"].pk].watched.overdue == 0
    assert said[people["minister"].pk].watched.overdue == 1


def test_a_report_under_it_waits_for_its_body_alone(world: House) -> None:
    """The ministry's executor and minister find it among what waits for review; a coordinator does
    not."""
    submit_report(acting(world.people["part"]), world.child, at=AT, text_kk="Дайын")
    waits = {
        name: obligation_list(
            Wanted(state=REVIEW), by=acting(world.people[name]), on=AT.date()
        ).total
        for name in ("lead", "minister", "coordinator", "part")
    }
    assert waits == {"lead": 1, "minister": 1, "coordinator": 0, "part": 0}


def test_it_stands_apart_in_rates_plans_and_reports(world: House) -> None:
    """On 10 May nothing else has fallen due: no scorecard of the Assembly counts it, the
    ministry's shows it apart; plans and reports name no resolution."""
    on, scope = date(2024, 5, 10), Scope()
    coordinator = acting(world.people["coordinator"])
    assert scorecards(scope, by=coordinator, on=on).rows == ()
    card = structure_card(world.staff.ministry, scope, on=on)
    assert card.total.bound.fallen_due == 0
    (row,) = card.inside
    assert (row.structure, row.score.bound.overdue) == (world.part, 1)
    own = world.child.act
    assert own not in [one.act for one in plan_cards(by=coordinator, on=on)]
    assert own not in acts_to_report_on()
