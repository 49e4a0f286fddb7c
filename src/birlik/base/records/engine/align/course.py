"""The best course through two texts at once, by dynamic programming.

Gale and Church (1993), "A Program for Aligning Sentences in Bilingual Corpora", Computational
Linguistics 19(1), with two changes: signs stand beside lengths in the score, and a gap is cheap to
continue, since a lost table or an added table of contents is one event and not ten.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

Node = tuple[int, int]
PairScore = Callable[[int, int, int, int], float]
Shapes = Mapping[tuple[int, int], float]

SIMPLE: Shapes = {
    (1, 1): math.log(0.9),
    (1, 2): math.log(0.02),
    (2, 1): math.log(0.02),
}
ALL: Shapes = {
    **SIMPLE,
    (2, 2): math.log(0.00001),
    **{(1, n): math.log(0.004 * 0.3 ** (n - 3)) for n in range(3, 7)},
    **{(n, 1): math.log(0.004 * 0.3 ** (n - 3)) for n in range(3, 7)},
}
"""How likely n paragraphs of one text answer m of the other. Two to two only where nothing else
will do: it is mostly two pairs seen from afar. More than two to one is a table's row in pieces."""

GAP = (math.log(0.01), math.log(0.3))
"""A paragraph without a pair: after a pair, and after another such paragraph."""

FIRST_BAND = 0.05
"""Half the width of the first band around the diagonal, as a share of the text; doubled for as long
as the course comes near its edge."""

MOST_NODES = 50_000
"""From this size on a band is not widened for better: texts that drift so far apart are hardly one
act, and the reader waits."""

CORRIDOR = 6
"""How many paragraphs to either side of a rough course the fine one may stray."""

LARGEST_MARGIN = 30.0
"""Rivals that are further behind than this are not looked at."""

_PAIRED, _GAPPED = 0, 1
_NEVER, _FAR = -1e18, float("inf")


class Step(NamedTuple):
    """Paragraphs `[i, i + n)` of a beside `[j, j + m)` of b; n or m is 0 for a gap.

    `margin`: by how much (natural logarithm of a likelihood ratio) the best course that covers one
    of these paragraphs otherwise is worse; LARGEST_MARGIN at most.
    """

    i: int
    j: int
    n: int
    m: int
    margin: float = 0.0


class _Edge(NamedTuple):
    """A possible step and its score."""

    i: int
    j: int
    n: int
    m: int
    score: float

    @property
    def to(self) -> Node:
        return self.i + self.n, self.j + self.m

    @property
    def answer(self) -> tuple[int, ...]:
        """What it says of its paragraphs; all gaps say the same, wherever the other text stands."""
        return self[:4] if self.n and self.m else ()

    def paragraphs(self) -> Iterator[tuple[str, int]]:
        """The paragraphs it covers."""
        yield from (("a", self.i + k) for k in range(self.n))
        yield from (("b", self.j + k) for k in range(self.m))


def rough_course(a: Sequence[float], b: Sequence[float], score: PairScore) -> tuple[Step, ...]:
    """The most likely sequence of simple steps from the beginning of both texts to their end.

    `a`, `b`: the share of the text before each paragraph, and 1.0 at the end; `score(i, j, n, m)`:
    the log-likelihood ratio for pairing `a[i:i+n]` with `b[j:j+m]`.
    """
    band = FIRST_BAND
    while True:
        nodes = [(i, j) for i in range(len(a)) for j in range(len(b)) if abs(a[i] - b[j]) <= band]
        lattice = _Lattice(nodes, (len(a) - 1, len(b) - 1), score, SIMPLE)
        if lattice.is_connected or band >= 1:
            steps = lattice.best()
            widest = max((abs(a[step.i] - b[step.j]) for step in steps), default=0.0)
            if widest < 0.7 * band or band >= 1 or len(nodes) > MOST_NODES:
                return steps
        band *= 2


def fine_course(rough: Sequence[Step], score: PairScore) -> tuple[Step, ...]:
    """The most likely sequence of steps of every shape near a rough course."""
    ends = [(step.i + step.n, step.j + step.m) for step in rough]
    end = ends[-1] if ends else (0, 0)
    reach = range(-CORRIDOR, CORRIDOR + 1)
    nodes = {
        (i + di, j + dj)
        for i, j in [(0, 0), *ends]
        for di in reach
        for dj in reach
        if 0 <= i + di <= end[0] and 0 <= j + dj <= end[1]
    }
    return _Lattice(nodes, end, score, ALL).best()


class _Lattice:
    """All pairings that lead from one of the nodes to another.

    A node (i, j) says that i paragraphs of a and j of b lie behind. Scores at a node come in two,
    by the kind of the step before it: `_PAIRED`, `_GAPPED`.
    """

    def __init__(self, nodes: Iterable[Node], end: Node, score: PairScore, shapes: Shapes) -> None:
        self._end = end
        inside = {*nodes, end}
        nodes = sorted(inside)
        self._pairs: dict[Node, list[_Edge]] = {
            (i, j): [
                _Edge(i, j, n, m, prior + score(i, j, n, m))
                for (n, m), prior in shapes.items()
                if (i + n, j + m) in inside
            ]
            for i, j in nodes
        }
        self._gaps: dict[Node, list[_Edge]] = {
            (i, j): [
                _Edge(i, j, n, m, 0.0) for n, m in ((1, 0), (0, 1)) if (i + n, j + m) in inside
            ]
            for i, j in nodes
        }
        self._ahead = self._look_ahead()

    @property
    def is_connected(self) -> bool:
        """Whether any course leads from the beginning to the end."""
        return self._ahead[0, 0][_PAIRED] > _NEVER / 2

    def best(self) -> tuple[Step, ...]:
        """The most likely course, and the margin of each of its steps."""
        answers = self._answers()
        return tuple(Step(*edge[:4], self._margin(edge, answers)) for edge in self._walk())

    def _look_ahead(self) -> dict[Node, tuple[float, float]]:
        """The score of the best way from each node to the end."""
        ahead: dict[Node, tuple[float, float]] = {}
        for node, pairs in reversed(self._pairs.items()):
            if node == self._end:
                ahead[node] = (0.0, 0.0)
                continue
            paired = max((e.score + ahead[e.to][_PAIRED] for e in pairs), default=_NEVER)
            gapped = max((ahead[e.to][_GAPPED] for e in self._gaps[node]), default=_NEVER)
            ahead[node] = (max(paired, gapped + GAP[0]), max(paired, gapped + GAP[1]))
        return ahead

    def _look_behind(self) -> dict[Node, list[float]]:
        """The score of the best way to each node from the beginning."""
        behind = {node: [_NEVER, _NEVER] for node in self._pairs}
        behind[0, 0][_PAIRED] = 0.0
        for node, pairs in self._pairs.items():
            here = max(behind[node])
            for edge in pairs:
                there = behind[edge.to]
                there[_PAIRED] = max(there[_PAIRED], here + edge.score)
            for edge in self._gaps[node]:
                there = behind[edge.to]
                there[_GAPPED] = max(there[_GAPPED], _with_gap(behind[node]))
        return behind

    def _walk(self) -> Iterator[_Edge]:
        """The steps of the best course."""
        node, last = (0, 0), _PAIRED
        while node != self._end:
            choices = [(e.score + self._ahead[e.to][_PAIRED], e) for e in self._pairs[node]]
            choices += [(GAP[last] + self._ahead[e.to][_GAPPED], e) for e in self._gaps[node]]
            _, edge = max(choices, key=lambda choice: choice[0])
            yield edge
            node, last = edge.to, _PAIRED if edge.answer else _GAPPED

    def _answers(self) -> dict[tuple[str, int], dict[tuple[int, ...], float]]:
        """For each paragraph, what may be said of it and how far behind the best course that is."""
        behind = self._look_behind()
        best = self._ahead[0, 0][_PAIRED]
        answers: dict[tuple[str, int], dict[tuple[int, ...], float]] = defaultdict(dict)
        for node, pairs in self._pairs.items():
            here, gap = max(behind[node]), _with_gap(behind[node])
            scored = [(here + e.score + self._ahead[e.to][_PAIRED], e) for e in pairs]
            scored += [(gap + self._ahead[e.to][_GAPPED], e) for e in self._gaps[node]]
            for score, edge in scored:
                if best - score < LARGEST_MARGIN:
                    for paragraph in edge.paragraphs():
                        told = answers[paragraph]
                        told[edge.answer] = min(told.get(edge.answer, _FAR), best - score)
        return answers

    @staticmethod
    def _margin(edge: _Edge, answers: dict[tuple[str, int], dict[tuple[int, ...], float]]) -> float:
        rivals = (
            distance
            for paragraph in edge.paragraphs()
            for answer, distance in answers[paragraph].items()
            if answer != edge.answer
        )
        return min(rivals, default=LARGEST_MARGIN)


def _with_gap(scores: Sequence[float]) -> float:
    """The better of the two scores once a gap follows."""
    return max(scores[_PAIRED] + GAP[_PAIRED], scores[_GAPPED] + GAP[_GAPPED])
