"""The way of a body's reports goes on in its successor, through the seats that went on."""

from collections.abc import Iterable
from datetime import datetime

from birlik.base.obligations.actions.visas import lay_way
from birlik.base.obligations.models import VisaStep
from birlik.base.obligations.queries.desk import offices_for_way
from birlik.base.registry.models import Appointment, Office, Reorganisation, Structure
from birlik.base.values.actor import Actor


def carry_ways(by: Actor, olds: Iterable[int], heirs: Iterable[Structure], *, at: datetime) -> None:
    """Lay for each successor the way of the body whose seats went on in it, the first of several.

    A successor that has a way of its own keeps it.
    """
    bodies = list(olds)
    for heir in heirs:
        laid = VisaStep.objects.filter(structure=heir).exists()
        ways = [] if laid else [way for old in bodies if (way := carried(old, heir))]
        if ways:
            lay_way(by, heir, at=at, offices=ways[0])


def carried(old: int, heir: Structure) -> list[int]:
    """The offices of a body's way as they are in a successor, in order: the seats that went on, and
    those above that may stand on it. None where no seat went on, or the one that signs did not."""
    seats = Office.objects.filter(structure=heir, continues__isnull=False)
    moved = dict(seats.values_list("continues", "pk"))
    known = set(offices_for_way(heir).values_list("pk", flat=True)) | moved.keys()
    steps = [one for one in VisaStep.objects.filter(structure=old) if one.office_id in known]
    goes_on = any(one.office_id in moved for one in steps) and steps[-1].signs
    return [moved.get(one.office_id, one.office_id) for one in steps] if goes_on else []


def drop_carried_ways(made: Reorganisation) -> None:
    """Take back the ways that pass through seats which went on by a reorganisation."""
    heirs = made.successions.values("successor")
    held = Appointment.objects.filter(continues__isnull=False, valid_from=made.on)
    through = VisaStep.objects.filter(structure__in=heirs, office__appointments__in=held)
    ways = set(through.values_list("structure", flat=True))
    VisaStep.objects.filter(structure__in=ways).delete()
