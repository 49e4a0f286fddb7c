"""What the form of a card offers: the bodies above, and the houses of the region."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q, QuerySet

from birlik.base.charter.engine.kinds import KindCard
from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import existing_on, places_within
from birlik.base.registry.queries.cards import as_then, within_reach
from birlik.base.registry.queries.cards_around import territory_coded
from birlik.base.registry.rules.cards import KEEP
from birlik.base.registry.rules.reach import territory_line
from birlik.base.values.actor import Actor

MOST = 600
"""So many bodies a list offers at most."""

HOUSED = "residents"
"""The field by which the charter has the card of a kind say how many associations it houses."""


def bodies_above(
    card: CardRow, kinds: Mapping[str, KindCard], *, on: date, itself: int | None = None
) -> QuerySet[Structure]:
    """What a body may be a part of: bodies of the Assembly and beside it, of the republic, of its
    place and of those in which that lies; and the one above it now."""
    inside = [one.code for one in kinds.values() if one.side != "outside"]
    line = territory_line(territory_coded(card.territory))
    near = Q(territory=None) | Q(territory__code__in=line)
    wanted = Q(near, existing_on(on), kind__in=inside) | Q(pk=card.parent or 0)
    return by_name(wanted, itself)


def houses_near(
    card: CardRow, kinds: Mapping[str, KindCard], *, on: date, itself: int | None = None
) -> QuerySet[Structure]:
    """The houses in which a body may reside: those of its region, and the one it is in now."""
    housing = [
        one.code for one in kinds.values() if any(each.code == HOUSED for each in one.fields)
    ]
    line = territory_line(territory_coded(card.territory))
    near = Q(territory__in=places_within(line[-1]).values("pk")) if line else Q(territory=None)
    wanted = Q(near, existing_on(on), kind__in=housing) | Q(pk=card.house or 0)
    return by_name(wanted, itself)


def bodies_alike(structure: Structure, by: Actor, *, on: date) -> QuerySet[Structure]:
    """The other bodies of a kind that exist on a day and are the actor's to keep, by name."""
    found = as_then(Structure.objects.filter(kind=structure.kind, duplicate_of=None), on)
    reached = found.filter(existing_on(on), within_reach(by, KEEP)).exclude(pk=structure.pk)
    return reached.order_by("sort_key", "pk")[:MOST]


def by_name(wanted: Q, itself: int | None) -> QuerySet[Structure]:
    """Bodies by name, without duplicates and without one of them."""
    found = Structure.objects.filter(wanted, duplicate_of=None).exclude(pk=itself or 0)
    return found.order_by("sort_key", "pk")[:MOST]
