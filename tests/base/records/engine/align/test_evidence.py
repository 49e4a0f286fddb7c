"""What lengths and signs are worth, against arithmetic by hand."""

import math

import pytest

from birlik.base.records.engine.align.evidence import length_score, weigh


def test_equal_lengths_cost_nothing() -> None:
    """A translation of exactly the expected length has the score 0."""
    assert length_score(100, 110, ratio=1.1) == pytest.approx(0.0)


def test_a_difference_of_one_standard_deviation() -> None:
    """100 beside 100 + sqrt(6.8 * 100), with mean length by a: the two-sided tail of the normal
    distribution is about 0.3173 at one standard deviation (published tables)."""
    longer = 128  # mean (100 + 128) / 2 = 114, standard deviation sqrt(6.8 * 114) = 27.84
    delta = 28 / math.sqrt(6.8 * 114)
    assert delta == pytest.approx(1.0057, abs=1e-4)
    assert length_score(100, longer, ratio=1.0) == pytest.approx(math.log(0.3145), abs=2e-3)


def test_the_cost_of_a_difference_is_bounded() -> None:
    """A page against a word costs log(1e-8), not infinitely much."""
    assert length_score(3, 4000, ratio=1.0) == pytest.approx(math.log(1e-8))


def test_a_rare_sign_on_both_sides_speaks_for_the_pair() -> None:
    """A number in 1 of 4 paragraphs on each side: p = (1 + 1 + 1) / (4 + 4 + 2) = 0.3, r = 0.9,
    damped by half: 0.5 * log(0.9 / 0.3)."""
    nothing: frozenset[str] = frozenset()
    rare = frozenset({"number:417"})
    weights = weigh([rare, nothing, nothing, nothing], [rare, nothing, nothing, nothing])
    both = 2 * weights.of_side(rare) + weights.shared(rare, rare)
    assert both == pytest.approx(0.5 * math.log(3))
    assert weights.of_side(rare) == pytest.approx(0.5 * math.log(0.1 / 0.7))


def test_signs_that_tell_nothing_have_no_weight() -> None:
    """A sign of one text alone, and one that stands everywhere, are left out."""
    everywhere = frozenset({"root:ассам"})
    weights = weigh([everywhere | {"number:1"}] * 3, [everywhere] * 3)
    assert not weights.alone
