"""Where a measured value stands against what was planned for its year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from birlik.base.mandate.engine.course import Planned, Seen

Place = Literal["above", "below", "equal", "within"]

CONFIDENCE = Decimal("1.96")
"""The 97.5 % point of the normal distribution: a value lies within ± 1.96 standard errors in 95
of 100 samples."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A value beside the plan for the same year.

    `difference` is the value minus the plan, in the indicator's unit. `place` is "within" when
    the difference is not larger than the margin of error; without a known error it can only be
    "above", "below" or "equal", and `margin` is None. `favourable` is None where neither side is
    better than the other.
    """

    seen: Seen
    planned: Planned
    difference: Decimal
    margin: Decimal | None
    place: Place
    favourable: bool | None


def margin_of(seen: Seen) -> Decimal | None:
    """Half the width of the 95 % confidence interval; None where the error is not known."""
    return None if seen.standard_error is None else CONFIDENCE * seen.standard_error


def standing(seen: Seen, planned: Planned, *, rising: bool) -> Standing:
    """Compare a value with the plan for its year; `rising` is True where more is better."""
    difference = seen.value - planned.value
    margin = margin_of(seen)
    favourable = None
    if difference == 0:
        place: Place = "equal"
    elif margin is not None and abs(difference) <= margin:
        place = "within"
    else:
        place = "above" if difference > 0 else "below"
        favourable = (difference > 0) == rising
    return Standing(seen, planned, difference, margin, place, favourable)


def standings(
    seen: Iterable[Seen], planned: Iterable[Planned], *, rising: bool
) -> tuple[Standing, ...]:
    """Every measured value beside every plan for its year, by year, the older plan first."""
    plans = sorted(planned, key=lambda one: (one.year, one.set_on, one.provision))
    facts = [one for one in seen if one.kind == "fact"]
    return tuple(
        standing(fact, plan, rising=rising)
        for plan in plans
        for fact in facts
        if fact.year == plan.year
    )
