"""The rates of many debtors at once: those of `engine.rates`, counted by the database."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from birlik.base.obligations.engine.rates import (
    Bodies,
    Body,
    Discipline,
    Score,
    heir,
    is_answered,
)
from birlik.base.obligations.models import FormerDebtor, Obligation, Review
from birlik.base.registry.models import Structure, Succession

Outcome = Obligation.Outcome
Stage = Obligation.Stage
ACCEPTED = Q(outcome=Outcome.ACCEPTED)
PENDING = Q(outcome=Outcome.NONE)
KNOWN = Q(recorded=True)
PLACES = {
    "in_time": ACCEPTED & Q(first_submitted_on__lte=F("due_on")),
    "accepted": ACCEPTED,
    "waiting": PENDING & KNOWN & Q(stage=Stage.SUBMITTED),
    "returned": PENDING & KNOWN & Q(stage=Stage.RETURNED),
    "no_record": Q(recorded=False),
}
"""What is counted of all that fell due and counts or stands apart: the places of `Discipline`
follow from it."""
COUNTS = Q(recorded=True, outcome__in=(Outcome.NONE, Outcome.ACCEPTED))
"""The condition that an obligation counts once it has fallen due."""
APART = Q(recorded=False, outcome=Outcome.NONE)
"""The condition that it stands apart then, because there is no record of it here."""
NOTHING = Value(None, output_field=DateField())
NOBODY = Value(None, output_field=BigIntegerField())
AGREED = Q(by_agreement=True)
OWED = "submission__obligation__"
"""From a review to the obligation that was reported on."""

Key = tuple[object, ...]
Part = tuple[int | None, int | None, date | None, Key, Score]
"""Part of the scores: the debtor and who owed it on the due date, where it changes who answers for
it; the due date, where it decides that or is asked for; the values of the fields; the score."""


def scores_by(
    obligations: QuerySet[Obligation],
    *by: str,
    on: date,
    quarterly: bool = False,
    bodies: Bodies | None = None,
) -> dict[Key, Score]:
    """The scores on a day of `obligations`, grouped by the fields `by`; four queries, or three
    where the `bodies_that_change` are given.

    A key has a value for each of `by`; that of "debtor" is the number of who answers for the
    debtor on the day. `quarterly` adds the first day of the quarter of the due date. A group in
    which nothing fell due, of which there would be a record or not, is absent.
    """
    bodies = bodies_that_change() if bodies is None else bodies
    fallen = obligations.filter(COUNTS | APART, due_on__lt=on)
    found: defaultdict[Key, Score] = defaultdict(Score)
    for who, then, when, values, score in parts_of(fallen, by, bodies, quarterly=quarterly):
        own = {}
        if who is not None and then is not None and when is not None:
            if not is_answered(then, bodies, when):
                continue
            own = {"debtor": heir(who, bodies, on)}
        key = tuple(own.get(name, value) for name, value in zip(by, values, strict=True))
        found[(*key, quarter_of(when)) if quarterly and when else key] += score
    return dict(found)


def parts_of(
    fallen: QuerySet[Obligation], by: tuple[str, ...], bodies: Bodies, *, quarterly: bool
) -> Iterator[Part]:
    """The scores of what fell due in parts: of those who always answer for themselves, of the
    `bodies` that change, and how often reports were returned."""
    changing, dated = Q(debtor__in=list(bodies)), F("due_on") if quarterly else NOTHING
    same = fallen.filter(~changing).annotate(who=NOBODY, then=NOBODY, when=dated)
    yield from standing(same, by)
    dating = fallen.filter(changing).annotate(
        who=F("debtor"), then=owed_then("pk", "due_on", "debtor"), when=F("due_on")
    )
    yield from standing(dating, by)
    yield from returned(fallen, by, bodies, quarterly=quarterly)


def standing(fallen: QuerySet[Obligation], by: tuple[str, ...]) -> Iterator[Part]:
    """How what fell due stands, by `who`, `then`, `when` and fields: one query.

    What is owed by agreement is counted beside all, not as a group of its own: so the groups of
    debtors stand in the order of the index `obligation_by_debtor`, and nothing is sorted.
    """
    every = {name: Count("pk", filter=place) for name, place in PLACES.items()}
    agreed = {f"{name}_agreed": Count("pk", filter=AGREED & one) for name, one in PLACES.items()}
    grouped = fallen.order_by().values_list("who", "then", "when", *by)
    counted = grouped.annotate(**every, fallen=Count("*"))
    counted = counted.annotate(**agreed, fallen_agreed=Count("pk", filter=AGREED))
    width = len(PLACES) + 1
    for who, then, when, *rest in counted:
        key, both, apart = rest[: len(by)], rest[len(by) : -width], rest[-width:]
        bound = (one - other for one, other in zip(both, apart, strict=True))
        yield who, then, when, tuple(key), Score(discipline(*bound), discipline(*apart))


def returned(
    fallen: QuerySet[Obligation], by: tuple[str, ...], bodies: Bodies, *, quarterly: bool
) -> Iterator[Part]:
    """How often reports on what fell due were returned: one query that begins with the returns, of
    which there are few."""
    changing, due_on = Q(**{f"{OWED}debtor__in": list(bodies)}), F(f"{OWED}due_on")
    owed = Exists(fallen.filter(KNOWN, pk=OuterRef("submission__obligation")))
    grouped = Review.objects.filter(owed, accepted=False).order_by()
    grouped = grouped.annotate(
        who=Case(When(changing, then=F(f"{OWED}debtor")), default=None),
        then=Case(
            When(changing, then=owed_then(f"{OWED}pk", f"{OWED}due_on", f"{OWED}debtor")),
            default=None,
        ),
        when=due_on if quarterly else Case(When(changing, then=due_on), default=None),
    )
    columns = (f"{OWED}{name}" for name in (*by, "by_agreement"))
    counted = grouped.values_list("who", "then", "when", *columns).annotate(times=Count("pk"))
    for who, then, when, *key, is_agreed, times in counted:
        returns = Discipline(returns=times)
        score = Score(agreed=returns) if is_agreed else Score(bound=returns)
        yield who, then, when, tuple(key), score


def owed_then(number: str, due_on: str, debtor: str) -> Coalesce:
    """Who owed an obligation on its due date, by the fields of its number, due date and debtor:
    whoever a later reorganisation took it from first, else the debtor."""
    later = FormerDebtor.objects.filter(
        obligation=OuterRef(number), reorganisation__on__gt=OuterRef(due_on)
    )
    first = later.order_by("reorganisation__on", "pk").values("structure")[:1]
    return Coalesce(Subquery(first), F(debtor), output_field=BigIntegerField())


def discipline(  # the places in their order
    in_time: int, accepted: int, waiting: int, returned: int, no_record: int, fallen: int
) -> Discipline:
    """How what fell due stands; nothing was reported on the rest of it."""
    return Discipline(
        on_time=in_time,
        late=accepted - in_time,
        waiting=waiting,
        returned=returned,
        overdue=fallen - no_record - accepted - waiting - returned,
        no_record=no_record,
    )


def bodies_that_change() -> Bodies:
    """The structures that ended, took over from others, or began only after something of theirs was
    due: all others answer for themselves always."""
    earlier = Obligation.objects.filter(debtor=OuterRef("pk"), due_on__lt=OuterRef("founded_on"))
    changing = Structure.objects.filter(
        Q(closed_on__isnull=False)
        | Q(successor__isnull=False)
        | Q(pk__in=Succession.objects.filter(successor__isnull=False).values("successor"))
        | Exists(earlier)
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
