"""Counts that the title of a measure, or of a list, promises."""

import re
from collections.abc import Iterator, Sequence

from birlik.base.records.engine.check.figures import Figure, figures_of
from birlik.base.records.engine.check.finding import Finding
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.check.words import listed, stem
from birlik.base.records.engine.draft import MeasureDraft

# What sub-measures are called by the titles above them. As of 2025-12-29; source: the plans of
# action annexed to acts of the Republic of Kazakhstan (adilet.zan.kz).
_THINGS = frozenset(
    map(
        stem,
        listed(
            """
            іс-шара іс-шаралар шара жоба жобалар жобасы жобаны акция акциялар форум конкурс
            зерттеу зерттеулер семинар отырыс фестиваль кеш кездесу міндет бағыт іс
            мероприятие мероприятий мероприятия проект проектов проекта акций акции форум форума
            форумов конкурс конкурса конкурсов исследование исследований исследования семинар
            семинара семинаров заседание заседаний заседания фестиваль фестиваля фестивалей
            мера мер меры задача задач задачи направление направлений направления
            """
        ),
    )
)
MOST = 60


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


def _promise(measure: MeasureDraft) -> Figure | None:
    """The one number of the title that counts things such as sub-measures are."""
    title = re.sub(r"[\"«“][^\"»”]*[\"»”]", " ", measure.title)
    found = [
        figure
        for figure in figures_of(title)
        if figure.counts and figure.value <= MOST and _THINGS & set(figure.noun)
    ]
    return found[0] if len(found) == 1 else None


def _kept(figure: Figure, children: int) -> bool:
    if figure.bound == "more":
        return children >= figure.value
    if figure.bound == "less":
        return children <= figure.value
    return children == figure.value
