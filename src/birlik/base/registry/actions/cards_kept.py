"""What cards said before: kept when a card changes from a day on, and when bodies pass their parts
to those who take over from them."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q

from birlik.base.registry.engine.cards import WRITTEN, CardRow, plain
from birlik.base.registry.models import EarlierCard, Structure
from birlik.base.registry.queries import existing_on
from birlik.base.registry.queries.cards import row_of, row_then


def supersede(structure: Structure, before: CardRow, on: date) -> None:
    """Keep what a card said until a day; on the day of its last change it is only amended. The row
    itself is left to be saved."""
    if structure.card_from == on:
        return
    EarlierCard.objects.create(
        structure=structure,
        valid_from=structure.card_from,
        valid_until=on,
        **kept(before, structure.territory_id),
    )
    structure.card_from = on


def kept(row: CardRow, territory: int | None) -> dict[str, Any]:
    """The columns of an earlier card; `territory` is the number of the place."""
    found = plain(row)
    return {
        "territory_id": territory,
        "parent_id": row.parent,
        "level": row.level,
        "card": {name: found[name] for name in WRITTEN},
    }


def pass_parts(old: Structure, heir: Structure, on: date) -> None:
    """Let the parts and residents of a body be those of its successor from a day on; a card that
    changed after that day stays as it is."""
    near = Q(parent=old) | Q(house=old)
    unchanged = Q(card_from=None) | Q(card_from__lte=on)
    parts = Structure.objects.filter(existing_on(on), near, unchanged, duplicate_of=None)
    for one in parts.exclude(pk=heir.pk).exclude(founded_on=on).select_related("territory"):
        supersede(one, row_of(one), on)
        one.parent_id = heir.pk if one.parent_id == old.pk else one.parent_id
        one.house_id = heir.pk if one.house_id == old.pk else one.house_id
        one.save(update_fields=["parent", "house", "card_from"])


def take_back_parts(olds: Collection[int], on: date) -> None:
    """Let the parts and residents that passed from some bodies on a day be theirs again; a card on
    which nothing else changed then forgets that it did."""
    passed = EarlierCard.objects.filter(valid_until=on, structure__card_from=on)
    for earlier in passed.select_related("structure__territory", "territory"):
        one, then = earlier.structure, row_then(row_of(earlier.structure), earlier)
        if then.parent not in olds and then.house not in olds:
            continue
        one.parent_id = then.parent if then.parent in olds else one.parent_id
        one.house_id = then.house if then.house in olds else one.house_id
        if row_of(one) == then:
            one.card_from = earlier.valid_from
            earlier.delete()
        one.save(update_fields=["parent", "house", "card_from"])
