"""What an address asks of the scorecards, their order and their grades."""

import pytest

from birlik.base.obligations.engine.rates import Discipline, Score
from birlik.domains.execution.engine.scoring import Scope, grade, measured, scope_of


def score(on_time: int, overdue: int = 0, **more: int) -> Score:
    """A score of what binds."""
    return Score(bound=Discipline(on_time=on_time, overdue=overdue, **more))


def test_an_address_names_a_choice_and_a_choice_its_address() -> None:
    """What is known is taken, and the usual order is not told."""
    asked = {"act": "7", "period": "2024-h1", "role": "lead", "q": " МИН ", "sort": "rate"}
    scope = scope_of(asked)
    assert scope == Scope(7, "2024-H1", "lead", "МИН", "rate")
    assert scope.query() == "?act=7&period=2024-H1&role=lead&q=%D0%9C%D0%98%D0%9D&sort=rate"
    assert scope.query(q="", sort="") == "?act=7&period=2024-H1&role=lead"
    assert scope.is_narrowed
    assert Scope().query() == "?"


@pytest.mark.parametrize(
    "asked",
    [
        {"act": "x", "period": "2024-Q9", "role": "boss", "sort": "colour"},
        {"period": "9999999"},
        {"act": "9" * 30},
        {},
    ],
)
def test_what_cannot_be_chosen_counts_as_not_named(asked: dict[str, str]) -> None:
    """An address made up by hand shows everything."""
    assert scope_of(asked) == Scope()
    assert not scope_of(asked).is_narrowed
    assert scope_of(asked).days is None


def test_days_from_until_are_a_period_too() -> None:
    """Any two days are read in the code of a custom period."""
    days = scope_of({"period": "2024-02-01/2024-05-31"}).days
    assert (days.first_on.isoformat(), days.last_on.isoformat()) == ("2024-02-01", "2024-05-31")


def test_rates_are_sorted_as_fractions_and_the_rateless_last() -> None:
    """1 of 3 is before 2 of 4 before 4 of 4; nothing fallen due comes after all."""
    scores = [score(4), Score(), score(2, 2), score(1, 2)]
    ordered = sorted(scores, key=lambda one: measured(one, "rate"))
    assert [one.bound.rate.whole for one in ordered] == [3, 4, 4, 0]


@pytest.mark.parametrize(
    ("sort", "figure"),
    [("fallen", 15), ("late", 2), ("-overdue", 8), ("returns", 9), ("waiting", 4)],
)
def test_figures_are_sorted_by_their_size(sort: str, figure: int) -> None:
    """What was returned and is not corrected counts as overdue in the order of the table."""
    one = score(1, 5, late=2, waiting=4, returned=3, returns=9)
    assert measured(one, sort)[0] == figure


@pytest.mark.parametrize(
    ("on_time", "overdue", "tone"),
    [
        (9, 1, "ok"),
        (89, 11, "warn"),
        (7, 3, "warn"),
        (69, 31, "late"),
        (4, 0, "todo"),
        (0, 0, "todo"),
        (5, 0, "ok"),
        (0, 5, "late"),
    ],
)
def test_a_rate_is_graded_from_five_fallen_due(on_time: int, overdue: int, tone: str) -> None:
    """From 90 per cent good, below 70 poor; of four nothing is said."""
    one = Discipline(on_time=on_time, overdue=overdue)
    assert grade(one, good=90, poor=70, least=5) == tone
