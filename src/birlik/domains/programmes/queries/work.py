"""What associations did, what they report, and what of all that adds up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import named_items
from birlik.base.obligations.models import Obligation
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import places_within
from birlik.base.registry.queries.cards import structures_as_of
from birlik.base.registry.queries.statistics.places import lines_of, places_on
from birlik.base.values.actor import Actor
from birlik.base.values.collation import sort_key
from birlik.base.values.local_text import LocalText
from birlik.domains.programmes.engine.totals import (
    Content,
    Done,
    Sum,
    added_up,
    from_record,
    sum_of,
)
from birlik.domains.programmes.models import Activity, FrozenReport, YearlyReport
from birlik.domains.programmes.queries.norms import norms

States = ("none", "draft", "submitted", "returned")
"""Where a yearly report stands; an association that has begun none has "none"."""


def reporting_kinds(on: date) -> tuple[str, ...]:
    """The kinds of bodies that report on each year."""
    listed = norms().norm("reporting_kinds", on).value
    return tuple(map(str, listed)) if isinstance(listed, tuple) else ()


def reporting_bodies(year: int, *, by: Actor | None, today: date) -> QuerySet[Structure]:
    """The bodies that report on a year: those of the kinds that existed on its last day, or exist
    today where it is not over; with `by` those within reach."""
    on = min(date(year, 12, 31), today)
    return structures_as_of(on, by=by).filter(kind__in=reporting_kinds(on))


def reporting_body(number: int, *, today: date) -> Structure | None:
    """A body of a number whose kind reports, whether it exists today or not; None for another."""
    found = Structure.objects.filter(pk=number, kind__in=reporting_kinds(today), duplicate_of=None)
    return found.select_related("territory__parent__parent__parent").first()


@dataclass(frozen=True, slots=True)
class Line:
    """An association in the list of a year: where its report stands, and how much it has done."""

    structure: Structure
    state: str
    activities: int


def listed(found: QuerySet[Structure], year: int) -> QuerySet[Structure]:
    """Bodies with `report_pk`, `sent`, `sent_back`, `owed_stage` of their reports on a year."""
    reports = YearlyReport.objects.filter(structure=OuterRef("pk"), year=year)
    return found.select_related("territory").annotate(
        report_pk=Subquery(reports.values("pk")[:1]),
        sent=Subquery(reports.values("submitted_at")[:1]),
        sent_back=Subquery(reports.values("returned_at")[:1]),
        owed_stage=Subquery(reports.values("obligation__stage")[:1]),
    )


def in_state(found: QuerySet[Structure], state: str) -> QuerySet[Structure]:
    """Those of `listed` whose report stands so; all for ''."""
    back = Q(sent_back__isnull=False) | Q(owed_stage=Obligation.Stage.RETURNED)
    conditions = {
        "none": Q(report_pk=None),
        "draft": Q(report_pk__isnull=False, sent=None),
        "returned": Q(sent__isnull=False) & back,
        "submitted": Q(sent__isnull=False, sent_back=None)
        & (Q(owed_stage=None) | ~Q(owed_stage=Obligation.Stage.RETURNED)),
    }
    return found.filter(conditions[state]) if state in conditions else found


def state_of(report: YearlyReport | None) -> str:
    """Where a report stands."""
    if report is None:
        return "none"
    if report.submitted_at is None:
        return "draft"
    owed = report.obligation
    back = report.returned_at or (owed is not None and owed.stage == Obligation.Stage.RETURNED)
    return "returned" if back else "submitted"


def lines_of_list(bodies: Iterable[Structure], year: int) -> list[Line]:
    """Bodies of `listed` as a list shows them; one query."""
    several = list(bodies)
    counted = done_in(year).filter(structure__in=several).values_list("structure")
    counts = dict(counted.annotate(number=Count("pk")).order_by())
    return [Line(one, told_state(vars(one)), counts.get(one.pk, 0)) for one in several]


def told_state(row: Mapping[str, object]) -> str:
    """Where the report of a body of `listed` stands."""
    if row["report_pk"] is None:
        return "none"
    if row["sent"] is None:
        return "draft"
    back = row["sent_back"] or row["owed_stage"] == Obligation.Stage.RETURNED
    return "returned" if back else "submitted"


def named_so(found: QuerySet[Structure], words: str) -> QuerySet[Structure]:
    """Bodies whose name holds every word."""
    for word in words.split():
        found = found.filter(Q(sort_key__contains=sort_key(word)) | Q(name_ru__icontains=word))
    return found


def done_in(year: int) -> QuerySet[Activity]:
    """What was done in a year: what ended in it; without what was withdrawn."""
    ended = Q(last_on__gte=date(year, 1, 1), last_on__lte=date(year, 12, 31))
    return Activity.objects.filter(ended, withdrawn_at=None)


def activities_of(structure: Structure, year: int) -> QuerySet[Activity]:
    """What a body did in a year, the newest first."""
    return done_in(year).filter(structure=structure).select_related("territory")


def activity_of(structure: Structure, number: int) -> Activity | None:
    """An activity of a body by its number; None for another's and for one that is not there."""
    found = Activity.objects.filter(pk=number, structure=structure)
    return found.select_related("structure__territory", "territory").first()


def report_of(structure: Structure, year: int) -> YearlyReport | None:
    """The report of a body on a year, if it was begun."""
    found = YearlyReport.objects.filter(structure=structure, year=year)
    return found.select_related("obligation__duty", "structure__territory").first()


def frozen_of(report: YearlyReport | None) -> FrozenReport | None:
    """The report as it was submitted last; None before."""
    return FrozenReport.objects.filter(report=report).first() if report else None


def content_of(structure: Structure, year: int, report: YearlyReport | None) -> Content:
    """A report as it would be submitted now: what was done, added up, and what was typed."""
    rows = done_in(year).filter(structure=structure).order_by()
    done = (Done(*row) for row in rows.values_list("kind", "participants", "languages"))
    if report is None:
        return added_up(done, {})
    typed = {"members": report.members, "branches": report.branches, "staff": report.staff}
    return added_up(done, typed, words=report.words)


def owed_for(structure: Structure, year: int, *, on: date) -> Obligation | None:
    """The obligation that the report on a year fulfils: of the form that the norm names, for a
    period that ends in the year; None where no act makes one, or it is settled."""
    form = str(norms().norm("report_form", on).value)
    found = Obligation.objects.filter(
        debtor=structure, duty__form=form, period_last__year=year, outcome=Obligation.Outcome.NONE
    )
    return found.select_related("duty", "debtor__territory").order_by("due_on").first()


def years_known(today: date) -> range:
    """The years that a page offers, the last first: this one and the four before."""
    return range(today.year, today.year - 5, -1)


def languages_known(on: date) -> dict[str, LocalText]:
    """Code → name of the languages of the charter."""
    return named_items(Catalogue.LANGUAGE, on=on)


def places_offered(structure: Structure) -> list[Territory]:
    """The territories of a body's region, or the regions where it has none."""
    place = structure.territory
    while place and place.parent:
        place = place.parent
    if place is None:
        return list(Territory.objects.filter(parent=None))
    return list(places_within(place.code).order_by("code")[:400])


@dataclass(frozen=True, slots=True)
class RegionSum:
    """What the associations of a region reported: `bodies` are those that should."""

    region: Territory | None
    bodies: int
    total: Sum


@dataclass(frozen=True, slots=True)
class Totals:
    """The reports submitted on a year: by region as far as they are seen, and in the republic."""

    rows: Sequence[RegionSum]
    bodies: int
    total: Sum


def totals_of(year: int, *, seen: tuple[str, ...] | None, today: date) -> Totals:
    """The totals of a year; `seen` are the codes of the regions that are told, None for all. Five
    queries, whatever the reports."""
    on = min(date(year, 12, 31), today)
    places = places_on(on)
    bodies = {
        one.pk: vars(one)["territory_then"]
        for one in reporting_bodies(year, by=None, today=today).order_by().only("pk")
    }
    latest: dict[int, Content] = {}
    rows = FrozenReport.objects.filter(report__year=year).order_by("number")
    for structure, content in rows.values_list("report__structure", "content"):
        latest[structure] = from_record(content)
    lines = lines_of(set(bodies.values()), places)
    regions: dict[str, list[int]] = {}
    for number, territory in bodies.items():
        line = lines[territory]
        regions.setdefault(line[-1] if line else "", []).append(number)
    told = [code for code in (*places.regions, "") if seen is None or code in seen]
    return Totals(
        rows=[
            RegionSum(
                places.regions.get(code),
                len(regions[code]),
                sum_of(latest[one] for one in regions[code] if one in latest),
            )
            for code in told
            if code in regions
        ],
        bodies=len(bodies),
        total=sum_of(one for number, one in latest.items() if number in bodies),
    )
