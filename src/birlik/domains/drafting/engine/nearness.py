"""How much two titles say the same, whatever the endings of their words."""

from functools import lru_cache

from birlik.base.values.search.endings import stems
from birlik.base.values.search.folding import tokens
from birlik.base.values.search.index import EMPTY

NEAR = 0.8
"""From this share of words in common two titles are taken for the same measure."""

LONG_ENOUGH = 3
"""Letters from which a stem says something."""


@lru_cache(maxsize=4096)
def telling_words(title: str, language: str) -> frozenset[str]:
    """The words of a title by their shortest stems, those that say nothing left out."""
    empty = set(EMPTY.split())
    forms = (token.forms[-1] for token in tokens(title))
    return frozenset(
        min(stems(form, language), key=lambda stem: (len(stem), stem))
        for form in forms
        if form not in empty and (form.isdigit() or len(form) >= LONG_ENOUGH)
    )


def nearness(one: str, other: str, language: str) -> float:
    """The share of words that two titles have in common, from 0 to 1: twice the common ones by all
    (the coefficient of Sørensen and Dice)."""
    first, second = telling_words(one, language), telling_words(other, language)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))
