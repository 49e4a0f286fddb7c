"""A reorganisation as one action: bodies, seats and what is owed, on one day and ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError

from birlik.base.journal.action import action, note
from birlik.base.obligations.actions.carry_ways import carry_ways, drop_carried_ways
from birlik.base.obligations.actions.pass_on import pass_on
from birlik.base.obligations.models import FormerDebtor, Obligation, Passage
from birlik.base.obligations.queries.passing import (
    hangs_on,
    line_of,
    measures_known,
    open_of,
    passed_counts,
)
from birlik.base.registry import refusals
from birlik.base.registry.actions.reorganise import (
    ReorganisationPlan,
    record_reorganisation,
    unrecord_reorganisation,
)
from birlik.base.registry.models import Reorganisation, Structure
from birlik.base.registry.queries.succession import people_going_on
from birlik.base.registry.rules import may_keep_registry
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

BATCH = 500


@action(
    "bodies.reorganised",
    may=may_keep_registry,
    label=LocalText("Орган қайта ұйымдастырылды", "Орган реорганизован", "Body reorganised"),
    digested=("plan",),
)
def reorganise(
    by: Actor, _subject: None, /, *, at: datetime, plan: ReorganisationPlan
) -> Reorganisation:
    """Carry out a plan whole: bodies founded and ended, successors named, seats going on with the
    way of reports through them, and what was chosen passed on; where the day lies ahead, the worker
    passes it on when it comes.

    Raises `RefusedError` for a plan that cannot be, and then nothing of it is done.
    """
    recorded = record_reorganisation(by, None, at=at, plan=plan)
    made = recorded.reorganisation
    for old in plan.predecessors:
        choose(made, old, plan, recorded.successors)
    carry_ways(by, plan.predecessors, recorded.successors, at=at)
    if plan.on <= day_of(at):
        pass_on(by, made, at=at)
        made.refresh_from_db()
    return made


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a reorganisation would do: how many obligations pass to which chosen successor, in the
    order of the successors, and how many are joined; how many that are open stay in the old rows
    and pass by themselves (to the main successor, or to nobody); how many people go on."""

    moved: tuple[tuple[LocalText, int], ...]
    joined: int
    by_itself: int
    people: int


def foresee_reorganisation(by: Actor, plan: ReorganisationPlan, *, at: datetime) -> Foreseen:
    """What a plan would do, reckoned by doing it and taking everything back: nothing is written.

    Raises `RefusedError` for a plan that cannot be.
    """
    with transaction.atomic():
        made = reorganise(by, None, at=at, plan=plan)
        pass_on(by, made, at=at)
        counts = passed_counts(made)
        joined = made.passed_obligations.filter(obligation__outcome=Obligation.Outcome.VOID)
        lines = {row for old in plan.predecessors for row in line_of(old, on=plan.on)}
        pairs = made.successions.select_related("successor")
        heirs = {one.successor.pk: one.successor.name for one in pairs if one.successor}
        found = Foreseen(
            moved=tuple((name, counts[heir]) for heir, name in heirs.items() if heir in counts),
            joined=joined.count(),
            by_itself=open_of(lines).count(),
            people=people_going_on(made),
        )
        transaction.set_rollback(True)
    return found


def choose(
    made: Reorganisation,
    old: int,
    plan: ReorganisationPlan,
    heirs: tuple[Structure, ...],
) -> None:
    """Record which measures of a body pass to which successor. What passes to the main successor of
    a body that ends does so by itself."""
    known = measures_known(line_of(old, on=made.on), (duty for duty, _place in plan.measures))
    by_itself = plan.kind not in {Reorganisation.Kind.SEPARATE, Reorganisation.Kind.ENTRUST}
    if any(duty not in known or not 0 <= place < len(heirs) for duty, place in plan.measures):
        raise RefusedError(refusals.NOT_OF_THESE)
    Passage.objects.bulk_create(
        (
            Passage(reorganisation=made, duty_id=duty, predecessor_id=old, successor=heirs[place])
            for duty, place in plan.measures
            if place > 0 or not by_itself
        ),
        batch_size=BATCH,
    )
    note(measures=len(plan.measures))


@action(
    "reorganisation.undone",
    may=may_keep_registry,
    label=LocalText(
        "Қайта ұйымдастыру қайтарылды", "Реорганизация отменена", "Reorganisation taken back"
    ),
)
def undo_reorganisation(by: Actor, made: Reorganisation, /, *, at: datetime) -> int:
    """Take a wrong reorganisation back whole; return how many obligations went back with it.

    Raises `RefusedError` when anything new hangs on it: a later reorganisation, a report or draft,
    people appointed, acts that name the new body.
    """
    if hangs_on(made):
        raise RefusedError(refusals.HANGS)
    passed = list(made.passed_obligations.select_related("obligation"))
    try:
        with transaction.atomic():
            put_back(passed)
            made.passed_obligations.all().delete()
            made.passages.all().delete()
            drop_carried_ways(made)
            unrecord_reorganisation(by, made, at=at)
    except ProtectedError as error:
        raise RefusedError(refusals.HANGS) from error
    note(returned=len(passed))
    return len(passed)


def put_back(passed: Sequence[FormerDebtor]) -> None:
    """Have obligations owed as before they were passed on or joined."""
    rows = []
    for one in passed:
        row = one.obligation
        row.debtor_id = one.structure_id
        if row.void_reason == Obligation.Reason.JOINED:
            row.outcome, row.void_reason = Obligation.Outcome.NONE, Obligation.Reason.NONE
        rows.append(row)
    Obligation.objects.bulk_update(rows, ["debtor", "outcome", "void_reason"], batch_size=BATCH)
