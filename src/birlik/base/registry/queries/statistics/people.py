"""How many people there were on a day: in office and in registers; seats and vacancies.

People are counted by where the body lies, never by anything of theirs alone.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from birlik.base.registry.engine.statistics import area_in
from birlik.base.registry.models import (
    Appointment,
    EarlierCard,
    Enrolment,
    Office,
    Structure,
    Territory,
)
from birlik.base.registry.queries import existing_on, in_office_on
from birlik.base.registry.queries.statistics.counts import saying_then
from birlik.base.registry.queries.statistics.places import Places, lines_of
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


@dataclass(frozen=True, slots=True)
class Areas:
    """Under which place a row is told: by the territory it lies in, or, for bodies that lay
    elsewhere on the day, by the body."""

    of: Mapping[int, str]
    moved: Mapping[int, str]

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
    """Where bodies and entries of registers are told on a day; three queries."""
    moved = saying_then(on).values_list("structure", "territory")
    naming = (Structure.objects, Enrolment.objects, EarlierCard.objects)
    used = [Q(pk__in=one.order_by().values("territory")) for one in naming]
    numbers = Territory.objects.filter(reduce(or_, used)).values_list("pk", flat=True)
    lines = lines_of(tuple(numbers), places)
    told = {
        number or 0: area_in(line, within) if not within or within in line else ELSEWHERE
        for number, line in lines.items()
    }
    return Areas(told, {one: told.get(place or 0, ELSEWHERE) for one, place in moved})


def seats_on(kinds: Collection[str], areas: Areas, *, on: date) -> dict[str, Seats]:
    """Place, `ELSEWHERE` among them → its offices on a day, in bodies of these kinds; two
    queries."""
    held = held_on(kinds, on=on).annotate(
        area=areas.told("office__structure__territory", "office__structure")
    )
    people = {
        area: (persons, offices)
        for area, persons, offices in held.values_list("area").annotate(
            persons=Count("person", distinct=True), offices=Count("pk")
        )
    }
    limited = {area: (seats, vacant) for area, seats, vacant in limited_seats(kinds, areas, on=on)}
    return {
        area: Seats(*people.get(area, (0, 0)), *limited.get(area, (0, 0)))
        for area in people | limited
    }


def held_on(kinds: Collection[str], *, on: date) -> "QuerySet[Appointment]":
    """Who holds an office on a day in bodies of these kinds; who only stands in for another is left
    out."""
    bodies = Q(office__structure__kind__in=kinds, office__structure__duplicate_of=None)
    found = Appointment.objects.filter(in_office_on(on), bodies, stands_for=None)
    return found.order_by()


def limited_seats(
    kinds: Collection[str], areas: Areas, *, on: date
) -> "QuerySet[Office, tuple[str, int, int]]":
    """Place, seats and vacancies of the offices of a day whose seats are limited."""
    standing = Structure.objects.filter(existing_on(on), kind__in=kinds, duplicate_of=None)
    lasting = (Q(valid_from=None) | Q(valid_from__lte=on)) & (
        Q(valid_until=None) | Q(valid_until__gt=on)
    )
    holders = (
        Appointment.objects.filter(lasting_on(on), office=OuterRef("pk"), stands_for=None)
        .order_by()
        .values("office")
        .annotate(number=Count("pk"))
        .values("number")
    )
    found = Office.objects.filter(lasting, structure__in=standing, seats__isnull=False)
    taken = Coalesce(Subquery(holders, output_field=IntegerField()), 0)
    told = found.order_by().annotate(
        area=areas.told("structure__territory", "structure"),
        free=Greatest(F("seats") - taken, 0),
    )
    return told.values_list("area").annotate(number=Sum("seats"), vacant=Sum("free"))


def people_in_all(kinds: Collection[str], *, on: date) -> int:
    """How many people hold an office in the republic on a day, each once; one query."""
    found = held_on(kinds, on=on).aggregate(number=Count("person", distinct=True))
    return int(found["number"])


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
