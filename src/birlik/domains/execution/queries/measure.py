"""One measure with everything that hangs on it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When

from birlik.base.journal.models import Entry
from birlik.base.journal.queries import history
from birlik.base.obligations.models import Duty, Obligation, Party, Submission
from birlik.base.obligations.queries import StateColumn, seen_by, with_state
from birlik.base.records.models import Act, Finding, Provision, Source, Wording
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import existing_on
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.engine.choice import SOON, Choice, Offer
from birlik.domains.execution.engine.excerpt import Excerpt, excerpt, overlaps
from birlik.domains.execution.engine.occurrences import Cell, Tally, counts, strip
from birlik.domains.execution.queries.plan import duty_of, leading
from birlik.domains.execution.queries.points import (
    Names,
    names,
    parties_of,
    points,
    schedule_of,
    title_of,
)
from birlik.domains.execution.queries.tallies import soon, tallies_of

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

LEAF = 40


@dataclass(frozen=True, slots=True)
class Tongue:
    """A measure in one language: its words, and the place in the source they were read from.

    `excerpt` is None where no source carries the words.
    """

    language: str
    title: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Side:
    """A party of a measure: a structure, or a group with its members on the day."""

    party: Party
    name: LocalText
    members: tuple[Structure, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A measure above or below another; `opens` says whether the reader may open its page."""

    number: str
    title: LocalText
    opens: bool


@dataclass(frozen=True, slots=True)
class MeasureSheet:
    """A measure as its page shows it; `parts` are its sub-measures, `parent` the one above.

    Of its obligations it holds those that the reader reaches: `tallies` counts them, `offer` is
    what the list can be narrowed to, `executors` everyone who owes, `seen` the condition of the
    reader's reach.
    """

    act: Act
    provision: Provision
    duty: Duty
    title: LocalText
    direction: LocalText
    parent: Part | None
    tongues: tuple[Tongue, ...]
    form: LocalText
    schedule: Schedule | None
    sides: tuple[Side, ...]
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]
    tallies: tuple[Tally, ...]
    offer: Offer
    executors: tuple[Structure, ...]
    seen: Q

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The lead's occurrences in all years."""
        return strip(leading(self.tallies))

    @property
    def figures(self) -> Counter[str]:
        """How many obligations stand in each state."""
        return counts(self.tallies)

    def count(self, choice: Choice) -> int:
        """How many obligations a choice without an executor leaves."""
        wanted = (one for one in self.tallies if choice.wants(one))
        return sum(one.soon if choice.state == SOON else one.count for one in wanted)

    @property
    def texts(self) -> tuple[Tongue, ...]:
        """The point in Kazakh and in Russian, as far as it has them, Kazakh first."""
        return tuple(one for one in self.tongues if one.language != "en")

    @property
    def has_both(self) -> bool:
        """Whether the point is there in Kazakh and in Russian."""
        return {"kk", "ru"} <= {one.language for one in self.tongues}


def measure_sheet(act: int, number: str, *, by: Actor, on: date) -> MeasureSheet | None:
    """The measure of that number on a day as far as `by` may see it; None where the act has no
    such measure, or nothing is owed under it by whom the actor reaches."""
    seen = seen_by(by, on=on)
    found = list(points(act))
    measure = measure_among(found, number)
    if measure is None:
        return None
    duty = measure.duty
    near = [one for one in found if measure.pk in {one.pk, one.parent_id}]
    near += [one for one in found if one.pk == measure.parent_id]
    shown = {one.duty.pk for one in near if duty_of(one)} if seen else {duty.pk}
    tallies = tallies_of(Obligation.objects.filter(seen, act=act, duty__in=shown), on=on)
    reached = frozenset(one.duty for one in tallies) if seen else None
    if reached is not None and duty.pk not in reached:
        return None
    own = [one for one in tallies if one.duty == duty.pk]
    titles = {one.pk: title_of(one.wordings.all(), on=on) for one in found}
    parts = {one.pk: part_of(one, titles, reached) for one in near}
    directions = {
        one.number: titles[one.pk] for one in found if one.kind == Provision.Kind.DIRECTION
    }
    sources = {
        one.language: one for one in Source.objects.filter(act=act).select_related("document")
    }
    named = names(on=on)
    parties = parties_of([duty.pk]).get(duty.pk, ())
    bodies = bodies_of(duty, parties, named, seen, on=on)
    wordings = [one for one in measure.wordings.all() if is_valid(one, on=on)]
    return MeasureSheet(
        act=measure.act,
        provision=measure,
        duty=duty,
        title=titles[measure.pk],
        direction=directions.get(duty.direction, LocalText()),
        parent=parts.get(measure.parent_id or 0),
        tongues=tuple(tongue_of(one, sources.get(one.language)) for one in wordings),
        form=named.form(duty),
        schedule=schedule_of(duty),
        sides=tuple(side_of(one, named, bodies) for one in parties),
        parts=tuple(parts[one.pk] for one in near if one.parent_id == measure.pk),
        findings=findings_about(measure.act, wordings, sources),
        tallies=tuple(own),
        offer=Offer(
            years=tuple(sorted({one.year for one in own})),
            directions=(),
            executors=[one.pk for one in bodies.executors],
        ),
        executors=bodies.executors,
        seen=seen,
    )


def measure_among(found: Iterable[Provision], number: str) -> Provision | None:
    """The measure of a number that made a duty, among the points of its act."""
    measures = (one for one in found if one.kind == Provision.Kind.MEASURE and duty_of(one))
    return next((one for one in measures if one.number == number), None)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Those who owe something under a duty, by name, and the members of its groups by kind."""

    executors: tuple[Structure, ...]
    members: Mapping[str, Sequence[Structure]]


def bodies_of(duty: Duty, parties: Iterable[Party], named: Names, seen: Q, *, on: date) -> Bodies:
    """Those who owe what a reader reaches of a duty, and the members of its groups on a day, in
    one query."""
    debtors = duty.obligations.filter(seen).order_by().values("debtor")
    kinds = {named.gathered[one.group] for one in parties if one.group in named.gathered}
    found = (
        Structure.objects.annotate(
            owes=Case(When(pk__in=debtors, then=Value(value=True)), default=Value(value=False)),
            exists=Case(When(existing_on(on), then=Value(value=True)), default=Value(value=False)),
        )
        .filter(Q(owes=True) | Q(kind__in=kinds, exists=True))
        .select_related("territory")
        .order_by("territory__code", "name_kk", "pk")
    )
    rows = list(found)
    executors = sorted((one for one in rows if one.owes), key=lambda one: (one.name_kk, one.pk))
    members = {kind: [one for one in rows if one.kind == kind and one.exists] for kind in kinds}
    return Bodies(tuple(executors), members)


def part_of(
    point: Provision, titles: Mapping[int, LocalText], reached: frozenset[int] | None
) -> Part:
    """A point of the act beside the one shown; `reached` are the duties whose pages the reader may
    open, None for all."""
    duty = duty_of(point)
    opens = duty is not None and (reached is None or duty.pk in reached)
    return Part(point.number, titles[point.pk], opens)


def is_valid(wording: Wording, *, on: date) -> bool:
    """Whether a wording is the one of a day."""
    return wording.valid_from <= on and (wording.valid_until is None or on < wording.valid_until)


def tongue_of(wording: Wording, source: Source | None) -> Tongue:
    """A wording with its place in the source of its language."""
    place = excerpt(source.text, wording.start, wording.end) if source else None
    return Tongue(wording.language, wording.title, place)


def side_of(party: Party, named: Names, bodies: Bodies) -> Side:
    """A party with its name, and the members where it is a group."""
    members = bodies.members.get(named.gathered.get(party.group, ""), ())
    return Side(party, named.party(party).name, tuple(members))


def findings_about(
    act: Act, wordings: Sequence[Wording], sources: Mapping[str, Source]
) -> tuple[Finding, ...]:
    """The findings of the act's check that point at the words of a measure."""
    spans = {
        sources[one.language].document.digest: (one.start, one.end)
        for one in wordings
        if one.language in sources and one.start < one.end
    }
    return tuple(
        finding
        for finding in Finding.objects.filter(act=act)
        if any(points_into(place, spans) for place in finding.places)
    )


def points_into(place: Mapping[str, Any], spans: Mapping[str, tuple[int, int]]) -> bool:
    """Whether a place of a finding lies in one of the spans, which are known by file digest."""
    span = spans.get(place["file"])
    return span is not None and overlaps(int(place["start"]), int(place["end"]), *span)


def obligations_of_duty(
    sheet: MeasureSheet, choice: Choice, *, on: date
) -> "Paginator[WithAnnotations[Obligation, StateColumn]]":
    """What a duty makes people owe, with its state on a day, as far as the reader may and chose to
    see it, forty to a leaf; the lead before the contributors.

    It is not counted anew: the sheet knows how many there are, save of one executor, who has few.
    """
    found = with_state(Obligation.objects.filter(sheet.seen, duty=sheet.duty), on=on)
    if choice.year is not None:
        found = found.filter(period_first__year=choice.year)
    if choice.state == SOON:
        found = found.filter(soon(on))
    elif choice.state:
        found = found.filter(state=choice.state)
    ordered = with_papers(found.select_related("debtor")).order_by(
        "period_first", "number", "-role", "debtor__territory__code", "debtor__name_kk", "pk"
    )
    if choice.executor is not None:
        return Paginator(list(ordered.filter(debtor=choice.executor)), LEAF)
    leaves = Paginator(ordered, LEAF)
    leaves.count = sheet.count(choice)
    return leaves


def with_papers(
    obligations: "QuerySet[WithAnnotations[Obligation, StateColumn]]",
) -> "QuerySet[WithAnnotations[Obligation, StateColumn]]":
    """The obligations with `papers`: how many pieces of evidence the newest report has, None
    without a report."""
    reports = Submission.objects.filter(obligation=OuterRef("pk")).order_by("-number")
    counted = reports.annotate(papers=Count("evidence")).values("papers")
    return obligations.annotate(papers=Subquery(counted[:1]))


def history_of_measure(act: int, number: str, *, by: Actor, on: date) -> list[Entry] | None:
    """What was done to a measure and to the act that carries it, newest first; None where the
    actor may not see the measure."""
    measure = measure_among(points(act), number)
    if measure is None:
        return None
    seen = seen_by(by, on=on)
    if seen and not measure.duty.obligations.filter(seen).exists():
        return None
    subjects = (measure, measure.duty, measure.act, *measure.act.readings.only("pk"))
    return list(history(*subjects)[:50])
