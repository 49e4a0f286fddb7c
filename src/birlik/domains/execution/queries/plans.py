"""The acts that made duties, counted."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from birlik.base.obligations.models import Duty, Obligation, Resolution
from birlik.base.obligations.queries import given_by_heads, seen_by
from birlik.base.obligations.queries.alike import alike
from birlik.base.records.models import Act
from birlik.base.records.queries.retellings import told_twice
from birlik.base.values.actor import Actor
from birlik.domains.execution.engine.occurrences import owed


@dataclass(frozen=True, slots=True)
class PlanCard:
    """An act that made duties: how many measures it has, and its obligations by state."""

    act: Act
    measures: int
    sub_measures: int
    unread: int
    states: Counter[str]
    in_force: bool

    @property
    def owed(self) -> int:
        """How many of its obligations are owed and under control here."""
        return owed(self.states)


def plan_cards(*, by: Actor, on: date) -> list[PlanCard]:
    """The acts that made duties, as far as `by` reaches what is owed under them: those in force
    first, then the newest; three queries."""
    seen = seen_by(by, on=on)
    papers = Obligation.objects.filter(seen).exclude(given_by_heads())
    reached = Q(pk__in=papers.values("duty")) if seen else ~given_duties()
    duties = {
        row["provision__act"]: row
        for row in Duty.objects.filter(reached)
        .order_by()
        .values("provision__act")
        .annotate(
            measures=Count("pk", filter=Q(provision__parent=None)),
            sub_measures=Count("pk", filter=Q(provision__parent__isnull=False)),
            unread=Count("pk", filter=Q(schedule__isnull=True)),
        )
    }
    states: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for one in alike(papers):
        states[one.act][one.state(on)] += one.many
    cards = [
        PlanCard(
            act=act,
            measures=duties[act.pk]["measures"],
            sub_measures=duties[act.pk]["sub_measures"],
            unread=duties[act.pk]["unread"],
            states=states[act.pk],
            in_force=is_in_force(act, on=on),
        )
        for act in Act.objects.filter(pk__in=duties).exclude(told_twice())
    ]
    return sorted(cards, key=lambda card: not card.in_force)


def given_duties() -> Q:
    """The condition that a resolution made a duty: no plan, but a paper inside a body."""
    return Q(provision__act__in=Resolution.objects.values("act"))


def is_in_force(act: Act, *, on: date) -> bool:
    """Whether an act is in force on a day; the day of its repeal still counts."""
    return act.in_force_from <= on and (act.repealed_on is None or on <= act.repealed_on)
