"""The facts of a consolidated report: an act's obligations of a period with all that was done."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import item
from birlik.base.mandate.queries import IndicatorCourse, indicator_courses
from birlik.base.obligations.engine.rates import Discipline, Score, heir
from birlik.base.obligations.models import Duty, Obligation, Party
from birlik.base.obligations.queries import scores_by, with_state
from birlik.base.obligations.queries.rates import bodies_that_change
from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.engine.report.content import (
    ActHead,
    Content,
    Contribution,
    Direction,
    Execution,
    Indicator,
    Informed,
    Line,
    Measure,
    Share,
    Tally,
    Value,
)
from birlik.domains.execution.queries.in_period import in_period
from birlik.domains.execution.queries.points import Names, names, parties_of, points, title_of
from birlik.domains.execution.queries.printed import Print, print_of
from birlik.domains.execution.queries.reported import Reported, reported
from birlik.domains.execution.queries.rounds.informed import informed_by_rounds

LISTED = 30
"""So many contributions with words are listed under one obligation of the lead."""

SETTLED_OUT = frozenset({"void", "released", "no_record"})


@dataclass(frozen=True, slots=True)
class Owed:
    """An obligation of the period, as one row of the database."""

    pk: int
    duty: int
    debtor: int
    role: str
    lead: int | None
    by_agreement: bool
    period: str
    number: int
    due_on: date
    state: str
    submitted_on: date | None
    quantity: int | None
    shared: bool
    void_reason: str


COLUMNS = (
    *("pk", "duty_id", "debtor_id", "role", "lead_id", "by_agreement", "period", "number"),
    *("due_on", "standing", "first_submitted_on", "quantity", "shared", "void_reason"),
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that the measures of a report are put together from."""

    by_duty: Mapping[int, Sequence[Owed]]
    contributions: Mapping[int, Sequence[Owed]]
    reported: Reported
    bodies: Mapping[int, Structure]
    parties: Mapping[int, Sequence[Party]]
    names: Names
    printed: Print
    informed: Mapping[int, Informed]


def report_content(act: Act, period: Period, *, on: date) -> Content:
    """What a consolidated report on an act's period says on a day; a fixed number of queries."""
    found = Obligation.objects.filter(in_period(period), act=act)
    owed = list(owed_of(found, on=on))
    measures = [one for one in points(act.pk) if hasattr(one, "duty")]
    numbers = {one.debtor for one in owed}
    gathered = Gathered(
        by_duty=grouped(owed, "duty"),
        contributions=grouped([one for one in owed if one.lead is not None], "lead"),
        reported=reported(found),
        bodies=Structure.objects.in_bulk(numbers),
        parties=parties_of([one.duty.pk for one in measures]),
        names=names(on=on),
        printed=print_of(act),
        informed=informed_by_rounds(act, period),
    )
    scores = scores_by(found, "duty__direction", on=on)
    directions = tuple(directions_of(act, measures, gathered, scores, on=on))
    return Content(
        act=head_of(act, on=on),
        period=period.code,
        stated_on=on,
        total=tally_of(owed, sum(scores.values(), Score())),
        directions=directions,
        executors=tuple(executors_of(owed, scores_by(found, "debtor", on=on), on=on)),
        indicators=tuple(indicator_of(one, act.pk) for one in indicator_courses(act=act.pk)),
        idle=tuple(one.number for one in measures if one.duty.pk not in gathered.by_duty),
    )


def owed_of(found: QuerySet[Obligation], *, on: date) -> Iterator[Owed]:
    """The obligations with their states, by period and debtor; leads and contributions."""
    rows = (
        with_state(found, on=on)
        .annotate(standing=F("state"))
        .order_by("period_first", "number", "debtor__territory__code", "debtor__name_kk", "pk")
        .values_list(*COLUMNS)
    )
    return (Owed(*row) for row in rows)


def grouped(owed: Iterable[Owed], key: str) -> dict[int, list[Owed]]:
    """Obligations by their duty, or by the lead's obligation."""
    found: defaultdict[int, list[Owed]] = defaultdict(list)
    for one in owed:
        found[getattr(one, key)].append(one)
    return dict(found)


def head_of(act: Act, *, on: date) -> ActHead:
    """The act as a report names it."""
    kind = item(Catalogue.ACT_KIND, act.kind, on=on)
    return ActHead(
        kind=kind.name if kind else LocalText(),
        number=act.number,
        adopted_on=act.adopted_on,
        title=act.title,
        issuer=act.issuer,
    )


def directions_of(
    act: Act,
    measures: Sequence[Provision],
    gathered: Gathered,
    scores: Mapping[tuple[object, ...], Score],
    *,
    on: date,
) -> Iterator[Direction]:
    """The directions in the order of the act, those without an obligation of the period left
    out."""
    titles = {
        one.number: title_of(one.wordings.all(), on=on)
        for one in points(act.pk)
        if one.kind == Provision.Kind.DIRECTION
    }
    by_direction: dict[str, list[Provision]] = {}
    for measure in measures:
        if measure.duty.pk in gathered.by_duty:
            by_direction.setdefault(measure.duty.direction, []).append(measure)
    for number, found in by_direction.items():
        owed = [one for measure in found for one in gathered.by_duty[measure.duty.pk]]
        yield Direction(
            number=number,
            title=titles.get(number, LocalText()),
            tally=tally_of(owed, scores.get((number,), Score())),
            measures=tuple(measure_of(one, gathered, on=on) for one in found),
        )


def tally_of(owed: Iterable[Owed], score: Score) -> Tally:
    """Obligations counted by state, with the rates of those that fell due."""
    counts = Counter(one.state for one in owed)
    return Tally(tuple(sorted(counts.items())), share_of(score.bound), share_of(score.agreed))


def share_of(found: Discipline) -> Share:
    """The on-time rate as a share."""
    return Share(found.rate.part, found.rate.whole)


def executors_of(
    owed: Iterable[Owed], scores: Mapping[tuple[object, ...], Score], *, on: date
) -> Iterator[Line]:
    """Everyone who answers for an obligation of the period, by territory and name."""
    bodies = bodies_that_change()
    by_body: defaultdict[int, list[Owed]] = defaultdict(list)
    for one in owed:
        by_body[heir(one.debtor, bodies, on)].append(one)
    structures = Structure.objects.filter(pk__in=by_body).select_related("territory")
    for body in structures:
        score = scores.get((body.pk,), Score())
        yield Line(body.name, tally_of(by_body[body.pk], score))


def measure_of(measure: Provision, gathered: Gathered, *, on: date) -> Measure:
    """A measure with the obligations of those who lead it."""
    duty: Duty = measure.duty
    columns = gathered.printed.columns(
        duty, measure.number, gathered.parties.get(duty.pk, ()), gathered.names
    )
    return Measure(
        number=measure.number,
        title=title_of(measure.wordings.all(), on=on),
        form=columns.form,
        deadline=columns.deadline,
        executors=columns.executors,
        executions=tuple(
            execution_of(one, gathered) for one in gathered.by_duty[duty.pk] if one.lead is None
        ),
    )


def execution_of(one: Owed, gathered: Gathered) -> Execution:
    """An obligation of a lead with what was reported on it and contributed to it."""
    own = gathered.reported
    counts = one.state not in SETTLED_OUT
    beside = gathered.contributions.get(one.pk, ()) if counts else ()
    text = own.text(one.pk)
    told = [
        part
        for part in beside
        if (words := own.text(part.pk)) != LocalText() and not is_in(words, text)
    ]
    return Execution(
        debtor=gathered.bodies[one.debtor].short,
        period=one.period,
        number=one.number,
        due_on=one.due_on,
        state=one.state,
        by_agreement=one.by_agreement,
        asked_on=own.extended.get(one.pk),
        submitted_on=one.submitted_on,
        owed=one.quantity,
        shared=one.shared,
        done=own.done(one.pk),
        text=text,
        proofs=own.proofs.get(one.pk, ()),
        ground=own.grounds.get(one.pk, LocalText()),
        void_reason=one.void_reason,
        contributors=tuple(sorted(Counter(part.state for part in beside).items())),
        behind=tuple(gathered.bodies[part.debtor].short for part in beside if is_late(part)),
        contributions=tuple(
            Contribution(
                debtor=gathered.bodies[part.debtor].short,
                state=part.state,
                text=own.text(part.pk),
                proofs=own.proofs.get(part.pk, ()),
            )
            for part in told[:LISTED]
        ),
        unlisted=max(0, len(told) - LISTED),
        informed=gathered.informed.get(one.pk) if counts and not one.submitted_on else None,
    )


def is_late(one: Owed) -> bool:
    """Whether a contributor owes a report whose due date has passed, and is bound to it."""
    return one.state == "overdue" and not one.by_agreement


def is_in(words: LocalText, text: LocalText) -> bool:
    """Whether the lead's text has taken a contributor's words up in every language they are in."""
    return all(
        getattr(words, code) in getattr(text, code) for code in ("kk", "ru") if getattr(words, code)
    )


def indicator_of(course: IndicatorCourse, act: int) -> Indicator:
    """An indicator with what the act plans and what was seen, by year."""
    plans = {one.year: one.value for one in reversed(course.planned) if one.act == act}
    seen = {(one.year, one.kind): one.value for one in course.seen}
    years = sorted({*plans, *(year for year, _kind in seen)})
    return Indicator(
        number=course.indicator.pk,
        title=course.indicator.title,
        unit=course.indicator.unit,
        values=tuple(
            Value(year, plans.get(year), seen.get((year, "fact")), seen.get((year, "estimate")))
            for year in years
        ),
    )
