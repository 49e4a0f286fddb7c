"""Plans that begin their numbers anew."""

from dataclasses import replace

from birlik.base.records.engine.draft import ActDraft, MeasureDraft
from birlik.base.records.engine.told_apart import told_apart

MEASURE = MeasureDraft("1", "", "1", "", "", "", (), None, {}, 0, 0)
DRAFT = ActDraft("plan", "7", None, "", "kk")


def numbers(*measures: MeasureDraft) -> list[tuple[str, str]]:
    """Numbers and parents after telling apart."""
    return [
        (one.number, one.parent) for one in told_apart(replace(DRAFT, measures=measures)).measures
    ]


def test_numbers_of_their_own_stay() -> None:
    """A plan that numbers through keeps its numbers as printed."""
    assert numbers(MEASURE, replace(MEASURE, number="2")) == [("1", ""), ("2", "")]


def test_numbers_begun_anew_are_led_by_their_direction() -> None:
    """Point 1 under direction 2 is 2:1, its part 2:1.1 hangs under it."""
    second = replace(MEASURE, direction="2")
    part = replace(second, number="1.1", parent="1")
    assert numbers(MEASURE, second, part) == [("1:1", ""), ("2:1", ""), ("2:1.1", "2:1")]


def test_number_twice_in_one_direction_is_counted() -> None:
    """Two points of one number in one direction are still two."""
    assert numbers(MEASURE, MEASURE) == [("1:1", ""), ("1:1 (2)", "")]
