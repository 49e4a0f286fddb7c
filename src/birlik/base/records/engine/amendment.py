"""What a person mends in a reading: a measure, or the act's head. Pure: a draft in, a draft out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from birlik.base.records.engine.draft import (
    MEASURE_FIELDS,
    ActDraft,
    ActKind,
    ExecutorDraft,
    MeasureDraft,
    MeasureField,
)
from birlik.base.records.engine.draft_record import to_record
from birlik.base.values.schedule import Schedule

HEAD_FIELDS = ("kind", "number", "adopted_on", "issuer", "title")


class UnknownMeasureError(LookupError):
    """The draft has no measure of this number."""


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """A measure as a person entered it, with what its deadline was read as.

    `schedule_certain` says whether every word of the deadline was understood.
    """

    title: str
    completion_form: str
    deadline: str
    executors: tuple[ExecutorDraft, ...]
    schedule: Schedule | None
    schedule_certain: bool


@dataclass(frozen=True, slots=True)
class HeadWords:
    """The act's head as a person entered it."""

    kind: ActKind
    number: str
    adopted_on: date | None
    issuer: str
    title: str


def measure_of(draft: ActDraft, number: str) -> MeasureDraft:
    """The measure of this number. Raises UnknownMeasureError when there is none."""
    found = next((one for one in draft.measures if one.number == number), None)
    if found is None:
        raise UnknownMeasureError(number)
    return found


def version_of(measure: MeasureDraft) -> str:
    """A short digest of a measure's content: it differs as soon as anybody changed the row."""
    text = json.dumps(to_record(measure), sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:16]


def head_version(draft: ActDraft) -> str:
    """A short digest of the act's head, as `version_of` for a row."""
    text = json.dumps([to_record(getattr(draft, name)) for name in HEAD_FIELDS], ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:16]


def amended(draft: ActDraft, number: str, words: MeasureWords) -> ActDraft:
    """The draft with a measure as a person entered it.

    Whoever changes a cell vouches for it, so it becomes certain and is no longer inherited; cells
    left as they were keep their doubt. The schedule follows the deadline: a changed deadline is as
    certain as it was understood.
    """
    old = measure_of(draft, number)
    new = replace(
        old,
        title=words.title,
        completion_form=words.completion_form,
        deadline=words.deadline,
        executors=words.executors,
    )
    changed = {name for name in MEASURE_FIELDS if getattr(new, name) != getattr(old, name)}
    certain: dict[str, bool] = {**old.certain, **dict.fromkeys(changed, True)}
    if "deadline" in changed:
        new = replace(new, schedule=words.schedule)
        certain["schedule"] = words.schedule_certain
    inherited = {field: place for field, place in old.inherited.items() if field not in changed}
    return replaced(draft, replace(new, certain=certain, inherited=inherited))


def confirmed(draft: ActDraft, number: str) -> ActDraft:
    """The draft with every cell of a measure vouched for by the person who looked at it."""
    old = measure_of(draft, number)
    sure: Mapping[str, bool] = dict.fromkeys(MEASURE_FIELDS, True)
    return replaced(draft, replace(old, certain=sure))


def replaced(draft: ActDraft, measure: MeasureDraft) -> ActDraft:
    """The draft with `measure` in the place of the one of its number."""
    rows = tuple(measure if one.number == measure.number else one for one in draft.measures)
    return replace(draft, measures=rows)


def with_head(draft: ActDraft, words: HeadWords) -> ActDraft:
    """The draft with the head as a person entered it, all of it vouched for."""
    return replace(
        draft,
        kind=words.kind,
        number=words.number,
        adopted_on=words.adopted_on,
        issuer=words.issuer,
        title=words.title,
        certain={**draft.certain, **dict.fromkeys(HEAD_FIELDS, True)},
    )


def doubtful_fields(measure: MeasureDraft) -> tuple[MeasureField, ...]:
    """The cells of a measure for which nobody vouches, in the order of the table."""
    return tuple(name for name in MEASURE_FIELDS if not measure.certain.get(name, False))


def doubtful_count(draft: ActDraft) -> int:
    """How many cells of the plan still need a person's eye."""
    return sum(len(doubtful_fields(one)) for one in draft.measures)
