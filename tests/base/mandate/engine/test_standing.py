"""Where a value stands against the plan, worked by hand."""

from datetime import date
from decimal import Decimal

import pytest

from birlik.base.mandate.engine.course import Planned, Seen
from birlik.base.mandate.engine.standing import margin_of, standing, standings

ADOPTED_2022 = date(2022, 9, 15)
ADOPTED_2030 = date(2025, 12, 29)


def fact(value: str, error: str | None = None, year: int = 2024) -> Seen:
    """A measured value."""
    known = None if error is None else Decimal(error)
    return Seen(year, "fact", Decimal(value), ADOPTED_2030, known)


def plan(value: str, year: int = 2024, set_on: date = ADOPTED_2022, act: int = 1) -> Planned:
    """A planned value."""
    return Planned(act, act * 10, set_on, year, Decimal(value))


def test_consent_in_2024_lies_above_its_plan() -> None:
    """Planned 80.6 in decree 1014, fact 88.3 in decree 1144: 7.7 points above, error unknown."""
    found = standing(fact("88.3"), plan("80.6"), rising=True)
    assert (found.place, found.difference, found.margin) == ("above", Decimal("7.7"), None)
    assert found.favourable is True


@pytest.mark.parametrize(
    ("value", "error", "rising", "place", "favourable"),
    [
        ("74.0", None, True, "below", False),
        ("74.0", None, False, "below", True),
        ("78.0", None, False, "above", False),
        ("76.5", None, True, "equal", None),
        # 1.96 × 1 = 1.96 is at least the difference of 1.5, and less than one of 2.5
        ("78.0", "1", True, "within", None),
        ("79.0", "1", True, "above", True),
        # the margin itself still is within: 76.5 + 1.96 = 78.46
        ("78.46", "1", True, "within", None),
        ("78.47", "1", True, "above", True),
    ],
)
def test_a_value_is_judged_by_its_error_and_the_direction_of_improvement(
    value: str, error: str | None, rising: bool, place: str, favourable: bool | None
) -> None:
    """Above, below, equal or within the error; better or worse only outside of the error."""
    found = standing(fact(value, error), plan("76.5"), rising=rising)
    assert (found.place, found.favourable) == (place, favourable)


def test_the_margin_is_1_96_standard_errors() -> None:
    """A standard error of 1.5 points makes a margin of 2.94 points."""
    assert margin_of(fact("80", "1.5")) == Decimal("2.940")


def test_a_fact_is_compared_with_every_plan_for_its_year_only() -> None:
    """Two acts that plan the year give two standings, the older first; other years none."""
    old, new = plan("76.5"), plan("80", set_on=ADOPTED_2030, act=2)
    estimate = Seen(2025, "estimate", Decimal("77"), ADOPTED_2030)
    found = standings([fact("85.5"), estimate], [new, old, plan("77", 2025)], rising=True)
    assert [one.planned for one in found] == [old, new]
