"""A region's draft derived from the national plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from birlik.base.obligations.models import Duty
from birlik.base.records.engine.draft_record import restore
from birlik.base.records.models import Act
from birlik.base.records.queries.retellings import told_twice
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import existing_on, regions, territories_within
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.base.values.schedule_words import in_words
from birlik.domains.drafting.engine.content import TaskRow
from birlik.domains.drafting.engine.earlier import earlier
from birlik.domains.drafting.models import DraftMeasure, PlanDraft
from birlik.domains.drafting.queries.adopted import language_of, title_in
from birlik.domains.drafting.queries.drafts import task_row, tasks_of_concept
from birlik.domains.drafting.queries.naming import Naming
from birlik.domains.drafting.queries.norms import norms
from birlik.domains.drafting.rules import DRAFTS, reaches


@dataclass(frozen=True, slots=True)
class Derived:
    """A measure that a region takes from the national plan: the point by its number in the
    database, and the columns of the form; the deadline is the earlier one."""

    origin: int
    number: str
    direction: str
    title: LocalText
    form: LocalText
    deadline: LocalText
    executors: LocalText
    tasks: tuple[str, ...]
    indicators: tuple[int, ...]


def regions_to_draft(by: Actor) -> list[Territory]:
    """The regions whose plans an actor writes."""
    return [one for one in regions() if reaches(by, DRAFTS, one)]


def plans_to_derive(*, on: date) -> QuerySet[Act]:
    """The national plans in force from which a region may derive its own, newest first."""
    duties = Act.objects.filter(provisions__duty__isnull=False, resolution=None)
    found = duties.filter(repealed_on=None)
    national = found.filter(in_force_from__lte=on).exclude(told_twice())
    regional = PlanDraft.objects.filter(region__isnull=False, act__isnull=False).values("act")
    return national.exclude(pk__in=regional).distinct().order_by("-adopted_on")


def national_draft(plan: Act) -> PlanDraft | None:
    """The draft that became a national plan, where it was written here."""
    return PlanDraft.objects.filter(act=plan, region=None).select_related("concept").first()


def tasks_to_derive(plan: Act) -> tuple[TaskRow, ...]:
    """The directions and tasks of a national plan: as its draft has them, else as its concept or
    the plan itself names them."""
    draft = national_draft(plan)
    if draft is not None:
        return tuple(map(task_row, draft.tasks.select_related("direction")))
    return tasks_of_concept(plan) or directions_of(plan)


def directions_of(plan: Act) -> tuple[TaskRow, ...]:
    """The directions that a plan's own table names; one without a number where it has none."""
    points = plan.provisions.filter(kind="direction").prefetch_related("wordings")
    rows = tuple(
        TaskRow(one.number, LocalText(title_in(one, "kk"), title_in(one, "ru"))) for one in points
    )
    return rows or (TaskRow("1", LocalText(plan.title_kk, plan.title_ru)),)


def measures_to_derive(
    plan: Act, region: Territory, tasks: Sequence[TaskRow], *, on: date
) -> list[Derived]:
    """The measures of a national plan that a region's bodies execute, with earlier terms.

    A body of the region executes what names it, or a group of the charter to which it belongs; the
    region's measure names those bodies themselves.
    """
    naming = Naming.of(on)
    own = own_bodies_of(region, on=on)
    drafted = {
        one.point_id: one
        for one in DraftMeasure.objects.filter(point__act=plan).prefetch_related(
            "tasks", "indicators"
        )
    }
    directions = [one.number for one in tasks if not one.direction]
    days = norms().norm("regional_days", on).whole_number()
    duties = Duty.objects.filter(provision__act=plan).select_related("provision")
    language = language_of(plan)
    found = []
    for duty in duties.prefetch_related("parties", "provision__wordings"):
        named = {one.structure_id for one in duty.parties.all()} | {
            member.pk
            for one in duty.parties.all()
            if one.group
            for member in naming.members(one.group)
        }
        bodies = [one for one in own if one.pk in named]
        if bodies:
            source = drafted.get(duty.provision_id)
            found.append(derived(duty, bodies, source, (language, directions, days)))
    return found


def own_bodies_of(region: Territory, *, on: date) -> list[Structure]:
    """The bodies of a region that exist on a day."""
    within = territories_within(region.code)
    return list(Structure.objects.filter(existing_on(on), territory__in=within).order_by("pk"))


def derived(
    duty: Duty,
    bodies: Iterable[Structure],
    source: DraftMeasure | None,
    given: tuple[str, Sequence[str], int],
) -> Derived:
    """A duty of the national plan as the measure of a region; `given` are the language of the plan,
    the numbers of the directions, and the days ahead."""
    language, directions, days = given
    form = {f"{language}": duty.form_words}
    if source is not None:
        form = {"kk": source.form_kk, "ru": source.form_ru} | form
    direction = duty.direction if duty.direction in directions else directions[0]
    return Derived(
        origin=duty.provision_id,
        number=duty.provision.number,
        direction=direction,
        title=LocalText(title_in(duty.provision, "kk"), title_in(duty.provision, "ru")),
        form=LocalText(**form),
        deadline=deadline_of(duty, source, language, days),
        executors=LocalText(
            ", ".join(one.name_kk for one in bodies), ", ".join(one.name_ru for one in bodies)
        ),
        tasks=tuple(one.number for one in source.tasks.all()) if source else (),
        indicators=tuple(one.pk for one in source.indicators.all()) if source else (),
    )


def deadline_of(duty: Duty, source: DraftMeasure | None, language: str, days: int) -> LocalText:
    """The earlier term in both languages; the words of the plan where nothing can be moved."""
    if duty.schedule is None:
        return LocalText(**{language: duty.deadline_words})
    schedule: Schedule = restore(Schedule, duty.schedule)
    moved = earlier(schedule, days)
    if moved == schedule and source is not None:
        return LocalText(source.deadline_kk, source.deadline_ru)
    said = in_words(moved)
    return LocalText(said.kk, said.ru)
