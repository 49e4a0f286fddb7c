"""Which documents answer a whole query, worked out by hand."""

from birlik.domains.execution.engine.searching import (
    Way,
    acts_meeting,
    points_meeting,
    ways,
)

ACT_OF = {1: 10, 2: 10, 3: 20}
COUNCIL = {("point", 1): 1.0, ("point", 3): 0.9, ("debtor", 7): 1.0}
SITTING = {("point", 1): 0.5, ("point", 2): 1.0}
NUMBER = {("act", 10): 3.0}
YEAR = {("period", "2024"): 1.0, ("period", "2024-Q1"): 1.0}
QUARTER = {("period", "2024-Q1"): 1.0, ("period", "2025-Q1"): 1.0}
MINISTRY = {("debtor", 7): 1.5, ("debtor", 8): 0.9}
NOTHING: dict = {}


def test_an_act_meets_every_word_itself() -> None:
    """An act whose number was asked for answers; with a word that it does not hold, it does not."""
    assert acts_meeting([NUMBER]) == {10: 3.0}
    assert acts_meeting([NUMBER, COUNCIL]) == {}
    assert acts_meeting([]) == {}


def test_a_point_meets_words_itself_or_by_its_act() -> None:
    """A point holds every word, or its act holds it, which counts half; but one word it must hold
    itself."""
    assert points_meeting([COUNCIL], ACT_OF) == {1: 1.0, 3: 0.9}
    assert points_meeting([COUNCIL, SITTING], ACT_OF) == {1: 1.5}
    assert points_meeting([COUNCIL, NUMBER], ACT_OF) == {1: 2.5}
    assert points_meeting([NUMBER], ACT_OF) == {}
    assert points_meeting([], ACT_OF) == {}


def test_words_are_shared_out_between_measure_debtor_and_period() -> None:
    """Every share that can be met is a way, the better one first."""
    found = list(ways([COUNCIL, YEAR], ACT_OF, {}))
    assert [(one.points, one.debtors, one.periods) for one in found] == [
        ((1, 3), None, ("2024", "2024-Q1")),
        (None, (7,), ("2024", "2024-Q1")),
    ]
    assert list(ways([MINISTRY, SITTING], ACT_OF, {})) == [Way((2, 1), (7, 8), None, 2.5)]


def test_words_for_one_side_have_to_be_met_together() -> None:
    """Two words of a period mean the periods that both name."""
    found = list(ways([SITTING, YEAR, QUARTER], ACT_OF, {}))
    assert [one.periods for one in found] == [("2024-Q1",)]
    assert list(ways([MINISTRY, COUNCIL], ACT_OF, {}))[1].debtors == (7,)


def test_a_period_alone_finds_nothing() -> None:
    """Everything owed in a year is a list, not an answer; and a word that nothing meets leaves no
    way."""
    assert list(ways([YEAR], ACT_OF, {})) == []
    assert list(ways([COUNCIL, NOTHING], ACT_OF, {})) == []
    assert list(ways([NUMBER], ACT_OF, {})) == []
    assert list(ways([], ACT_OF, {})) == []
