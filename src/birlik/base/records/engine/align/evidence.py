"""How strongly the words and the lengths of some paragraphs speak for their being one another's
translation.

All scores are natural logarithms of likelihood ratios: above zero speaks for the pair.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Signs = frozenset[str]

RELIABILITY: Mapping[str, float] = {
    "item": 0.95,
    "number": 0.9,
    "roman": 0.9,
    "name": 0.85,
    "latin": 0.85,
    "word": 0.7,
    "link": 0.6,
    "root": 0.5,
}
"""How often a sign of this kind, standing in one paragraph, stands in its translation too.

Round figures, deliberately low: a clerk's text repeats a word where its translation says "it".
"""

DEPENDENCE = 0.5
"""Signs come in company (a date, a name and a number of one decree), so their sum overstates."""

VARIANCE_PER_CHARACTER = 6.8
"""Variance of the length of a translation per character: Gale and Church (1993), section 3.1."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a sign is worth: `alone` when only one side has it, `gain` more when both have it."""

    alone: Mapping[str, float]
    gain: Mapping[str, float]

    def of_side(self, signs: Signs) -> float:
        """The worth of the signs of one side as if none were on the other."""
        return sum(map(self.alone.__getitem__, signs))

    def shared(self, a: Signs, b: Signs) -> float:
        """What the signs on both sides add to that."""
        return sum(map(self.gain.__getitem__, a & b))


def weigh(a: Sequence[Signs], b: Sequence[Signs]) -> Weights:
    """Weights of the signs that both texts have: the rarer, the heavier.

    With p the share of paragraphs that have the sign and r its reliability, a sign on both sides
    is worth log(r / p) and a sign on one side log((1 - r) / (1 - p)), as for independent signs
    (the naive Bayes ratio), damped by DEPENDENCE. A sign too common to tell (r <= p) is left out.
    """
    count_a, count_b = _counts(a), _counts(b)
    total = len(a) + len(b) + 2
    alone: dict[str, float] = {}
    gain: dict[str, float] = {}
    for sign in count_a.keys() & count_b.keys():
        share = (count_a[sign] + count_b[sign] + 1) / total
        reliability = RELIABILITY[sign.partition(":")[0]]
        if reliability > share:
            alone[sign] = DEPENDENCE * math.log((1 - reliability) / (1 - share))
            gain[sign] = DEPENDENCE * math.log(reliability / share) - 2 * alone[sign]
    return Weights(alone, gain)


def length_score(length_a: int, length_b: int, ratio: float) -> float:
    """Log-probability that lengths (characters) differ this much or more; `ratio` is b to a.

    Gale and Church (1993): delta = (b - ratio * a) / sqrt(mean length * variance), two-sided tail
    of the normal distribution; never below log 1e-8, so that one lost page does not outweigh all.
    """
    mean = (length_a + length_b / ratio) / 2
    delta = abs(length_b - ratio * length_a) / math.sqrt(VARIANCE_PER_CHARACTER * max(mean, 1))
    return math.log(max(math.erfc(delta / math.sqrt(2)), 1e-8))


def _counts(side: Sequence[Signs]) -> Counter[str]:
    return Counter(sign for signs in side for sign in signs)
