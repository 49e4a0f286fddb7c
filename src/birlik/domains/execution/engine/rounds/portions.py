"""Parting a long sheet into portions, so that each page comes over a weak line in one go."""

from collections.abc import Sequence


def portions(weights: Sequence[int], most: int) -> list[tuple[int, int]]:
    """The `[first, end)` of portions that each weigh `most` at most; a row that is heavier stands
    alone, and a sheet without rows is one empty portion.

    >>> portions([2, 2, 2, 9, 1], 4)
    [(0, 2), (2, 3), (3, 4), (4, 5)]
    """
    found: list[tuple[int, int]] = []
    first = total = 0
    for place, weight in enumerate(weights):
        if place > first and total + weight > most:
            found.append((first, place))
            first, total = place, 0
        total += weight
    return [*found, (first, len(weights))]
