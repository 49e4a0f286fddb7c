"""Reading the records of people, within reach."""

from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from birlik.base.registry.models import Appointment, Enrolment, Person, PersonalRecord
from birlik.base.registry.queries import places_within
from birlik.base.registry.rules.people import READ
from birlik.base.registry.rules.reach import lasting_on
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor, Grant


def people_as_of(on: date, *, by: Actor | None = None) -> QuerySet[Person]:
    """People by name, without the erased and without entries found to be another's; with `by`
    those within reach: the record's territory, or an office or a place in a register there on the
    day."""
    found = Person.objects.filter(erased_at=None, duplicate_of=None)
    if by is not None:
        found = found.filter(within_reach(by, on))
    return found.select_related("territory").order_by("sort_key", "full_name", "pk")


def within_reach(by: Actor, on: date) -> Q:
    """The condition that an actor's power to read people reaches a person on a day."""
    grants = by.grants(READ)
    if any(one.structure_id is None and one.territory_code is None for one in grants):
        return Q()
    return reduce(or_, (reached_by(one, on) for one in grants), Q(pk__in=()))


def reached_by(grant: Grant, on: date) -> Q:
    """The condition that a limited grant reaches a person on a day."""
    if grant.territory_code is None:
        home = Q(pk__in=())
        seated, placed = Q(office__structure=grant.structure_id), Q(structure=grant.structure_id)
    else:
        places = places_within(grant.territory_code).values("pk")
        home = Q(territory__in=places)
        seated = Q(office__structure__territory__in=places)
        placed = Q(structure__territory__in=places) | Q(structure=None, territory__in=places)
    held = Appointment.objects.filter(lasting_on(on), seated)
    stood = Enrolment.objects.filter(lasting_on(on), placed)
    return home | Q(pk__in=held.values("person")) | Q(pk__in=stood.values("person"))


def person_numbered(number: int, *, by: Actor, on: date) -> Person | None:
    """The person of a number within reach on a day, or None; one found to be another's too."""
    found = Person.objects.filter(within_reach(by, on), pk=number)
    return found.select_related("territory", "personal_record").first()


def person_with_iin(iin: str) -> Person | None:
    """The person who has a number (ИИН), wherever the record is kept; None where nobody has."""
    digests = seal().digests(iin)
    found = PersonalRecord.objects.filter(iin_digest__in=digests) if digests else ()
    record = next(iter(found), None)
    return (record.person.duplicate_of or record.person) if record else None


def fields_kept(person: Person) -> tuple[str, ...]:
    """Which restricted fields of a person hold something: iin, phone, email."""
    kept = PersonalRecord.objects.filter(person=person).first()
    if kept is None:
        return ()
    held = {"iin": kept.iin_sealed, "phone": kept.phone, "email": kept.email}
    return tuple(name for name, value in held.items() if value)
