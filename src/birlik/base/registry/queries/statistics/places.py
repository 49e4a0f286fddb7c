"""Places on a day: which regions there were, and in which of them a territory lay."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from birlik.base.registry.engine.statistics import Line
from birlik.base.registry.models import Territory

ABOVE = ("code", "parent__code", "parent__parent__code", "parent__parent__parent__code")
"""The classifier is four levels deep, from the village to the oblast."""


@dataclass(frozen=True, slots=True)
class Places:
    """The regions of a day by code, and for a region that did not exist yet the one it came from.

    A region that came from none we know stays itself: what the register has there is not lost.
    """

    regions: Mapping[str, Territory]
    earlier: Mapping[str, str]

    def line_on(self, line: Line) -> Line:
        """A line of codes as it was on the day: under the region of which it was part then."""
        if not line or line[-1] not in self.earlier:
            return line
        return (*line[:-1], self.earlier[line[-1]])


def places_on(on: date) -> Places:
    """The regions as they were on a day; one query."""
    every = {one.code: one for one in Territory.objects.filter(parent=None).order_by("code")}
    existing = {code: one for code, one in every.items() if existed(one, on)}
    earlier = {
        code: one.predecessor_code
        for code, one in every.items()
        if code not in existing and one.predecessor_code in existing
    }
    return Places(existing, earlier)


def existed(one: Territory, on: date) -> bool:
    """Whether there was a territory on a day."""
    return (one.valid_from is None or one.valid_from <= on) and (
        one.valid_until is None or on < one.valid_until
    )


def lines_of(numbers: Collection[int | None], places: Places) -> dict[int | None, Line]:
    """Number of a territory → its line on the day of `places`; the republic's for None."""
    rows = Territory.objects.filter(pk__in={one for one in numbers if one is not None})
    found: dict[int | None, Line] = {
        number: places.line_on(tuple(code for code in codes if code))
        for number, *codes in rows.values_list("pk", *ABOVE)
    }
    return found | {None: ()}


def parts_of(code: str, *, on: date) -> list[Territory]:
    """A territory, and after it its parts that existed on a day; one query."""
    lasting = (Q(valid_from=None) | Q(valid_from__lte=on)) & (
        Q(valid_until=None) | Q(valid_until__gt=on)
    )
    found = Territory.objects.filter(Q(code=code) | Q(parent__code=code) & lasting)
    return sorted(found, key=lambda one: (one.code != code, one.code))


def chosen_place(code: str) -> Territory | None:
    """The territory of a code, None for ''; one query."""
    return Territory.objects.filter(code=code).first() if code else None
