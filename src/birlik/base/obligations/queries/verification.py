"""Is what is stored what happened: obligations as their reports, reviews and acts say, reports and
reviews as the journal says?"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from birlik.base.journal.engine.chain import digest
from birlik.base.journal.models import Entry
from birlik.base.obligations.engine.owing import Force
from birlik.base.obligations.engine.state import Reported, outcome_of, stage_of
from birlik.base.obligations.models import Extension, Obligation, Review, Submission
from birlik.base.values.clock import day_of


@dataclass(frozen=True, slots=True)
class Wrong:
    """An obligation by its number, the field that is wrong, what is stored and what follows."""

    obligation: int
    field: str
    stored: object
    expected: object


def wrong_obligations() -> Iterator[Wrong]:
    """What is stored of obligations otherwise than what happened to them says, by number."""
    reports = reported()
    extended = dict(
        Extension.objects.filter(granted=True).order_by("pk").values_list("obligation", "due_on")
    )
    rows = Obligation.objects.order_by("pk").select_related("act", "release")
    for one in rows.iterator(chunk_size=2000):
        told = reports.get(one.pk, ())
        expected = {
            "outcome": outcome_of(
                told, released=hasattr(one, "release"), void=bool(one.void_reason)
            ),
            "stage": stage_of(told),
            "first_submitted_on": told[0].on if told else None,
            "due_on": extended.get(one.pk, one.due_on),
            "void_reason": void_reason_of(one),
        }
        for field, value in expected.items():
            if getattr(one, field) != value:
                yield Wrong(one.pk, field, getattr(one, field), value)


@dataclass(frozen=True, slots=True)
class WrongReport:
    """A report by its number in the database, what of it is wrong, what is stored and what the
    journal says; None where one of them has nothing."""

    submission: int
    field: str
    stored: object
    expected: object


def text_digest(one: Submission) -> dict[str, str]:
    """What the journal holds of the words of a report: their SHA-256, never the words."""
    return digest([one.text_kk, one.text_ru])


def wrong_reports() -> Iterator[WrongReport]:
    """Reports and reviews that are stored otherwise than the journal says they were made, by
    number; also those that only one of the two knows."""
    told = noted("report.submitted")
    kept = {one.pk: columns_of(one) for one in Submission.objects.iterator(chunk_size=2000)}
    said = {
        number: (written["subject"]["id"], *(written["noted"].get(name) for name in NOTED))
        for number, written in told.items()
    }
    yield from differing(kept, said, ("obligation", *NOTED))
    judged = dict.fromkeys(noted("report.returned"), (False,))
    judged |= dict.fromkeys(noted("report.accepted"), (True,))
    reviews = Review.objects.values_list("submission", "accepted")
    yield from differing({number: (one,) for number, one in reviews}, judged, ("accepted",))


NOTED = ("number", "quantity", "text")
"""What the journal notes of a report beside the obligation that it is about."""


def columns_of(one: Submission) -> tuple[object, ...]:
    """What is stored of a report, in the order of the obligation and `NOTED`."""
    return (str(one.obligation_id), one.number, one.quantity, text_digest(one))


def noted(action: str) -> dict[int, Mapping[str, Any]]:
    """Number of a submission → what the last entry of an action on it says."""
    rows = Entry.objects.filter(action=action).order_by("number").values_list("text", flat=True)
    entries = (json.loads(text) for text in rows.iterator(chunk_size=2000))
    return {one["noted"]["submission"]: one for one in entries}


def differing(
    kept: Mapping[int, tuple[object, ...]],
    told: Mapping[int, tuple[object, ...]],
    fields: tuple[str, ...],
) -> Iterator[WrongReport]:
    """Where two accounts of the same things differ, by number and field."""
    nothing: tuple[object, ...] = (None,) * len(fields)
    for number in sorted({*kept, *told}):
        pairs = zip(fields, kept.get(number, nothing), told.get(number, nothing), strict=True)
        for field, stored, expected in pairs:
            if stored != expected:
                yield WrongReport(number, field, stored, expected)


def reported() -> dict[int, list[Reported]]:
    """Number of an obligation → its reports in order, with how each was judged."""
    found: defaultdict[int, list[Reported]] = defaultdict(list)
    rows = Submission.objects.order_by("obligation", "number")
    for obligation, at, accepted in rows.values_list("obligation", "at", "review__accepted"):
        found[obligation].append(Reported(day_of(at), accepted))
    return dict(found)


def void_reason_of(one: Obligation) -> str:
    """Why an obligation is void by the force of its act on the nominal day; '' when it is owed.

    What was settled before a repeal, and what a correction made void, stays as it is.
    """
    if one.void_reason == Obligation.Reason.CORRECTED or one.outcome in {
        Obligation.Outcome.ACCEPTED,
        Obligation.Outcome.RELEASED,
    }:
        return one.void_reason
    force = Force(one.act.in_force_from, one.act.repealed_on)
    return force.reason_on(one.nominal_on, one.period_first)
