"""What is to be clarified in a draft before it goes further: questions, never verdicts."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from birlik.base.records.engine.executors import read_executors
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.schedule import Schedule
from birlik.domains.drafting.engine import messages
from birlik.domains.drafting.engine.content import (
    PLAN_LANGUAGES,
    DraftContent,
    MeasureRow,
    PlanLanguage,
)
from birlik.domains.drafting.engine.nearness import NEAR, nearness

Kind = Literal[
    "no_title",
    "no_deadline",
    "deadline_unread",
    "deadline_outside",
    "no_executor",
    "executor_unknown",
    "no_form",
    "uncountable",
    "duplicate",
    "deadlines_differ",
    "executors_differ",
    "indicator_bare",
    "task_bare",
]
Severity = Literal["error", "warning", "question"]
SEVERITIES: Mapping[Kind, Severity] = {
    "no_title": "error",
    "no_deadline": "error",
    "no_executor": "error",
    "no_form": "error",
    "deadline_unread": "warning",
    "deadline_outside": "warning",
    "executor_unknown": "warning",
    "deadlines_differ": "warning",
    "executors_differ": "warning",
    "task_bare": "warning",
    "indicator_bare": "warning",
    "uncountable": "question",
    "duplicate": "question",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be clarified, said in three languages, with the `words` it concerns.

    `measure` is the key of the measure, `other` of the one it is compared with; `task` the number
    of a task, `indicator` that of an indicator. What does not concern them is None or ''.
    """

    kind: Kind
    message: LocalText
    measure: int | None = None
    words: LocalText = messages.NOTHING
    other: int | None = None
    task: str = ""
    indicator: int | None = None

    @property
    def severity(self) -> Severity:
        """How surely something is wrong."""
        return SEVERITIES[self.kind]


def check(draft: DraftContent) -> tuple[Finding, ...]:
    """Everything to be clarified: measure by measure, then what lies between them, then the tasks
    and indicators that no measure serves."""
    found = [finding for one in draft.measures for finding in of_measure(one, draft)]
    return (*found, *duplicates(draft), *bare_tasks(draft), *bare_indicators(draft))


def of_measure(one: MeasureRow, draft: DraftContent) -> Iterator[Finding]:
    """What is to be clarified in one measure."""
    yield from wanting(one)
    yield from deadlines(one, draft)
    yield from executors(one, draft)
    yield from result(one)


def wanting(one: MeasureRow) -> Iterator[Finding]:
    """Cells that are empty in one of the languages or in both."""
    kinds: tuple[tuple[Kind, LocalText], ...] = (
        ("no_title", one.title),
        ("no_form", one.form),
        ("no_deadline", one.deadline),
        ("no_executor", one.executors),
    )
    for kind, cell in kinds:
        missing = [code for code in PLAN_LANGUAGES if not getattr(cell, code).strip()]
        if missing:
            yield Finding(kind, messages.missing(kind, missing), one.key, cell)


def deadlines(one: MeasureRow, draft: DraftContent) -> Iterator[Finding]:
    """Deadlines that cannot be read, lie outside the plan's years, or differ by language."""
    read = {
        code: read_deadline(one.deadline.get(code), code).schedule
        for code in PLAN_LANGUAGES
        if getattr(one.deadline, code).strip()
    }
    if any(schedule is None for schedule in read.values()):
        yield Finding("deadline_unread", messages.DEADLINE_UNREAD, one.key, one.deadline)
        return
    schedules = [schedule for schedule in read.values() if schedule is not None]
    named = {year for schedule in schedules for year in schedule.years}
    outside = sorted(year for year in named if not draft.first_year <= year <= draft.last_year)
    if outside:
        said = messages.outside(outside, draft.first_year, draft.last_year)
        yield Finding("deadline_outside", said, one.key, one.deadline)
    if len({wordless(schedule) for schedule in schedules}) > 1:
        yield Finding("deadlines_differ", messages.DEADLINES_DIFFER, one.key, one.deadline)


def wordless(schedule: Schedule) -> Schedule:
    """A schedule without the one word in it that depends on the language."""
    return replace(schedule, unit="")


def executors(one: MeasureRow, draft: DraftContent) -> Iterator[Finding]:
    """Executors whom nobody knows, or who are more in one language than in the other."""
    for name in one.unknown:
        yield Finding(
            "executor_unknown",
            messages.executor_unknown(name),
            one.key,
            LocalText(*(name for _code in LANGUAGES)),
        )
    counts = {
        code: len(read_executors(getattr(one.executors, code), draft.codes(code))[0])
        for code in PLAN_LANGUAGES
        if getattr(one.executors, code).strip()
    }
    if len(set(counts.values())) > 1:
        said = messages.executors_differ(counts["kk"], counts["ru"])
        yield Finding("executors_differ", said, one.key, one.executors)


def result(one: MeasureRow) -> Iterator[Finding]:
    """A result that nobody could count: neither a form of completion that says what evidence is to
    be brought, nor a number of things."""
    form, deadline = one.form, one.deadline
    if not form.kk.strip() and not form.ru.strip():
        return
    read = (read_deadline(getattr(deadline, code), code).schedule for code in PLAN_LANGUAGES)
    counted = any(schedule and schedule.quantity for schedule in read)
    if not one.form_known and not counted:
        yield Finding("uncountable", messages.UNCOUNTABLE, one.key, form)


def duplicates(draft: DraftContent) -> Iterator[Finding]:
    """Pairs of measures whose titles say nearly the same in either language."""
    for one, other in combinations(draft.measures, 2):
        if any(nearness_in(code, one, other) >= NEAR for code in PLAN_LANGUAGES):
            said = messages.duplicate(one.number, other.number)
            yield Finding("duplicate", said, one.key, other.title, other=other.key)


def nearness_in(language: PlanLanguage, one: MeasureRow, other: MeasureRow) -> float:
    """How near the titles of two measures are in a language."""
    return nearness(getattr(one.title, language), getattr(other.title, language), language)


def bare_tasks(draft: DraftContent) -> Iterator[Finding]:
    """The tasks of the concept that no measure covers."""
    covered = coverage(draft)
    for task in draft.tasks:
        if task.direction and not covered[task.number]:
            said = messages.task_bare(task.number)
            yield Finding("task_bare", said, None, task.title, task=task.number)


def bare_indicators(draft: DraftContent) -> Iterator[Finding]:
    """The indicators of the concept that no measure serves."""
    served = {indicator for one in draft.measures for indicator in one.indicators}
    for one in draft.indicators:
        if one.key not in served:
            yield Finding(
                "indicator_bare", messages.INDICATOR_BARE, None, one.title, indicator=one.key
            )


def coverage(draft: DraftContent) -> Counter[str]:
    """Number of a task → how many measures cover it."""
    return Counter(task for one in draft.measures for task in one.tasks)
