"""How many people there were on a day: in office and in registers; seats and vacancies.

People are counted by where the body lies, never by anything of theirs alone.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import (
    Case,
    CharField,
    Count,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from birlik.base.registry.engine.statistics import Line, area_in
from birlik.base.registry.models import (
    Appointment,
    EarlierCard,
    Enrolment,
    Office,
    Structure,
    Territory,
)
from birlik.base.registry.queries import existing_on
from birlik.base.registry.queries.statistics.counts import saying_then
from birlik.base.registry.queries.statistics.places import ABOVE, Places
from birlik.base.registry.rules.reach import lasting_on

ELSEWHERE = "-"
"""Stands for places outside the territory that is told."""


@dataclass(frozen=True, slots=True)
class Seats:
    """Of the offices at a place: people in office (each once), offices held, seats that the
    register limits, and how many of these are vacant."""

    people: int = 0
    held: int = 0
    seats: int = 0
    vacant: int = 0

    def with_office(self, taken: int, seats: int | None) -> "Seats":
        """These and an office held by so many, of so many seats (None: no limit)."""
        free = max((seats or 0) - taken, 0)
        return Seats(self.people, self.held + taken, self.seats + (seats or 0), self.vacant + free)


@dataclass(frozen=True, slots=True)
class Areas:
    """Under which place a row is told: by the territory it lies in, or, for bodies that lay
    elsewhere on the day, by the body."""

    of: Mapping[int, str]
    moved: Mapping[int, str]

    def area(self, structure: int, territory: int | None) -> str:
        """The code of the place of a row, by body and territory."""
        if structure in self.moved:
            return self.moved[structure]
        return self.of.get(territory or 0, ELSEWHERE)

    def told(self, territory: str, structure: str) -> Case:
        """The code of the place of a row, whose territory and body are at these paths."""
        cases = [
            *(
                When(Q(**{f"{structure}__in": found}), then=Value(area))
                for area, found in grouped(self.moved).items()
            ),
            *(
                When(Q(**{f"{territory}__in": found}), then=Value(area))
                for area, found in grouped(self.of).items()
            ),
        ]
        home = Value(self.of.get(0, ELSEWHERE))
        return Case(*cases, default=home, output_field=CharField())


def grouped(areas: Mapping[int, str]) -> dict[str, list[int]]:
    """Place → the numbers told under it."""
    found: dict[str, list[int]] = {}
    for number, area in areas.items():
        found.setdefault(area, []).append(number)
    return found


def areas_on(places: Places, within: str, *, on: date) -> Areas:
    """Where bodies and entries of registers are told on a day; two queries."""
    moved = saying_then(on).values_list("structure", "territory")
    naming = (Structure.objects, Enrolment.objects, EarlierCard.objects)
    used = [Q(pk__in=one.order_by().values("territory")) for one in naming]
    rows = Territory.objects.filter(reduce(or_, used)).order_by().values_list("pk", *ABOVE)
    lines: dict[int, Line] = {
        number: places.line_on(tuple(code for code in codes if code)) for number, *codes in rows
    }
    lines[0] = ()
    told = {
        number: area_in(line, within) if not within or within in line else ELSEWHERE
        for number, line in lines.items()
    }
    return Areas(told, {one: told.get(place or 0, ELSEWHERE) for one, place in moved})


def seats_on(kinds: Collection[str], areas: Areas, *, on: date) -> tuple[dict[str, Seats], Seats]:
    """Place, `ELSEWHERE` among them → its offices on a day, in bodies of these kinds; and those of
    the republic; two queries.

    Offices and holders are read row by row: each person counts once at each place and once in the
    republic, for which a database takes three times as long.
    """
    offices = {
        number: (areas.area(body, territory), seats)
        for number, seats, body, territory in offices_on(kinds, on=on).values_list(
            "pk", "seats", "structure", "structure__territory"
        )
    }
    people: dict[str, set[int]] = {}
    taken: Counter[int] = Counter()
    held = Appointment.objects.filter(lasting_on(on), stands_for=None).order_by()
    for person, office in held.values_list("person", "office"):
        if office in offices:
            people.setdefault(offices[office][0], set()).add(person)
            taken[office] += 1
    found: dict[str, Seats] = {area: Seats(len(several)) for area, several in people.items()}
    for office, (area, seats) in offices.items():
        found[area] = found.get(area, Seats()).with_office(taken[office], seats)
    everybody: set[int] = set().union(*people.values())
    total = Seats(
        len(everybody),
        sum(one.held for one in found.values()),
        sum(one.seats for one in found.values()),
        sum(one.vacant for one in found.values()),
    )
    return found, total


def offices_on(kinds: Collection[str], *, on: date) -> QuerySet[Office]:
    """The offices of a day in bodies of these kinds."""
    standing = Structure.objects.filter(existing_on(on), kind__in=kinds, duplicate_of=None)
    lasting = (Q(valid_from=None) | Q(valid_from__lte=on)) & (
        Q(valid_until=None) | Q(valid_until__gt=on)
    )
    return Office.objects.filter(lasting, structure__in=standing).order_by()


def enrolled_on(areas: Areas, *, on: date) -> dict[tuple[str, str], int]:
    """(place, register) → how many people stand in it on a day, at the place of the centre they
    work for, else at their own; one query."""
    standing = Enrolment.objects.filter(
        lasting_on(on), person__erased_at=None, person__duplicate_of=None
    )
    told = standing.annotate(home=Coalesce("structure__territory", "territory"))
    rows = (
        told.annotate(area=areas.told("home", "structure"))
        .order_by()
        .values_list("area", "register")
        .annotate(number=Count("person", distinct=True))
    )
    return {(area, register): number for area, register, number in rows}
