"""What an office has to know today of the obligations within its reach.

Counts and orders are asked of one index each, rows afterwards by their numbers: so the answer
stays quick however many obligations there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    Min,
    OuterRef,
    Q,
    QuerySet,
)

from birlik.base.journal.models import Entry
from birlik.base.journal.queries import entries_since
from birlik.base.obligations.engine.rates import Rate
from birlik.base.obligations.models import Extension, Obligation, Visa
from birlik.base.obligations.queries import StateColumn, given_by_heads, with_state
from birlik.base.obligations.queries.desk import visas_awaited
from birlik.base.obligations.queries.rates import COUNTS
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.actor import Actor
from birlik.domains.execution.engine.wanted import RETURNED, REVIEW, SOON
from birlik.domains.execution.queries.obligations import (
    AWAITED,
    IN_TIME,
    Reach,
    in_group,
    in_state,
    many_of,
    reach_of,
    told_once,
    under_repealed,
)
from birlik.domains.execution.queries.rounds.told import SheetsToFill, sheets_to_fill

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

SHORT = 8
"""How many rows a short list has."""

YEAR = timedelta(days=365)
LATE = "overdue"
LISTS = (LATE, RETURNED, REVIEW, SOON)
"""The short lists, each with its number: what is to be done first, then what comes."""

VISAS = "visas"
LEFT = (LATE, RETURNED, REVIEW)
"""What acts that are no longer in force leave behind, counted apart."""

Owner = TypeVar("Owner")
Key = tuple[int, int]
"""A debtor and an act, by their numbers."""

DEEDS = (
    *("report.submitted", "report.returned", "report.accepted", "remark.made"),
    *("extension.asked", "extension.granted", "extension.refused"),
    *("obligation.released", "obligation.taken_off"),
    *("report.recorded", "extension.by_letter", "release.by_letter", "taking_off.by_letter"),
)
"""What is told of the time since the last visit."""


@dataclass(frozen=True, slots=True)
class Arrear:
    """How far a body, a region or a plan is behind: obligations overdue now, the oldest of their
    due dates, and how many of those due in the last twelve months were reported in time."""

    overdue: int
    oldest: date | None
    on_time: Rate


@dataclass(frozen=True, slots=True)
class Change:
    """Something done about an obligation since the last visit."""

    entry: Entry
    obligation: "WithAnnotations[Obligation, StateColumn]"


@dataclass(frozen=True, slots=True)
class TodaySheet:
    """A day of an office.

    `counts` and `lists` are by the names of `LISTS` and tell of acts in force; `left` counts what
    repealed acts leave behind, by the names of `LEFT`. `asked` are requests for a later due date
    that wait for the actor. `bodies`, `regions` and `plans`, the furthest behind first, are there
    for who reaches more than one body; `on_time` counts them all. `changes` are the newest.
    `visas` wait for the office, oldest first. `to_fill` are the sheets of reporting rounds that
    wait for who reports.
    """

    counts: Mapping[str, int]
    left: Mapping[str, int]
    lists: "Mapping[str, Sequence[WithAnnotations[Obligation, StateColumn]]]"
    asked: tuple[Extension, ...]
    bodies: tuple[tuple[Structure, Arrear], ...]
    regions: tuple[tuple[Territory, Arrear], ...]
    plans: tuple[tuple[Act, Arrear], ...]
    on_time: Rate
    changes: tuple[Change, ...]
    to_fill: SheetsToFill
    visas: tuple[Visa, ...] = ()


def today_sheet(*, by: Actor, on: date, since: datetime | None) -> TodaySheet:
    """What `by` has to know on a day; `since` is the instant of the previous visit, if any."""
    reach = reach_of(by, on=on)
    watched = told_once(Obligation.objects.filter(reach.mine if reach.reports else reach.seen))
    watched = watched.exclude(given_by_heads())
    conditions = conditions_for(reach)
    entries = tuple(news(since, by)) if since else ()
    rows = rows_of(reach, conditions, entries)
    debts = arrears_of(watched, on=on) if reaches_many(by) else {}
    bodies = bodies_of(debts)
    counts = counts_of(reach, conditions, rows, asked=visas_awaited(by))
    return TodaySheet(
        counts={name: counts[name] for name in LISTS},
        left={name: counts.get(left_of(name), 0) for name in LEFT},
        lists={name: short(name, rows) for name in LISTS},
        asked=tuple(asked_of(reach)),
        bodies=worst(bodies.items()),
        regions=worst(by_region(bodies).items()) if reach.sees_all else (),
        plans=worst(plans_of(debts).items()) if reach.sees_all else (),
        on_time=sum_of(debts.values()).on_time,
        changes=changes_in(entries, rows),
        to_fill=sheets_to_fill(by, on=on),
        visas=tuple(visas_awaited(by)) if counts.get(VISAS) else (),
    )


def news(since: datetime, by: Actor) -> QuerySet[Entry]:
    """What others have done about obligations since an instant, newest first."""
    kind = Obligation._meta.label_lower
    return entries_since(since, DEEDS, kind=kind, but=by.account_id)


def reaches_many(actor: Actor) -> bool:
    """Whether an actor reads of more than one body."""
    return any(grant.structure_id is None for grant in actor.grants("plans.read"))


def conditions_for(reach: Reach) -> dict[str, Q]:
    """The condition of each short list: of what acts in force demand."""
    standing = ~under_repealed(reach.on)
    return {name: condition & standing for name, condition in under_any(reach).items()}


def left_of(name: str) -> str:
    """The name of what repealed acts leave of a list."""
    return f"{name}_left"


def under_any(reach: Reach) -> dict[str, Q]:
    """The condition of each short list under whatever act: for who reports, what that office owes;
    for all others, all that is within reach."""
    mine = reach.mine if reach.reports else reach.seen
    return {
        LATE: in_state("overdue", on=reach.on) & mine,
        SOON: in_group(SOON, reach) & mine,
        RETURNED: in_group(RETURNED, reach),
        REVIEW: in_group(REVIEW, reach),
    }


def rows_of(
    reach: Reach, conditions: Mapping[str, Q], entries: Iterable[Entry]
) -> "list[WithAnnotations[Obligation, StateColumn]]":
    """The obligations of all short lists and of the entries, each marked with the lists it is in,
    by due date."""
    every = told_once(Obligation.objects.all())
    wanted = Q(pk__in=[int(one.subject) for one in entries]) & reach.seen
    for condition in conditions.values():
        first = every.filter(condition).order_by("due_on", "pk").values("pk")[:SHORT]
        wanted |= Q(pk__in=first)
    keys = list(every.filter(wanted).order_by().values_list("pk", flat=True))
    marks = {
        f"is_{name}": ExpressionWrapper(condition, output_field=BooleanField())
        for name, condition in conditions.items()
    }
    rows = with_state(Obligation.objects.filter(pk__in=keys), on=reach.on).annotate(**marks)
    related = rows.select_related("act", "duty__provision", "debtor", "lead__debtor")
    return list(related.prefetch_related("duty__provision__wordings").order_by("due_on", "pk"))


def short(
    name: str, rows: "Iterable[WithAnnotations[Obligation, StateColumn]]"
) -> "list[WithAnnotations[Obligation, StateColumn]]":
    """The first of the rows that are in a list, by due date."""
    return [one for one in rows if getattr(one, f"is_{name}")][:SHORT]


def counts_of(
    reach: Reach,
    conditions: Mapping[str, Q],
    rows: "Sequence[WithAnnotations[Obligation, StateColumn]]",
    *,
    asked: QuerySet[Visa],
) -> dict[str, int]:
    """How many obligations each list has, what repealed acts leave of it, and on how many a visa is
    `asked`: all at once, of a list only where its rows are not all of it."""
    counts = {name: len(short(name, rows)) for name in LISTS}
    every = told_once(Obligation.objects.all())
    full = {name: conditions[name] for name in LISTS if counts[name] == SHORT}
    every_act, left = under_any(reach), under_repealed(reach.on)
    full |= {left_of(name): every_act[name] & left for name in LEFT}
    full[VISAS] = Q(pk__in=asked.order_by().values("obligation"))
    return counts | many_of(every, full)


def asked_of(reach: Reach) -> QuerySet[Extension]:
    """The requests for a later due date that wait for the actor's decision, oldest first."""
    if not (reach.reviews or reach.directs):
        return Extension.objects.none()
    decided = reach.judged | reach.directed
    owed = Obligation.objects.filter(decided, pk=OuterRef("obligation"), outcome="")
    found = Extension.objects.filter(Exists(owed), granted=None)
    related = found.select_related("obligation__duty__provision", "obligation__debtor")
    return related.order_by("asked_at")


def arrears_of(obligations: QuerySet[Obligation], *, on: date) -> dict[Key, Arrear]:
    """How far each debtor is behind with each act in force, and how each kept what fell due within
    a year under any act, but for what it owes by agreement: two queries, each within one index."""
    standing = obligations.exclude(under_repealed(on))
    late = standing.filter(AWAITED, due_on__lt=on).order_by().values_list("debtor", "act")
    overdue = {
        (debtor, act): (many, oldest)
        for debtor, act, many, oldest in late.annotate(many=Count("pk"), oldest=Min("due_on"))
    }
    kept = Q(outcome=Obligation.Outcome.ACCEPTED) & IN_TIME
    bound = obligations.filter(by_agreement=False)
    fallen = bound.filter(COUNTS, due_on__lt=on, due_on__gte=on - YEAR)
    rates = {
        (debtor, act): Rate(part, whole)
        for debtor, act, part, whole in fallen.order_by()
        .values_list("debtor", "act")
        .annotate(part=Count("pk", filter=kept), whole=Count("pk"))
    }
    return {
        key: Arrear(*overdue.get(key, (0, None)), rates.get(key, Rate(0, 0)))
        for key in overdue.keys() | rates.keys()
    }


def gathered(debts: Mapping[Key, Arrear], place: int) -> dict[int, Arrear]:
    """How far each debtor (place 0) or each act (place 1) is behind."""
    found: defaultdict[int, list[Arrear]] = defaultdict(list)
    for key, arrear in debts.items():
        found[key[place]].append(arrear)
    return {one: sum_of(parts) for one, parts in found.items()}


def bodies_of(debts: Mapping[Key, Arrear]) -> dict[Structure, Arrear]:
    """How far each body is behind; with the places that it lies in."""
    own = gathered(debts, 0)
    if not own:
        return {}
    found = Structure.objects.filter(pk__in=list(own)).order_by("name_kk")
    return {one: own[one.pk] for one in found.select_related("territory__parent__parent")}


def plans_of(debts: Mapping[Key, Arrear]) -> dict[Act, Arrear]:
    """How far the bodies are behind with each act."""
    own = gathered(debts, 1)
    return {one: own[one.pk] for one in Act.objects.filter(pk__in=list(own))}


def by_region(bodies: Mapping[Structure, Arrear]) -> dict[Territory, Arrear]:
    """How far the bodies of each region are behind together."""
    found: defaultdict[Territory, list[Arrear]] = defaultdict(list)
    for body, arrear in bodies.items():
        if body.territory:
            found[region_of(body.territory)].append(arrear)
    return {region: sum_of(parts) for region, parts in found.items()}


def region_of(territory: Territory) -> Territory:
    """The place of the first level that a place lies in."""
    return region_of(territory.parent) if territory.parent else territory


def worst(found: Iterable[tuple[Owner, Arrear]]) -> tuple[tuple[Owner, Arrear], ...]:
    """Those that have something overdue, the most first."""
    late = (pair for pair in found if pair[1].overdue)
    return tuple(sorted(late, key=lambda pair: -pair[1].overdue)[:SHORT])


def sum_of(parts: Iterable[Arrear]) -> Arrear:
    """Several together."""
    found = list(parts)
    return Arrear(
        overdue=sum(one.overdue for one in found),
        oldest=min((one.oldest for one in found if one.oldest), default=None),
        on_time=Rate(
            sum(one.on_time.part for one in found), sum(one.on_time.whole for one in found)
        ),
    )


def changes_in(
    entries: Iterable[Entry], rows: "Iterable[WithAnnotations[Obligation, StateColumn]]"
) -> tuple[Change, ...]:
    """The entries about obligations within reach, newest first."""
    known = {str(one.pk): one for one in rows}
    found = (Change(one, known[one.subject]) for one in entries if one.subject in known)
    return tuple(islice(found, SHORT))
