"""The course of an indicator."""

from datetime import date
from decimal import Decimal

from birlik.base.mandate.engine.course import Seen, last_fact, newest


def seen(year: int, value: str, kind: str = "fact", vintage: date = date(2025, 12, 29)) -> Seen:
    """A value without error."""
    return Seen(year, "fact" if kind == "fact" else "estimate", Decimal(value), vintage)


def test_a_later_vintage_replaces_an_earlier_one_of_the_same_year_and_kind() -> None:
    """A revised fact is shown in its newest version; the estimate of that year stays beside it."""
    first = seen(2024, "85.0", vintage=date(2025, 2, 1))
    revised = seen(2024, "85.5", vintage=date(2025, 12, 29))
    estimate = seen(2024, "76", "estimate", date(2024, 1, 1))
    assert newest([revised, first, estimate]) == (estimate, revised)


def test_the_last_fact_is_the_one_of_the_latest_year() -> None:
    """An estimate of a later year does not count as a fact."""
    facts = [seen(2023, "80"), seen(2024, "85.5"), seen(2025, "77", "estimate")]
    assert last_fact(facts) == facts[1]


def test_nothing_measured_has_no_last_fact() -> None:
    """Where only estimates exist there is no last fact."""
    assert last_fact([seen(2025, "77", "estimate")]) is None
