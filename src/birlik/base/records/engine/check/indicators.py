"""Indicators: the table against the plan, facts against targets, one act against the next."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import PurePath

from birlik.base.records.engine.check.concepts import most_alike
from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.engine.check.messages import say, word
from birlik.base.records.engine.check.reading import (
    CheckedAct,
    pairs_of_languages,
    pairs_of_years,
    repealed_on,
)
from birlik.base.records.engine.check.structure import direction_places
from birlik.base.records.engine.draft import IndicatorDraft, IndicatorValue

ALIKE = 0.55
"""Share of common concepts from which two titles mean one indicator."""
LEAP = 3
"""A change before the plan begins is a leap when it is this many times the whole planned change."""


def table_and_plan(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Targets that the table and the action plan give differently, and directions without one."""
    for act in acts:
        for line in act.draft.plan_indicators:
            row = _row_of(line, act.draft.indicators)
            if row is None:
                continue
            planned = dict(_planned(row))
            for year, value in _planned(line):
                if year in planned and planned[year] != value:
                    yield Finding(
                        "indicator_table_plan",
                        "error",
                        say(
                            "plan_differs_from_table",
                            title=line.title,
                            year=year,
                            table=planned[year],
                            plan=value,
                        ),
                        (_row_place(act, row), _target_place(act, line, year)),
                    )


def directions_without_indicator(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """A direction of the plan that has no indicator line where most others have one."""
    for act in acts:
        lines = [line.start for line in act.draft.plan_indicators]
        starts = {
            number: min(row.start for row in act.draft.measures if row.direction == number)
            for number in act.draft.directions
            if any(row.direction == number for row in act.draft.measures)
        }
        ordered = sorted(starts.items(), key=lambda item: item[1])
        bare = [
            (number, start)
            for before, (number, start) in zip(
                [0, *(start for _, start in ordered)], ordered, strict=False
            )
            if not any(before <= line < start for line in lines)
        ]
        if lines and 0 < len(bare) < len(ordered) / 2:
            for number, _ in bare:
                yield Finding(
                    "missing_row",
                    "question",
                    say("direction_without_indicator", direction=number),
                    direction_places(act, number),
                )


def facts_and_targets(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Targets that the last fact has already passed, plans that go back, and leaps."""
    for act in acts:
        for row in act.draft.indicators:
            planned = _planned(row)
            facts = [value for value in row.values if value.kind == "fact"]
            if len(planned) >= 2:
                exceeded = facts and _exceeded(planned, facts[-1].value)
                if exceeded:
                    yield _target_exceeded(act, row, facts[-1], exceeded)
                else:
                    yield from _leap(act, row, planned)
                yield from _going_back(act, row, planned)


def base_values(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """A year of the table for which a dash stands instead of every fact."""
    for act in acts:
        rows = [row for row in act.draft.indicators if row.values]
        has_fact = any(value.kind == "fact" for row in rows for value in row.values)
        dashed = [row for row in rows if _dashes(act, row)]
        if rows and not has_fact and len(dashed) == len(rows):
            year = min(value.year for row in rows for value in row.values) - 1
            yield Finding(
                "missing_row",
                "question",
                say("no_base_value", year=year),
                tuple(act.place((row.start, row.end)) for row in dashed),
            )


def indicators_of_languages(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """The two texts of one act: rows and values of the table must be the same."""
    for kazakh, russian in pairs_of_languages(acts):
        left = {row.number.strip(" ."): row for row in kazakh.draft.indicators}
        right = {row.number.strip(" ."): row for row in russian.draft.indicators}
        for act, own, other in ((kazakh, left, right), (russian, right, left)):
            missing = [number for number in other if number not in own]
            if missing and own:
                other_act = russian if act is kazakh else kazakh
                yield Finding(
                    "missing_row",
                    "error",
                    say(
                        "row_missing_in_language",
                        numbers=", ".join(missing),
                        file=PurePath(act.name).name,
                    ),
                    (
                        _row_place(act, next(iter(own.values()))),
                        *(_row_place(other_act, other[number]) for number in missing),
                    ),
                )
        for number, row in left.items():
            if number in right:
                yield from _rows_differ(kazakh, row, russian, right[number])


def facts_and_earlier_plans(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """What a later act reports or plans for a year, against the earlier act's target for it."""
    for earlier, later in pairs_of_years(acts):
        lines = earlier.draft.plan_indicators
        for row in later.draft.indicators:
            before = _same_indicator(row, earlier.draft.indicators)
            if before is not None:
                yield from _against_earlier(earlier, before, later, row)
                line = next((one for one in lines if _row_of(one, (before,))), None)
                if line:
                    yield from _against_earlier_line(earlier, line, later, row)


def targets_outlive_the_act(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Targets for years that begin after the act's repeal."""
    for act in acts:
        repealed = repealed_on(act, acts)
        if repealed is None:
            continue
        rows = [
            row
            for row in act.draft.indicators
            if any(year > repealed.year for year, _ in _planned(row))
        ]
        years = sorted({year for row in rows for year, _ in _planned(row) if year > repealed.year})
        if rows:
            lines = act.draft.plan_indicators
            yield Finding(
                "after_repeal",
                "warning",
                say(
                    "targets_after_repeal",
                    repealed=repealed,
                    years=", ".join(map(str, years)),
                ),
                (
                    *(_row_place(act, row) for row in rows),
                    *(
                        _target_place(act, line, year)
                        for line in lines
                        for year, _ in _planned(line)
                        if year > repealed.year
                    ),
                ),
            )


def _planned(row: IndicatorDraft) -> list[tuple[int, Decimal]]:
    return sorted((value.year, value.value) for value in row.values if value.kind == "plan")


def _row_place(act: CheckedAct, row: IndicatorDraft) -> Place:
    return act.place((row.start, row.end))


def _target_place(act: CheckedAct, line: IndicatorDraft, year: int) -> Place:
    """The year of a plan's line with its value."""
    target = re.compile(rf"{year}[^;]*?\d(?=\s*%?\s*(?:[;.]|$))")
    match = target.search(act.source.text, line.start, line.end)
    return act.place(match.span() if match else (line.start, line.end))


def _row_of(line: IndicatorDraft, rows: Sequence[IndicatorDraft]) -> IndicatorDraft | None:
    """The row that a plan's line repeats: by its title, else by its number."""
    title = most_alike(line.title, (row.title for row in rows), ALIKE)
    for row in rows:
        if row.title == title:
            return row
    return next((row for row in rows if row.number.strip(" .") == line.number.strip(" .")), None)


def _same_indicator(row: IndicatorDraft, others: Sequence[IndicatorDraft]) -> IndicatorDraft | None:
    title = most_alike(row.title, (other.title for other in others), ALIKE)
    return next((other for other in others if other.title == title), None) if title else None


def _rising(planned: Sequence[tuple[int, Decimal]]) -> bool | None:
    """The direction of improvement that the plan shows; None when it shows none."""
    steps = [after - before for (_, before), (_, after) in pairwise(planned)]
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    whole = sum(steps)
    # One wrong value at the end must not turn all the steps before it.
    return up > down if up != down else whole > 0 if whole else None


def _exceeded(planned: Sequence[tuple[int, Decimal]], fact: Decimal) -> list[tuple[int, Decimal]]:
    """The targets from the first on that lie behind the fact."""
    rising = _rising(planned)
    if rising is None:
        return []
    return [(year, value) for year, value in planned if (value < fact) == rising and value != fact]


def _target_exceeded(
    act: CheckedAct,
    row: IndicatorDraft,
    fact: IndicatorValue,
    exceeded: Sequence[tuple[int, Decimal]],
) -> Finding:
    year, value = exceeded[-1]
    everything = len(exceeded) == len(_planned(row))
    return Finding(
        "target_exceeded",
        "warning" if everything else "question",
        say(
            "target_exceeded",
            title=row.title,
            year=fact.year,
            fact=fact.value,
            last_year=year,
            plan=value,
        ),
        (_row_place(act, row),),
    )


def _going_back(
    act: CheckedAct, row: IndicatorDraft, planned: Sequence[tuple[int, Decimal]]
) -> Iterator[Finding]:
    rising = _rising(planned)
    for (_, before), (year, value) in pairwise(planned):
        if rising is not None and before != value and (value > before) != rising:
            yield Finding(
                "indicator_course",
                "warning",
                say(
                    "plan_goes_back",
                    title=row.title,
                    year=year,
                    value=value,
                    before=before,
                ),
                (_row_place(act, row),),
            )


def _leap(
    act: CheckedAct, row: IndicatorDraft, planned: Sequence[tuple[int, Decimal]]
) -> Iterator[Finding]:
    """A change between the last known values that dwarfs the whole planned change."""
    known = [value for value in row.values if value.kind != "plan"]
    change = abs(planned[-1][1] - planned[0][1])
    for before, after in pairwise(known):
        if change and abs(after.value - before.value) >= LEAP * change:
            yield Finding(
                "indicator_course",
                "question",
                say(
                    "leap",
                    title=row.title,
                    year=after.year,
                    first=before.value,
                    second=after.value,
                    planned=change,
                ),
                (_row_place(act, row),),
            )


def _dashes(act: CheckedAct, row: IndicatorDraft) -> bool:
    words = act.source.text[row.start : row.end].split()
    return any(one in "-–—" and two[:1].isdigit() for one, two in pairwise(words))


def _rows_differ(
    kazakh: CheckedAct, left: IndicatorDraft, russian: CheckedAct, right: IndicatorDraft
) -> Iterator[Finding]:
    values = {value.year: value.value for value in right.values}
    for value in left.values:
        if value.year in values and values[value.year] != value.value:
            yield Finding(
                "quantity_languages",
                "error",
                say(
                    "row_values_differ",
                    number=left.number,
                    year=value.year,
                    kazakh=value.value,
                    russian=values[value.year],
                ),
                (_row_place(kazakh, left), _row_place(russian, right)),
            )


def _against_earlier(
    earlier: CheckedAct, before: IndicatorDraft, later: CheckedAct, row: IndicatorDraft
) -> Iterator[Finding]:
    planned = dict(_planned(before))
    step = _yearly_step(before)
    places = (_row_place(earlier, before), _row_place(later, row))
    for value in row.values:
        target = planned.get(value.year)
        if target is None or target == value.value:
            continue
        if value.kind == "plan":
            yield _targets_differ(row, value.year, target, value.value, places)
        elif abs(value.value - target) >= step:
            yield Finding(
                "fact_against_plan",
                "warning" if abs(value.value - target) > step else "question",
                say(
                    "fact_against_plan",
                    title=row.title,
                    year=value.year,
                    plan=target,
                    kind=word(value.kind),
                    value=value.value,
                ),
                places,
            )


def _against_earlier_line(
    earlier: CheckedAct, line: IndicatorDraft, later: CheckedAct, row: IndicatorDraft
) -> Iterator[Finding]:
    planned = dict(_planned(row))
    for year, target in _planned(line):
        if year in planned and planned[year] != target:
            places = (_target_place(earlier, line, year), _row_place(later, row))
            yield _targets_differ(row, year, target, planned[year], places)


def _targets_differ(
    row: IndicatorDraft, year: int, plan: Decimal, value: Decimal, places: tuple[Place, ...]
) -> Finding:
    return Finding(
        "indicator_acts",
        "question",
        say(
            "targets_of_acts_differ",
            title=row.title,
            year=year,
            plan=plan,
            value=value,
        ),
        places,
    )


def _yearly_step(row: IndicatorDraft) -> Decimal:
    """How much the plan changes in an ordinary year: less than that is no contradiction."""
    steps = [abs(two - one) for (_, one), (_, two) in pairwise(_planned(row))]
    return min((step for step in steps if step), default=Decimal(0))
