"""Reminders before the due date and escalations after it: by norm, each once."""

from datetime import UTC, date, datetime

import pytest

from birlik.base.journal.models import Entry
from birlik.base.obligations.actions import ask_extension, end_act, grant_extension, submit_report
from birlik.base.obligations.models import Obligation
from birlik.base.registry.models import Account, Notice, Structure
from birlik.domains.execution.engine.telling import level_ahead, level_passed
from birlik.domains.execution.tasks.reminders import escalate, remind
from tests.base.obligations.reporting_world import AT, SYSTEM, again
from tests.domains.execution.offices import Staffed, acting, settle, staffed, told

pytestmark = pytest.mark.django_db


def morning(month: int, day: int, year: int = 2024) -> datetime:
    """Seven in the morning of a day in Kazakhstan (UTC+5)."""
    return datetime(year, month, day, 2, tzinfo=UTC)


@pytest.fixture
def world() -> Staffed:
    """Executors, a coordinator, and nobody above the bodies that owe."""
    world = staffed()
    settle("executor", world.ministry, name="lead")
    settle("executor", world.akimat, name="contributor")
    settle("coordinator", world.committee)
    return world


def owe(world: Staffed, due_on: date, **more: object) -> Obligation:
    """The ministry's publications moved to another due date, the only thing still owed."""
    Obligation.objects.exclude(pk=world.plan.counted.pk).update(outcome="released")
    Obligation.objects.filter(pk=world.plan.counted.pk).update(due_on=due_on, **more)
    return again(world.plan.counted)


@pytest.mark.parametrize(
    ("days", "ahead", "passed"),
    [(11, None, 10), (10, 10, 10), (9, 10, None), (4, 10, None), (3, 3, None), (0, 3, None)],
)
def test_levels(days: int, ahead: int | None, passed: int | None) -> None:
    """Of the levels 10 and 3 the nearest that still covers the days left counts, of 10 and 30 the
    last that the days overdue have reached."""
    assert level_ahead(days, (10, 3)) == ahead
    assert level_passed(days, (10, 30)) == passed


def test_reminded_ten_and_three_days_before(world: Staffed) -> None:
    """What falls due on 30 June is told on 20 June and on 27 June, and on no other day between."""
    owe(world, date(2024, 6, 30))
    days = [day for day in range(10, 31) if remind(at=morning(6, day))]
    assert days == [20, 27]
    assert told() == [("lead", "reminder"), ("lead", "reminder")]
    first, second = Notice.objects.order_by("at")
    about = "№ 7, 2-тармақ, МИН, мерзімі 30.06.2024"
    assert first.name.ru == "Напоминание, до срока 10 дн.: № 7, пункт 2, МН, срок 30.06.2024"
    assert first.name.en == "Reminder, due in 10 days: No. 7, point 2, МН, due 30.06.2024"
    assert second.name.kk == f"Еске салу, мерзімге 3 күн қалды: {about}"


def test_after_a_week_without_worker_one_reminder_is_given(world: Staffed) -> None:
    """When nobody was reminded before, two days before the due date one reminder is given, not two;
    repeating gives none and leaves no entry."""
    owe(world, date(2024, 6, 30))
    assert remind(at=morning(6, 28)) == 1
    entries = Entry.objects.count()
    assert [remind(at=morning(6, day)) for day in (28, 29, 30)] == [0, 0, 0]
    assert Entry.objects.count() == entries


def test_on_the_day_itself_it_says_so(world: Staffed) -> None:
    """On the due date the reminder says that it is today."""
    owe(world, date(2024, 6, 30))
    remind(at=morning(6, 30))
    assert Notice.objects.get().name.en.startswith("Reminder, due today: ")


@pytest.mark.parametrize(
    "more",
    [
        {"stage": "submitted"},
        {"outcome": "accepted"},
        {"outcome": "void", "void_reason": "after_repeal"},
        {"recorded": False},
    ],
)
def test_nobody_is_reminded_of_what_needs_no_report(
    world: Staffed, more: dict[str, object]
) -> None:
    """What waits for review, is settled, void or not recorded here is neither reminded of nor
    escalated."""
    owe(world, date(2024, 6, 30), **more)
    assert remind(at=morning(6, 28)) == 0
    assert escalate(at=morning(7, 15)) == 0


def test_what_was_returned_is_reminded_of(world: Staffed) -> None:
    """A returned report is still owed."""
    owe(world, date(2024, 6, 30), stage="returned")
    assert remind(at=morning(6, 28)) == 1
    assert escalate(at=morning(7, 10)) == 1


def test_after_a_repeal_nobody_is_reminded(world: Staffed) -> None:
    """A debt that was open when its act was repealed keeps its state, and nothing is said of it;
    on the day before the repeal it still was."""
    owe(world, date(2024, 6, 30))
    end_act(SYSTEM, world.plan.act, at=AT, repealed_on=date(2024, 7, 10))
    assert again(world.plan.counted).outcome == ""
    assert escalate(at=morning(7, 10)) == 0
    assert remind(at=morning(6, 28)) == 1


def test_an_extension_is_reminded_of_anew(world: Staffed) -> None:
    """After an extension the new due date has its own reminders."""
    one = owe(world, date(2024, 6, 30), quantity=None)
    assert remind(at=morning(6, 28)) == 1
    lead = acting(world_account("lead"))
    ask_extension(lead, one, at=morning(6, 28), wanted_on=date(2024, 7, 31), reason="x")
    grant_extension(acting(world_account("coordinator")), again(one), at=morning(6, 28))
    assert remind(at=morning(6, 29)) == 0
    assert escalate(at=morning(7, 12)) == 0
    assert remind(at=morning(7, 29)) == 1


def world_account(name: str) -> Account:
    """The account of that name."""
    return Account.objects.get(email=f"{name}@birlik.example")


def test_coordinators_hear_of_what_nobody_stands_above(world: Staffed) -> None:
    """A body without a superior: coordinators are told after ten days and after thirty, not on
    the ninth day, and never again."""
    owe(world, date(2024, 6, 30))
    days = [
        (month, day)
        for month, last in ((7, 31), (8, 31), (9, 30))
        for day in range(1, last + 1)
        if escalate(at=morning(month, day))
    ]
    assert days == [(7, 10), (7, 30)]
    assert told() == [("coordinator", "overdue"), ("coordinator", "overdue")]
    last = Notice.objects.order_by("at").last()
    assert last.name.ru == "Просрочено на 30 дн.: № 7, пункт 2, МН, срок 30.06.2024"


def test_each_level_goes_one_office_higher(world: Staffed) -> None:
    """Ten days: the head in the body above. Thirty: the one above that; a body between them in
    which no head sits is passed over. An executor above is not a superior."""
    above, empty, top = (
        Structure.objects.create(kind="ministry", name_kk=name)
        for name in ("Жоғары", "Бос", "Үкімет")
    )
    for lower, upper in ((world.ministry, above), (above, empty), (empty, top)):
        Structure.objects.filter(pk=lower.pk).update(parent=upper)
    settle("head", above, name="near")
    settle("executor", empty, name="clerk")
    settle("head", top, name="far")
    owe(world, date(2024, 6, 30))
    assert escalate(at=morning(7, 12)) == 1
    assert told() == [("near", "overdue")]
    assert escalate(at=morning(8, 2)) == 1
    assert told() == [("far", "overdue"), ("near", "overdue")]


def test_where_offices_above_run_out_coordinators_are_told(world: Staffed) -> None:
    """With one office above only, the second level goes to those who judge the report."""
    above = Structure.objects.create(kind="ministry", name_kk="Жоғары")
    Structure.objects.filter(pk=world.ministry.pk).update(parent=above)
    settle("head", above, name="near")
    owe(world, date(2024, 6, 30))
    assert escalate(at=morning(8, 2)) == 1
    assert told() == [("coordinator", "overdue")]


def test_bodies_above_each_other_in_a_ring_are_passed_once(world: Staffed) -> None:
    """A registry that says of two bodies that each stands above the other stops nothing."""
    other = Structure.objects.create(kind="ministry", name_kk="Қос", parent=world.ministry)
    Structure.objects.filter(pk=world.ministry.pk).update(parent=other)
    owe(world, date(2024, 6, 30))
    assert escalate(at=morning(7, 12)) == 1
    assert told() == [("coordinator", "overdue")]


def test_a_contribution_is_told_to_the_lead(world: Staffed) -> None:
    """An overdue contribution whose debtor has nobody above goes to the lead, who waits for it."""
    Obligation.objects.exclude(pk=world.plan.contribution.pk).update(recorded=False)
    assert escalate(at=morning(12, 31)) == 1
    assert told() == [("lead", "overdue")]


def test_by_agreement_nobody_is_told_on(world: Staffed) -> None:
    """What is owed by agreement is reminded of, but is never a default that a superior hears of."""
    Obligation.objects.exclude(pk=world.plan.agreed.pk).update(outcome="released")
    assert remind(at=morning(5, 29)) == 1
    assert escalate(at=morning(6, 12)) == 0


def test_after_a_week_without_worker_the_level_is_not_lost(world: Staffed) -> None:
    """The tenth day passed while the worker was down: on the seventeenth it is told, once."""
    owe(world, date(2024, 6, 30))
    assert [escalate(at=morning(7, day)) for day in (17, 18)] == [1, 0]


def test_what_is_very_old_is_left_to_lists(world: Staffed) -> None:
    """Sixty days overdue is still told; what is overdue longer, as on the first day of an
    installation, floods nobody."""
    owe(world, date(2024, 6, 30))
    assert escalate(at=morning(8, 30)) == 0
    assert escalate(at=morning(8, 29)) == 1


def test_a_report_ends_the_escalation(world: Staffed) -> None:
    """Once a report waits for review no further level is told."""
    one = owe(world, date(2024, 6, 30), quantity=None)
    Obligation.objects.filter(pk=one.pk).update(duty=world.plan.agreed.duty)
    escalate(at=morning(7, 12))
    submit_report(acting(world_account("lead")), again(one), at=morning(7, 13), text_kk="Бітті")
    assert escalate(at=morning(8, 2)) == 0


def many(world: Staffed, count: int) -> None:
    """So many obligations of the ministry, due on 30 June, and nothing else."""
    Obligation.objects.update(outcome="released")
    Obligation.objects.bulk_create(
        Obligation(
            act=world.plan.act, duty=world.plan.counted.duty, debtor=world.ministry, role="lead",
            period=f"2024-W{number}", period_first=date(2024, 1, 1), period_last=date(2024, 6, 30),
            nominal_on=date(2024, 6, 30), due_on=date(2024, 6, 30),
        )
        for number in range(count)
    )  # fmt: skip


def test_many_at_once_are_told_in_one_notice(world: Staffed) -> None:
    """Eleven obligations of one act with one due date are one notice that leads to their list; on
    the days after, when some are done, nothing more is said of the others."""
    many(world, 11)
    assert remind(at=morning(6, 28)) == 1
    told_once = Notice.objects.get()
    assert told_once.name.kk == (
        "Еске салу, мерзімге 2 күн қалды: № 7, мерзімі 30.06.2024, тапсырмалар саны: 11"
    )
    assert told_once.name.ru.endswith(": № 7, срок 30.06.2024, поручений: 11")
    assert told_once.address == f"/obligations/?state=todo&act={world.plan.act.pk}"
    first = Obligation.objects.filter(outcome="").first()
    Obligation.objects.filter(pk=first.pk).update(outcome="accepted")
    assert remind(at=morning(6, 29)) == 0


def test_ten_are_told_one_by_one(world: Staffed) -> None:
    """Up to ten each have their notice; more that come later do not make them one."""
    many(world, 10)
    assert escalate(at=morning(7, 10)) == 10
    last = Obligation.objects.filter(outcome="").last()
    last.pk, last.period = None, "2024-W99"
    last.save()
    assert escalate(at=morning(7, 11)) == 1
    assert Notice.objects.filter(address__contains="state=overdue").count() == 0
