"""One measure with everything that hangs on it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import item
from birlik.base.journal.models import Entry
from birlik.base.journal.queries import history
from birlik.base.obligations.models import Duty, Obligation, Party
from birlik.base.obligations.queries import StateColumn, seen_by, with_state
from birlik.base.records.models import Act, Finding, Provision, Source, Wording
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import structures_of_kind
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.engine.choice import Choice, Offer
from birlik.domains.execution.engine.excerpt import Excerpt, excerpt, overlaps
from birlik.domains.execution.engine.occurrences import Cell, counts, strip
from birlik.domains.execution.queries.plan import duties_of, duty_of, executors_of, leading
from birlik.domains.execution.queries.points import names, parties_of, points, schedule_of, title_of
from birlik.domains.execution.queries.tallies import soon, tallies_of

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


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

    Of its obligations it holds those that the reader reaches: `cells` are the lead's occurrences
    in all years, `figures` count by state, `offer` is what the list can be narrowed to,
    `executors` everyone who owes, `seen` the condition of the reader's reach.
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
    cells: tuple[Cell, ...]
    figures: Counter[str]
    offer: Offer
    executors: tuple[Structure, ...]
    seen: Q

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
    by_number = {one.number: one for one in found if one.kind == Provision.Kind.MEASURE}
    measure = by_number.get(number)
    if measure is None or not hasattr(measure, "duty"):
        return None
    duty = measure.duty
    reached = duties_of(Obligation.objects.filter(seen, act=act)) if seen else None
    if reached is not None and duty.pk not in reached:
        return None
    titles = {one.pk: title_of(one.wordings.all(), on=on) for one in found}
    directions = {
        one.number: titles[one.pk] for one in found if one.kind == Provision.Kind.DIRECTION
    }
    sources = {
        one.language: one for one in Source.objects.filter(act=act).select_related("document")
    }
    parts = {one.pk: part_of(one, titles, reached) for one in found}
    own = duty.obligations.filter(seen)
    tallies = tallies_of(own, on=on)
    executors = executors_of(own)
    wordings = [one for one in measure.wordings.all() if is_valid(one, on=on)]
    return MeasureSheet(
        act=measure.act,
        provision=measure,
        duty=duty,
        title=titles[measure.pk],
        direction=directions.get(duty.direction, LocalText()),
        parent=parts.get(measure.parent_id or 0),
        tongues=tuple(tongue_of(one, sources.get(one.language)) for one in wordings),
        form=names(on=on).form(duty),
        schedule=schedule_of(duty),
        sides=sides_of(duty, on=on),
        parts=tuple(parts[one.pk] for one in found if one.parent_id == measure.pk),
        findings=findings_about(measure.act, wordings, sources),
        cells=strip(leading(tallies)),
        figures=counts(tallies),
        offer=Offer(
            years=tuple(sorted({one.year for one in tallies})),
            directions=(),
            executors=[one.pk for one in executors],
        ),
        executors=executors,
        seen=seen,
    )


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


def sides_of(duty: Duty, *, on: date) -> tuple[Side, ...]:
    """The parties of a duty as printed, groups with their members on a day."""
    return tuple(side_of(one, on=on) for one in parties_of([duty.pk]).get(duty.pk, ()))


def side_of(party: Party, *, on: date) -> Side:
    """A party with its name, and the members where it is a group."""
    if party.structure is not None:
        return Side(party, party.structure.name)
    group = item(Catalogue.EXECUTOR_GROUP, party.group, on=on)
    if group is None:
        return Side(party, LocalText(kk=party.words))
    members = structures_of_kind(str(group.properties.get("gathers", "")), on=on)
    return Side(party, group.name, tuple(members))


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
) -> "QuerySet[WithAnnotations[Obligation, StateColumn]]":
    """What a duty makes people owe, with its state on a day, as far as the reader may and
    chose to see it; the lead before the contributors."""
    found = with_state(Obligation.objects.filter(sheet.seen, duty=sheet.duty), on=on)
    if choice.year is not None:
        found = found.filter(period_first__year=choice.year)
    if choice.executor is not None:
        found = found.filter(debtor=choice.executor)
    if choice.state == "soon":
        found = found.filter(soon(on))
    elif choice.state:
        found = found.filter(state=choice.state)
    return found.select_related("debtor").order_by(
        "period_first", "number", "-role", "debtor__territory__code", "debtor__name_kk", "pk"
    )


def history_of(sheet: MeasureSheet) -> list[Entry]:
    """What was done to a measure and to the act that carries it, newest first."""
    subjects = (sheet.provision, sheet.duty, sheet.act, *sheet.act.readings.only("pk"))
    return list(history(*subjects)[:50])
