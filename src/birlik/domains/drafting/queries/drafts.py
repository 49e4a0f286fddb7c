"""Drafts, and one draft as plain values."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Prefetch, Q, QuerySet

from birlik.base.charter.models import CharterItem
from birlik.base.charter.queries import worded
from birlik.base.mandate.models import Indicator
from birlik.base.records.engine.draft import OutlineNode
from birlik.base.records.engine.draft_record import restore
from birlik.base.records.models import Act
from birlik.base.records.queries.retellings import told_twice
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.engine.content import (
    DraftContent,
    IndicatorRow,
    MeasureRow,
    TaskRow,
)
from birlik.domains.drafting.engine.tasks import DirectionRead, read_directions, task_rows
from birlik.domains.drafting.models import (
    DraftMeasure,
    DraftParty,
    DraftTask,
    DraftVersion,
    PlanDraft,
)
from birlik.domains.drafting.queries.naming import completion_forms
from birlik.domains.drafting.rules import may_see_draft, own_bodies

WITH = ("concept", "region", "parent", "act")


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft in the list: its measures, and how many of the bodies asked last have answered."""

    draft: PlanDraft
    measures: int
    asked: int
    answered: int


def drafts(*, by: Actor, at: datetime) -> list[DraftCard]:
    """The drafts within the reach of an actor, newest first."""
    bodies = own_bodies(by, at)
    asked = Q(agreements__round__gt=0)
    found = PlanDraft.objects.select_related(*WITH).annotate(
        many=Count("measures", filter=Q(measures__withdrawn_at=None), distinct=True),
        own=Count("agreements", filter=asked & Q(agreements__structure__in=bodies), distinct=True),
    )
    seen = [one for one in found if one.own or may_see_draft(by, one, at)]
    counts = answers(seen)
    return [DraftCard(one, one.many, *counts[one.pk]) for one in seen]


def answers(found: Iterable[PlanDraft]) -> dict[int, tuple[int, int]]:
    """Draft → how many bodies were asked in its last round, and how many of them answered."""
    rows = (
        PlanDraft.objects.filter(pk__in=[one.pk for one in found])
        .values("pk", "round", "agreements__round")
        .annotate(
            asked=Count("agreements"), answered=Count("agreements", ~Q(agreements__stance=""))
        )
    )
    counts: defaultdict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in rows.order_by():
        if row["round"] and row["agreements__round"] == row["round"]:
            counts[row["pk"]] = (row["asked"], row["answered"])
    return counts


def draft_known(pk: int) -> PlanDraft | None:
    """A draft by its number, or None."""
    return PlanDraft.objects.select_related(*WITH).filter(pk=pk).first()


def measures_of(draft: PlanDraft) -> QuerySet[DraftMeasure]:
    """The measures that stand in a draft, in the order of the plan, with all they name."""
    found = draft.measures.filter(withdrawn_at=None).select_related("direction")
    parties = Prefetch("parties", DraftParty.objects.select_related("structure"))
    return found.prefetch_related("tasks", "indicators", parties)


def indicators_of(concept: Act) -> QuerySet[Indicator]:
    """The indicators for which a concept sets targets, in its order."""
    own = Q(targets__provision__act=concept)
    first = Min("targets__provision__position", filter=own)
    return Indicator.objects.filter(own).annotate(first=first).order_by("first", "pk")


def content_of(draft: PlanDraft) -> DraftContent:
    """A draft as plain values, in seven queries."""
    measures = list(measures_of(draft))
    forms = completion_forms(on=day_of(draft.begun_at))
    return DraftContent(
        title=draft.title,
        first_year=draft.first_year,
        last_year=draft.last_year,
        tasks=tuple(map(task_row, draft.tasks.select_related("direction"))),
        measures=tuple(
            measure_row(one, str(number), forms) for number, one in enumerate(measures, start=1)
        ),
        indicators=tuple(IndicatorRow(one.pk, one.title) for one in indicators_of(draft.concept)),
        abbreviations=abbreviations(measures),
    )


def task_row(one: DraftTask) -> TaskRow:
    """A direction or task as plain values."""
    return TaskRow(one.number, one.title, one.direction.number if one.direction else "")


def measure_row(one: DraftMeasure, number: str, forms: Iterable[CharterItem]) -> MeasureRow:
    """A measure as plain values."""
    form = one.form
    return MeasureRow(
        key=one.pk,
        number=number,
        direction=one.direction.number,
        title=one.title,
        form=form,
        deadline=one.deadline,
        executors=one.executors,
        unknown=tuple(party.words for party in one.parties.all() if is_unknown(party)),
        form_known=worded(forms, form.kk or form.ru) is not None,
        tasks=tuple(task.number for task in one.tasks.all()),
        indicators=tuple(sorted(indicator.pk for indicator in one.indicators.all())),
    )


def is_unknown(party: DraftParty) -> bool:
    """Whether nobody here bears the name of an executor."""
    return party.structure_id is None and party.group == ""


def abbreviations(measures: Iterable[DraftMeasure]) -> tuple[tuple[LocalText, LocalText], ...]:
    """The short names of the bodies that measures name, with the full ones, by the Kazakh one."""
    bodies = {
        party.structure
        for one in measures
        for party in one.parties.all()
        if party.structure and party.structure.short_kk
    }
    return tuple(
        (LocalText(one.short_kk, one.short_ru), one.name)
        for one in sorted(bodies, key=lambda one: one.short_kk)
    )


def concepts_to_plan() -> QuerySet[Act]:
    """The acts for which a plan can be drafted, newest first: those that set targets."""
    found = Act.objects.exclude(told_twice()).filter(provisions__targets__isnull=False)
    return found.distinct().order_by("-adopted_on")


def tasks_of_concept(concept: Act) -> tuple[TaskRow, ...]:
    """The directions and tasks that a concept's texts name, in both languages."""
    read: dict[str, tuple[DirectionRead, ...]] = {
        one.language: read_directions(restore(tuple[OutlineNode, ...], one.outline), one.text)
        for one in concept.sources.all()
    }
    return task_rows(read.get("kk", ()), read.get("ru", ()))


def versions_of(draft: PlanDraft) -> QuerySet[DraftVersion]:
    """The versions of a draft without their content, newest first."""
    return draft.versions.defer("content").select_related("by__office")


def version_content(draft: PlanDraft, number: int) -> DraftContent | None:
    """What a version of a draft says; None where there is none of that number."""
    found = draft.versions.filter(number=number).first()
    if found is None:
        return None
    content: DraftContent = restore(DraftContent, found.content)
    return content
