"""The measures of a draft as a person writes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from birlik.base.journal.action import action, note
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.drafting.engine.content import NOTHING
from birlik.domains.drafting.models import DraftMeasure, DraftParty, PlanDraft
from birlik.domains.drafting.queries.naming import Naming
from birlik.domains.drafting.refusals import NOT_IN_DRAFT
from birlik.domains.drafting.rules import may_write


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """A measure as written: the direction by its number, the columns of the form, the tasks by
    their numbers, the indicators by theirs in the registry; `origin` as `DraftMeasure` has it."""

    direction: str
    title: LocalText
    form: LocalText = NOTHING
    deadline: LocalText = NOTHING
    executors: LocalText = NOTHING
    tasks: Sequence[str] = ()
    indicators: Sequence[int] = ()
    origin: int | None = None


@action(
    "plan_draft.measure_written",
    may=may_write,
    label=LocalText(
        "Жоспар жобасының іс-шарасы жазылды",
        "Записано мероприятие проекта плана",
        "Measure of a draft written",
    ),
    withheld=("words",),
)
def write_measure(
    _by: Actor,
    draft: PlanDraft,
    /,
    *,
    at: datetime,
    words: MeasureWords,
    measure: DraftMeasure | None = None,
) -> DraftMeasure:
    """Write a measure anew, or put another wording in place of `measure`.

    Raises `RefusedError` for a direction, task or measure that the draft does not have.
    """
    if measure is not None and (measure.draft_id != draft.pk or measure.withdrawn_at):
        raise RefusedError(NOT_IN_DRAFT)
    made = store_measure(draft, measure, words, at=at)
    note(written=made.pk)
    return made


def store_measure(
    draft: PlanDraft, measure: DraftMeasure | None, words: MeasureWords, *, at: datetime
) -> DraftMeasure:
    """Keep a measure with its parties, tasks and indicators; see `write_measure`."""
    direction = draft.tasks.filter(number=words.direction, direction=None).first()
    tasks = list(draft.tasks.filter(number__in=words.tasks))
    if direction is None or len(tasks) != len(set(words.tasks)):
        raise RefusedError(NOT_IN_DRAFT)
    if measure is None:
        last = draft.measures.aggregate(last=Max("position"))["last"] or 0
        measure = DraftMeasure(draft=draft, position=last + 1, origin_id=words.origin)
    measure.direction = direction
    for column in ("title", "form", "deadline", "executors"):
        text: LocalText = getattr(words, column)
        setattr(measure, f"{column}_kk", text.kk)
        setattr(measure, f"{column}_ru", text.ru)
    measure.save()
    measure.tasks.set(tasks)
    measure.indicators.set(words.indicators)
    store_parties(measure, words.executors, at=at)
    return measure


def store_parties(measure: DraftMeasure, executors: LocalText, *, at: datetime) -> None:
    """Keep who the executors are, by the registry and the charter of the day."""
    DraftParty.objects.filter(measure=measure).delete()
    named = Naming.of(day_of(at)).read_either({"kk": executors.kk, "ru": executors.ru})
    DraftParty.objects.bulk_create(
        DraftParty(
            measure=measure,
            position=position,
            words=one.words,
            structure=one.structure,
            group=one.group,
            by_agreement=one.by_agreement,
        )
        for position, one in enumerate(named)
    )


@action(
    "plan_draft.measure_withdrawn",
    may=may_write,
    label=LocalText(
        "Іс-шара жоспар жобасынан алынды",
        "Мероприятие исключено из проекта плана",
        "Measure withdrawn from a draft",
    ),
)
def withdraw_measure(
    _by: Actor, draft: PlanDraft, /, *, at: datetime, measure: DraftMeasure
) -> None:
    """Take a measure out of a draft; what was said of it stays. Raises `RefusedError` for a measure
    of another draft."""
    if measure.draft_id != draft.pk:
        raise RefusedError(NOT_IN_DRAFT)
    measure.withdrawn_at = at
    measure.save(update_fields=["withdrawn_at"])
