"""Who is absent from an office on a day, and who answers in it instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from birlik.base.registry.models import Appointment, Office
from birlik.base.registry.queries import absent_on, in_office_on


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
