"""The rates of many debtors at once: those of `engine.rates`, counted by the database."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from birlik.base.obligations.engine.rates import (
    Bodies,
    Body,
    Discipline,
    Score,
    heir,
    is_answered,
)
from birlik.base.obligations.models import Obligation
from birlik.base.registry.models import Structure

Outcome = Obligation.Outcome
Stage = Obligation.Stage
ACCEPTED = Q(outcome=Outcome.ACCEPTED)
PENDING = Q(outcome=Outcome.NONE)
IN_TIME = Q(first_submitted_on__lte=F("due_on"))
COUNTED = {
    "on_time": ACCEPTED & IN_TIME,
    "late": ACCEPTED & ~IN_TIME,
    "waiting": PENDING & Q(stage=Stage.SUBMITTED),
    "returned": PENDING & Q(stage=Stage.RETURNED),
    "overdue": PENDING & Q(stage=Stage.NONE),
}
"""The places of `Discipline` as conditions on what fell due."""
RETURNED = Q(submissions__review__accepted=False)

Key = tuple[object, ...]


def fallen_due(on: date) -> Q:
    """The condition that an obligation has fallen due by a day, so that it counts."""
    return Q(due_on__lt=on, recorded=True, outcome__in=(Outcome.NONE, Outcome.ACCEPTED))


def scores_by(
    obligations: QuerySet[Obligation], *by: str, on: date, quarterly: bool = False
) -> dict[Key, Score]:
    """The scores on a day of `obligations`, grouped by the fields `by`; three queries.

    A key has a value for each of `by`; that of "debtor" is the number of who answers for the
    debtor on the day. `quarterly` adds the first day of the quarter of the due date. A group in
    which nothing fell due is absent.
    """
    bodies = bodies_that_change()
    found: defaultdict[Key, Score] = defaultdict(Score)
    for debtor, due_on, agreed, values, place in places_of(obligations.filter(fallen_due(on)), by):
        if not is_answered(debtor, bodies, due_on):
            continue
        own = {"debtor": heir(debtor, bodies, on)}
        key = tuple(own.get(name, value) for name, value in zip(by, values, strict=True))
        if quarterly:
            key = (*key, quarter_of(due_on))
        found[key] += Score(agreed=place) if agreed else Score(bound=place)
    return dict(found)


def places_of(
    fallen: QuerySet[Obligation], by: tuple[str, ...]
) -> Iterator[tuple[int, date, bool, Key, Discipline]]:
    """What fell due by debtor, due date, agreement and `by`: how it stands, then its returns."""
    grouped = fallen.order_by().values_list("debtor", "due_on", "by_agreement", *by)
    for debtor, due_on, agreed, *rest in grouped.annotate(
        **{name: Count("pk", filter=condition) for name, condition in COUNTED.items()}
    ):
        values, counts = rest[: len(by)], rest[len(by) :]
        yield debtor, due_on, agreed, tuple(values), Discipline(*counts)
    for debtor, due_on, agreed, *rest in grouped.filter(RETURNED).annotate(
        times=Count("submissions__review")
    ):
        yield debtor, due_on, agreed, tuple(rest[:-1]), Discipline(returns=rest[-1])


def bodies_that_change() -> Bodies:
    """The structures that ended, were succeeded, or began only after something of theirs was due:
    all others answer for themselves always."""
    earlier = Obligation.objects.filter(debtor=OuterRef("pk"), due_on__lt=OuterRef("founded_on"))
    changing = Structure.objects.filter(
        Q(closed_on__isnull=False) | Q(successor__isnull=False) | Exists(earlier)
    )
    return {
        number: Body(founded_on, closed_on, successor)
        for number, founded_on, closed_on, successor in changing.order_by().values_list(
            "pk", "founded_on", "closed_on", "successor"
        )
    }


def quarter_of(day: date) -> date:
    """The first day of the quarter in which a day lies."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
