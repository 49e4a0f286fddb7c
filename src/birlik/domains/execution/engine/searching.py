"""Which of the found documents answer a whole query: every word of it has to be met.

A word may be met by the words of a point or of the act that it stands in, by a debtor, or by a
period; so an obligation answers when its measure, debtor and period meet all words between them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Literal, TypeVar

Kind = Literal["act", "point", "debtor", "period"]
Key = tuple[Kind, int | str]
"""A document of the index: what it is, and its number; a period's is its code."""

Number = TypeVar("Number", bound=int | str)
Scores = Mapping[Key, float]

WAYS = 27
"""In how many ways the words of a query are shared out between measure, debtor and period."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which an obligation may answer: the duties, debtors and periods that meet their
    share of the words, best first; None where no word is left to them."""

    points: tuple[int, ...] | None
    debtors: tuple[int, ...] | None
    periods: tuple[str, ...] | None
    score: float


def acts_meeting(found: Sequence[Scores]) -> dict[int, float]:
    """The acts that meet every word themselves, with how well."""
    return together([numbers_of(one, "act") for one in found])


def points_meeting(found: Sequence[Scores], act_of: Mapping[int, int]) -> dict[int, float]:
    """The points that meet every word, themselves or by their act, and at least one themselves;
    `act_of` gives the act of a point."""
    if not found:
        return {}
    own = [numbers_of(one, "point") for one in found]
    acts = [numbers_of(one, "act") for one in found]
    met: dict[int, float] = {}
    for point in {number for one in own for number in one}:
        scores = [
            mine.get(point, 0.0) or acted.get(act_of[point], 0.0) / 2
            for mine, acted in zip(own, acts, strict=True)
        ]
        if all(scores):
            met[point] = sum(scores)
    return met


def ways(
    found: Sequence[Scores], act_of: Mapping[int, int], rank: Mapping[int, int]
) -> Iterator[Way]:
    """The ways in which obligations may answer, the best first; `rank` is the order of points that
    meet the words equally well."""
    sides = [sides_of(one) for one in found]
    shared = islice(product(*sides), WAYS) if found else ()
    made = (way_of(found, share, act_of, rank) for share in shared)
    return iter(sorted((one for one in made if one), key=lambda one: -one.score))


def sides_of(found: Scores) -> list[Kind]:
    """Who meets a word: the points (also by their act), the debtors, the periods."""
    kinds = {"point" if kind == "act" else kind for kind, _number in found}
    order: tuple[Kind, ...] = ("point", "debtor", "period")
    return [side for side in order if side in kinds]


def way_of(
    found: Sequence[Scores],
    share: Sequence[Kind],
    act_of: Mapping[int, int],
    rank: Mapping[int, int],
) -> Way | None:
    """The way in which each word is met by the side that its share names; None where no obligation
    can answer so, or a period alone would."""
    points = debtors = periods = None
    score = 0.0
    if of_points := [one for one, side in zip(found, share, strict=True) if side == "point"]:
        met = points_meeting(of_points, act_of)
        points, score = best_first(met, rank), score + max(met.values(), default=0.0)
    if of_debtors := [one for one, side in zip(found, share, strict=True) if side == "debtor"]:
        named = together([numbers_of(one, "debtor") for one in of_debtors])
        debtors, score = best_first(named, {}), score + max(named.values(), default=0.0)
    if of_periods := [one for one, side in zip(found, share, strict=True) if side == "period"]:
        meant = together([codes_of(one) for one in of_periods])
        periods, score = tuple(sorted(meant)), score + max(meant.values(), default=0.0)
    empty = () in {points, debtors, periods}
    return None if empty or points is debtors is None else Way(points, debtors, periods, score)


def together(found: Sequence[Mapping[Number, float]]) -> dict[Number, float]:
    """What meets every word, with the sum of how well."""
    if not found:
        return {}
    first, *others = sorted(found, key=len)
    return {
        number: score + sum(one[number] for one in others)
        for number, score in first.items()
        if all(number in one for one in others)
    }


def numbers_of(found: Scores, kind: Kind) -> dict[int, float]:
    """The documents of a kind that meet a word, by their numbers."""
    return {
        number: score
        for (one, number), score in found.items()
        if one == kind and isinstance(number, int)
    }


def codes_of(found: Scores) -> dict[str, float]:
    """The periods that meet a word, by their codes."""
    return {
        code: score
        for (one, code), score in found.items()
        if one == "period" and isinstance(code, str)
    }


def best_first(scores: Mapping[int, float], rank: Mapping[int, int]) -> tuple[int, ...]:
    """What was met, the best first; of equals the first by `rank`, or by number without one."""
    return tuple(sorted(scores, key=lambda one: (-scores[one], rank.get(one, one))))
