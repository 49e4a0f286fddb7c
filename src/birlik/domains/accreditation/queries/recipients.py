"""Who is to be told of what happens in accreditation: offices of today, by the reach of powers."""

from collections.abc import Sequence
from datetime import date

from birlik.base.registry.models import Structure
from birlik.base.registry.queries import Seat, seats
from birlik.base.values.actor import Actor
from birlik.domains.accreditation.models import Application, Certificate, Round, Step
from birlik.domains.accreditation.rules.reach import (
    APPLY,
    RUN,
    applies,
    checks,
    members,
    region_of,
)

PLACE = "structure__territory__parent__parent__parent"


def everybody(on: date) -> tuple[Seat, ...]:
    """Everybody in office on a day."""
    return seats(on=on)


def applicants(structure: Structure, among: Sequence[Seat]) -> frozenset[int]:
    """The accounts of those who apply for a body."""
    return frozenset(one.account for one in among if applies(one.actor, structure))


def checkers(structure: Structure, among: Sequence[Seat]) -> frozenset[int]:
    """The accounts of those who check a body's application: in a region its secretary, not the
    office that could check everything."""
    reach = [one for one in among if checks(one.actor, structure)]
    near = [one for one in reach if not one.actor.reaches(RUN)]
    return frozenset(one.account for one in near or reach)


def runners(among: Sequence[Seat]) -> frozenset[int]:
    """The accounts of those who run accreditation."""
    return frozenset(one.account for one in among if one.actor.reaches(RUN))


def voters(structure: Structure, among: Sequence[Seat], *, on: date) -> frozenset[int]:
    """The accounts of the members of the commission that hears a body."""
    numbers = set(members(region_of(structure), on=on).values_list("pk", flat=True))
    return frozenset(one.account for one in among if acts_in(one.actor, numbers))


def acts_in(actor: Actor, appointments: set[int]) -> bool:
    """Whether somebody acts in one of the appointments."""
    return actor.appointment_id in appointments


def heads(among: Sequence[Seat]) -> frozenset[int]:
    """The accounts of the heads of associations."""
    return frozenset(one.account for one in among if one.actor.holds(APPLY))


def round_to_tell(number: int) -> Round:
    """A round by its number. Raises `Round.DoesNotExist`."""
    return Round.objects.get(pk=number)


def application_to_tell(number: int) -> Application:
    """An application by its number. Raises `Application.DoesNotExist`."""
    return Application.objects.select_related(PLACE).get(pk=number)


def certificate_to_tell(number: int) -> Certificate:
    """A certificate by its number. Raises `Certificate.DoesNotExist`."""
    return Certificate.objects.select_related(PLACE).get(pk=number)


def step_to_tell(number: int) -> Step:
    """A step by its number. Raises `Step.DoesNotExist`."""
    return Step.objects.get(pk=number)
