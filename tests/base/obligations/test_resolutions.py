"""What a head gives to others: the act it becomes, who owes, who sees, who judges."""

from datetime import date

import pytest

from birlik.base.obligations import rules
from birlik.base.obligations.actions import (
    accept_report,
    ask_extension,
    grant_extension,
    release_children,
    release_obligation,
    submit_report,
    write_resolution,
)
from birlik.base.obligations.models import Assignment, Obligation, Release
from birlik.base.obligations.queries import given_by_heads, seen_by, wrong_obligations
from birlik.base.obligations.queries.desk import children_of, executors_for
from birlik.base.obligations.refusals import GROUND_NEEDED, desk
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.obligations.desk_world import House, children, directed, house, line, seated
from tests.base.obligations.reporting_world import AT, SYSTEM, again, later

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> House:
    """The house of the ministry."""
    return house()


def test_a_resolution_is_an_act_that_makes_the_chosen_bodies_owe(world: House) -> None:
    """Two departments of one name each owe the line that names them, by the day given."""
    made, given = directed(world, world.second, world.first)
    assert (made.act.kind, made.act.number) == ("endorsement", "7/1-р1")
    assert made.act.issuer_kk == "Министрлік"
    assert [one.debtor for one in given] == [world.second, world.first]
    assert [one.due_on for one in given] == [date(2024, 6, 3)] * 2
    assert Structure.objects.filter(name_kk="Департамент").count() == 2
    assert list(wrong_obligations()) == []


def test_resolutions_of_a_point_are_numbered_one_after_another(world: House) -> None:
    """The second on the same point is -р2, also where the first gave rise to one below it."""
    first, (child, *_) = directed(world, world.first)
    below = write_resolution(
        world.first_head, child, at=AT, lines=[line(world.first, date(2024, 5, 31))]
    )
    second, _given = directed(world, world.second)
    assert [first.act.number, below.act.number, second.act.number] == [
        "7/1-р1", "7/1-р1/1-р1", "7/1-р2",
    ]  # fmt: skip


def test_a_term_in_words_falls_due_as_it_says(world: House) -> None:
    """What is to be reported monthly from May to the end of the year falls due eight times."""
    monthly = line(world.first, None, term="ай сайын")
    made = write_resolution(world.head, world.plan.lead, at=AT, lines=[monthly])
    owed = [one for one in children(made) if one.outcome == ""]
    assert [one.due_on.month for one in owed] == list(range(5, 13))


def test_what_falls_due_next_year_can_be_reported_on_at_once(world: House) -> None:
    """A term in a later year that is meant begins with the day of the resolution."""
    late = line(world.first, date(2025, 1, 15))
    made = write_resolution(world.head, world.plan.lead, at=AT, lines=[late], beyond=True)
    (child,) = children(made)
    assert rules.may_report(world.first_executor, child, AT)


def test_a_line_can_name_an_office(world: House) -> None:
    """The duty is tied to the office of the executor that the line names."""
    office, _actor = seated(world.first, "analyst", 40)
    made = write_resolution(
        world.head, world.plan.lead, at=AT, lines=[line(world.first, office=office.pk)]
    )
    assert Assignment.objects.get().duty.provision.act == made.act
    (child,) = children_of(world.plan.lead, on=AT.date())
    assert child.office == office


REFUSED = [
    ((), desk.NO_LINES),
    (({"executor": "akimat"},), desk.FOREIGN_EXECUTOR),
    (({"text": LocalText(" ", "")},), desk.EMPTY_LINE),
    (({"due_on": None},), desk.TERM_NEEDED),
    (({"due_on": None, "term": "әлдеқашан"},), desk.TERM_UNREAD),
    (({"due_on": date(2024, 5, 1)},), desk.TERM_UNREAD),
    (({"due_on": date(2025, 1, 1)},), desk.LATER_THAN_PARENT),
    (({"office": 999999},), desk.OFFICE_ELSEWHERE),
]


@pytest.mark.parametrize(("given", "why"), REFUSED)
def test_what_says_too_little_or_too_much_is_refused(
    world: House, given: tuple[dict[str, object], ...], why: LocalText
) -> None:
    """Each lack has its own reason, and nothing is left behind."""
    lines = []
    for fields in given:
        body = world.plan.contribution.debtor if "executor" in fields else world.first
        lines.append(line(body, **{name: v for name, v in fields.items() if name != "executor"}))
    before = Obligation.objects.count()
    with pytest.raises(RefusedError) as refused:
        write_resolution(world.head, world.plan.lead, at=AT, lines=lines)
    assert refused.value.reason is why
    assert Obligation.objects.count() == before


STATES = [
    ({"outcome": "void"}, "void"),
    ({"outcome": "released"}, "released"),
    ({"outcome": "accepted"}, "accepted"),
    ({"recorded": False}, "before"),
    ({"stage": "submitted"}, "under review"),
]


@pytest.mark.parametrize(("state", "word"), STATES)
def test_only_what_is_owed_is_given_on(world: House, state: dict[str, object], word: str) -> None:
    """What is settled, unrecorded or under review gets no resolution."""
    for name, value in state.items():
        setattr(world.plan.lead, name, value)
    reason = rules.may_direct(world.head, world.plan.lead, AT).reason
    assert reason is not None
    assert word in reason.en


def test_only_the_head_directs(world: House) -> None:
    """Its executor, a department's head and a coordinator write no resolution for a ministry."""
    for actor in (world.plan.executor, world.first_head, world.plan.coordinator):
        assert rules.may_direct(actor, world.plan.lead, AT).reason is desk.NO_DIRECTING
    assert rules.may_direct(world.head, None, AT)


def test_resolutions_go_four_deep(world: House) -> None:
    """A head of a part directs further what it was given; below the fourth nothing is written, and
    the tree shows each level."""
    parent = world.plan.lead
    for _level in range(4):
        made = write_resolution(SYSTEM, parent, at=AT, lines=[line(parent.debtor)])
        (parent,) = children(made)
    assert rules.may_direct(SYSTEM, parent, AT).reason is desk.TOO_DEEP
    tree = children_of(world.plan.lead, on=AT.date())
    assert [one.depth for one in tree] == [1, 2, 3, 4]
    line_up = [one.pk for one in rules.line_up(parent)]
    assert line_up[-1] == world.plan.lead.pk
    assert len(line_up) == 4


def test_who_sees_what_was_given(world: House) -> None:
    """Whoever reaches the parent, at any depth, sees it; another department and the parent's lead's
    contributor do not; the list in the database says the same."""
    _made, (child, *_) = directed(world, world.first)
    below = write_resolution(
        world.first_head, child, at=AT, lines=[line(world.first, date(2024, 5, 31))]
    )
    (grandchild,) = children(below)
    plan = world.plan
    seeing = {
        world.head: True,
        plan.executor: True,
        plan.coordinator: True,
        world.first_executor: True,
        world.second_executor: False,
        plan.contributor: False,
        plan.stranger: False,
    }
    for actor, sees in seeing.items():
        listed = set(Obligation.objects.filter(seen_by(actor, on=AT.date())))
        for one in (child, grandchild):
            assert bool(rules.may_see_obligation(actor, one, AT)) is sees, actor.label
            assert (one in listed) is sees, actor.label
    assert not rules.may_see_obligation(world.first_executor, plan.lead, AT)


def test_the_body_that_gave_it_judges_the_report(world: House) -> None:
    """The department reports; the ministry's executor or head accepts, and no coordinator."""
    _made, (child, *_) = directed(world, world.first)
    sent = submit_report(world.first_executor, child, at=AT, text_kk="Дайын")
    waiting = again(child)
    verdicts = {
        actor: rules.may_review(actor, waiting, AT).reason
        for actor in (world.plan.executor, world.head, world.plan.coordinator)
    }
    assert list(verdicts.values()) == [None, None, desk.DIRECTOR_REVIEWS]
    accept_report(world.head, child, at=AT, submission=sent.pk)
    assert again(child).outcome == "accepted"


def test_the_head_settles_what_was_given(world: House) -> None:
    """A later date for it is granted by the head, refused to coordinators, and taken off by him."""
    _made, (child, *_) = directed(world, world.first)
    ask_extension(world.first_executor, child, at=AT, wanted_on=date(2024, 6, 10), reason="x")
    verdict = rules.may_decide_extension(world.plan.coordinator, child, AT)
    assert verdict.reason is desk.DIRECTOR_DECIDES
    grant_extension(world.head, child, at=AT)
    assert again(child).due_on == date(2024, 6, 10)
    child.outcome = "accepted"
    assert rules.may_take_off(world.head, child, AT)
    assert not rules.may_take_off(world.plan.coordinator, child, AT)


def test_a_parent_is_not_reported_over_the_heads_without_saying_so(world: House) -> None:
    """While what was given is owed a report needs the reason, which stays with it; afterwards it
    needs none and keeps none."""
    of = world.plan.agreed
    made = write_resolution(SYSTEM, of, at=AT, lines=[line(of.debtor, date(2024, 5, 20))])
    (child,) = children(made)
    with pytest.raises(RefusedError) as refused:
        submit_report(world.plan.contributor, of, at=AT, text_kk="Орындалды")
    assert refused.value.reason is desk.OVER_HEADS
    sent = submit_report(
        world.plan.contributor, of, at=AT, text_kk="Орындалды", over_heads=" Мерзімі жетті "
    )
    assert sent.over_heads == "Мерзімі жетті"
    Obligation.objects.filter(pk=child.pk).update(outcome="accepted")
    Obligation.objects.filter(pk=of.pk).update(stage="returned")
    more = submit_report(
        world.plan.contributor, of, at=later(1), text_kk="Орындалды", over_heads="Себеп"
    )
    assert more.over_heads == ""


def test_children_are_released_with_one_action(world: House) -> None:
    """After the parent was released the head releases from all that is still owed, on the same
    ground."""
    _made, given = directed(world, world.first, world.second)
    plan = world.plan
    release_obligation(plan.coordinator, plan.lead, at=AT, ground=plan.ground, reason="Жойылды")
    assert release_children(world.head, plan.lead, at=AT, reason="Негізі жойылды") == 2
    assert {again(one).outcome for one in given} == {"released"}
    assert set(Release.objects.values_list("ground", flat=True)) == {plan.ground.pk}
    verdict = rules.may_release_children(world.head, plan.lead, AT)
    assert verdict.reason is desk.NO_CHILDREN


def test_children_are_released_by_their_head_with_a_reason(world: House) -> None:
    """Nobody else releases them, and nobody without saying why."""
    directed(world, world.first)
    verdict = rules.may_release_children(world.plan.coordinator, world.plan.lead, AT)
    assert verdict.reason is desk.NO_DIRECTING
    with pytest.raises(RefusedError) as refused:
        release_children(world.head, world.plan.lead, at=AT, reason=" ")
    assert refused.value.reason is GROUND_NEEDED


def test_what_heads_gave_is_told_apart(world: House) -> None:
    """Only what a resolution gave meets the condition by which lists leave it out."""
    _made, given = directed(world, world.first)
    assert list(Obligation.objects.filter(given_by_heads())) == given


def test_whom_a_head_directs(world: House) -> None:
    """The body itself, its parts at any depth and the bodies in its smaller places; none that has
    closed, and no stranger."""
    oblast = Territory.objects.create(code="100000000", kind="oblast")
    district = Territory.objects.create(code="101000000", kind="district", parent=oblast)
    ministry = world.ministry
    ministry.territory = oblast
    ministry.save()
    sector = Structure.objects.create(kind="department", name_kk="Бөлім", parent=world.first)
    akimat = Structure.objects.create(kind="akimat", name_kk="Аудан", territory=district)
    Structure.objects.create(
        kind="department", name_kk="Жабық", parent=ministry, closed_on=date(2024, 1, 1)
    )
    Structure.objects.create(kind="akimat", name_kk="Облыс", territory=oblast)
    found = set(executors_for(ministry, on=AT.date()))
    assert found == {ministry, world.first, world.second, sector, akimat}


def test_who_directs_does_not_report(world: House) -> None:
    """Who directs gains no right to report or to see drafts."""
    assert not rules.may_report(world.head, world.plan.lead, AT)
    assert not rules.may_see_draft(world.head, world.plan.lead, AT)
