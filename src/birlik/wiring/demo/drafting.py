"""The draft of a plan in the demonstration: the office writes the plan of the concept to 2030."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from birlik.base.records.models import Act, Telling
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
from birlik.domains.drafting.queries.drafts import indicators_of, measures_of
from birlik.wiring.demo.acts import written

SYSTEM = Actor.system()
DAYS_TO_ANSWER = timedelta(days=7)


def draft_plan(concept: Act, *, until: datetime) -> PlanDraft | None:
    """The draft, sent for agreement and answered by some, as far as that lies before an instant."""
    card = written("plan_draft.yaml")
    begun_at = datetime.combine(card["begun_on"], time(9), ZONE)
    if begun_at > until:
        return None
    draft = begin_draft(SYSTEM, None, at=begun_at, beginning=beginning(card, concept))
    asked_at = begun_at + DAYS_TO_ANSWER
    if asked_at <= until:
        ask_agreement(SYSTEM, draft, at=asked_at, agree_by=card["agree_by"])
        draft.refresh_from_db()
    answered_at = asked_at + DAYS_TO_ANSWER
    if answered_at <= until:
        answer(draft, card, at=answered_at)
    return draft


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


def answer(draft: PlanDraft, card: Mapping[str, Any], *, at: datetime) -> None:
    """The bodies that have answered, and what the drafter says to one of them."""
    measures = [one.pk for one in measures_of(draft)]
    waiting = {one.structure_id: one for one in agreements_of(draft)}
    named = named_structures()
    for said in card["answers"]:
        remarks = [
            RemarkWords(
                measures[one["measure"] - 1] if "measure" in one else None,
                one["text"],
                one.get("proposed", ""),
            )
            for one in said.get("remarks", ())
        ]
        answer_agreement(
            SYSTEM,
            waiting[named[said["body"].casefold()].pk],
            at=at,
            stance=said["stance"],
            remarks=remarks,
            by_letter=said.get("by_letter", ""),
        )
    for said in card["replies"]:
        body = waiting[named[said["body"].casefold()].pk]
        for one in body.differences.all():
            reply_difference(
                SYSTEM, draft, at=at, difference=one, taken=said["taken"], reply=said["reply"]
            )
