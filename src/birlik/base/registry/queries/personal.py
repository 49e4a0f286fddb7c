"""Reading consents, and everything that is kept of one person."""

from datetime import date

from django.db.models import Q, QuerySet

from birlik.base.registry.models import Affiliation, Appointment, Consent, Enrolment, Person
from birlik.base.registry.queries import in_office_on

AFFILIATION = "affiliation"
"""The purpose of the charter on which it rests to keep what a person declared."""


def consents_of(person: Person) -> QuerySet[Consent]:
    """The consents of a person, the newest first."""
    return Consent.objects.filter(person=person)


def consent_numbered(number: int, person: Person) -> Consent | None:
    """A consent of a person by its number; None where the person has none of it."""
    return consents_of(person).filter(pk=number).first()


def consent_in_force(person: Person, purpose: str) -> Consent | None:
    """The consent to a purpose that was not withdrawn; None where there is none."""
    return consents_of(person).filter(purpose=purpose, withdrawn_on=None).first()


def affiliation_kept(person: Person) -> Affiliation | None:
    """What a person declared, still sealed; None where nothing was."""
    return Affiliation.objects.filter(person=person).select_related("consent").first()


def entries_of(person: Person) -> QuerySet[Person]:
    """The entry of a person with those that were found to be the same person's."""
    return Person.objects.filter(Q(pk=person.pk) | Q(duplicate_of=person)).order_by("pk")


def offices_of(person: Person) -> QuerySet[Appointment]:
    """Every office that a person ever held, the newest first."""
    held = Appointment.objects.filter(person__in=entries_of(person).values("pk"))
    return held.select_related("office__structure__territory", "represents", "provision")


def places_in_registers(person: Person) -> QuerySet[Enrolment]:
    """Every place of a person in a register, the newest first."""
    found = Enrolment.objects.filter(person__in=entries_of(person).values("pk"))
    above = "territory__parent__parent__parent"
    return found.select_related("person", f"structure__{above}", above)


def offices_not_over(person: Person, *, on: date) -> QuerySet[Appointment]:
    """The appointments of a person that last on a day or are still to begin."""
    return offices_of(person).filter(in_office_on(on) | Q(valid_from__gt=on))
