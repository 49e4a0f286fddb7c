"""Words of the two texts that translate one another, learned from the texts themselves.

The idea is Moore's (2002, "Fast and Accurate Sentence Alignment of Bilingual Corpora"): align
once by what is known beforehand, learn from the surest pairs, align again. Words are linked
one to one, best first, as in Melamed (2000, "Models of Translational Equivalence").
"""

from collections import Counter
from collections.abc import Iterable

Roots = frozenset[str]

LEAST_TOGETHER = 3
LEAST_LIKENESS = 0.6
"""Dice coefficient: twice the pairs with both words, over the paragraphs with either."""


def learn_links(pairs: Iterable[tuple[Roots, Roots]]) -> tuple[dict[str, str], dict[str, str]]:
    """For each language, the roots that have a partner, with the sign they share with it.

    `pairs`: the roots of paragraphs held to be translations, (of a, of b).
    """
    known = list(pairs)
    count_a = Counter(root for a, _ in known for root in a)
    count_b = Counter(root for _, b in known for root in b)
    together = Counter((x, y) for a, b in known for x in a for y in b)
    likeness = {
        (x, y): 2 * times / (count_a[x] + count_b[y])
        for (x, y), times in together.items()
        if times >= LEAST_TOGETHER
    }
    links_a: dict[str, str] = {}
    links_b: dict[str, str] = {}
    for x, y in sorted(likeness, key=lambda link: (-likeness[link], -together[link], link)):
        if likeness[x, y] < LEAST_LIKENESS:
            break
        if x not in links_a and y not in links_b:
            links_a[x] = links_b[y] = f"link:{x}~{y}"
    return links_a, links_b
