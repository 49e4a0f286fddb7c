"""What a reader counts, and how far the reader sees in detail."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from birlik.base.charter.engine.kinds import KindCard, read_kind
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.registry.engine.statistics import REPUBLIC, Choice, Counted, Line
from birlik.base.registry.models import Territory
from birlik.base.registry.queries.statistics.places import (
    Places,
    chosen_place,
    parts_of,
    places_on,
)
from birlik.base.registry.rules.reach import territory_line
from birlik.base.registry.rules.statistics import own_places, sees_every_place
from birlik.base.values.actor import Actor
from birlik.base.values.collation import sort_key
from birlik.base.values.local_text import LocalText

REPUBLIC_NAME = LocalText(
    "Республикалық (өңірсіз)", "Республиканские (вне регионов)", "Republican (in no region)"
)


@dataclass(frozen=True, slots=True)
class Area:
    """A place of a table: its code and name; `itself` stands for what lies in none of the parts."""

    code: str
    name: LocalText
    short: LocalText
    itself: bool = False


WHOLE = Area("", LocalText("Республика", "Республика", "The republic"), LocalText("ҚР", "РК", "RK"))


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted on a day, and where it is told in detail.

    `place` is the territory whose parts are told, None for the republic by regions; whoever sees
    one body alone has no `areas` at all, and sees totals. `own` are the codes of the territories
    in reach, None for all.
    """

    choice: Choice
    on: date
    kinds: Mapping[str, KindCard]
    counted: tuple[str, ...]
    places: Places
    place: Territory | None
    areas: tuple[Area, ...]
    own: tuple[str, ...] | None

    @property
    def within(self) -> str:
        """The code of the place that is told, '' for the republic."""
        return self.place.code if self.place else ""

    def reaches(self, code: str) -> bool:
        """Whether a whole region is seen in detail."""
        return self.own is None or code in self.own

    def seen(self, counted: Iterable[Counted]) -> list[Counted]:
        """What lies in the place that is told; nothing for whoever sees no territory."""
        return [one for one in counted if self.tells(one.line)]

    def tells(self, line: Line) -> bool:
        """Whether something at a place is told in detail."""
        return bool(self.areas) and (not self.within or self.within in line)


def scope_for(choice: Choice, *, by: Actor, today: date) -> Scope:
    """The scope of a choice; what the charter does not know and what lies beyond reach counts as
    not chosen. Four queries and those for the territories above a chosen one."""
    on = choice.day(today)
    kinds = kinds_counted()
    places = places_on(on)
    own = None if sees_every_place(by) else own_places(by)
    place = place_seen(choice.area, own)
    return Scope(
        choice=choice if choice.kind in kinds else replace(choice, kind=""),
        on=on,
        kinds=kinds,
        counted=tuple(kinds),
        places=places,
        place=place,
        areas=areas_of(place, places, own, on=on),
        own=own,
    )


def kinds_counted() -> dict[str, KindCard]:
    """Code → each kind of bodies of the Assembly and beside it that the charter ever had, as it
    was last, by name; one query."""
    listed = CharterItem.objects.filter(catalogue=Catalogue.BODY_KIND).order_by("valid_from")
    last = {one.code: one for one in listed}
    cards = (read_kind(one.code, one.name, one.properties) for one in last.values())
    found = sorted((one for one in cards if one.side != "outside"), key=by_name)
    return {one.code: one for one in found}


def by_name(one: KindCard) -> str:
    """By what kinds are sorted."""
    return sort_key(one.name.kk)


def place_seen(code: str, own: tuple[str, ...] | None) -> Territory | None:
    """The territory of a code within reach; else the first of one's own; None for the republic."""
    found = chosen_place(code)
    if found and (own is None or set(own) & set(territory_line(found))):
        return found
    return chosen_place(own[0]) if own else None


def areas_of(
    place: Territory | None, places: Places, own: tuple[str, ...] | None, *, on: date
) -> tuple[Area, ...]:
    """The places of a table: the parts of a territory after the territory itself, or the regions
    after the bodies of the republic; none for whoever sees no territory."""
    if place:
        return tuple(
            area_of(one, itself=one.code == place.code) for one in parts_of(place.code, on=on)
        )
    if own is not None:
        return ()
    republic = Area(REPUBLIC, REPUBLIC_NAME, LocalText("ҚР", "РК", "RK"), itself=True)
    return (*(area_of(one) for one in places.regions.values()), republic)


def area_of(one: Territory, *, itself: bool = False) -> Area:
    """A territory as the place of a table."""
    short = LocalText(one.short_kk, one.short_ru) if one.short_kk else one.name
    return Area(one.code, one.name, short, itself)
