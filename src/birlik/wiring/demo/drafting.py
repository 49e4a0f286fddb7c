"""The draft of a plan in the demonstration: the office writes the plan of the concept to 2030."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from birlik.base.charter.engine.wording import folded
from birlik.base.records.models import Act, Telling
from birlik.base.records.queries.acts import acts
from birlik.base.registry.queries import named_structures
from birlik.base.values.actor import Actor
from birlik.base.values.clock import ZONE
from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.actions import (
    answer_agreement,
    ask_agreement,
    begin_draft,
    reply_difference,
)
from birlik.domains.drafting.actions.agreement import RemarkWords
from birlik.domains.drafting.actions.begin import Beginning
from birlik.domains.drafting.actions.measures import MeasureWords
from birlik.domains.drafting.engine.content import TaskRow
from birlik.domains.drafting.models import PlanDraft
from birlik.domains.drafting.queries.agreement import agreements_of
from birlik.domains.drafting.queries.drafts import drafts, indicators_of, measures_of
from birlik.wiring.demo.acts import written
from birlik.wiring.demo.people import Staff

SYSTEM = Actor.system()
CONCEPT = "1144"
"""The number of the concept whose plan is drafted."""


def card() -> Mapping[str, Any]:
    """What the file of the draft says."""
    found: Mapping[str, Any] = written("plan_draft.yaml")
    return found


def begin(_staff: Staff) -> None:
    """The committee begins the plan of the concept to 2030, and writes twenty measures."""
    said, concept = card(), next(one for one in acts() if one.number == CONCEPT)
    begin_draft(SYSTEM, None, at=BEGUN_AT, beginning=beginning(said, concept))


def ask(_staff: Staff) -> None:
    """The draft goes to the executors that it names."""
    ask_agreement(SYSTEM, the_draft(ASKED_AT), at=ASKED_AT, agree_by=card()["agree_by"])


def answer(_staff: Staff) -> None:
    """Some bodies answer, one by letter; the drafter takes over a remark of one of them."""
    draft, said = the_draft(ANSWERED_AT), card()
    measures = [one.pk for one in measures_of(draft)]
    asked = {one.structure_id: one for one in agreements_of(draft)}
    named = named_structures()
    for one in said["answers"]:
        answer_agreement(
            SYSTEM,
            asked[named[folded(one["body"])].pk],
            at=ANSWERED_AT,
            stance=one["stance"],
            remarks=[remark(words, measures) for words in one.get("remarks", ())],
            by_letter=one.get("by_letter", ""),
        )
    answered = {one.structure_id: one for one in agreements_of(draft)}
    for one in said["replies"]:
        for difference in answered[named[folded(one["body"])].pk].differences.all():
            reply_difference(
                SYSTEM,
                draft,
                at=ANSWERED_AT,
                difference=difference,
                taken=one["taken"],
                reply=one["reply"],
            )


BEGUN_AT, ASKED_AT, ANSWERED_AT = (
    datetime(2026, month, day, 10, tzinfo=ZONE) for month, day in ((9, 14), (10, 19), (11, 3))
)
DRAFTING = ((BEGUN_AT, begin), (ASKED_AT, ask), (ANSWERED_AT, answer))
"""When what of it happens."""


def the_draft(at: datetime) -> PlanDraft:
    """The national draft of the demonstration."""
    return next(card.draft for card in drafts(by=SYSTEM, at=at) if card.draft.region is None)


def remark(words: Mapping[str, Any], measures: Sequence[int]) -> RemarkWords:
    """A remark as the file has it; a measure is named by its number in the plan."""
    measure = measures[words["measure"] - 1] if "measure" in words else None
    return RemarkWords(measure, words["text"], words.get("proposed", ""))


def beginning(card: Mapping[str, Any], concept: Act) -> Beginning:
    """What the draft begins with: the tasks of the concept in our words, and invented measures."""
    served = [one.pk for one in indicators_of(concept)]
    return Beginning(
        concept=concept,
        title=LocalText(**card["title"]),
        years=(card["years"][0], card["years"][1]),
        tasks=tuple(task_rows(card)),
        measures=[measure(one, card, served) for one in card["measures"]],
        told=Telling.INVENTED,
    )


def task_rows(card: Mapping[str, Any]) -> Iterator[TaskRow]:
    """The directions, each with its tasks."""
    for place, direction in enumerate(card["directions"], start=1):
        yield TaskRow(str(place), LocalText(**direction["title"]))
        for nth, task in enumerate(direction["tasks"], start=1):
            yield TaskRow(f"{place}.{nth}", LocalText(**task), str(place))


def measure(one: Mapping[str, Any], card: Mapping[str, Any], served: list[int]) -> MeasureWords:
    """A measure as the file has it; its indicators are counted from 1 in the concept."""
    named = [card["executors"][code] for code in one["executors"]]
    kk, ru = (", ".join(names[code] for names in named) for code in ("kk", "ru"))
    return MeasureWords(
        direction=str(one["direction"]),
        title=LocalText(**one["title"]),
        form=LocalText(**one["form"]),
        deadline=LocalText(**one["deadline"]),
        executors=LocalText(kk, ru),
        tasks=one["tasks"],
        indicators=[served[place - 1] for place in one["indicators"] if place <= len(served)],
    )
