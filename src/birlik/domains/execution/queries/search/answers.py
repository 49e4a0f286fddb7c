"""What answers a query: acts and their points, measures, obligations, the best of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from birlik.base.obligations.models import Duty, Obligation
from birlik.base.obligations.queries import StateColumn, listed_by, seen_by, with_state
from birlik.base.obligations.queries.seen import Known
from birlik.base.records.models import Provision
from birlik.base.records.rules import may_read_acts
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.search import asked_words
from birlik.domains.execution.engine.searching import (
    Way,
    acts_meeting,
    best_first,
    points_meeting,
    ways,
)
from birlik.domains.execution.queries.search.contents import (
    Contents,
    PointCard,
    contents,
    period_of,
)
from birlik.domains.execution.rules import may_see_plan

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

Group = Literal["acts", "measures", "obligations"]
GROUPS: tuple[Group, ...] = ("acts", "measures", "obligations")
FEW, MANY = 8, 100
"""How many answers a group shows beside the others, and alone."""

EXAMINED = 120
"""How many of the best measures are looked at, above all whether an office reaches them."""

BEST, BEST_REACHED, BOTH = 12, 5, 300
"""How many of the best measures, or debtors, are asked for obligations; how many of them for an
office that does not reach all; how many where both are named."""

WAYS_TRIED = 3
NEAR = timedelta(days=400)
"""How far from the day an obligation is looked for when no period is named."""

Hit = TypeVar("Hit")


@dataclass(frozen=True, slots=True)
class ActHit:
    """An act, or one of its points (`point` its words, `place` their language and offset)."""

    act: int
    number: str
    adopted_on: date
    title: LocalText
    point: LocalText | None = None
    place: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class MeasureHit:
    """A measure with the number of its act."""

    act: int
    act_number: str
    number: str
    title: LocalText


@dataclass(frozen=True, slots=True)
class ObligationHit:
    """An obligation with its state, and the words of its measure."""

    obligation: "WithAnnotations[Obligation, StateColumn]"
    title: LocalText


@dataclass(frozen=True, slots=True)
class Part(Generic[Hit]):
    """The answers of a group; `more` says whether there are others."""

    hits: tuple[Hit, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What answers a query; `words` are the folded words that it met, for marking them."""

    words: frozenset[str] = frozenset()
    acts: Part[ActHit] = Part()
    measures: Part[MeasureHit] = Part()
    obligations: Part[ObligationHit] = Part()

    @property
    def none(self) -> bool:
        """Whether nothing was found."""
        return not (self.acts.hits or self.measures.hits or self.obligations.hits)


def answers(query: str, *, by: Actor, at: datetime, alone: Group | None = None) -> Answers:
    """What answers a query as far as `by` may see it; with `alone` more of one group and nothing
    of the others."""
    asked = asked_words(query)
    if not asked:
        return Answers()
    kept = contents()
    found = [kept.index.found(forms) for forms in asked]
    scores = [one.documents for one in found]
    on = day_of(at)
    known: Known = {}
    seen, own = (seen_by(by, on=on, hanging=hanging, known=known) for hanging in (True, False))
    listed = listed_by(by, on=on, known=known)
    search = Search(kept, seen, own, listed, on, MANY if alone else FEW)
    wanted = {alone} if alone else set(GROUPS)
    plans = bool(may_see_plan(by, at))
    best = best_first(points_meeting(scores, kept.act_of), kept.rank)
    acts: Part[ActHit] = Part()
    if "acts" in wanted and may_read_acts(by, at):
        acts = search.acts(best_first(acts_meeting(scores), {}), best)
    return Answers(
        words=frozenset().union(*(one.words for one in found)),
        acts=acts,
        measures=search.measures(best) if plans and "measures" in wanted else Part(),
        obligations=search.obligations(ways(scores, kept.act_of, kept.rank))
        if plans and "obligations" in wanted
        else Part(),
    )


@dataclass(frozen=True, slots=True)
class Search:
    """One search: in what, what of it is seen, on which day, and how much is shown; `own` is what
    is seen without what hangs under that, `listed` without what heads gave inside other bodies."""

    kept: Contents
    seen: Q
    own: Q
    listed: Q
    on: date
    limit: int

    def acts(self, acts: Sequence[int], points: Sequence[int]) -> Part[ActHit]:
        """The acts, then points that are no measures."""
        whole = (self.act_hit(act) for act in acts)
        parts = (
            self.act_hit(card.act, card)
            for card in map(self.kept.points.__getitem__, points)
            if card.kind != Provision.Kind.MEASURE
        )
        return shown((*whole, *parts), self.limit)

    def act_hit(self, act: int, point: PointCard | None = None) -> ActHit:
        """An act, or a point of it."""
        card = self.kept.acts[act]
        place = next(iter(point.places.items()), None) if point else None
        return ActHit(
            act, card.number, card.adopted_on, card.title, point.title if point else None, place
        )

    def measures(self, points: Sequence[int]) -> Part[MeasureHit]:
        """The measures whose pages the actor may open."""
        kinds = {one: self.kept.points[one].kind for one in points}
        measures = [one for one in points if kinds[one] == Provision.Kind.MEASURE]
        cards = {self.kept.points[one].duty: self.kept.points[one] for one in measures}
        hits = (
            MeasureHit(one.act, self.kept.acts[one.act].number, one.number, one.title)
            for one in map(cards.__getitem__, self.duties_of(measures))
        )
        return shown(hits, self.limit)

    def reached(self, duties: Iterable[int]) -> frozenset[int]:
        """Those of the duties under which the actor sees an obligation.

        What hangs under another is of the same duty, so that what lies within reach itself decides.
        """
        owed = Obligation.objects.filter(self.own, duty=OuterRef("pk"))
        owed = owed.exclude(void_reason=Obligation.Reason.CORRECTED)
        found = Duty.objects.filter(Exists(owed), pk__in=list(duties))
        return frozenset(found.values_list("pk", flat=True))

    def obligations(self, found: Iterator[Way]) -> Part[ObligationHit]:
        """The obligations: what is owed and nearest to the day first; those of a period that was
        named by their dates."""
        numbers: dict[int, None] = {}
        for way in islice(found, WAYS_TRIED):
            if len(numbers) <= self.limit:
                numbers |= dict.fromkeys(self.numbers_of(self.owed_in(way), way))
        hits = tuple(numbers)
        return Part(tuple(self.hits_of(hits[: self.limit])), len(hits) > self.limit)

    def owed_in(self, way: Way) -> QuerySet[Obligation]:
        """The obligations that a way of answering means, as far as the actor sees them."""
        owed = Obligation.objects.filter(self.listed, due_on__range=days_of(way, self.on))
        most = BEST_REACHED if self.seen else BEST
        if way.points is not None and way.debtors is not None:
            most = BOTH
        if way.points is not None:
            owed = owed.filter(duty__in=self.duties_of(way.points)[:most])
        elif self.kept.hidden_acts:
            owed = owed.exclude(act__in=self.kept.hidden_acts)
        if way.debtors is not None:
            owed = owed.filter(debtor__in=way.debtors[:most])
        return owed if way.periods is None else owed.filter(period__in=way.periods)

    def duties_of(self, points: Sequence[int]) -> list[int]:
        """The duties that points made, in their order, as far as the actor reaches them."""
        cards = (self.kept.points[one] for one in points)
        duties = [one.duty for one in cards if one.duty][:EXAMINED]
        reached = self.reached(duties) if self.seen else duties
        return [one for one in duties if one in reached]

    def numbers_of(self, owed: QuerySet[Obligation], way: Way) -> Iterator[int]:
        """The numbers of the obligations to be shown, a few more than the limit at most."""
        most = self.limit + 1
        if way.periods is not None:
            yield from numbers(owed.order_by("due_on", "pk"), most)
            return
        open_ones = owed.filter(outcome=Obligation.Outcome.NONE, recorded=True)
        overdue = numbers(open_ones.filter(due_on__lt=self.on).order_by("-due_on", "pk"), most)
        ahead = numbers(open_ones.filter(due_on__gte=self.on).order_by("due_on", "pk"), most)
        half = max(self.limit // 2, self.limit - len(ahead))
        yield from (*overdue[:half], *ahead, *overdue[half:])
        if not overdue and not ahead:
            settled = owed.exclude(outcome=Obligation.Outcome.VOID)
            yield from numbers(settled.order_by("-due_on", "pk"), most)

    def hits_of(self, numbers: Sequence[int]) -> Iterator[ObligationHit]:
        """The obligations of these numbers, in this order."""
        rows = Obligation.objects.filter(pk__in=numbers).select_related(
            "act", "duty__provision", "debtor"
        )
        found = {one.pk: one for one in with_state(rows, on=self.on)}
        for number in numbers:
            provision = found[number].duty.provision_id
            card = self.kept.points.get(provision)
            yield ObligationHit(found[number], card.title if card else LocalText())


def shown(hits: Iterable[Hit], limit: int) -> Part[Hit]:
    """The first of the hits, and whether there are more."""
    first = tuple(islice(hits, limit + 1))
    return Part(first[:limit], len(first) > limit)


def numbers(owed: QuerySet[Obligation], most: int) -> list[int]:
    """The numbers of the first obligations."""
    return list(owed.values_list("pk", flat=True)[:most])


def days_of(way: Way, on: date) -> tuple[date, date]:
    """The first and the last due date that are looked at: those near a day, or near the periods
    that are named, since what is reported on a period falls due after it."""
    if way.periods is None:
        return on - NEAR, on + NEAR
    named = [period_of(code) for code in way.periods]
    return min(one.first_on for one in named), max(one.last_on for one in named) + NEAR
