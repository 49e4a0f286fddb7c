"""What a corrected or amended duty does to the obligations that are there.

Whatever was reported on or settled stays with the version of the duty it belongs to. Of the rest,
what the new terms demand just the same passes to the new version; everything else is void, and what
the new terms demand beyond that is made anew. An amendment leaves alone what falls due before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

Key = tuple[str, int, int]
"""An occurrence for a debtor: the code of its period, its number in it, the debtor's number."""


@dataclass(frozen=True, slots=True)
class There:
    """An obligation that is there: its number in the database, what it is known by, its day, what
    it demands (compared only for equality), and whether it was reported on or settled."""

    number: int
    key: Key
    nominal_on: date
    content: tuple[object, ...]
    settled: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """An obligation that the new terms demand; `place` is where it stands in their list."""

    place: int
    key: Key
    nominal_on: date
    content: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What becomes of every obligation.

    `untouched` falls due before the amendment, `kept` was reported on or settled, `carried` passes
    to the new version as it is. `moved` are those of `voided` whose occurrence is `created` anew
    for the same debtor, in pairs: what a person wrote there goes with them.
    """

    untouched: tuple[There, ...]
    kept: tuple[There, ...]
    carried: tuple[There, ...]
    voided: tuple[There, ...]
    created: tuple[Wanted, ...]

    @property
    def moved(self) -> tuple[tuple[There, Wanted], ...]:
        """The voided with what takes their place."""
        anew = {one.key: one for one in self.created}
        return tuple((one, anew[one.key]) for one in self.voided if one.key in anew)

    @property
    def changes(self) -> bool:
        """Whether any obligation is made or ended."""
        return bool(self.voided or self.created)


def course_of(there: Iterable[There], wanted: Iterable[Wanted], *, since: date | None) -> Course:
    """What new terms that hold from `since` (None: from the beginning) do to what is there.

    Neither `there` nor `wanted` holds a key twice. An occurrence whose day lay before the amendment
    under the old terms is not owed a second time under the new ones.
    """
    found = list(there)
    untouched = [one for one in found if since is not None and one.nominal_on < since]
    later = [one for one in found if since is None or one.nominal_on >= since]
    kept = [one for one in later if one.settled]
    within = [one for one in later if not one.settled]
    demanded = {one.key: one for one in wanted if since is None or one.nominal_on >= since}
    carried = [one for one in within if is_demanded(one, demanded.get(one.key))]
    standing = {one.key for one in (*untouched, *kept, *carried)}
    stays = {one.number for one in carried}
    return Course(
        untouched=tuple(untouched),
        kept=tuple(kept),
        carried=tuple(carried),
        voided=tuple(one for one in within if one.number not in stays),
        created=tuple(one for key, one in demanded.items() if key not in standing),
    )


def is_demanded(one: There, same: Wanted | None) -> bool:
    """Whether the new terms demand an obligation just as it is."""
    return same is not None and same.content == one.content
