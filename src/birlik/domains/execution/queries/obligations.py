"""All obligations within the reach of an office, as a reader chose to see them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from birlik.base.charter.engine.wording import folded
from birlik.base.obligations.models import Obligation, Submission
from birlik.base.obligations.queries import StateColumn, seen_by, with_state
from birlik.base.records.models import Act, Wording
from birlik.base.records.queries.retellings import told_twice
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import regions, territories_within
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.wanted import (
    ANY,
    GROUPS,
    RETURNED,
    REVIEW,
    SOON,
    TODO,
    Wanted,
)
from birlik.domains.execution.queries.tallies import soon

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

Outcome, Stage = Obligation.Outcome, Obligation.Stage
UNSETTLED = Q(outcome=Outcome.NONE, recorded=True)
AWAITED = UNSETTLED & Q(stage=Stage.NONE)
IN_TIME = Q(first_submitted_on__lte=F("due_on"))
COLUMNS = {
    "due": ("due_on", "pk"),
    "debtor": ("debtor__name_kk", "due_on", "pk"),
    "point": ("act_id", "duty__provision__position", "due_on", "pk"),
    "reported": ("first_submitted_on", "pk"),
}


def in_state(state: str, *, on: date) -> Q:
    """The condition that an obligation stands in a state on a day: that of `with_state`, so that
    an index can answer it. Raises KeyError for an unknown state."""
    late, behind = Q(due_on__lt=on), Q(due_on__gte=on, pace_on__lt=on)
    on_pace = Q(due_on__gte=on) & (Q(pace_on=None) | Q(pace_on__gte=on))
    return {
        "overdue": AWAITED & late,
        "returned": UNSETTLED & Q(stage=Stage.RETURNED),
        "behind": AWAITED & behind,
        "submitted": UNSETTLED & Q(stage=Stage.SUBMITTED),
        "open": AWAITED & on_pace & Q(period_first__lte=on),
        "scheduled": AWAITED & on_pace & Q(period_first__gt=on),
        "fulfilled_late": Q(outcome=Outcome.ACCEPTED) & ~late_free(),
        "fulfilled": Q(outcome=Outcome.ACCEPTED) & late_free(),
        "released": Q(outcome=Outcome.RELEASED),
        "no_record": Q(outcome=Outcome.NONE, recorded=False),
        "void": Q(outcome=Outcome.VOID),
    }[state]


def late_free() -> Q:
    """The condition that the first report came by the due date."""
    return Q(first_submitted_on__isnull=False) & IN_TIME


def own(actor: Actor, *, on: date) -> Q:
    """The condition that the actor's office reports on an obligation."""
    return seen_by(actor, on=on, power="obligations.report", hanging=False)


def to_do(actor: Actor, *, on: date) -> Q:
    """The condition that the actor's office can report on an obligation now and has not."""
    waits = UNSETTLED & ~Q(stage=Stage.SUBMITTED) & Q(period_first__lte=on)
    return waits & own(actor, on=on)


def to_review(actor: Actor, *, on: date) -> Q:
    """The condition that a report waits for the actor's review: of the leads within the reach of a
    coordinator, of the contributors to what the actor's office leads; never one's own."""
    judged = Q(lead=None) & seen_by(actor, on=on, power="obligations.review", hanging=False)
    leads = Obligation.objects.filter(own(actor, on=on), lead=None, role="lead")
    led = Q(lead__in=leads.values("pk")) if actor.holds("obligations.report") else Q(pk__in=())
    written = Submission.objects.filter(
        obligation=OuterRef("pk"), account=actor.account_id, review=None
    )
    return UNSETTLED & Q(stage=Stage.SUBMITTED) & (judged | led) & Q(~Exists(written))


def in_group(group: str, actor: Actor, *, on: date) -> Q:
    """The condition of a group of the list. Raises KeyError for an unknown one."""
    return {
        TODO: lambda: to_do(actor, on=on),
        REVIEW: lambda: to_review(actor, on=on),
        RETURNED: lambda: in_state("returned", on=on) & own(actor, on=on),
        SOON: lambda: soon(on) & Q(recorded=True),
    }[group]()


@dataclass(frozen=True, slots=True)
class Offered:
    """What a list can be narrowed to."""

    acts: tuple[Act, ...]
    executors: tuple[Structure, ...]
    regions: tuple[Territory, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the acts."""
        covered = {
            year
            for act in self.acts
            if act.first_year and act.last_year
            for year in range(act.first_year, act.last_year + 1)
        }
        return tuple(sorted(covered))


@dataclass(frozen=True, slots=True)
class ObligationList:
    """The obligations that a reader chose: `rows` in order, `counts` by state and group without
    regard to the chosen state, `total` those of the chosen one, `titles` of the points by their
    numbers in the database."""

    rows: "QuerySet[WithAnnotations[Obligation, StateColumn]]"
    counts: Counter[str]
    total: int
    offered: Offered


def obligation_list(wanted: Wanted, *, by: Actor, on: date) -> ObligationList:
    """What `by` reaches of all obligations on a day, as wanted."""
    found = narrowed(wanted, by=by, on=on)
    counts = counted(found, by=by, on=on)
    chosen = found
    if wanted.state in GROUPS:
        chosen = found.filter(in_group(wanted.state, by, on=on))
    elif wanted.state != ANY:
        chosen = found.filter(in_state(wanted.state, on=on))
    return ObligationList(
        rows=in_order(with_state(chosen, on=on), wanted.sort),
        counts=counts,
        total=counts[wanted.state],
        offered=offered(by, on=on),
    )


def narrowed(wanted: Wanted, *, by: Actor, on: date) -> QuerySet[Obligation]:
    """What lies within reach and is wanted, in whatever state."""
    found = Obligation.objects.filter(seen_by(by, on=on)).exclude(told_twice("act__"))
    named: dict[str, object] = {
        "act": wanted.act,
        "debtor": wanted.executor,
        "period_first__year": wanted.year,
        "role": wanted.role,
    }
    found = found.filter(**{name: value for name, value in named.items() if value})
    if wanted.region:
        places = territories_within(wanted.region)
        bodies = Structure.objects.filter(territory__in=places).values_list("pk", flat=True)
        found = found.filter(debtor__in=list(bodies))
    if wanted.due is not None:
        until = on + timedelta(days=wanted.due)
        found = found.filter(due_on__gte=on, due_on__lte=until)
    return found.filter(holding(wanted.q)) if wanted.q else found


def holding(words: str) -> Q:
    """The condition that each of the words stands in the title of the point, its number or the
    name of the debtor.

    Compared here and not in the database: SQLite knows case only in Latin letters, and points and
    bodies are some thousands.
    """
    points = texts_by_key(
        Wording.objects.filter(provision__duty__isnull=False).values_list(
            "provision__duty", "provision__number", "title"
        )
    )
    bodies = texts_by_key(
        Structure.objects.values_list("pk", "name_kk", "name_ru", "name_en", "short_kk", "short_ru")
    )
    found = Q()
    for word in folded(words).split():
        duties = [key for key, text in points.items() if word in text]
        debtors = [key for key, text in bodies.items() if word in text]
        found &= Q(duty__in=duties) | Q(debtor__in=debtors)
    return found


def texts_by_key(rows: Iterable[tuple[object, ...]]) -> dict[int, str]:
    """All the texts of a key, folded, as one."""
    found: dict[int, str] = {}
    for key, *texts in rows:
        if isinstance(key, int):
            told = folded(" ".join(str(text) for text in texts))
            found[key] = f"{found.get(key, '')} {told}"
    return found


def counted(found: QuerySet[Obligation], *, by: Actor, on: date) -> Counter[str]:
    """How many obligations stand in each state, in each group, and in all."""
    states = (
        with_state(found, on=on)
        .order_by()
        .annotate(standing=F("state"))
        .values_list("standing")
        .annotate(many=Count("pk"))
    )
    counts = Counter(dict(states))
    counts[ANY] = sum(counts.values())
    unsettled = found.filter(outcome=Outcome.NONE)
    for group in GROUPS:
        counts[group] = unsettled.filter(in_group(group, by, on=on)).count()
    return counts


def in_order(
    rows: "QuerySet[WithAnnotations[Obligation, StateColumn]]", sort: str
) -> "QuerySet[WithAnnotations[Obligation, StateColumn]]":
    """The rows sorted, with what a list shows of each."""
    falling = sort.startswith("-")
    columns = [F(name).desc() if falling else F(name).asc() for name in COLUMNS[sort.lstrip("-")]]
    related = rows.select_related("act", "duty__provision", "debtor", "lead__debtor")
    return related.prefetch_related("duty__provision__wordings").order_by(*columns)


def offered(by: Actor, *, on: date) -> Offered:
    """What a list can be narrowed to by an actor: of those who reach but a part, only who owes
    something in it."""
    sees_all = by.reaches("plans.read")
    owing = Obligation.objects.filter(debtor=OuterRef("pk"))
    executors = Structure.objects.filter(Exists(owing))
    if not sees_all:
        seen = Obligation.objects.filter(seen_by(by, on=on))
        executors = Structure.objects.filter(pk__in=seen.order_by().values("debtor"))
    acts = Act.objects.filter(Exists(Obligation.objects.filter(act=OuterRef("pk"))))
    return Offered(
        acts=tuple(acts.exclude(told_twice()).order_by("-adopted_on")),
        executors=tuple(executors.order_by("name_kk", "pk")),
        regions=tuple(regions().order_by("code")) if sees_all else (),
    )


def titles_in(rows: Iterable[Obligation]) -> Mapping[int, LocalText]:
    """Number of an obligation → the title of its point."""
    return {one.pk: title_of(one) for one in rows}


def title_of(one: Obligation) -> LocalText:
    """The title of an obligation's point; its wordings must be at hand."""
    valid = [text for text in one.duty.provision.wordings.all() if text.valid_until is None]
    return LocalText(**{text.language: text.title for text in valid})
