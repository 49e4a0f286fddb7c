"""Deadlines against one another, against the act's birth, its term and its repeal."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from birlik.base.records.engine.check.due_days import (
    due_days,
    parts_of_year,
    span_of_year,
    times_a_year,
)
from birlik.base.records.engine.check.figures import figures_of
from birlik.base.records.engine.check.finding import Finding
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct, repealed_on
from birlik.base.records.engine.draft import MeasureDraft
from birlik.base.values.schedule import Schedule

_PERIOD = re.compile(
    r"жыл|тоқсан|ай\b|айы|апта|күн|рет|үнемі|тұрақты|дейін|кейін|год|квартал|полугод|месяц|недел|"
    r"ежегодн|ежекварт|ежемес|постоян|раз\b|раза|срок|до\b|после|year|quarter|month|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)

# Forms that are over in a day or two.
_ONE_DAY = re.compile(
    r"(?:форум|конференци|сесси|съезд|фестивал|отырыс|заседани|брифинг)\w*$", re.IGNORECASE
)


def parents_and_children(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """A sub-measure that falls outside the years, or after the last day, of its measure."""
    for act in acts:
        for parent in act.top_measures:
            children = [child for child in act.children_of(parent) if _own(child)]
            if not _own(parent) or not children:
                continue
            for child in children:
                yield from _outside_years(act, parent, child)
                yield from _after_parent(act, parent, child)
            yield from _times_differ(act, parent, children)


def past_at_adoption(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Deadlines of the first year that had passed on the day the act was adopted."""
    for act in acts:
        adopted = act.draft.adopted_on
        if adopted is None:
            continue
        for measure in act.draft.measures:
            due = _passed(act, measure, adopted)
            if due:
                yield Finding(
                    "past_deadline",
                    "warning" if len(due) == 1 else "question",
                    say(
                        "past_deadline",
                        number=measure.number,
                        deadline=measure.deadline,
                        adopted=adopted,
                        due=tuple(due),
                    ),
                    (act.place(act.field_span(measure, "deadline")),),
                )


def beyond_repeal(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Deadlines that lie after the act's repeal: one finding for the act, a place for each."""
    for act in acts:
        repealed = repealed_on(act, acts)
        term = act.term
        if repealed is None or term is None:
            continue
        late = [measure for measure in act.draft.measures if _ends_after(measure, repealed, term)]
        if late:
            yield Finding(
                "after_repeal",
                "warning",
                say(
                    "after_repeal",
                    repealed=repealed,
                    numbers=", ".join(measure.number for measure in late),
                ),
                (
                    *(
                        act.place((row.start, row.end))
                        for row in act.draft.passport
                        if str(term[1]) in row.value and str(term[0]) in row.value
                    ),
                    *(act.place(act.field_span(measure, "deadline")) for measure in late),
                    *(
                        other.place((repeal.start, repeal.end))
                        for other in acts
                        for repeal in other.draft.repeals
                        if repeal.number == act.draft.number
                    ),
                ),
            )


def outside_term(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Years named in a deadline that the act itself does not cover."""
    for act in acts:
        if act.term is None:
            continue
        first, last = act.term
        for measure in act.draft.measures:
            schedule = measure.schedule
            if schedule is None or not _own(measure):
                continue
            if any(not first <= year <= last for year in schedule.years):
                yield Finding(
                    "outside_term",
                    "error",
                    say(
                        "outside_term",
                        number=measure.number,
                        deadline=measure.deadline,
                        first=first,
                        last=last,
                    ),
                    (act.place(act.field_span(measure, "deadline")),),
                )


def unclear(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Deadlines that can be taken in two ways, or that say how many and not by when."""
    for act in acts:
        for measure in act.draft.measures:
            doubt = _doubt(measure) if _own(measure) else None
            if doubt:
                yield Finding(
                    "deadline_unclear",
                    "question",
                    say(
                        doubt,
                        number=measure.number,
                        deadline=measure.deadline,
                        form=measure.completion_form,
                    ),
                    (act.place(act.field_span(measure, "deadline")),),
                )


def _doubt(measure: MeasureDraft) -> str | None:
    """Which message says what is unclear about the deadline."""
    schedule = None if "schedule" in measure.inherited else measure.schedule
    if _only_a_quantity(measure.deadline, schedule):
        return "deadline_without_period"
    if schedule is None:
        return None
    if schedule.per == "continuous" and _ONE_DAY.match(measure.completion_form.strip()):
        return "event_without_end"
    numbers = {figure.value for figure in figures_of(measure.deadline) if figure.counts}
    parts = parts_of_year(schedule)
    if parts > 1 and parts in numbers and schedule.quantity != parts:
        return "each_or_all"
    return None


def _own(measure: MeasureDraft) -> bool:
    """Whether the measure has a deadline of its own that could be read."""
    return bool(measure.deadline) and "deadline" not in measure.inherited


def _outside_years(act: CheckedAct, parent: MeasureDraft, child: MeasureDraft) -> Iterator[Finding]:
    """The parent names its years; the child names others, or comes every year."""
    if parent.schedule is None or child.schedule is None or not parent.schedule.years:
        return
    if child.schedule.per == "as_needed":
        return
    if not set(child.schedule.years) <= set(parent.schedule.years) or not child.schedule.years:
        yield _of_two("child_outside_years", act, parent, child)


def _after_parent(act: CheckedAct, parent: MeasureDraft, child: MeasureDraft) -> Iterator[Finding]:
    """Within one year the child begins when its parent is already done."""
    if parent.schedule is None or child.schedule is None:
        return
    whole, part = span_of_year(parent.schedule), span_of_year(child.schedule)
    if whole and part and part[0] > whole[1]:
        yield _of_two("child_after_parent", act, parent, child)


def _of_two(message: str, act: CheckedAct, parent: MeasureDraft, child: MeasureDraft) -> Finding:
    return Finding(
        "parent_child_deadline",
        "warning",
        say(
            message,
            child=child.number,
            child_deadline=child.deadline,
            parent=parent.number,
            parent_deadline=parent.deadline,
        ),
        (
            act.place(act.field_span(child, "deadline")),
            act.place(act.field_span(parent, "deadline")),
        ),
    )


def _times_differ(
    act: CheckedAct, parent: MeasureDraft, children: Sequence[MeasureDraft]
) -> Iterator[Finding]:
    """ "Nine times a year" above sub-measures that together make another number."""
    schedule = parent.schedule
    if schedule is None or schedule.per != "year" or schedule.times < 2 or schedule.years:
        return
    times = [times_a_year(child.schedule) for child in act.children_of(parent)]
    if None in times or len(children) < len(times):
        return
    total = sum(filter(None, times))
    if total != schedule.times:
        yield Finding(
            "parent_child_deadline",
            "question",
            say("times_differ", number=parent.number, stated=schedule.times, found=total),
            (
                act.place(act.field_span(parent, "deadline")),
                *(act.place(act.field_span(child, "deadline")) for child in children),
            ),
        )


def _passed(act: CheckedAct, measure: MeasureDraft, adopted: date) -> list[date]:
    """Due days of the first year before the adoption; none of a deadline that was inherited."""
    schedule = measure.schedule
    if schedule is None or not _own(measure):
        return []
    if schedule.years:
        if max(schedule.years) > adopted.year:
            return []
        years = sorted(schedule.years)
    elif act.term is None or act.term[0] != adopted.year:
        return []
    else:
        years = [adopted.year]
    return [day for year in years for day in due_days(schedule, year) if day < adopted]


def _ends_after(measure: MeasureDraft, repealed: date, term: tuple[int, int]) -> bool:
    schedule = measure.schedule
    if schedule is None or not _own(measure) or schedule.per == "as_needed":
        return False
    years = schedule.years or range(term[0], term[1] + 1)
    return any(day > repealed for year in years for day in due_days(schedule, year))


def _only_a_quantity(words: str, schedule: Schedule | None) -> bool:
    """A number in the words, but neither a year, a part of a year nor how often."""
    if schedule is not None and (schedule.per != "once" or schedule.years or schedule.window):
        return False
    return any(sign.isdigit() for sign in words) and not _PERIOD.search(words)
