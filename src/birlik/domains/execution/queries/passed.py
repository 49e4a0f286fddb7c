"""What a reorganisation passed to the chosen successors, as it is told."""

from dataclasses import dataclass

from django.db.models import Count, F

from birlik.base.obligations.models import FormerDebtor
from birlik.base.registry.models import Reorganisation, Structure


@dataclass(frozen=True, slots=True)
class PassedBetween:
    """How many obligations passed from one body to another."""

    old: Structure
    new: Structure
    count: int


def reorganisation_numbered(number: int) -> Reorganisation | None:
    """A reorganisation by its number; None where it was taken back."""
    return Reorganisation.objects.filter(pk=number).first()


def passed_between(made: Reorganisation) -> list[PassedBetween]:
    """What a reorganisation passed from which body to which; two queries."""
    passed = FormerDebtor.objects.filter(reorganisation=made).order_by()
    pairs = list(
        passed.exclude(obligation__debtor=F("structure"))
        .values_list("structure", "obligation__debtor")
        .annotate(Count("pk"))
    )
    wanted = {one for old, new, _count in pairs for one in (old, new)}
    bodies = Structure.objects.select_related("territory__parent", "successor").in_bulk(wanted)
    return [PassedBetween(bodies[old], bodies[new], count) for old, new, count in sorted(pairs)]
