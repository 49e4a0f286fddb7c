"""The figures of the daily digest, reckoned once for all whose powers reach the same."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Self

from django.db.models import Count, Q

from birlik.base.obligations.models import Obligation, Submission
from birlik.base.registry.queries import Seat, seats
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import Language
from birlik.domains.execution.engine.digest import Figures, Line, Tally
from birlik.domains.execution.engine.telling import Named
from birlik.domains.execution.queries.falling_due import under_control
from birlik.domains.execution.queries.obligations import (
    Reach,
    reach_of,
    to_review,
    told_once,
    under_repealed,
)
from birlik.domains.execution.queries.recipients import SEES
from birlik.domains.execution.queries.today import asked_of

WORST = 10
"""How many of the overdue a digest names."""

HEAD = "journal.read"
"""The power whose holders get the end of the journal every day."""

Stage = Obligation.Stage


@dataclass(frozen=True, slots=True)
class Reader:
    """An account with its language and all that its offices of the day let it do."""

    account: int
    language: Language
    grants: frozenset[Grant]


def readers(*, on: date) -> list[Reader]:
    """Everybody in office on a day, each once, by the number of the account."""
    found: dict[int, list[Seat]] = {}
    for one in seats(on=on):
        found.setdefault(one.account, []).append(one)
    return [
        Reader(account, held[0].language, frozenset().union(*(one.actor.powers for one in held)))
        for account, held in sorted(found.items())
    ]


@dataclass(slots=True)
class Reckoner:
    """Reckons figures of a day; `terms` are the days within which something is said to fall due.

    `authors` are the accounts whose own report waits for somebody else's judgement.
    """

    on: date
    terms: tuple[int, int]
    authors: frozenset[int | None]
    known: dict[tuple[frozenset[Grant], int], Figures] = field(default_factory=dict)

    @classmethod
    def of(cls, on: date, terms: tuple[int, int]) -> Self:
        """A reckoner of a day."""
        waiting = Submission.objects.filter(review=None, obligation__stage=Stage.SUBMITTED)
        return cls(on, terms, frozenset(waiting.values_list("account", flat=True)))

    def figures(self, reader: Reader) -> Figures:
        """What a reader is told, reckoned once for all whose powers are the same; of those who wait
        for others to judge their report, for each alone."""
        account = reader.account if reader.account in self.authors else 0
        key = reader.grants, account
        if key not in self.known:
            self.known[key] = self.reckoned(Actor(account, None, "", reader.grants))
        return self.known[key]

    def reckoned(self, actor: Actor) -> Figures:
        """The figures by the reach of an actor's powers.

        A coordinator watches what the power of review reaches; who neither reviews nor reports
        watches what there is to see. What waits for a decision is as on the page Today.
        """
        reach = reach_of(actor, on=self.on)
        watched = reach.judged if reach.reviews else reach.seen
        watches = reach.reviews or (actor.holds(SEES) and not reach.reports)
        judges = reach.reports or reach.reviews or reach.directs
        return Figures(
            own=self.tally(reach.mine) if reach.reports else Tally(),
            watched=self.tally(watched) if watches else Tally(),
            to_review=review_count(reach) if judges else 0,
            extensions=asked_of(reach).count() if reach.reviews or reach.directs else 0,
        )

    def tally(self, within: Q) -> Tally:
        """What is owed within a reach, counted in one query, and the worst in another."""
        owed = under_control(on=self.on).filter(within)
        soon, later = (self.on + timedelta(days=term) for term in self.terms)
        unreported = Q(stage=Stage.NONE)
        found = owed.order_by().aggregate(
            overdue=Count("pk", filter=unreported & Q(due_on__lt=self.on)),
            soon=Count("pk", filter=unreported & Q(due_on__gte=self.on, due_on__lte=soon)),
            later=Count("pk", filter=unreported & Q(due_on__gt=soon, due_on__lte=later)),
            returned=Count("pk", filter=Q(stage=Stage.RETURNED)),
        )
        late = owed.filter(unreported, due_on__lt=self.on).order_by("due_on", "pk")
        named = late.select_related("act", "duty__provision", "debtor")[:WORST]
        worst = tuple(self.line(one) for one in named) if found["overdue"] else ()
        return Tally(**found, worst=worst)

    def line(self, one: Obligation) -> Line:
        """An overdue obligation as the digest names it."""
        named = Named(one.act.number, one.duty.provision.number, one.debtor.short, one.due_on)
        return Line(one.pk, named, (self.on - one.due_on).days)


def review_count(reach: Reach) -> int:
    """How many reports under acts in force wait for the judgement of an office."""
    waiting = Obligation.objects.filter(to_review(reach) & ~under_repealed(reach.on))
    return told_once(waiting).count()


def head_readers(found: Iterable[Reader]) -> frozenset[int]:
    """Who is told the end of the journal every day, also when there is nothing else to say."""
    return frozenset(
        one.account for one in found if any(grant.power == HEAD for grant in one.grants)
    )
