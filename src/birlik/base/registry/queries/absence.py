"""Who is absent from an office on a day, and who answers in it instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from birlik.base.registry.models import Account, Appointment, Office, Person, Structure
from birlik.base.registry.queries import absent_on, actor_in, appointments_of, in_office_on
from birlik.base.values.actor import Actor


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers in an office: the person's official name, the office's telephone ("" where none
    is known), and whether the person only acts in it."""

    name: str
    phone: str
    acting: bool


def answering_people(offices: Iterable[int], *, on: date) -> dict[int, Answering]:
    """Number of an office → who answers in it on a day, in one query; vacant ones are left out.

    A substitute answers for the absent holder; of several, one who holds the office in full and
    longest.
    """
    held = Appointment.objects.filter(in_office_on(on), ~absent_on(on), office__in=list(offices))
    found: dict[int, Answering] = {}
    for one in held.select_related("person", "office").order_by("acting", "valid_from", "pk"):
        answer = Answering(one.person.full_name, one.office.phone, one.acting)
        found.setdefault(one.office_id, answer)
    return found


def answering_person(office: Office, on: date) -> Answering | None:
    """Who answers in an office on a day; None where nobody sits in it."""
    return answering_people((office.pk,), on=on).get(office.pk)


def overlapping(first: date, until: date) -> Q:
    """The condition that an appointment holds on some day of `[first, until)`."""
    return Q(valid_from__lt=until) & (Q(valid_until=None) | Q(valid_until__gt=first))


def substitutions(*, on: date) -> QuerySet[Appointment]:
    """The substitutions that last on a day or are still to come, the nearest first."""
    found = Appointment.objects.filter(stands_for__isnull=False, valid_until__gt=on)
    related = found.select_related(
        "person", "office__structure", "stands_for__person", "stands_for__office"
    )
    return related.order_by("valid_from", "pk")


def substitutions_for(account: int, *, on: date) -> QuerySet[Appointment]:
    """Those of the substitutions in which somebody stands in for a person."""
    return substitutions(on=on).filter(stands_for__person__account=account)


def substitutions_by(account: int, *, on: date) -> QuerySet[Appointment]:
    """Those in which the person stands in for somebody."""
    return substitutions(on=on).filter(person__account=account)


def holders_to_replace(*, on: date) -> QuerySet[Appointment]:
    """Everybody in office on a day, by name: of whom somebody may be absent."""
    held = Appointment.objects.filter(in_office_on(on)).select_related(
        "person", "office__structure"
    )
    return held.order_by("person__full_name", "pk")


def colleagues(structure: Structure, *, on: date) -> QuerySet[Person]:
    """Who holds an office in a body, in its parts or in the body above it on a day, and can be
    told of things."""
    near = Q(pk=structure.pk) | Q(parent=structure.pk) | Q(parts=structure.pk)
    bodies = Structure.objects.filter(near).values("pk")
    held = Appointment.objects.filter(in_office_on(on), office__structure__in=bodies)
    told = Person.objects.filter(account__is_active=True, pk__in=held.values("person"))
    return told.order_by("full_name", "pk")


def people_told() -> QuerySet[Person]:
    """Everybody who can be told of things, by name."""
    return Person.objects.filter(account__is_active=True).order_by("full_name", "pk")


def standing_in(account: Account, *, on: date) -> list[Actor]:
    """The account in each office in which the person stands in for somebody on a day."""
    held = appointments_of(account, on=on).filter(stands_for__isnull=False)
    return [actor_in(one, account, on=on) for one in held]
