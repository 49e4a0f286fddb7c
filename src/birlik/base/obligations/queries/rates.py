"""The rates of many debtors at once: those of `engine.rates`, counted by the database."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, When

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
"""The places of `Discipline` as conditions on what fell due and counts."""
COUNTS = Q(recorded=True, outcome__in=(Outcome.NONE, Outcome.ACCEPTED))
"""The condition that an obligation counts once it has fallen due."""
RETURNED = Q(submissions__review__accepted=False)

Key = tuple[object, ...]


def scores_by(
    obligations: QuerySet[Obligation],
    *by: str,
    on: date,
    quarterly: bool = False,
    bodies: Bodies | None = None,
) -> dict[Key, Score]:
    """The scores on a day of `obligations`, grouped by the fields `by`; three queries, or two where
    the `bodies_that_change` are given.

    A key has a value for each of `by`; that of "debtor" is the number of who answers for the
    debtor on the day. `quarterly` adds the first day of the quarter of the due date. A group in
    which nothing fell due is absent.
    """
    bodies = bodies_that_change() if bodies is None else bodies
    changing = Q(debtor__in=list(bodies))
    counted = obligations.filter(COUNTS).annotate(
        who=F("debtor") if "debtor" in by else told_if(changing, "debtor"),
        when=F("due_on") if quarterly else told_if(changing, "due_on"),
    )
    found: defaultdict[Key, Score] = defaultdict(Score)
    for who, when, agreed, values, place in places_of(counted, by, on):
        if who in bodies and not is_answered(who, bodies, when):
            continue
        own = {"debtor": heir(who, bodies, on)}
        key = tuple(own.get(name, value) for name, value in zip(by, values, strict=True))
        if quarterly:
            key = (*key, quarter_of(when))
        found[key] += Score(agreed=place) if agreed else Score(bound=place)
    return dict(found)


def told_if(condition: Q, name: str) -> Case:
    """A field where it decides something, else None: so that groups stay few."""
    return Case(When(condition, then=F(name)), default=None)


def places_of(
    counted: QuerySet[Obligation], by: tuple[str, ...], on: date
) -> Iterator[tuple[int, date, bool, Key, Discipline]]:
    """What fell due by `who`, `when`, agreement and `by`: how it stands, then its returns.

    The due date is tested inside the counts, lest SQLite leave the index that holds all of it for
    one that holds the date alone.
    """
    due = Q(due_on__lt=on)
    grouped = counted.order_by().values_list("who", "when", "by_agreement", *by)
    for who, when, agreed, *rest in grouped.annotate(
        **{name: Count("pk", filter=condition & due) for name, condition in COUNTED.items()}
    ):
        values, counts = rest[: len(by)], rest[len(by) :]
        if any(counts):
            yield who, when, agreed, tuple(values), Discipline(*counts)
    for who, when, agreed, *rest in grouped.filter(RETURNED & due).annotate(
        times=Count("submissions__review")
    ):
        yield who, when, agreed, tuple(rest[:-1]), Discipline(returns=rest[-1])


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
