"""Contradictions of indicators, taken from the tables of decrees 1014 and 1144 by hand."""

from datetime import date
from decimal import Decimal

from birlik.base.mandate.engine.contradictions import contradictions
from birlik.base.mandate.engine.course import Planned, Seen

DECREE_1014 = date(2022, 9, 15)
DECREE_1144 = date(2025, 12, 29)


def old(year: int, value: str, provision: int = 11) -> Planned:
    """Planned by decree 1014."""
    return Planned(1, provision, DECREE_1014, year, Decimal(value))


def new(year: int, value: str) -> Planned:
    """Planned by decree 1144."""
    return Planned(2, 21, DECREE_1144, year, Decimal(value))


def fact(year: int, value: str, vintage: date = DECREE_1144) -> Seen:
    """Measured."""
    return Seen(year, "fact", Decimal(value), vintage)


def estimate(year: int, value: str, vintage: date = DECREE_1144) -> Seen:
    """Estimated."""
    return Seen(year, "estimate", Decimal(value), vintage)


def test_social_wellbeing_is_planned_below_what_is_already_reached() -> None:
    """The fact of 2024, 85.5, lies above the plan of 2030, 79.5, and above the estimate of 2025."""
    seen = [fact(2024, "85.5"), estimate(2025, "77")]
    planned = [old(2025, "77"), old(2026, "77.5"), new(2026, "77.5"), new(2030, "79.5")]
    found = contradictions(seen, planned, rising=True)
    assert [one.kind for one in found] == ["target_reached", "estimate_against_fact"]
    assert found[0].planned == (new(2030, "79.5"),)
    assert found[0].seen == seen[0]
    assert (found[1].seen, found[1].fact) == (seen[1], seen[0])


def test_two_papers_that_plan_one_year_differently_are_named() -> None:
    """Consent in 2026: 80.9 in the plan of decree 1014, 81.0 in its table and in decree 1144."""
    planned = [new(2026, "81.0"), old(2026, "81.0"), old(2026, "80.9", provision=12)]
    (found,) = contradictions([], planned, rising=True)
    assert found.kind == "plans_differ"
    assert found.planned == (old(2026, "81.0"), old(2026, "80.9", provision=12), new(2026, "81.0"))


def test_an_estimate_that_leaves_the_earlier_plan_is_named() -> None:
    """An estimate of 78 for a year for which the earlier act planned 77 contradicts it."""
    (found,) = contradictions([estimate(2025, "78")], [old(2025, "77")], rising=True)
    assert found.kind == "estimate_against_plan"
    assert (found.planned, found.seen) == ((old(2025, "77"),), estimate(2025, "78"))


def test_an_estimate_older_than_the_plan_does_not_contradict_it() -> None:
    """The plan of decree 1144 knew the estimate printed beside it."""
    assert contradictions([estimate(2026, "78")], [new(2026, "77")], rising=True) == ()


def test_tolerance_has_no_contradiction() -> None:
    """Fact 69 in 2024, estimate 69 in 2025, plans 69 and 69.5 to 71.5: all go together."""
    seen = [fact(2024, "69"), estimate(2025, "69")]
    planned = [old(2025, "69"), old(2026, "69.5"), new(2026, "69.5"), new(2030, "71.5")]
    assert contradictions(seen, planned, rising=True) == ()


def test_a_plan_set_before_the_fact_was_known_is_only_surpassed() -> None:
    """Decree 1014 could not know the fact of 2024: surpassing its plan of 2026 is success."""
    assert contradictions([fact(2024, "85.5")], [old(2026, "77.5")], rising=True) == ()


def test_where_less_is_better_the_signs_turn() -> None:
    """A fact of 3 conflicts is better than a plan of 5; an estimate of 4 is worse than it."""
    seen = [fact(2024, "3"), estimate(2025, "4")]
    found = contradictions(seen, [new(2030, "5")], rising=False)
    assert [one.kind for one in found] == ["target_reached", "estimate_against_fact"]
