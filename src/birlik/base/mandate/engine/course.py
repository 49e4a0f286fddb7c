"""The course of one indicator: what was planned for it, and what was seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

SeenKind = Literal["fact", "estimate"]


@dataclass(frozen=True, slots=True)
class Planned:
    """The value that one provision planned for a year, in the indicator's unit.

    `act` and `provision` are their numbers in the records; `set_on` is the day on which the act
    was adopted.
    """

    act: int
    provision: int
    set_on: date
    year: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Seen:
    """The value that was measured or estimated for a year.

    `standard_error` is None where the source gives none; `vintage` is the day on which the value
    was known; `act` is the act that printed it, None for a value from elsewhere.
    """

    year: int
    kind: SeenKind
    value: Decimal
    vintage: date
    standard_error: Decimal | None = None
    act: int | None = None


def newest(seen: Iterable[Seen]) -> tuple[Seen, ...]:
    """One value for each year and kind, the newest vintage, in the order of the years.

    A value is revised by a later row and never overwritten, so older vintages stay behind it.
    """
    kept: dict[tuple[int, SeenKind], Seen] = {}
    for one in sorted(seen, key=lambda value: value.vintage):
        kept[one.year, one.kind] = one
    return tuple(kept[key] for key in sorted(kept))


def last_fact(seen: Iterable[Seen]) -> Seen | None:
    """The measured value of the latest year; None when nothing was measured yet."""
    return max(
        (one for one in seen if one.kind == "fact"),
        key=lambda one: (one.year, one.vintage),
        default=None,
    )
