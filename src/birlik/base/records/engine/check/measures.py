"""Counts that the title of a measure, or of a list, promises."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from birlik.base.records.engine.check.figures import Figure, figures_of
from birlik.base.records.engine.check.finding import Finding
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct, pairs_of_languages
from birlik.base.records.engine.check.words import listed, stems
from birlik.base.records.engine.draft import MeasureDraft
from birlik.base.values.schedule import Schedule

# What sub-measures are called by the titles above them. As of 2025-12-29; source: the plans of
# action annexed to acts of the Republic of Kazakhstan (adilet.zan.kz).
_THINGS = listed(
    """
    ісшара жоба акц форум конкурс зерттеу семинар отырыс фестивал кездесу міндет бағыт
    мероприят проект исследован заседан мер задач направлен
    """
)
MOST = 60
ENOUGH_WORDS = 6
SAME_WORDS = 0.9
"""Two titles order the same when this share of the shorter one's words stands in the other."""


def promised_counts(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """A title that promises a number of things above another number of sub-measures."""
    for act in acts:
        for measure in act.top_measures:
            children = act.children_of(measure)
            figure = _promise(measure) if children else None
            if figure and not _kept(figure, len(children)):
                yield Finding(
                    "promised_count",
                    "warning",
                    say(
                        "promised_count",
                        number=measure.number,
                        promised=int(figure.value),
                        found=len(children),
                    ),
                    (act.place(act.field_span(measure, "title")),),
                )


def repeated_measures(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Two measures of one plan that order the same thing equally often."""
    for act in acts:
        titled = [(measure, stems(measure.title)) for measure in act.draft.measures]
        for (one, words), (two, other) in combinations(titled, 2):
            shorter = min(len(words), len(other))
            if (
                shorter >= ENOUGH_WORDS
                and len(words & other) >= SAME_WORDS * shorter
                and one.schedule == two.schedule
                and one.schedule is not None
                and one.number not in (two.parent, two.number)
            ):
                yield Finding(
                    "repeated_measure",
                    "question",
                    say("repeated_measure", first=one.number, second=two.number),
                    tuple(act.place((measure.start, measure.end)) for measure in (one, two)),
                )


def plans_of_languages(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """The plan in two languages: the same measures, falling due at the same times."""
    for kazakh, russian in pairs_of_languages(acts):
        left = {measure.number: measure for measure in kazakh.draft.measures}
        right = {measure.number: measure for measure in russian.draft.measures}
        if left and right:
            yield from _measures_lacking(kazakh, left, russian, right)
            yield from _measures_lacking(russian, right, kazakh, left)
        for number, one in left.items():
            two = right.get(number, one)
            if _surely_scheduled(one) and _surely_scheduled(two) and _due(one) != _due(two):
                yield Finding(
                    "quantity_languages",
                    "error",
                    say(
                        "deadlines_differ",
                        number=number,
                        kazakh=one.deadline,
                        russian=two.deadline,
                    ),
                    (
                        kazakh.place(kazakh.field_span(one, "deadline")),
                        russian.place(russian.field_span(two, "deadline")),
                    ),
                )


def _measures_lacking(
    act: CheckedAct,
    own: Mapping[str, MeasureDraft],
    other: CheckedAct,
    theirs: Mapping[str, MeasureDraft],
) -> Iterator[Finding]:
    missing = [measure for number, measure in theirs.items() if number not in own]
    if missing:
        last = max(own.values(), key=lambda measure: measure.end)
        yield Finding(
            "missing_row",
            "error",
            say(
                "row_missing_in_language",
                numbers=", ".join(measure.number for measure in missing),
                file=act.name,
            ),
            (
                *(other.place((measure.start, measure.end)) for measure in missing),
                act.place((last.end, last.end)),
            ),
        )


def _surely_scheduled(measure: MeasureDraft) -> bool:
    certain = measure.certain.get("schedule", False) and "schedule" not in measure.inherited
    return certain and measure.schedule is not None


def _due(measure: MeasureDraft) -> Schedule | None:
    """The schedule without the words of its unit, which are of one language."""
    return replace(measure.schedule, unit="") if measure.schedule else None


def _promise(measure: MeasureDraft) -> Figure | None:
    """The one number of the title that counts things such as sub-measures are."""
    title = re.sub(r"[\"«“][^\"»”]*[\"»”]", " ", measure.title)
    found = [
        figure
        for figure in figures_of(title)
        if figure.counts and figure.value <= MOST and _counts_things(figure)
    ]
    return found[0] if len(found) == 1 else None


def _counts_things(figure: Figure) -> bool:
    return any(noun.startswith(_THINGS) for noun in figure.noun)


def _kept(figure: Figure, children: int) -> bool:
    if figure.bound == "more":
        return children >= figure.value
    if figure.bound == "less":
        return children <= figure.value
    return children == figure.value
