"""The register in numbers: a map, a table of places and kinds, levels, years, people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from birlik.base.registry.engine.statistics import (
    Counted,
    area_in,
    by_area_and_kind,
    by_level,
    days_of_years,
    shade,
    withheld,
    yearly,
)
from birlik.base.registry.models import Territory
from birlik.base.registry.queries.norms import norms
from birlik.base.registry.queries.statistics.counts import counted_bodies, spans_of
from birlik.base.registry.queries.statistics.people import (
    Seats,
    areas_on,
    enrolled_on,
    seats_on,
)
from birlik.base.registry.queries.statistics.scope import Area, Scope


@dataclass(frozen=True, slots=True)
class Tile:
    """A region of the map: how many, None where it is not seen in detail, and its shade."""

    region: Territory
    number: int | None
    shade: int


@dataclass(frozen=True, slots=True)
class Row:
    """A place of the table: how many of each kind, and of all."""

    area: Area
    kinds: Mapping[str, int]

    @property
    def number(self) -> int:
        """How many of all kinds."""
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True)
class Overview:
    """Bodies on a day: `total` in the republic, `here` in the place that is told, of the kinds that
    there are; `levels` of what is seen here, in the republic for whoever sees no territory."""

    total: int
    here: int
    tiles: Sequence[Tile]
    rows: Sequence[Row]
    kinds: Sequence[str]
    totals: Mapping[str, int]
    levels: Mapping[str, int]


def overview(scope: Scope) -> Overview:
    """Bodies on the day of a scope; three queries."""
    counted = counted_bodies(scope.choice, scope.counted, scope.places, on=scope.on)
    seen = scope.seen(counted)
    table = by_area_and_kind(seen, scope.within)
    totals = kinds_of(counted)
    return Overview(
        total=sum(totals.values()),
        here=sum(one.number for one in seen),
        tiles=tiles_of(scope, counted),
        rows=[
            Row(area, {kind: table[area.code, kind] for kind in totals if table[area.code, kind]})
            for area in scope.areas
        ],
        kinds=[kind for kind in scope.counted if kind in totals],
        totals=totals,
        levels=by_level(seen if scope.areas else counted),
    )


def kinds_of(counted: Sequence[Counted]) -> dict[str, int]:
    """Kind → how many in the republic."""
    found: dict[str, int] = {}
    for one in counted:
        found[one.kind] = found.get(one.kind, 0) + one.number
    return found


def tiles_of(scope: Scope, counted: Sequence[Counted]) -> list[Tile]:
    """The regions of the day as a map; the shade is told by what is seen alone."""
    numbers: dict[str, int] = {}
    for one in counted:
        region = area_in(one.line, "")
        numbers[region] = numbers.get(region, 0) + one.number
    shown = {
        code: numbers.get(code, 0) if scope.reaches(code) else None for code in scope.places.regions
    }
    most = max((number or 0 for number in shown.values()), default=0)
    return [
        Tile(one, shown[code], shade(shown[code], most))
        for code, one in scope.places.regions.items()
    ]


@dataclass(frozen=True, slots=True)
class Year:
    """How many there were on the last day of a year, or today."""

    on: date
    number: int
    total: int


def years(scope: Scope, *, today: date) -> list[Year]:
    """Bodies on 31 December of each year and today: in the place that is told, and in the
    republic; at most four queries. The first year is a norm."""
    spans = spans_of(scope.choice, scope.counted, scope.places)
    days = days_of_years(norms().norm("statistics_from", today).whole_number(), today)
    here = [one for one in spans if scope.tells(one.line)]
    pairs = zip(yearly(here, days), yearly(spans, days), strict=True)
    return [Year(on, number, total) for (on, number), (_on, total) in pairs]


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """A place: its seats, and how many people hold an office and stand in each register; None where
    they are too few to be told, and then of the vacancies too."""

    area: Area
    people: int | None
    held: int | None
    seats: int
    vacant: int | None
    registers: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class People:
    """People on a day by place; `total` are those of the republic, each counted once.

    `registers` are the codes of the registers in which anybody stands, `enrolled` how many.
    """

    rows: Sequence[PeopleRow]
    total: Seats
    registers: Sequence[str]
    enrolled: Sequence[int | None]


def people(scope: Scope) -> People:
    """People on the day of a scope, in the bodies of its kind; six queries."""
    kinds = (scope.choice.kind,) if scope.choice.kind else scope.counted
    areas = areas_on(scope.places, scope.within, on=scope.on)
    seats, total = seats_on(kinds, areas, on=scope.on)
    enrolled = enrolled_on(areas, on=scope.on)
    registers = sorted({register for _area, register in enrolled})
    least = norms().norm("small_count", scope.on).whole_number()
    codes = [area.code for area in scope.areas]
    lines = {code: seats.get(code, Seats()) for code in codes}
    shown = [
        withheld({code: one.people for code, one in lines.items()}, least),
        withheld({code: one.held for code, one in lines.items()}, least),
    ]
    stood = [
        withheld({code: enrolled.get((code, register), 0) for code in codes}, least)
        for register in registers
    ]
    sums = {
        register: sum(n for (_, one), n in enrolled.items() if one == register)
        for register in registers
    }
    told = withheld(sums, least)
    return People(
        rows=[
            PeopleRow(
                area=area,
                people=shown[0][area.code],
                held=shown[1][area.code],
                seats=lines[area.code].seats,
                vacant=None if shown[1][area.code] is None else lines[area.code].vacant,
                registers=[one[area.code] for one in stood],
            )
            for area in scope.areas
        ],
        total=total,
        registers=registers,
        enrolled=[told[register] for register in registers],
    )
