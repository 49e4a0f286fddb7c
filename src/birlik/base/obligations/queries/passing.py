"""What a reorganisation passes on: the obligations of a line of bodies, what is still owed of them,
and what of it stands twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from birlik.base.obligations.engine.rates import Bodies, Body
from birlik.base.obligations.engine.rates import answered_for as answered_by
from birlik.base.obligations.models import Duty, Obligation, Party, Passage, Submission
from birlik.base.registry.models import Reorganisation, Structure, Succession

OPEN = Q(outcome=Obligation.Outcome.NONE, recorded=True)
"""The condition that something is still owed."""


def ended_bodies() -> Bodies:
    """The bodies that end, with who takes over from them."""
    ends = Structure.objects.filter(closed_on__isnull=False)
    rows = ends.values_list("pk", "founded_on", "closed_on", "successor")
    return {pk: Body(founded, closed, heir) for pk, founded, closed, heir in rows}


def line_of(structure: int, *, on: date) -> tuple[int, ...]:
    """A body and those it had succeeded by a day, by number; one that ends on the day still counts
    as itself."""
    bodies = {number: one for number, one in ended_bodies().items() if number != structure}
    return answered_by(structure, bodies, on)


def open_of(bodies: Iterable[int]) -> QuerySet[Obligation]:
    """What is still owed of the rows of some bodies."""
    return Obligation.objects.filter(OPEN, debtor__in=list(bodies)).order_by("pk")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A measure of which a body owes something: its number, how much of it is open, and how much of
    that is overdue."""

    duty: Duty
    open: int
    overdue: int


def measures_of(structure: int, *, on: date) -> list[Chosen]:
    """The measures of which a body and those it succeeded owe anything, in the order of the acts,
    also what falls due later; three queries."""
    line = line_of(structure, on=on)
    overdue = Q(due_on__lt=on)
    rows = open_of(line).order_by().values_list("duty")
    counts = {
        duty: (owed, late)
        for duty, owed, late in rows.annotate(owed=Count("pk"), late=Count("pk", filter=overdue))
    }
    duties = Duty.objects.filter(pk__in=counts).select_related("provision__act")
    found = duties.prefetch_related("provision__wordings")
    return [Chosen(one, *counts[one.pk]) for one in found]


def chosen_for(made: Reorganisation) -> Iterator[tuple[Passage, Sequence[Obligation]]]:
    """What was chosen for a successor, with what of it is still owed."""
    passages = list(made.passages.select_related("duty"))
    lines = {
        one: line_of(one, on=made.on) for one in {passage.predecessor_id for passage in passages}
    }
    by_duty: defaultdict[tuple[int, int], list[Obligation]] = defaultdict(list)
    for old, line in lines.items():
        duties = [one.duty_id for one in passages if one.predecessor_id == old]
        for row in open_of(line).filter(duty__in=duties):
            by_duty[old, row.duty_id].append(row)
    for one in passages:
        yield one, by_duty[one.predecessor_id, one.duty_id]


def measures_known(line: Iterable[int], duties: Iterable[int]) -> set[int]:
    """Which of some measures bodies of a line owe anything of, or are named in."""
    bodies, wanted = list(line), list(duties)
    owing = Q(obligations__debtor__in=bodies) | Q(parties__structure__in=bodies)
    return set(Duty.objects.filter(owing, pk__in=wanted).values_list("pk", flat=True))


Occurrence = tuple[int, str, int, int]
"""Duty, period, number in it, and who answers for it from the day on."""


def twice_owed(made: Reorganisation, anew: Mapping[int, int]) -> list[list[Obligation]]:
    """What the successors owe more than once from the day on, the rows of an occurrence together;
    `anew` says which obligations are to pass to whom. Each row says whether it was `reported`."""
    heirs = [one.successor_id for one in made.successions.all() if one.successor_id]
    answers = {row: heir for heir in heirs for row in line_of(heir, on=made.on)}
    reported = Exists(Submission.objects.filter(obligation=OuterRef("pk")))
    rows = Obligation.objects.filter(OPEN, due_on__gte=made.on)
    found: defaultdict[Occurrence, list[Obligation]] = defaultdict(list)
    concerned = rows.filter(Q(debtor__in=answers) | Q(pk__in=list(anew)))
    for row in concerned.annotate(reported=reported).order_by("pk"):
        heir = anew.get(row.pk) or answers[row.debtor_id]
        found[row.duty_id, row.period, row.number, heir].append(row)
    return [rows for rows in found.values() if len(rows) > 1]


def taken_keys(duties: Iterable[int], debtors: Iterable[int]) -> set[tuple[int, int, str, int]]:
    """Duty, debtor, period and number of all that stands for some debtors: nothing else can be put
    there."""
    superseded = (Obligation.Reason.CORRECTED, Obligation.Reason.JOINED)
    rows = Obligation.objects.filter(duty__in=list(duties), debtor__in=list(debtors))
    standing = rows.exclude(void_reason__in=superseded).order_by()
    return set(standing.values_list("duty", "debtor", "period", "number"))


def orphaned(*, on: date) -> QuerySet[Obligation]:
    """What is still owed by bodies that ended without successor, themselves or at the end of their
    line: nobody's. It is to be released, or entrusted to another body."""
    bodies = ended_bodies()
    ended = [one for one, body in bodies.items() if body.closed_on and body.closed_on <= on]
    gone = {one for one in ended if bodies[one].successor is None}
    while grown := {one for one in ended if bodies[one].successor in gone} - gone:
        gone |= grown
    return open_of(gone).order_by("due_on", "pk")


def passed_counts(made: Reorganisation) -> dict[int, int]:
    """Number of a structure → how many obligations were passed to it by a reorganisation."""
    rows = made.passed_obligations.exclude(obligation__debtor=F("structure")).order_by()
    return dict(rows.values_list("obligation__debtor").annotate(Count("pk")))


def hangs_on(made: Reorganisation) -> bool:
    """Whether a reorganisation can no longer be taken back: a later one is about its bodies, or
    something was done since on what it passed on or joined."""
    bodies = {
        one for pair in made.successions.values_list("predecessor", "successor") for one in pair
    }
    later = Q(predecessor__in=bodies - {None}) | Q(successor__in=bodies - {None})
    if Succession.objects.filter(later, reorganisation__pk__gt=made.pk).exists():
        return True
    passed = Obligation.objects.filter(former_debtors__reorganisation=made)
    moved = passed.exclude(void_reason=Obligation.Reason.JOINED)
    settled = moved.exclude(outcome=Obligation.Outcome.NONE)
    return settled.exists() or is_written(moved, since=made.effected_at) or is_mixed(passed)


def is_written(rows: QuerySet[Obligation], *, since: datetime | None) -> bool:
    """Whether a person wrote anything on obligations since an instant; no where it is None."""
    if since is None:
        return False
    days = {
        "draft__saved_at": since,
        "submissions__at": since,
        "submissions__review__at": since,
        "evidence__attached_at": since,
        "uploads__begun_at": since,
        "remarks__at": since,
        "extensions__asked_at": since,
        "extensions__decided_at": since,
    }
    return any(rows.filter(**{f"{name}__gte": day}).exists() for name, day in days.items())


def is_mixed(passed: QuerySet[Obligation]) -> bool:
    """Whether of obligations that were joined something was written, or hung, that cannot be told
    from what was of those that they were joined with."""
    joined = list(passed.filter(void_reason=Obligation.Reason.JOINED))
    same = Obligation.objects.filter(
        duty__in={one.duty_id for one in joined}, period__in={one.period for one in joined}
    )
    written = Q(draft__isnull=False) | Q(remarks__isnull=False) | Q(uploads__isnull=False)
    leads = any(one.role == Party.Role.LEAD for one in joined)
    hanging = leads and same.filter(lead__isnull=False, lead__outcome="").exists()
    return (
        hanging
        or same.filter(written | Q(evidence__submission=None, evidence__isnull=False)).exists()
    )
