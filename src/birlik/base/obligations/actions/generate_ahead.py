"""What the duties of an act in force make people owe, reckoned again as the world changes.

A new akimat joins a group, a body passes to its successor, a year begins for which an act without
an end was not reckoned: what is missing and falls due later is made, what is there stays.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import groupby

from django.db.models import Max, Q

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items
from birlik.base.journal.action import action, note
from birlik.base.journal.queries import history
from birlik.base.obligations.actions.adopt_act import row_of
from birlik.base.obligations.actions.correction_plan import SUPERSEDED
from birlik.base.obligations.actions.parties import Resolver
from birlik.base.obligations.engine.owing import Owed, PartyTerm, Terms, owed
from birlik.base.obligations.models import Duty, FormerDuty, Obligation, Party, Passage
from birlik.base.obligations.queries import norms
from birlik.base.obligations.queries.terms import terms_of
from birlik.base.obligations.queries.versions import began_on, version_of
from birlik.base.obligations.rules import may_adopt_act
from birlik.base.records.engine.draft import ActDraft
from birlik.base.records.engine.draft_record import restore
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Occurrence, Schedule

GENERATED = "obligations.generated"
NOBODY_NAMED = ActDraft(kind="", number="", adopted_on=None, issuer="", language="kk")
"""The executors are known by number already, so no draft has to name them."""

BATCH = 1000
NOT_THERE = (0, "")
Key = tuple[int, str, int, int]
"""Duty, period, number in it, and the structure that answers on the nominal day."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is owed and not there: its duty, its key, and that of the lead's it hangs under."""

    duty: Duty
    due: Owed
    key: Key
    lead: Key | None


@dataclass(slots=True)
class Reckoning:
    """The duties of an act, whom its parties stand for, and what is there already.

    An amended duty makes nothing fall due before its amendment: there its former version stands.

    `there` gives for a key the number and the outcome of its obligation; `once_in` the year in
    which a duty that is owed once fell due by the act's years as they were first reckoned.
    """

    act: Act
    on: date
    terms: Terms
    resolver: Resolver
    there: dict[Key, tuple[int, str]] = field(default_factory=dict)
    once_in: dict[int, int] = field(default_factory=dict)

    def missing(self) -> Iterator[Wanted]:
        """What is owed after the day and is not there, leads before their contributions."""
        duties = Duty.objects.filter(provision__act=self.act, schedule__isnull=False)
        with_all = duties.order_by("pk").prefetch_related("parties", "former")
        for duty in with_all.iterator(chunk_size=500):
            schedule: Schedule = restore(Schedule, duty.schedule)
            parties = [
                PartyTerm(one.structure_id, one.group, one.by_agreement)
                for one in duty.parties.all()
            ]
            terms = self.terms_for(duty, schedule)
            due_by = owed(schedule, parties, self.resolver.members_for(duty.pk), terms)
            began = began_on(duty) or self.act.in_force_from
            for occurrence, dues in groupby(due_by, key=lambda due: due.occurrence):
                if occurrence.nominal_on > self.on and occurrence.nominal_on >= began:
                    yield from self.missing_once(duty, occurrence, dues)

    def missing_once(
        self, duty: Duty, occurrence: Occurrence, dues: Iterable[Owed]
    ) -> Iterator[Wanted]:
        """Of one occurrence, what is not void, is not there, and hangs under no settled lead."""
        code, number = occurrence.period.code, occurrence.number
        for due in dues:
            key = (duty.pk, code, number, due.debtor)
            lead = (duty.pk, code, number, due.leader) if due.leader is not None else None
            settled = lead is not None and self.there.get(lead, NOT_THERE)[1]
            if not due.void_reason and not settled and key not in self.there:
                yield Wanted(duty, due, key, lead)

    def terms_for(self, duty: Duty, schedule: Schedule) -> Terms:
        """The terms of the act; what is owed once stays in the year in which it fell first."""
        year = self.once_in.get(duty.pk)
        if schedule.per == "once" and not schedule.years and year:
            return replace(self.terms, last_year=year)
        return self.terms


def reckoning(act: Act, *, on: date) -> Reckoning:
    """What is there of an act on a day, and by what terms the rest is reckoned.

    Of a duty that was corrected, what fell due before counts too: its occurrence may have another
    day by the terms of now. An obligation counts as that of the structure that answers for it on
    its nominal day, so that a successor does not owe what its predecessor owes already.
    """
    resolver = Resolver.foreseeing(NOBODY_NAMED, on=act.adopted_on)
    stored = Obligation.objects.filter(act=act).exclude(void_reason__in=SUPERSEDED)
    corrected = Q(duty__in=FormerDuty.objects.filter(duty__provision__act=act).values("duty"))
    ahead = stored.filter(Q(nominal_on__gt=on) | corrected).order_by()
    rows = ahead.values_list("duty", "period", "number", "debtor", "nominal_on", "pk", "outcome")
    years = stored.order_by().values_list("duty").annotate(last=Max("period_last"))
    return Reckoning(
        act,
        on,
        terms_of(act),
        resolver,
        {
            (duty, period, number, resolver.heir(debtor, nominal, duty)): (pk, outcome)
            for duty, period, number, debtor, nominal, pk, outcome in rows.iterator(2000)
        },
        {duty: last.year for duty, last in years},
    )


@action(
    GENERATED,
    may=may_adopt_act,
    label=LocalText(
        "Тапсырмалар алдын ала жасалды",
        "Поручения созданы наперед",
        "Obligations generated ahead",
    ),
)
def generate_ahead(by: Actor, act: Act, /, *, at: datetime, basis: str) -> int:
    """Make what the duties of an act make people owe later and is not there; return how many.

    What is there is never touched or doubled. An act without an end is reckoned to the year that
    the norm `years_ahead` gives. `basis` is `basis_of` the act: while it is the same, there is
    nothing to make.
    """
    on = day_of(at)
    act.last_year = horizon(act, on=on)
    act.save(update_fields=["last_year"])
    found = reckoning(act, on=on)
    made = store_missing(found, found.missing())
    note(made=made)
    return made


def store_missing(found: Reckoning, wanted: Iterable[Wanted]) -> int:
    """Store what is missing, leads first so that contributions can hang under them; how many."""
    leads: dict[Key, Obligation] = {}
    hanging: list[tuple[Key, Obligation]] = []
    for one in wanted:
        row = row_of(found.act, one.duty, one.due, version=version_of(one.duty))
        if one.lead is None:
            leads[one.key] = row
        else:
            hanging.append((one.lead, row))
    Obligation.objects.bulk_create(leads.values(), batch_size=BATCH)
    numbers = {key: number for key, (number, _outcome) in found.there.items()}
    numbers.update((key, row.pk) for key, row in leads.items())
    for key, row in hanging:
        row.lead_id = numbers[key]
    Obligation.objects.bulk_create((row for _key, row in hanging), batch_size=BATCH)
    return len(leads) + len(hanging)


def horizon(act: Act, *, on: date) -> int:
    """The last year for which an act is reckoned on a day."""
    if not act.open_ended:
        return act.last_year
    ahead = norms().norm("years_ahead", on).whole_number()
    return max(act.last_year, on.year + ahead)


def is_generated(act: Act, basis: str) -> bool:
    """Whether an act was reckoned ahead on this basis the last time."""
    last = history(act).filter(action=GENERATED).first()
    return last is not None and basis in last.text


def basis_of(act: Act, *, on: date) -> str:
    """A digest of everything on which the obligations of an act depend: its force and years, its
    duties and their parties, the groups of the charter, all structures and what passed."""
    duties = Duty.objects.filter(provision__act=act).order_by("pk")
    parties = Party.objects.filter(duty__provision__act=act).order_by("pk")
    structures = Structure.objects.order_by("pk")
    passed = Passage.objects.filter(duty__provision__act=act).order_by("pk")
    told = (
        repr(terms_of(act)),
        horizon(act, on=on),
        list(duties.values_list("pk", "schedule")),
        list(parties.values_list("pk", "duty", "structure", "group", "by_agreement")),
        [(one.code, one.properties) for one in items(Catalogue.EXECUTOR_GROUP, on=act.adopted_on)],
        list(structures.values_list("pk", "kind", "founded_on", "closed_on", "successor")),
        list(passed.values_list("duty", "predecessor", "successor", "reorganisation__on")),
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()
