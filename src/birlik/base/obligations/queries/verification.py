"""Is what is stored of every obligation what its submissions, reviews and acts say?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from birlik.base.obligations.engine.owing import Force
from birlik.base.obligations.engine.state import Reported, outcome_of, stage_of
from birlik.base.obligations.models import Extension, Obligation, Submission
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
