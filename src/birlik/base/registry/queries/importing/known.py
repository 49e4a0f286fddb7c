"""The register as rows of a file are compared with it: bodies and people, each in a few queries."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from birlik.base.registry.engine.importing.known import (
    Bodies,
    Held,
    KnownBody,
    KnownPerson,
    Persons,
    Stood,
)
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.models import (
    Appointment,
    Enrolment,
    Person,
    PersonalRecord,
    Structure,
    Territory,
)
from birlik.base.registry.queries.cards import row_of
from birlik.base.registry.rules.reach import reaches_structure
from birlik.base.values.actor import Actor

Keeps = Callable[[str], bool]
"""Whether the cards or records of a territory, by code, are somebody's to keep."""


def known_bodies(by: Actor, power: str, places: Mapping[str, Territory], *, on: date) -> Bodies:
    """All bodies of the register, those within the reach of a power marked."""
    numbered = {one.pk: one for one in places.values()}
    above = dict(Structure.objects.values_list("pk", "parent"))
    known = []
    for one in Structure.objects.filter(duplicate_of=None).iterator():
        one.territory = numbered.get(one.territory_id or 0)
        known.append(
            KnownBody(
                one.pk,
                row_of(one),
                reaches_structure(by, power, one),
                one.closed_on,
                one.successor_id is not None,
                line_of(one.pk, above),
            )
        )
    return Bodies(known, on)


def line_of(number: int, above: Mapping[int, int | None]) -> frozenset[int]:
    """The numbers of a body and of those it is a part of."""
    line: list[int] = []
    at: int | None = number
    while at is not None and at not in line:
        line.append(at)
        at = above.get(at)
    return frozenset(line)


def known_people(keeps: Keeps) -> Persons:
    """All people of the register, but for the erased and for entries found to be another's."""
    apart = {
        person: rest
        for person, *rest in PersonalRecord.objects.values_list(
            "person", "iin_digest", "phone", "email"
        ).iterator()
    }
    held, stood = held_by_person(), stood_by_person()
    rows = Person.objects.filter(erased_at=None, duplicate_of=None).values_list(
        "pk", "full_name", "full_name_ru", "full_name_latin", "territory__code", "languages",
        "fields",
    )  # fmt: skip
    known = []
    for number, name, russian, latin, code, languages, fields in rows.iterator():
        digest, phone, email = apart.get(number, ("", "", ""))
        row = PersonRow(
            name, russian, latin, code or "", languages, fields, phone=phone, email=email
        )
        known.append(
            KnownPerson(
                number,
                row,
                keeps(code or ""),
                digest,
                tuple(held.get(number, ())),
                tuple(stood.get(number, ())),
            )
        )
    return Persons(known)


def held_by_person() -> dict[int, list[Held]]:
    """Number of a person → the offices that the person holds, held or will hold."""
    found: defaultdict[int, list[Held]] = defaultdict(list)
    rows = Appointment.objects.values_list(
        "person", "office__structure", "office__kind", "valid_from", "valid_until"
    )
    for person, structure, office, begin, end in rows.iterator():
        found[person].append(Held(structure, office, begin, end))
    return found


def stood_by_person() -> dict[int, list[Stood]]:
    """Number of a person → the places that the person has or had in registers."""
    found: defaultdict[int, list[Stood]] = defaultdict(list)
    rows = Enrolment.objects.values_list(
        "person", "register", "valid_from", "valid_until", "structure", "territory__code", "number"
    )
    for person, register, begin, end, structure, code, number in rows.iterator():
        found[person].append(Stood(register, begin, end, structure, code or "", number))
    return found
