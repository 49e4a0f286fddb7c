"""The beginning of a draft, and its tasks as a person mends them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.records.models import Act
from birlik.base.registry.models import Territory
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.drafting.actions.measures import MeasureWords, store_measure
from birlik.domains.drafting.engine.content import TaskRow
from birlik.domains.drafting.models import DraftTask, PlanDraft
from birlik.domains.drafting.refusals import NO_PLAN_TO_DERIVE, NOT_IN_DRAFT
from birlik.domains.drafting.rules import may_begin_draft, may_write


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a draft begins with: the concept, the title and years of the plan, the tasks of the
    concept; for a region the national plan (`parent`) and the measures that it passes on."""

    concept: Act
    title: LocalText
    years: tuple[int, int]
    tasks: Sequence[TaskRow]
    parent: Act | None = None
    measures: Sequence[MeasureWords] = ()
    told: str = ""


@action(
    "plan_draft.begun",
    may=may_begin_draft,
    label=LocalText("Жоспар жобасы басталды", "Начат проект плана", "Draft of a plan begun"),
    withheld=("beginning",),
)
def begin_draft(
    by: Actor, region: Territory | None, /, *, at: datetime, beginning: Beginning
) -> PlanDraft:
    """A draft with the tasks of its concept, for the country or for a region.

    Raises `RefusedError` for a region without the plan that its own derives from.
    """
    if region is not None and beginning.parent is None:
        raise RefusedError(NO_PLAN_TO_DERIVE)
    draft = PlanDraft.objects.create(
        concept=beginning.concept,
        region=region,
        parent=beginning.parent,
        title_kk=beginning.title.kk,
        title_ru=beginning.title.ru,
        first_year=beginning.years[0],
        last_year=beginning.years[1],
        told=beginning.told,
        begun_at=at,
        by_id=by.appointment_id,
    )
    directions: dict[str, DraftTask] = {}
    for position, row in enumerate(beginning.tasks):
        made = DraftTask.objects.create(
            draft=draft,
            direction=directions.get(row.direction),
            number=row.number,
            position=position,
            title_kk=row.title.kk,
            title_ru=row.title.ru,
        )
        if not row.direction:
            directions[row.number] = made
    for words in beginning.measures:
        store_measure(draft, None, words, at=at)
    note(draft=draft, concept=beginning.concept, tasks=len(beginning.tasks))
    return draft


@action(
    "plan_draft.task_amended",
    may=may_write,
    label=LocalText(
        "Жоспар жобасының міндеті түзетілді",
        "Исправлена задача в проекте плана",
        "Task of a draft amended",
    ),
    withheld=("title",),
)
def amend_task(
    _by: Actor,
    draft: PlanDraft,
    /,
    *,
    at: datetime,
    number: str,
    title: LocalText,
    direction: str = "",
) -> DraftTask:
    """Put the words of a direction or task as a person has them; a number that is not there yet is
    added at the end of its direction. Raises `RefusedError` for an unknown direction."""
    above = draft.tasks.filter(number=direction, direction=None).first() if direction else None
    if direction and above is None:
        raise RefusedError(NOT_IN_DRAFT)
    known = draft.tasks.filter(number=number).first()
    if known is None:
        last = draft.tasks.order_by("-position").first()
        known = DraftTask(
            draft=draft, number=number, position=last.position + 1 if last else 0, direction=above
        )
    known.title_kk, known.title_ru = title.kk, title.ru
    known.save()
    return known
