"""Counting the register: by place, kind, level and year; shades of a map; small counts withheld.

A place is a *line*: the codes of a territory and of those it lies in, the nearest first, as
`territory_line` gives them; an empty line is the republic's own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

Line = tuple[str, ...]
REPUBLIC = ""
"""Stands for the place of bodies that lie in no region."""
SHADES = 4
"""How many shades a map has beside that of nothing."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader chose to count: codes of the charter ('' for all), a place (the code of a
    territory, '' for the republic by regions) and the day (ISO, '' for today)."""

    kind: str = ""
    level: str = ""
    culture: str = ""
    register: str = ""
    area: str = ""
    on: str = ""

    def query(self, **changes: str) -> str:
        """The query of the address that makes this choice with `changes`."""
        named = {one.name: getattr(self, one.name) for one in fields(self)} | changes
        return "?" + urlencode({name: value for name, value in named.items() if value})

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the day and the place is chosen."""
        return any((self.kind, self.level, self.culture, self.register))

    def day(self, today: date) -> date:
        """The day to count on: the chosen one, never one that is still to come."""
        return min(day_in(self.on) or today, today)


def choice_of(asked: Mapping[str, str]) -> Choice:
    """The choice that an address names; a day that is none counts as not named."""
    told = {one.name: asked.get(one.name, "").strip()[:60] for one in fields(Choice)}
    found = day_in(told["on"])
    return Choice(**(told | {"on": found.isoformat() if found else ""}))


def day_in(text: str) -> date | None:
    """The day that a text names as 2025-12-31 or 31.12.2025; None for none."""
    day, point, rest = text.partition(".")
    if point:
        month, _point, year = rest.partition(".")
        text = f"{year}-{month:0>2}-{day:0>2}"
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Counted:
    """So many bodies or people of a kind and level at a place."""

    line: Line
    kind: str
    level: str
    number: int


def area_in(line: Line, within: str) -> str:
    """The place under which something is told: its region, or within a territory the part of that
    in which it lies (the territory itself for what lies in no part)."""
    if not within:
        return line[-1] if line else REPUBLIC
    place = line.index(within)
    return line[place - 1] if place else within


def counted_within(counted: Iterable[Counted], within: str) -> list[Counted]:
    """What lies in a territory; everything for ''."""
    return [one for one in counted if not within or within in one.line]


def by_area_and_kind(counted: Iterable[Counted], within: str) -> Counter[tuple[str, str]]:
    """(place, kind) → how many."""
    found: Counter[tuple[str, str]] = Counter()
    for one in counted:
        found[area_in(one.line, within), one.kind] += one.number
    return found


def by_level(counted: Iterable[Counted]) -> Counter[str]:
    """Level → how many."""
    found: Counter[str] = Counter()
    for one in counted:
        found[one.level] += one.number
    return found


def shade(number: int | None, most: int) -> int:
    """The shade of a tile: 0 for nothing, then by quarters of the largest number up to 4."""
    if not number or not most:
        return 0
    return -(-number * SHADES // most)


def withheld(numbers: Mapping[str, int], least: int) -> dict[str, int | None]:
    """Place → how many people, None where they are fewer than `least` and more than none.

    One withheld alone could be told from the sum: the next smallest is withheld with it.
    """
    hidden = {place for place, number in numbers.items() if 0 < number < least}
    rest = sorted((number, place) for place, number in numbers.items() if number >= least)
    if len(hidden) == 1 and rest:
        hidden.add(rest[0][1])
    return {place: None if place in hidden else number for place, number in numbers.items()}


@dataclass(frozen=True, slots=True)
class Span:
    """So many bodies lay at a place, of a level, on `[since, until)`; None is without limit.

    `devoted` tells those that are devoted to an ethnic culture.
    """

    line: Line
    level: str
    since: date | None
    until: date | None
    number: int = 1
    kind: str = ""
    devoted: bool = False

    def holds_on(self, on: date) -> bool:
        """Whether they were there on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


def days_of_years(first: int, today: date) -> list[date]:
    """The last day of every year from `first` on, and for the year that runs today."""
    return [*(date(year, 12, 31) for year in range(first, today.year)), today]


def yearly(spans: Sequence[Span], days: Iterable[date]) -> list[tuple[date, int]]:
    """How many were there on each of the days."""
    return [(on, sum(one.number for one in spans if one.holds_on(on))) for on in days]
