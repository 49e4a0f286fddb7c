"""From two texts of one act to groups of paragraphs that say the same."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from birlik.base.records.engine.align.course import PairScore, Step, fine_course, rough_course
from birlik.base.records.engine.align.evidence import Signs, Weights, length_score, weigh
from birlik.base.records.engine.align.group import AlignedGroup
from birlik.base.records.engine.align.lexicon import learn_links
from birlik.base.records.engine.align.side import Side, side_of
from birlik.base.records.engine.draft import SourceText

SURE = 6.0
"""A pairing so far (log-likelihood) before any other reading is certain, and is learned from."""

STRONG = 4.0
"""What signs and lengths together must be worth before paragraphs out of order are paired."""

EVEN = 2000
"""So many letters of either text are taken to be of even length before the texts are weighed: in a
short text one paragraph without a pair would else pass for a wordy language."""

FURTHEST = 0.1
"""How far, as a share of the text, a paragraph may be displaced; what is alike from farther away
is a repetition, as an entry of a table of contents is of its heading."""


def align(a: SourceText, b: SourceText) -> tuple[AlignedGroup, ...]:
    """The paragraphs of two texts of one act, grouped by what they say; every paragraph and every
    row of a table stands in exactly one group.

    Groups come in the order of the texts, and `align(b, a)` gives the same ones mirrored. A group
    is certain when no other reading of its paragraphs comes near; a pair out of order is never
    certain, and a paragraph without a pair only between two certain groups.
    """
    if (b.language, b.text) < (a.language, a.text):
        return tuple(group.mirrored() for group in align(b, a))
    side_a, side_b = side_of(a), side_of(b)
    rough = rough_course(side_a.shares, side_b.shares, _Score(side_a, side_b))
    links_a, links_b = learn_links(
        (side_a.roots[step.i], side_b.roots[step.j])
        for step in rough
        if step.n == step.m == 1 and step.margin >= SURE
    )
    side_a, side_b = side_a.linked(links_a), side_b.linked(links_b)
    score = _Score(side_a, side_b)
    steps = fine_course(rough, score)
    displaced = _displaced(steps, side_a.shares, side_b.shares, score)
    return tuple(_groups(side_a, side_b, steps, displaced))


class _Score:
    """What pairing some paragraphs of a with some of b is worth."""

    def __init__(self, a: Side, b: Side) -> None:
        self.weights = weigh(a.signs, b.signs)
        self.ratio = (sum(b.lengths) + EVEN) / (sum(a.lengths) + EVEN)
        self._block_a = cache(lambda at, size: _block(a, at, size, self.weights))
        self._block_b = cache(lambda at, size: _block(b, at, size, self.weights))

    def __call__(self, i: int, j: int, n: int, m: int) -> float:
        signs_a, worth_a, length_a = self._block_a(i, n)
        signs_b, worth_b, length_b = self._block_b(j, m)
        lengths = length_score(length_a, length_b, self.ratio)
        return worth_a + worth_b + self.weights.shared(signs_a, signs_b) + lengths


def _block(side: Side, at: int, size: int, weights: Weights) -> tuple[Signs, float, int]:
    """The signs of `size` paragraphs taken together, their worth alone, and their length."""
    signs = frozenset().union(*side.signs[at : at + size]) & weights.alone.keys()
    return signs, weights.of_side(signs), sum(side.lengths[at : at + size])


def _displaced(
    steps: Sequence[Step], a: Sequence[float], b: Sequence[float], score: PairScore
) -> dict[int, int]:
    """Paragraphs left over on both sides that are each other's best and a strong partner, though
    they stand out of order; `a`, `b`: the share of the text before each paragraph."""
    left_a = [step.i for step in steps if not step.m]
    left_b = [step.j for step in steps if not step.n]
    near = ((i, j) for i in left_a for j in left_b if abs(a[i] - b[j]) <= FURTHEST)
    worth = {pair: score(*pair, 1, 1) for pair in near}
    pairs: dict[int, int] = {}
    for i, j in sorted(worth, key=lambda pair: -worth[pair]):
        if worth[i, j] >= STRONG and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _groups(
    a: Side, b: Side, steps: Sequence[Step], displaced: dict[int, int]
) -> Iterator[AlignedGroup]:
    """The steps as groups; a displaced pair stands where a has it."""
    for step, certain in zip(steps, _certainty(steps), strict=True):
        spans_a, spans_b = a.spans[step.i : step.i + step.n], b.spans[step.j : step.j + step.m]
        if not step.m and step.i in displaced:
            yield AlignedGroup(spans_a, (b.spans[displaced[step.i]],), certain=False)
        elif step.n or step.j not in displaced.values():
            yield AlignedGroup(spans_a, spans_b, certain)


def _certainty(steps: Sequence[Step]) -> list[bool]:
    """A pair is certain by its margin; paragraphs without a pair, if they are so between two
    certain pairs with nothing beside them in the other text."""
    certain = [step.margin >= SURE for step in steps]
    for kind, run in groupby(range(len(steps)), key=lambda at: bool(steps[at].n and steps[at].m)):
        places = list(run)
        if not kind:
            before, after = places[0] - 1, places[-1] + 1
            framed = all(certain[at] for at in (before, after) if 0 <= at < len(steps))
            one_sided = len({steps[at].n for at in places}) == 1
            for at in places:
                certain[at] = certain[at] and framed and one_sided
    return certain
