"""One plan: its measures by direction, as far as a reader chose to see them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from birlik.base.mandate.queries import IndicatorCourse, indicator_courses
from birlik.base.obligations.models import Duty, Obligation, Party
from birlik.base.obligations.queries import seen_by
from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.engine.choice import Choice, Offer, choice_of, usual_year
from birlik.domains.execution.engine.occurrences import (
    LEAD,
    Cell,
    Tally,
    counts,
    most_debtors,
    next_due,
    owed,
    strip,
)
from birlik.domains.execution.engine.standing import Standing, standing
from birlik.domains.execution.queries.in_period import in_period
from birlik.domains.execution.queries.points import (
    Names,
    PartyName,
    names,
    parties_of,
    points,
    schedule_of,
    title_of,
)
from birlik.domains.execution.queries.tallies import tallies_of


@dataclass(frozen=True, slots=True)
class Row:
    """A measure as its row shows it.

    `cells`, `standing` and `next_due_on` speak of the lead's occurrences, or of those of the chosen
    executor, or of those that the reader reaches; `cells` and `standing` of the chosen years.
    `members` is how many debtors lead (more than one where a group alone is named),
    `contributors` how many contribute to an occurrence. `owed` and `void` count the obligations
    of the chosen years, those without a record left out; `late_contributions` those of the
    contributors that are overdue.
    """

    provision: Provision
    duty: Duty
    title: LocalText
    form: LocalText
    schedule: Schedule | None
    leads: tuple[PartyName, ...]
    members: int
    contributors: int
    cells: tuple[Cell, ...]
    standing: Standing
    next_due_on: date | None
    owed: int
    void: int
    late_contributions: int


@dataclass(frozen=True, slots=True)
class Block:
    """A direction of a plan with its measures and the indicators that it serves."""

    number: str
    title: LocalText
    rows: tuple[Row, ...]
    courses: tuple[IndicatorCourse, ...]


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A plan as one reader chose to see it.

    `figures` counts all obligations of the act (or of the chosen executor and direction) by
    state, "soon" among them. `courses` are the act's indicators that no direction names.
    """

    act: Act
    choice: Choice
    figures: Counter[str]
    years: tuple[int, ...]
    directions: tuple[tuple[str, LocalText], ...]
    executors: tuple[Structure, ...]
    blocks: tuple[Block, ...]
    courses: tuple[IndicatorCourse, ...]
    measures: int
    sub_measures: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a plan before a reader's choice narrows it."""

    on: date
    choice: Choice
    names: Names
    leads: Mapping[int, Sequence[Party]]
    tallies: Mapping[int, Sequence[Tally]]


@dataclass(frozen=True, slots=True)
class Owing:
    """Who owes something under an act, by the name in Kazakh, and under which duties; `duties` is
    None for all of them."""

    executors: tuple[Structure, ...]
    duties: frozenset[int] | None = None


def under_act(act: int, seen: Q) -> QuerySet[Obligation]:
    """What a reader reaches of what is owed under an act.

    Where that is a part, the number of the act is compared as a sum: no index offers it, so that
    SQLite asks for whom the reader reaches, instead of looking through all that the act demands.
    """
    if not seen:
        return Obligation.objects.filter(act=act)
    return (
        Obligation.objects.filter(seen).alias(number_of_act=F("act") + 0).filter(number_of_act=act)
    )


def owing(under: QuerySet[Obligation], *, narrowed: bool) -> Owing:
    """Who owes the obligations of an act, and under which duties where they are `narrowed` to what
    a reader reaches: two queries then, else one."""
    bodies = Structure.objects.order_by("name_kk", "pk")
    if not narrowed:
        return Owing(tuple(bodies.filter(Exists(under.filter(debtor=OuterRef("pk"))))))
    pairs = list(under.order_by().values_list("duty", "debtor").distinct())
    executors = bodies.filter(pk__in={debtor for _duty, debtor in pairs})
    return Owing(tuple(executors), frozenset(duty for duty, _debtor in pairs))


def plan_sheet(
    act: int, *, by: Actor, asked: Mapping[str, str], on: date, indicators: bool = True
) -> PlanSheet | None:
    """The plan of an act on a day as far as `by` may see it, as the address asks for it; None when
    the act made no duty, or none that somebody whom the actor reaches has to carry out.

    Without `indicators` no direction shows those that it serves.
    """
    seen = seen_by(by, on=on)
    under = under_act(act, seen)
    found = list(points(act))
    if not found:
        return None
    owed = owing(under, narrowed=bool(seen))
    measures = reached(found, owed.duties)
    if not measures:
        return None
    years = range(measures[0].act.first_year, measures[0].act.last_year + 1)
    directions = {one.duty.direction: LocalText() for one in measures}
    directions |= {
        one.number: title_of(one.wordings.all(), on=on)
        for one in found
        if one.kind == Provision.Kind.DIRECTION and one.number in directions
    }
    offer = Offer(tuple(years), directions, [one.pk for one in owed.executors], periods=True)
    wanted = choice_of(asked, offer, None)
    chosen = under.filter(in_period(Period.parse(wanted.period))) if wanted.period else under
    tallies = tallies_of(owed_by(chosen, wanted.executor), on=on)
    choice = choice_of(asked, offer, usual_year(tallies, this_year=on.year))
    leads = parties_of([one.duty.pk for one in measures], role=Party.Role.LEAD)
    reading = Reading(on, choice, names(on=on), leads, by_duty(tallies))
    courses = indicator_courses(act=act) if indicators else ()
    shown = [one for one in measures if choice.direction in {"", one.duty.direction}]
    blocks = tuple(blocks_of(shown, directions, reading, found, courses))
    linked = {one.indicator.pk for block in blocks for one in block.courses}
    return PlanSheet(
        act=measures[0].act,
        choice=choice,
        figures=counts(tally for one in shown for tally in reading.tallies.get(one.duty.pk, ())),
        years=offer.years,
        directions=tuple(directions.items()),
        executors=owed.executors,
        blocks=blocks,
        courses=tuple(one for one in courses if one.indicator.pk not in linked),
        measures=sum(one.parent_id is None for one in measures),
        sub_measures=sum(one.parent_id is not None for one in measures),
    )


def reached(found: Iterable[Provision], duties: frozenset[int] | None) -> list[Provision]:
    """The points that made duties: these, or all for None."""
    measures = [one for one in found if one.kind == Provision.Kind.MEASURE and duty_of(one)]
    return [one for one in measures if duties is None or one.duty.pk in duties]


def owed_by(obligations: QuerySet[Obligation], debtor: int | None) -> QuerySet[Obligation]:
    """Those of the obligations that a structure owes; all of them for None."""
    return obligations if debtor is None else obligations.filter(debtor=debtor)


def duty_of(provision: Provision) -> Duty | None:
    """The duty that a point made, or None where it made none."""
    return getattr(provision, "duty", None)


def by_duty(tallies: Iterable[Tally]) -> dict[int, list[Tally]]:
    """The tallies of each duty."""
    found: defaultdict[int, list[Tally]] = defaultdict(list)
    for tally in tallies:
        found[tally.duty].append(tally)
    return dict(found)


def blocks_of(
    measures: Iterable[Provision],
    directions: Mapping[str, LocalText],
    reading: Reading,
    found: Iterable[Provision],
    courses: Sequence[IndicatorCourse],
) -> Iterator[Block]:
    """The directions in the order of the act, those without a chosen measure left out."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for measure in measures:
        if is_chosen(measure, reading):
            rows[measure.duty.direction].append(row_of(measure, reading))
    points_of_direction = {
        one.number: one.pk for one in found if one.kind == Provision.Kind.DIRECTION
    }
    for number, title in directions.items():
        if rows[number]:
            point = points_of_direction.get(number)
            served = tuple(one for one in courses if serves(one, point))
            yield Block(number, title, tuple(rows[number]), served)


def serves(course: IndicatorCourse, direction: int | None) -> bool:
    """Whether a direction of the plan sets targets for an indicator."""
    return direction is not None and any(
        direction in {one.pk, one.parent_id} for one in course.provisions.values()
    )


def is_chosen(measure: Provision, reading: Reading) -> bool:
    """Whether a measure has what the reader chose: the executor, and the state in the year."""
    tallies, choice = reading.tallies.get(measure.duty.pk, ()), reading.choice
    if choice.state:
        return any(choice.wants(tally) for tally in tallies)
    return not (choice.executor or choice.period) or bool(tallies)


def row_of(measure: Provision, reading: Reading) -> Row:
    """A measure with its occurrences in the chosen years."""
    duty, choice = measure.duty, reading.choice
    every = reading.tallies.get(duty.pk, ())
    covered = [one for one in every if choice.covers(one)]
    own = every if choice.executor is not None else leading(every)
    shown = [one for one in own if choice.covers(one)]
    found = counts(covered)
    schedule = schedule_of(duty)
    return Row(
        provision=measure,
        duty=duty,
        title=title_of(measure.wordings.all(), on=reading.on),
        form=reading.names.form(duty),
        schedule=schedule,
        leads=tuple(map(reading.names.party, reading.leads.get(duty.pk, ()))),
        members=most_debtors(one for one in every if one.role == LEAD),
        contributors=most_debtors(one for one in every if one.role != LEAD),
        cells=strip(shown),
        standing=standing(schedule, shown, own),
        next_due_on=next_due(own, on=reading.on),
        owed=owed(found),
        void=found["void"],
        late_contributions=sum(
            one.count for one in covered if one.role != LEAD and one.state == "overdue"
        ),
    )


def leading(tallies: Sequence[Tally]) -> Sequence[Tally]:
    """The occurrences of the lead; all of them where a reader reaches none of the lead's."""
    return [one for one in tallies if one.role == LEAD] or tallies
