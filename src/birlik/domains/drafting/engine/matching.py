"""Which measure of the adopted act is which of the draft, and what the adoption changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from birlik.domains.drafting.engine.comparing import CellChange
from birlik.domains.drafting.engine.content import COLUMNS, MeasureRow, PlanLanguage
from birlik.domains.drafting.engine.nearness import nearness

LEAST = 0.5
"""Below this nearness two titles are two measures, whatever their numbers."""

SAME_NUMBER = 0.15
"""What the same number is worth beside the nearness of the titles."""


@dataclass(frozen=True, slots=True)
class AdoptedRow:
    """A measure of the adopted act: its provision's number in the database, its number in the act,
    and its cells in the language of the text."""

    point: int
    number: str
    title: str
    form: str
    deadline: str
    executors: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a measure: `cells` are what the adoption changed in it; without `adopted` it
    was left out, without `drafted` it was put in."""

    drafted: MeasureRow | None
    adopted: AdoptedRow | None
    cells: tuple[CellChange, ...] = ()


def fates(
    drafted: Sequence[MeasureRow], adopted: Sequence[AdoptedRow], language: PlanLanguage
) -> tuple[Fate, ...]:
    """Every measure of the draft with what became of it, then those that the adoption put in.

    The nearest titles are paired first; the same number decides between equals.
    """
    pairs = paired(drafted, adopted, language)
    taken = {one.point for one in pairs.values()}
    of_draft = [
        Fate(one, pairs.get(one.key), tuple(changes(one, pairs.get(one.key), language)))
        for one in drafted
    ]
    return (*of_draft, *(Fate(None, one) for one in adopted if one.point not in taken))


def paired(
    drafted: Sequence[MeasureRow], adopted: Sequence[AdoptedRow], language: PlanLanguage
) -> dict[int, AdoptedRow]:
    """Key of a measure → what it became."""
    worth = {
        (one.key, other.point): (
            nearness(getattr(one.title, language), other.title, language)
            + SAME_NUMBER * (one.number == other.number)
        )
        for one in drafted
        for other in adopted
    }
    by_point = {one.point: one for one in adopted}
    pairs: dict[int, AdoptedRow] = {}
    taken: set[int] = set()
    for key, point in sorted(worth, key=lambda pair: -worth[pair]):
        if worth[key, point] >= LEAST and key not in pairs and point not in taken:
            pairs[key] = by_point[point]
            taken.add(point)
    return pairs


def changes(
    drafted: MeasureRow, adopted: AdoptedRow | None, language: PlanLanguage
) -> Iterator[CellChange]:
    """The cells that the adopted text has otherwise."""
    if adopted is None:
        return
    for column in COLUMNS:
        was = getattr(drafted.cell(column), language)
        now: str = getattr(adopted, column)
        if plain(was) != plain(now):
            yield CellChange(column, language, was, now)


def plain(words: str) -> str:
    """Words as they are compared: without quotes of any kind, doubled spaces and a last stop."""
    letters = "".join(" " if letter in '"«»“”„' else letter for letter in words)
    return " ".join(letters.split()).strip(" .;").replace(" ,", ",")
