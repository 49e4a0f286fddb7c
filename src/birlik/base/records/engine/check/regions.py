"""Numbers that were once the number of the country's regions, and are not on the act's own day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from birlik.base.records.engine.check.finding import Finding
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.draft import MeasureDraft

# From which day there are so many oblasts and cities of republican significance together: Shymkent
# became such a city (Decree No. 702 of 19.06.2018); Abai, Jetisu and Ulytau became oblasts (Decree
# No. 887 of 04.05.2022).
REGIONS: tuple[tuple[date, int], ...] = (
    (date(1997, 12, 10), 16),
    (date(2018, 6, 19), 17),
    (date(2022, 6, 8), 20),
)
_REGIONAL = re.compile(r"(?<!\w)(?:өңір|регион)\w*", re.IGNORECASE)
_AND_REPUBLICAN = re.compile(
    r"республикалық\s+(?:және|мен)\s+өңір|республиканск\w+\s+и\s+регион", re.IGNORECASE
)
_REGIONS_COUNTED = re.compile(r"\s*(?:өңір|регион)\w*", re.IGNORECASE)


def former_numbers(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Regional duties, and regions, in the number that an earlier division of the country had."""
    for act in acts:
        former = _former(act.draft.adopted_on)
        if former is None:
            continue
        last, until, now = former
        for measure in act.draft.measures:
            quantity = measure.schedule.quantity if measure.schedule else None
            if quantity == last + _republican(measure) and _REGIONAL.search(measure.title):
                yield Finding(
                    "quantity_inside",
                    "question",
                    say(
                        "former_regions_in_measure",
                        number=measure.number,
                        quantity=quantity,
                        last=last,
                        until=until,
                        now=now,
                    ),
                    (act.place(act.field_span(measure, "deadline")),),
                )
        for passage in act.prose:
            for figure in passage.figures:
                if figure.value == last and _REGIONS_COUNTED.match(passage.text, figure.end):
                    yield Finding(
                        "quantity_inside",
                        "question",
                        say("former_regions", last=last, until=until, now=now),
                        (act.place(passage.locate(figure.start, figure.end)),),
                    )


def _former(adopted: date | None) -> tuple[int, date, int] | None:
    """The last number of regions before the one of the act's day, until when it held, and that
    of the day; None before there was any change."""
    if adopted is None:
        return None
    known = [(day, number) for day, number in REGIONS if day <= adopted]
    if len(known) < 2:
        return None
    (_, last), (until, now) = known[-2:]
    return last, until, now


def _republican(measure: MeasureDraft) -> int:
    """One more where the republican body has its part beside the regional ones."""
    return 1 if _AND_REPUBLICAN.search(measure.title) else 0
