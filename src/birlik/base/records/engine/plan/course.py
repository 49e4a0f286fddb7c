"""Finds the rows and cells of a flattened table: the cheapest way through its words.

A table flattened to text prints its rows one after another, and of each row the cells from left
to right; a page's end cuts every cell of its row, and the rest of each follows on the next page,
again from left to right. So a reading is a walk over the words that may go right within a row,
back to the left where a page ends, and down to the next row where a number stands. The number of
a tall row may be printed late, on its second page: until then the row is `pending`. The best walk
is found by dynamic programming (Viterbi 1967), in time proportional to the words.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from birlik.base.records.engine.plan.columns import COLUMNS, EXECUTORS, TITLE
from birlik.base.records.engine.plan.markers import Marker
from birlik.base.records.engine.plan.words import Gap, Word

Step = Literal["cell", "bare row", "number", "late number"]
Weights = Sequence[tuple[float, float, float, float]]

# What it costs to pass to another cell at each kind of gap, to leave a title, and to stay in one
# cell over the gap.
CHANGE: dict[Gap, float] = {"word": 3.0, "line": 2.5, "blank": 0.0, "page": 0.5, "banner": 9.0}
END_TITLE: dict[Gap, float] = {"word": 4.0, "line": 5.0, "blank": 0.0, "page": 0.5, "banner": 9.0}
STAY: dict[Gap, float] = {"word": 0.0, "line": 0.0, "blank": 3.0, "page": 0.5, "banner": 9.0}
# Each cell that a row leaves empty between two that it fills.
SKIP = 1.0
# What it costs to take up a cell again after a page's end: the tallest, most often the title or
# the executors, go on.
AGAIN: tuple[float, float, float, float] = (0.5, 2.0, 2.0, 0.5)
# The same over a blank line, where the page's end has left no other mark.
UNMARKED = 7.0
# A row without a number at its head, by the column in which the row before it ended: the more
# cells that one lacks, the less likely it has ended.
BARE: tuple[float, float, float, float] = (8.0, 5.0, 3.0, 2.0)
BARE_AFTER_BANNER = 1.0
# A number that does not follow the one before it, and a row whose number is nowhere.
OUT_OF_ORDER = 6.0
LOST_NUMBER = 8.0
# The same where the numbering leaves room for one row.
ROOM_FOR_ONE = 1.0


class Stop(NamedTuple):
    """Where a walk stands after a word: its column, whether the row waits for its number, whether
    its measure has had no sub-measure yet, and how the word was read."""

    column: int
    pending: bool
    fresh: bool
    step: Step = "cell"


class Move(NamedTuple):
    """How a word was read: what it is, and the column it fell in."""

    step: Step
    column: int


class _Way(NamedTuple):
    cost: float
    stop: Stop
    move: Move
    before: "_Way | None"


def find_course(words: Sequence[Word], markers: dict[int, Marker], weights: Weights) -> list[Move]:
    """The best reading of `words`: for each word the step it takes and the column it fills."""
    ways = [_Way(0.0, Stop(EXECUTORS, False, True), Move("cell", EXECUTORS), None)]
    for at, word in enumerate(words):
        best: dict[Stop, _Way] = {}
        for way in ways:
            for move, stop, cost in _moves(way.stop, word, markers.get(at)):
                gain = weights[at][move.column] if move.step in ("cell", "bare row") else 0.0
                total = way.cost + cost - gain
                if stop not in best or total < best[stop].cost:
                    best[stop] = _Way(total, stop, move, way)
        ways = list(best.values())
    return _walked(min(ways, key=lambda way: way.cost + LOST_NUMBER * way.stop.pending))


def _walked(last: _Way) -> list[Move]:
    moves: list[Move] = []
    way: _Way | None = last
    while way and way.before:
        moves.append(way.move)
        way = way.before
    return moves[::-1]


def _moves(stop: Stop, word: Word, marker: Marker | None) -> Iterator[tuple[Move, Stop, float]]:
    here, pending = stop.column, stop.pending
    # A number stands late because a page's end is near: any cell may go on after it.
    gap: Gap = "page" if stop.step == "late number" else word.gap
    if marker:
        yield from _numbered(stop, marker)
    unread = marker.unread if marker else 0.0
    if stop.step == "number":
        yield Move("cell", TITLE), Stop(TITLE, pending, stop.fresh), unread
        return
    for column in COLUMNS:
        cost = _change(here, column, gap)
        if cost is not None:
            yield Move("cell", column), Stop(column, pending, stop.fresh), cost + unread
    if gap in ("blank", "page", "banner") and not marker:
        cost = BARE_AFTER_BANNER if gap == "banner" else BARE[here]
        yield Move("bare row", TITLE), Stop(TITLE, True, True), cost + LOST_NUMBER * pending


def _numbered(stop: Stop, marker: Marker) -> Iterator[tuple[Move, Stop, float]]:
    if not marker.is_measure:
        in_order = marker.in_order and (marker.number == 1) == stop.fresh
        cost = 0.0 if in_order else OUT_OF_ORDER
        yield Move("number", TITLE), Stop(TITLE, stop.pending, False, "number"), cost
        return
    cost = 0.0 if marker.in_order else OUT_OF_ORDER
    head = Move("number", TITLE), Stop(TITLE, False, True, "number")
    if stop.pending:
        yield *head, (ROOM_FOR_ONE if marker.leap == 1 else cost + LOST_NUMBER)
        late = Stop(stop.column, False, stop.fresh, "late number")
        yield Move("late number", stop.column), late, cost
    else:
        yield *head, cost


def _change(here: int, column: int, gap: Gap) -> float | None:
    """What it costs to go from cell to cell of one row over `gap`; None where it cannot be."""
    if gap == "page" and column <= here:
        return AGAIN[column]
    if column == here:
        return STAY[gap]
    if column < here:
        return UNMARKED if gap == "blank" else None
    return (END_TITLE if here == TITLE else CHANGE)[gap] + SKIP * (column - here - 1)
