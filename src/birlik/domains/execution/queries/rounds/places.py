"""The places that bodies answer for."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from birlik.base.registry.models import Territory
from birlik.domains.execution.models import Sheet


def parts_of_territories(
    sheets: Iterable[Sheet], *, on: date
) -> Mapping[int | None, list[Territory]]:
    """Number of a territory that a body of the sheets has → the districts and cities of it on a
    day, in the order of the classifier. One query."""
    wanted = {one.structure.territory_id for one in sheets}
    standing = (Q(valid_from=None) | Q(valid_from__lte=on)) & (
        Q(valid_until=None) | Q(valid_until__gt=on)
    )
    found: dict[int | None, list[Territory]] = {}
    for one in Territory.objects.filter(standing, parent__in=wanted - {None}):
        found.setdefault(one.parent_id, []).append(one)
    return found


def region_of(territory: Territory | None) -> Territory | None:
    """The place of the first level that a place lies in; its line must be loaded."""
    while territory and territory.parent:
        territory = territory.parent
    return territory
