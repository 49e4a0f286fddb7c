"""What is asked before a point of an act is corrected, and what it was before."""

from collections.abc import Iterable

from django.db.models import Case, QuerySet, Value, When

from birlik.base.obligations.models import Draft, Duty, FormerDuty
from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Structure

NAMED = 300
"""So many acts, the newest first, can be named as the ground of an amendment."""


def act_with_points(pk: int) -> Act | None:
    """The act of that number with its readings, or None."""
    return Act.objects.prefetch_related("readings").filter(pk=pk).first()


def grounds() -> QuerySet[Act]:
    """The acts that can be named as the ground of an amendment, the newest first; a head's
    resolution amends none."""
    return Act.objects.filter(resolution=None).order_by("-adopted_on", "-pk")[:NAMED]


def point_named(act: int, number: str) -> Provision | None:
    """The point of an act by its number, a measure before any other kind; None where there is no
    such point."""
    rank = Case(When(kind=Provision.Kind.MEASURE, then=Value(0)), default=Value(1))
    found = Provision.objects.filter(act=act, number=number.strip().rstrip("."))
    return found.select_related("act").order_by(rank, "position").first()


def point_of_number(pk: int | None) -> Provision | None:
    """A point by its number in the database, with its act."""
    return Provision.objects.select_related("act").filter(pk=pk).first() if pk else None


def drafted(obligations: list[int]) -> frozenset[int]:
    """Which of some obligations have a report that is being written."""
    found = Draft.objects.filter(obligation__in=obligations)
    return frozenset(found.values_list("obligation", flat=True))


def bodies_of(former: Iterable[FormerDuty]) -> dict[int, Structure]:
    """The bodies that earlier versions name, by number."""
    named = (party["structure"] for one in former for party in one.record["parties"])
    return Structure.objects.in_bulk(number for number in named if number)


def former_versions(act: int, number: str) -> list[FormerDuty]:
    """The earlier versions of a measure, the newest first."""
    duty = Duty.objects.filter(provision__act=act, provision__number=number)
    found = FormerDuty.objects.filter(duty__in=duty).select_related("ground__act")
    return list(found.order_by("-version"))
