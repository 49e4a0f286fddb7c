"""All obligations within the reach of an office, as a reader chose to see them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value

from birlik.base.charter.engine.wording import folded
from birlik.base.obligations.engine.state import UNSETTLED as STILL_OWED
from birlik.base.obligations.models import Obligation, Party, Submission
from birlik.base.obligations.queries import (
    StateColumn,
    directed_by,
    given_by_heads,
    listed_by,
    seen_by,
    with_state,
)
from birlik.base.obligations.queries.alike import alike
from birlik.base.obligations.queries.seen import Known
from birlik.base.records.models import Act, Wording
from birlik.base.records.queries.retellings import told_twice
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import regions, territories_within
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.wanted import (
    ANY,
    GROUPS,
    LIVE,
    REPEALED,
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
NOTHING = Q(pk__in=())
FETCHED = 1000
"""How many rows of a whole list are read at a time."""

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


@dataclass(frozen=True, slots=True)
class Reach:
    """How far an office reaches on a day, as conditions on obligations: what it sees in its lists,
    what it reports on itself (`mine`), whose reports it reviews as a coordinator (`judged`), what
    resolutions of its body gave (`given`), of that what it gave as the head (`directed`)."""

    on: date
    account: int | None
    seen: Q
    mine: Q
    judged: Q
    given: Q
    directed: Q
    reports: bool
    reviews: bool
    directs: bool
    sees_all: bool


def reach_of(actor: Actor, *, on: date) -> Reach:
    """How far an actor reaches on a day: a query for each place or body it reaches."""
    known: Known = {}
    mine, judged, headed = (
        seen_by(actor, on=on, power=f"obligations.{power}", hanging=False, known=known)
        for power in ("report", "review", "direct")
    )
    reports, reviews, directs = (
        actor.holds(f"obligations.{power}") for power in ("report", "review", "direct")
    )
    directed = directed_by(headed) if directs else NOTHING
    return Reach(
        on=on,
        account=actor.account_id,
        seen=listed_by(actor, on=on, known=known),
        mine=mine,
        judged=judged & ~given_by_heads() if reviews else NOTHING,
        given=directed_by(mine) | directed if reports else directed,
        directed=directed,
        reports=reports,
        reviews=reviews,
        directs=directs,
        sees_all=actor.reaches("plans.read"),
    )


def to_review(reach: Reach) -> Q:
    """The condition that a report waits for the office's review: of leads within the reach of a
    coordinator, of contributors to what the office leads, of those to whom a resolution of its body
    gave something; never one's own."""
    leads = Obligation.objects.filter(reach.mine, lead=None, role=Party.Role.LEAD)
    led = Q(lead__in=leads.values("pk")) if reach.reports else NOTHING
    judged = Q(lead=None) & reach.judged if reach.reviews else NOTHING
    given = Q(lead=None) & reach.given if reach.reports or reach.directs else NOTHING
    written = Submission.objects.filter(
        obligation=OuterRef("pk"), account=reach.account, review=None
    )
    waits = UNSETTLED & Q(stage=Stage.SUBMITTED)
    return waits & (judged | led | given) & Q(~Exists(written))


def next_to_review(by: Actor, *, on: date) -> Obligation | None:
    """The report under an act in force that waits for the review of `by` and is due first; None
    where none waits."""
    reach = reach_of(by, on=on)
    waiting = Obligation.objects.filter(to_review(reach) & ~under_repealed(on))
    related = told_once(waiting).select_related("duty__provision", "debtor")
    return related.order_by("due_on", "pk").first()


def in_group(group: str, reach: Reach) -> Q:
    """The condition of a group of the list. Raises KeyError for an unknown one."""
    begun = UNSETTLED & ~Q(stage=Stage.SUBMITTED) & Q(period_first__lte=reach.on)
    return {
        TODO: begun & reach.mine,
        REVIEW: to_review(reach),
        RETURNED: in_state("returned", on=reach.on) & reach.mine,
        SOON: soon(reach.on) & Q(recorded=True),
        LIVE: UNSETTLED,
    }[group]


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
    """The obligations that a reader chose: their numbers in order, `counts` by state and group
    without regard to the chosen state, `total` of the chosen one."""

    keys: QuerySet[Obligation]
    on: date
    counts: Counter[str]
    total: int
    offered: Offered

    def page(
        self, first: int = 0, size: int | None = None
    ) -> "list[WithAnnotations[Obligation, StateColumn]]":
        """The rows from `first` on, `size` of them or all."""
        cut = self.keys[first:] if size is None else self.keys[first : first + size]
        return rows_of(cut.values_list("pk", flat=True), on=self.on)

    def flow(self) -> "Iterator[WithAnnotations[Obligation, StateColumn]]":
        """All rows one after another, `FETCHED` of them at a time; what many rows share (act,
        measure, debtor) is one object for all of them, and the lead's debtor is not at hand."""
        for first in range(0, self.total, FETCHED):
            cut = self.keys[first : first + FETCHED]
            numbers = list(cut.values_list("pk", flat=True))
            rows = with_state(Obligation.objects.filter(pk__in=numbers), on=self.on)
            shared = rows.prefetch_related("act", "debtor", "duty__provision__wordings")
            found = {one.pk: one for one in shared}
            yield from (found[number] for number in numbers)


def obligation_list(wanted: Wanted, *, by: Actor, on: date) -> ObligationList:
    """What `by` reaches of all obligations on a day, as wanted."""
    reach = reach_of(by, on=on)
    offer = offered(reach)
    found = narrowed(wanted, reach, offer)
    counts = counted(found, reach)
    chosen = found
    if wanted.state in GROUPS:
        chosen = found.filter(in_group(wanted.state, reach))
    elif wanted.state != ANY:
        chosen = found.filter(in_state(wanted.state, on=on))
    return ObligationList(
        keys=in_order(chosen, wanted.sort),
        on=on,
        counts=counts,
        total=counts[wanted.state],
        offered=offer,
    )


def narrowed(wanted: Wanted, reach: Reach, offer: Offered) -> QuerySet[Obligation]:
    """What lies within reach and is wanted, in whatever state."""
    found = told_once(Obligation.objects.filter(reach.seen))
    named: dict[str, object] = {
        "act": wanted.act,
        "debtor": wanted.executor,
        "period_first__year": wanted.year,
        "role": wanted.role,
    }
    found = found.filter(**{name: value for name, value in named.items() if value})
    if wanted.whose:
        found = found.filter(reach.mine)
    if wanted.force != ANY:
        left = under_repealed(reach.on)
        found = found.filter(left if wanted.force == REPEALED else ~left)
    if wanted.region:
        places = territories_within(wanted.region)
        found = found.filter(debtor__in=Structure.objects.filter(territory__in=places).values("pk"))
    if wanted.due is not None:
        until = reach.on + timedelta(days=wanted.due)
        found = found.filter(due_on__gte=reach.on, due_on__lte=until)
    return found.filter(holding(wanted.q, offer.executors)) if wanted.q else found


def under_repealed(on: date) -> Q:
    """The condition that the act which demands an obligation is no longer in force on a day."""
    return Q(act__in=Act.objects.filter(repealed_on__lt=on).values("pk"))


def told_once(obligations: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """The obligations without those of an act's retelling beside the act itself."""
    return obligations.exclude(act__in=Act.objects.filter(told_twice()).values("pk"))


def holding(words: str, debtors: Iterable[Structure]) -> Q:
    """The condition that each of the words stands in the title of the point, its number or the
    name of one of the debtors.

    Compared here and not in the database: SQLite knows case only in Latin letters, and points and
    bodies are some thousands.
    """
    points = texts_by_key(
        Wording.objects.filter(provision__duty__isnull=False).values_list(
            "provision__duty", "provision__number", "title"
        )
    )
    bodies = texts_by_key(
        (one.pk, one.name_kk, one.name_ru, one.name_en, one.short_kk, one.short_ru)
        for one in debtors
    )
    found = Q()
    for word in folded(words).split():
        duties = [key for key, text in points.items() if word in text]
        named = [key for key, text in bodies.items() if word in text]
        found &= Q(duty__in=duties) | Q(debtor__in=named)
    return found


def texts_by_key(rows: Iterable[tuple[object, ...]]) -> dict[int, str]:
    """All the texts of a key, folded, as one."""
    found: dict[int, str] = {}
    for key, *texts in rows:
        if isinstance(key, int):
            told = folded(" ".join(str(text) for text in texts))
            found[key] = f"{found.get(key, '')} {told}"
    return found


def counted(found: QuerySet[Obligation], reach: Reach) -> Counter[str]:
    """How many obligations stand in each state, in each group, and in all: two queries."""
    counts: Counter[str] = Counter()
    for one in alike(found):
        counts[one.state(reach.on)] += one.many
    counts[ANY] = sum(counts.values())
    counts[LIVE] = sum(counts[state] for state in STILL_OWED)
    counts.update(many_of(found, {group: in_group(group, reach) for group in groups_of(reach)}))
    return counts


def many_of(found: QuerySet[Obligation], conditions: Mapping[str, Q]) -> dict[str, int]:
    """How many of the obligations meet each condition, by its name: one query, in which each has
    its own index; a name that none meets is absent."""
    asked = [
        found.filter(condition)
        .order_by()
        .annotate(name=Value(name))
        .values_list("name")
        .annotate(many=Count("pk"))
        for name, condition in conditions.items()
    ]
    return dict(asked[0].union(*asked[1:], all=True)) if asked else {}


def groups_of(reach: Reach) -> tuple[str, ...]:
    """The groups that say something to an office and are no sum of states."""
    own = (TODO, RETURNED) if reach.reports else ()
    judged = (REVIEW,) if reach.reports or reach.reviews or reach.directs else ()
    return (*own, *judged, SOON)


def in_order(chosen: QuerySet[Obligation], sort: str) -> QuerySet[Obligation]:
    """The obligations sorted."""
    falling = sort.startswith("-")
    columns = COLUMNS[sort.removeprefix("-")]
    return chosen.order_by(*(F(name).desc() if falling else F(name).asc() for name in columns))


def rows_of(keys: Iterable[int], *, on: date) -> "list[WithAnnotations[Obligation, StateColumn]]":
    """The obligations of these numbers, in that order, with what a list shows of each.

    They are asked for by number, after the page was cut: joined before, all would be sorted.
    """
    order = {key: place for place, key in enumerate(keys)}
    rows = with_state(Obligation.objects.filter(pk__in=list(order)), on=on)
    related = rows.select_related("act", "duty__provision", "debtor", "lead__debtor")
    found = related.prefetch_related("duty__provision__wordings")
    return sorted(found, key=lambda one: order[one.pk])


def offered(reach: Reach) -> Offered:
    """What a list can be narrowed to: of those who reach but a part, only who owes something in
    it."""
    owing = Obligation.objects.filter(debtor=OuterRef("pk"))
    executors = Structure.objects.filter(Exists(owing))
    if not reach.sees_all:
        seen = Obligation.objects.filter(reach.seen)
        executors = Structure.objects.filter(pk__in=seen.order_by().values("debtor"))
    owed = Obligation.objects.filter(~given_by_heads(), act=OuterRef("pk"))
    acts = Act.objects.filter(Exists(owed))
    return Offered(
        acts=tuple(acts.exclude(told_twice()).order_by("-adopted_on")),
        executors=tuple(executors.order_by("name_kk", "pk")),
        regions=tuple(regions().order_by("code")) if reach.sees_all else (),
    )


def title_of(one: Obligation) -> LocalText:
    """The title of an obligation's point; its wordings must be at hand."""
    valid = [text for text in one.duty.provision.wordings.all() if text.valid_until is None]
    return LocalText(**{text.language: text.title for text in valid})
