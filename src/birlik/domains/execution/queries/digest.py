"""The figures of the daily digest, reckoned once for all whose powers reach the same."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q

from birlik.base.obligations.models import Extension, Obligation
from birlik.base.obligations.queries import seen_by
from birlik.base.registry.queries import Seat, seats
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import Language
from birlik.domains.execution.engine.digest import Figures, Line, Tally
from birlik.domains.execution.engine.telling import Named
from birlik.domains.execution.queries.falling_due import under_control
from birlik.domains.execution.queries.recipients import REPORTS, REVIEWS, SEES

WORST = 10
"""How many of the overdue a digest names."""

HEAD = "journal.read"
"""The power whose holders get the end of the journal every day."""

Returned = Obligation.Stage.RETURNED
Submitted = Obligation.Stage.SUBMITTED


@dataclass(frozen=True, slots=True)
class Reader:
    """An account with its language and all that its offices of the day let it do."""

    account: int
    language: Language
    grants: frozenset[Grant]

    def actor(self) -> Actor:
        """The account with the powers of all its offices together."""
        return Actor(self.account, None, "", self.grants)


def readers(*, on: date) -> list[Reader]:
    """Everybody in office on a day, each once, by the number of the account."""
    found: dict[int, list[Seat]] = {}
    for one in seats(on=on):
        if one.actor.account_id is not None:
            found.setdefault(one.actor.account_id, []).append(one)
    return [
        Reader(account, held[0].language, frozenset().union(*(one.actor.powers for one in held)))
        for account, held in sorted(found.items())
    ]


@dataclass(slots=True)
class Reckoner:
    """Reckons figures of a day; `terms` are the days within which something is said to fall due."""

    on: date
    terms: tuple[int, int]
    known: dict[frozenset[Grant], Figures] = field(default_factory=dict)

    def figures(self, reader: Reader) -> Figures:
        """What a reader is told, reckoned once for all whose powers are the same."""
        if reader.grants not in self.known:
            self.known[reader.grants] = self.reckoned(reader.actor())
        return self.known[reader.grants]

    def reckoned(self, actor: Actor) -> Figures:
        """The figures by the reach of an actor's powers.

        A coordinator watches what the power of review reaches; who neither reviews nor reports
        watches what there is to see. Who reviews is told of the leads' reports, who reports of
        those that contribute to one's own.
        """
        reports, reviews = actor.holds(REPORTS), actor.holds(REVIEWS)
        sees = not reports and actor.holds(SEES)
        watched = REVIEWS if reviews else SEES if sees else ""
        return Figures(
            own=self.tally(self.owed_by(actor)) if reports else Tally(),
            watched=self.tally(seen_by(actor, on=self.on, power=watched)) if watched else Tally(),
            to_review=self.to_review(actor) if reports or reviews else 0,
            extensions=self.extensions(actor) if reviews else 0,
        )

    def owed_by(self, actor: Actor) -> Q:
        """What an actor reports on: not what others contribute to it."""
        return seen_by(actor, on=self.on, power=REPORTS, hanging=False)

    def tally(self, within: Q) -> Tally:
        """What is owed within a reach, counted in one query, and the worst in another."""
        owed = under_control(on=self.on).filter(within)
        soon, later = (self.on + timedelta(days=term) for term in self.terms)
        unreported = Q(stage=Obligation.Stage.NONE)
        found = owed.order_by().aggregate(
            overdue=Count("pk", filter=unreported & Q(due_on__lt=self.on)),
            soon=Count("pk", filter=unreported & Q(due_on__gte=self.on, due_on__lte=soon)),
            later=Count("pk", filter=unreported & Q(due_on__gt=soon, due_on__lte=later)),
            returned=Count("pk", filter=Q(stage=Returned)),
        )
        late = owed.filter(unreported, due_on__lt=self.on).order_by("due_on", "pk")
        named = late.select_related("act", "duty__provision", "debtor")[:WORST]
        worst = tuple(self.line(one) for one in named) if found["overdue"] else ()
        return Tally(**found, worst=worst)

    def line(self, one: Obligation) -> Line:
        """An overdue obligation as the digest names it."""
        named = Named(one.act.number, one.duty.provision.number, one.debtor.short, one.due_on)
        return Line(one.pk, named, (self.on - one.due_on).days)

    def to_review(self, actor: Actor) -> int:
        """How many reports wait for the actor's judgement."""
        leads = seen_by(actor, on=self.on, power=REVIEWS, hanging=False) & Q(lead=None)
        own = Obligation.objects.filter(self.owed_by(actor)).values("pk")
        waiting = Obligation.objects.filter(outcome=Obligation.Outcome.NONE, stage=Submitted)
        return waiting.filter(leads | Q(lead__in=own)).count()

    def extensions(self, actor: Actor) -> int:
        """How many requests for a later date wait for the actor's decision."""
        reach = Obligation.objects.filter(
            seen_by(actor, on=self.on, power=REVIEWS, hanging=False),
            outcome=Obligation.Outcome.NONE,
        )
        return Extension.objects.filter(granted=None, obligation__in=reach.values("pk")).count()


def head_readers(found: Iterable[Reader]) -> frozenset[int]:
    """Who is told the end of the journal every day, also when there is nothing else to say."""
    return frozenset(
        one.account for one in found if any(grant.power == HEAD for grant in one.grants)
    )
