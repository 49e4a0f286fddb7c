"""How executors and regions keep what is due: the scorecards within the reach of an office."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from birlik.base.charter.engine.wording import folded
from birlik.base.obligations.engine.rates import Bodies, Score, answered_for, heir, is_answered
from birlik.base.obligations.models import Obligation, Resolution
from birlik.base.obligations.queries import (
    StateColumn,
    directed_by,
    given_by_heads,
    scores_by,
    seen_by,
    with_state,
)
from birlik.base.obligations.queries.rates import COUNTS, Key, bodies_that_change, owed_then
from birlik.base.records.models import Act
from birlik.base.records.queries.retellings import told_twice
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import regions, territories_within
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.engine.scoring import Scope, measured
from birlik.domains.execution.queries.reorganisations import Relative, relatives_of

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

LISTED = 50
"""How many late obligations a card names; the list of obligations has them all."""

UP = "territory__parent__parent__parent"
"""From a structure to the oblast of its village: the classifier is four levels deep."""


@dataclass(frozen=True, slots=True)
class Row:
    """The score of a structure, or of a region (then `structure` is None)."""

    score: Score
    structure: Structure | None = None
    region: Territory | None = None

    @property
    def name(self) -> LocalText:
        """What it is called."""
        named = self.structure or self.region
        return named.name if named else LocalText()


@dataclass(frozen=True, slots=True)
class Scorecards:
    """The structures within reach of which something fell due, in the chosen order, the regions
    they lie in (with those of which nothing did), all of it together, and what can be chosen."""

    rows: tuple[Row, ...]
    regions: tuple[Row, ...]
    total: Score
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """How one structure or region keeps what is due.

    `quarters` are those of the due dates, oldest first, none left out between; `late` the first of
    the `late_count` obligations that bind, have fallen due and are not reported, or were returned.
    `successor` is who answers for the structure now, where that is another. `inside` are those to
    whom resolutions of the body gave something, and the body where it was given something: apart
    from everything else.
    """

    total: Score
    by_role: Mapping[str, Score]
    quarters: tuple[tuple[Period, Score], ...]
    rows: tuple[Row, ...]
    late: "tuple[WithAnnotations[Obligation, StateColumn], ...]"
    late_count: int
    acts: tuple[Act, ...]
    successor: Structure | None = None
    line: tuple[Relative, ...] = ()
    parts: Mapping[int, Score] = field(default_factory=dict)
    inside: tuple[Row, ...] = ()


def in_scope(scope: Scope, *, retold: Iterable[int]) -> Q:
    """The condition that an obligation is of the chosen act, period and role."""
    found = Q()
    if scope.act is not None:
        found &= Q(act=scope.act)
    elif retold:
        found &= ~Q(act__in=retold)
    if scope.act is None:
        found &= ~given_by_heads()
    if days := scope.days:
        found &= Q(due_on__gte=days.first_on, due_on__lte=days.last_on)
    return found & Q(role=scope.role) if scope.role else found


def acts_of_scorecards() -> tuple[tuple[Act, ...], tuple[int, ...]]:
    """The acts that made somebody owe something, the newest first, and apart from them the numbers
    of retellings beside which the act itself is here."""
    owing = Exists(Obligation.objects.filter(~given_by_heads(), act=OuterRef("pk")))
    twice = ExpressionWrapper(told_twice(), output_field=BooleanField())
    found = list(Act.objects.filter(owing).annotate(twice=twice).order_by("-adopted_on", "pk"))
    return (
        tuple(one for one in found if not one.twice),
        tuple(one.pk for one in found if one.twice),
    )


def scorecards(scope: Scope, *, by: Actor, on: date) -> Scorecards:
    """The scorecards within the reach of `by` on a day; eight queries at most."""
    acts, retold = acts_of_scorecards()
    seen = Obligation.objects.filter(seen_by(by, on=on, hanging=False))
    scores = scores_by(seen.filter(in_scope(scope, retold=retold)), "debtor", on=on)
    rows = rows_of(added(scores, 0))
    wanted = [one for one in rows if folded(scope.q) in folded(names_of(one))]
    return Scorecards(
        rows=tuple(in_order(wanted, scope.sort)),
        regions=tuple(by_region(rows)) if by.reaches("plans.read") else (),
        total=together(scores.values()),
        acts=acts,
    )


def rows_of(scores: Mapping[object, Score]) -> list[Row]:
    """The structures of these numbers with their scores and regions."""
    found = Structure.objects.filter(pk__in=list(scores)).select_related(UP)
    return [Row(scores[one.pk], one, region_of(one)) for one in found]


def region_of(structure: Structure) -> Territory | None:
    """The oblast, or city of that rank, in which a structure lies."""
    place = structure.territory
    while place and place.parent:
        place = place.parent
    return place


def names_of(row: Row) -> str:
    """All by which a row can be found: the names of the structure and of the region."""
    named = [one for one in (row.structure, row.region) if one]
    return " ".join(
        part
        for one in named
        for part in (one.name_kk, one.name_ru, one.name_en, one.short_kk, one.short_ru)
    )


def in_order(rows: Iterable[Row], sort: str) -> list[Row]:
    """The rows as a reader sorts them, by name where nothing else tells them apart."""
    by_name = sorted(rows, key=lambda row: (str(row.structure), row.structure is None))
    if sort.removeprefix("-") == "name":
        return by_name[::-1] if sort.startswith("-") else by_name
    return sorted(by_name, key=lambda row: measured(row.score, sort), reverse=sort.startswith("-"))


def by_region(rows: Iterable[Row]) -> list[Row]:
    """Every region of the classifier with the score of all structures in it."""
    found: defaultdict[int, Score] = defaultdict(Score)
    for row in rows:
        if row.region:
            found[row.region.pk] += row.score
    return [Row(found[one.pk], None, one) for one in regions() if one.tile_row is not None]


def together(scores: Iterable[Score]) -> Score:
    """All the scores added up."""
    return sum(scores, Score())


def structure_card(structure: Structure, scope: Scope, *, on: date) -> Card:
    """The scorecard of a structure on a day, with what it took over from others; of one that was
    succeeded, what it owed itself."""
    bodies = bodies_that_change()
    debtors = answered_for(structure.pk, bodies, on)
    card = card_of(debtors, scope, bodies, on=on)
    number = heir(structure.pk, bodies, on)
    successor: Structure | None = structure
    while successor and successor.pk != number:
        successor = successor.successor
    return replace(
        card,
        successor=successor if number != structure.pk else None,
        line=tuple(relatives_of(structure, debtors)),
        inside=inside_of(debtors, scope, bodies, on=on),
    )


def inside_of(debtors: Iterable[int], scope: Scope, bodies: Bodies, *, on: date) -> tuple[Row, ...]:
    """How those keep it to whom resolutions of these structures gave something, the structures
    among them; nothing under a chosen act, nor where nobody writes resolutions."""
    if scope.act is not None or not Resolution.objects.exists():
        return ()
    own = Q(debtor__in=list(debtors))
    found = Obligation.objects.filter(given_by_heads() & (own | directed_by(own)))
    if days := scope.days:
        found = found.filter(due_on__gte=days.first_on, due_on__lte=days.last_on)
    scores = scores_by(found, "debtor", on=on, bodies=bodies)
    return tuple(in_order(rows_of(added(scores, 0)), scope.sort))


def region_card(region: Territory, scope: Scope, *, on: date) -> Card:
    """The scorecard of all structures in a region on a day, and of each of them."""
    places = territories_within(region.code)
    debtors = Structure.objects.filter(territory__in=places).values_list("pk", flat=True)
    return card_of(list(debtors), scope, bodies_that_change(), on=on, each=True)


def card_of(
    debtors: Iterable[int], scope: Scope, bodies: Bodies, *, on: date, each: bool = False
) -> Card:
    """The card of these structures together; with the row of each if `each`."""
    acts, retold = acts_of_scorecards()
    found = Obligation.objects.filter(in_scope(scope, retold=retold), debtor__in=debtors)
    by = ("debtor", "role", "debtor_id")
    scores = scores_by(found, *by, on=on, quarterly=True, bodies=bodies)
    total = together(scores.values())
    by_debtor = added(scores, 0) if each else {}
    return Card(
        total=total,
        by_role={str(role): score for role, score in added(scores, 1).items()},
        quarters=quarters_of(added(scores, 3)),
        rows=tuple(in_order(rows_of(by_debtor), scope.sort)),
        late=late_ones(found, bodies, on=on),
        late_count=total.bound.overdue + total.bound.returned,
        acts=acts,
        parts={int(str(number)): score for number, score in added(scores, 2).items()},
    )


def added(scores: Mapping[Key, Score], place: int) -> dict[object, Score]:
    """The scores added up by what stands at a place of their keys."""
    found: defaultdict[object, Score] = defaultdict(Score)
    for key, score in scores.items():
        found[key[place]] += score
    return dict(found)


def quarters_of(scores: Mapping[object, Score]) -> tuple[tuple[Period, Score], ...]:
    """The quarters from the first to the last in which something fell due."""
    days = sorted(day for day in scores if isinstance(day, date))
    found = []
    if days:
        one = quarter(days[0])
        while one.first_on <= days[-1]:
            found.append((one, scores.get(one.first_on, Score())))
            one = one.next()
    return tuple(found)


def quarter(day: date) -> Period:
    """The quarter in which a day lies."""
    return Period.quarter(day.year, (day.month - 1) // 3 + 1)


def late_ones(
    found: QuerySet[Obligation], bodies: Bodies, *, on: date
) -> "tuple[WithAnnotations[Obligation, StateColumn], ...]":
    """What binds, has fallen due and waits for the debtor, the oldest first, as far as listed."""
    awaited = Q(outcome=Obligation.Outcome.NONE) & ~Q(stage=Obligation.Stage.SUBMITTED)
    late = found.filter(COUNTS & awaited, due_on__lt=on, by_agreement=False)
    rows = with_state(late, on=on).order_by("due_on", "pk")
    rows = rows.annotate(then=owed_then("pk", "due_on", "debtor"))
    rows = rows.select_related("act", "duty__provision", "debtor", "lead__debtor")
    rows = rows.prefetch_related("duty__provision__wordings")[:LISTED]
    return tuple(one for one in rows if is_answered(vars(one)["then"], bodies, one.due_on))


def structure_numbered(number: int) -> Structure | None:
    """The structure of a number with the line of its territory and its successors, or None."""
    found = Structure.objects.select_related(UP, "successor__successor__successor")
    return found.filter(pk=number).first()


def region_coded(code: str) -> Territory | None:
    """The region of a КАТО code, or None where that is none or a smaller place."""
    return regions().filter(code=code).first()
