"""What a reader chose, read from the address and written back to it."""

from dataclasses import replace
from datetime import date

import pytest

from birlik.domains.execution.engine.choice import Choice, Offer, choice_of, usual_year
from birlik.domains.execution.engine.occurrences import Tally

OFFER = Offer(years=(2024, 2025, 2026), directions=("1", "1.2"), executors=(7, 8))


def tally(year: int, state: str = "open", soon: int = 0) -> Tally:
    """One obligation of a year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Tally(1, "lead", first, last, 1, last, state, 1, soon)


def test_an_address_without_a_query_means_the_usual_choice() -> None:
    """Nothing named: the usual year, everything in it, and an empty query."""
    choice = choice_of({}, OFFER, 2025)
    assert choice == Choice(2025, 2025)
    assert (choice.query, choice.is_usual) == ("?", True)


@pytest.mark.parametrize(
    "asked",
    [
        {"year": "all"},
        {"year": "2024"},
        {"direction": "1.2"},
        {"executor": "8"},
        {"state": "overdue"},
        {"state": "soon"},
        {"year": "all", "direction": "1", "executor": "7", "state": "void"},
    ],
)
def test_a_choice_is_kept_in_the_address(asked: dict[str, str]) -> None:
    """What the address asked for is what its query says again."""
    query = choice_of(asked, OFFER, 2025).query
    assert query == "?" + "&".join(f"{name}={value}" for name, value in asked.items())


@pytest.mark.parametrize(
    "asked",
    [{"year": "1999"}, {"direction": "9"}, {"executor": "99"}, {"state": "x"}, {"year": "'; --"}],
)
def test_what_cannot_be_chosen_counts_as_not_named(asked: dict[str, str]) -> None:
    """A year, direction, executor or state that this plan does not have changes nothing."""
    assert choice_of(asked, OFFER, 2025).is_usual


def test_all_years_cover_every_occurrence() -> None:
    """A chosen year covers its own occurrences only."""
    assert Choice(2025, None).covers(tally(2024))
    assert not Choice(2025, 2025).covers(tally(2024))


def test_a_chosen_state_wants_occurrences_in_that_state_and_year() -> None:
    """Overdue in 2024 wants neither what is open nor what is overdue in 2025."""
    choice = Choice(2025, 2024, state="overdue")
    assert choice.wants(tally(2024, "overdue"))
    assert not choice.wants(tally(2024, "open"))
    assert not choice.wants(tally(2025, "overdue"))
    assert replace(choice, state="soon").wants(tally(2024, "open", soon=1))
    assert not replace(choice, state="soon").wants(tally(2024, "open"))


def test_a_plan_opens_with_this_year_while_something_is_owed_in_it() -> None:
    """In 2025 the year 2025, though 2026 is planned as well."""
    assert usual_year([tally(2024), tally(2025), tally(2026)], this_year=2025) == 2025


def test_a_repealed_plan_opens_with_its_last_year_that_was_owed() -> None:
    """The plan to 2026 was repealed in 2025: in 2026 all is void, so 2025 is shown."""
    assert usual_year([tally(2024), tally(2025), tally(2026, "void")], this_year=2026) == 2025


def test_a_plan_to_come_opens_with_its_first_year() -> None:
    """Before its first year a plan shows that one; without anything owed there is none."""
    assert usual_year([tally(2028), tally(2027)], this_year=2026) == 2027
    assert usual_year([tally(2026, "void")], this_year=2026) is None


def test_period_stands_in_place_of_a_year() -> None:
    """A period that the address names, within the years of the plan, is chosen and kept; a page
    that offers none knows none."""
    offer = Offer((2024, 2025), (), (), periods=True)
    choice = choice_of({"period": "2024-H1", "year": "2025"}, offer, 2025)
    assert (choice.period, choice.year, choice.query) == ("2024-H1", None, "?period=2024-H1")
    assert not choice.is_usual
    for wrong in ("2023-H1", "first half", ""):
        assert choice_of({"period": wrong}, offer, 2025) == choice_of({}, offer, 2025)
    without = Offer((2024, 2025), (), ())
    assert choice_of({"period": "2024-H1"}, without, 2025).period == ""
