"""Is what is stored what happened: obligations as their reports, reviews and acts say, reports and
reviews as the journal says?"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from birlik.base.journal.engine.chain import digest
from birlik.base.journal.models import Entry
from birlik.base.letters.models import Letter
from birlik.base.obligations.engine.owing import Force
from birlik.base.obligations.engine.state import Reported, outcome_of, stage_of
from birlik.base.obligations.facts import ReportAccepted, ReportReturned
from birlik.base.obligations.models import (
    Extension,
    Obligation,
    PastRecord,
    Review,
    Submission,
)
from birlik.base.obligations.queries.explanation import DueCheck
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
    past = dict(PastRecord.objects.values_list("obligation", "done_on"))
    extended = dict(
        Extension.objects.filter(granted=True).order_by("pk").values_list("obligation", "due_on")
    )
    dates = DueCheck.of_all()
    rows = Obligation.objects.order_by("pk").select_related("act", "release")
    for one in rows.iterator(chunk_size=2000):
        told = reports.get(one.pk, ())
        if done_on := past.get(one.pk):
            told = [Reported(done_on, accepted=True), *told]
        expected = {
            "outcome": outcome_of(
                told, released=hasattr(one, "release"), void=bool(one.void_reason)
            ),
            "stage": stage_of(told),
            "first_submitted_on": told[0].on if told else None,
            "due_on": extended.get(one.pk) or dates.due_on(one),
            "void_reason": void_reason_of(one),
            "recorded": one.recorded or one.pk in past or is_controlled(one),
        }
        for field, value in expected.items():
            if getattr(one, field) != value:
                yield Wrong(one.pk, field, getattr(one, field), value)


def is_controlled(one: Obligation) -> bool:
    """Whether an obligation falls due under the control of this installation, so that there is a
    record of it."""
    return one.nominal_on >= one.act.controlled_from


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
    kept = {one.pk: columns_of(one) for one in Submission.objects.iterator(chunk_size=2000)}
    said = {
        one["noted"]["submission"]: (
            one["subject"]["id"],
            *(one["noted"][name] for name in NOTED),
            *(one["noted"].get("counts_on"), one["given"].get("letter")),
        )
        for one in written("report.submitted", "report.recorded")
    }
    yield from differing(kept, said, ("obligation", *NOTED, *BY_LETTER))
    judged = {
        fact["submission"]: (JUDGEMENTS[fact["fact"]],)
        for one in written("report.returned", "report.accepted", "contributions.accepted")
        for fact in one["facts"]
        if fact["fact"] in JUDGEMENTS
    }
    reviews = Review.objects.values_list("submission", "accepted")
    yield from differing({number: (one,) for number, one in reviews}, judged, ("accepted",))


NOTED = ("number", "quantity", "text")
"""What the journal notes of a report beside the obligation that it is about."""

BY_LETTER = ("counts_on", "letter")
"""What it says besides of one that came by letter: the day that counts, and which letter."""

JUDGEMENTS = {ReportAccepted.__name__: True, ReportReturned.__name__: False}
"""The facts by which the journal says how a report was judged."""


def columns_of(one: Submission) -> tuple[object, ...]:
    """What is stored of a report, in the order of the obligation, `NOTED` and `BY_LETTER`."""
    day = one.counts_on.isoformat() if one.counts_on else None
    letter = f"{Letter._meta.label_lower}:{one.letter_id}" if one.letter_id else None
    return (str(one.obligation_id), one.number, one.quantity, text_digest(one), day, letter)


def written(*actions: str) -> Iterator[Mapping[str, Any]]:
    """What the entries of some actions say, in the order of the chain."""
    rows = Entry.objects.filter(action__in=actions).order_by("number")
    yield from (json.loads(text) for text in rows.values_list("text", flat=True).iterator(2000))


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
    """Number of an obligation → its reports in order, each on the day that counts, with how it was
    judged."""
    found: defaultdict[int, list[Reported]] = defaultdict(list)
    rows = Submission.objects.order_by("obligation", "number")
    columns = ("obligation", "at", "counts_on", "review__accepted")
    for obligation, at, counts_on, accepted in rows.values_list(*columns):
        found[obligation].append(Reported(counts_on or day_of(at), accepted))
    return dict(found)


BY_DECISION = frozenset({Obligation.Reason.CORRECTED, Obligation.Reason.JOINED})
"""Why an obligation is void whatever the force of its act."""


def void_reason_of(one: Obligation) -> str:
    """Why an obligation is void by the force of its act on the nominal day; '' when it is owed.

    What was settled before a repeal, and what a correction or a reorganisation made void, stays as
    it is.
    """
    if one.void_reason in BY_DECISION or one.outcome in {
        Obligation.Outcome.ACCEPTED,
        Obligation.Outcome.RELEASED,
    }:
        return one.void_reason
    force = Force(one.act.in_force_from, one.act.repealed_on)
    return force.reason_on(one.nominal_on, one.period_first)
