"""How far a power of the registry reaches: everywhere, a territory with all in it, one body."""

from datetime import date

from django.db.models import Q

from birlik.base.registry.models import Appointment, Enrolment, Person, Structure, Territory
from birlik.base.values.actor import Actor


def reaches_structure(actor: Actor, power: str, structure: Structure | None) -> bool:
    """Whether a power reaches a body: itself, or a territory it lies in; without a body, whether
    the actor has the power anywhere."""
    if structure is None:
        return actor.holds(power)
    return actor.reaches(
        power, structures=(structure.pk,), territories=territory_line(structure.territory)
    )


def reaches_territory(actor: Actor, power: str, territory: Territory | None) -> bool:
    """Whether a power reaches a whole territory; None is the republic, reached without limits."""
    return actor.reaches(power, territories=territory_line(territory))


def reaches_person(actor: Actor, power: str, person: Person | None, *, on: date) -> bool:
    """Whether a power reaches a person: the record is kept in its territory, or on a day the
    person holds an office there, or stands in a register there; without a person, whether the
    actor has the power anywhere."""
    if person is None:
        return actor.holds(power)
    if actor.reaches(power, territories=territory_line(person.territory)):
        return True
    held = Appointment.objects.filter(lasting_on(on), person=person)
    seats = held.select_related("office__structure__territory")
    if any(reaches_structure(actor, power, one.office.structure) for one in seats):
        return True
    stood = Enrolment.objects.filter(lasting_on(on), person=person)
    return any(
        reaches_structure(actor, power, one.structure)
        if one.structure
        else actor.reaches(power, territories=territory_line(one.territory))
        for one in stood.select_related("structure__territory", "territory")
    )


def lasting_on(on: date) -> Q:
    """The condition that what has `valid_from` and `valid_until` holds on a day."""
    return Q(valid_from__lte=on) & (Q(valid_until=None) | Q(valid_until__gt=on))


def territory_line(territory: Territory | None) -> tuple[str, ...]:
    """The codes of a territory and of those it lies in, the nearest first; none of the republic."""
    found = []
    while territory:
        found.append(territory.code)
        territory = territory.parent
    return tuple(found)
