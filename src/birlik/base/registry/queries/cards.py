"""Cards of bodies as of a day: which existed, where they stood, and what their cards said.

A correction is retroactive, so there is one truth for every day; a change from a day leaves what
it superseded in an `EarlierCard`. The earlier cards of a body follow one another without a gap,
so the first that ends after a day is the one that held on it.
"""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)

from birlik.base.registry.engine.cards import DATED, NUMBERED, PLACED, CardRow, with_values
from birlik.base.registry.models import EarlierCard, Structure
from birlik.base.registry.queries import existing_on, places_within
from birlik.base.registry.rules.cards import READ
from birlik.base.values.actor import Actor, Grant


def structures_as_of(on: date, *, by: Actor | None = None) -> QuerySet[Structure]:
    """The bodies that existed on a day, duplicates left out; with `by` those that lay within reach.

    Each bears, as of the day, `territory_then` and `parent_then` (numbers) and `level_then`. In the
    order of their names.
    """
    found = as_then(Structure.objects.filter(existing_on(on), duplicate_of=None), on)
    if by is not None:
        found = found.filter(within_reach(by, READ))
    return found.order_by("sort_key", "pk")


def as_then(found: QuerySet[Structure], on: date) -> QuerySet[Structure]:
    """Bodies with `territory_then`, `parent_then` and `level_then` as of a day."""
    earlier = EarlierCard.objects.filter(structure=OuterRef("pk"), valid_until__gt=on)
    found = found.annotate(earlier_card=Subquery(earlier.order_by("valid_until").values("pk")[:1]))
    said = EarlierCard.objects.filter(pk=OuterRef("earlier_card"))
    return found.annotate(
        **{
            f"{name}_then": Case(
                When(earlier_card=None, then=F(column)),
                default=Subquery(said.values(column)[:1]),
                output_field=kind,
            )
            for name, column, kind in (
                ("territory", "territory_id", BigIntegerField()),
                ("parent", "parent_id", BigIntegerField()),
                ("level", "level", CharField()),
            )
        }
    )


def within_reach(by: Actor, power: str) -> Q:
    """The condition that a power reaches a body as it stood then; asked of `as_then`."""
    grants = by.grants(power)
    if any(one.structure_id is None and one.territory_code is None for one in grants):
        return Q()
    return reduce(or_, (reached_by(one) for one in grants), Q(pk__in=()))


def reached_by(grant: Grant) -> Q:
    """The condition that a limited grant reaches a body."""
    if grant.territory_code is None:
        return Q(pk=grant.structure_id)
    return Q(territory_then__in=places_within(grant.territory_code).values("pk"))


def said_then(on: date, **wanted: Any) -> Q:
    """The condition that the card of a body said something on a day: `email=""`, `culture="x"`;
    of `languages` and `fields`, that one code is among them."""
    columns, json = Q(), Q()
    for name, value in wanted.items():
        several = name in {"languages", "fields"}
        key = f"{name}__contains" if several else name
        columns &= Q(**{key: f" {value} " if several else value})
        told = f'"{value}"' if several else value
        json &= Q(**{f"card__{name}__icontains" if several else f"card__{name}": told})
    after = EarlierCard.objects.filter(structure=OuterRef("pk"), valid_until__gt=on)
    held = after.order_by("valid_until").values("pk")[:1]
    then = EarlierCard.objects.filter(json, pk=Subquery(held))
    return (~Q(Exists(after)) & columns) | Q(Exists(then))


def row_of(structure: Structure) -> CardRow:
    """The card of a body as it stands; asks the database for the code of its territory, unless
    that was fetched with it."""
    given = {name: getattr(structure, name) for name in CardRow.__slots__ if name not in REFERENCES}
    for name in NUMBERED:
        given[name] = getattr(structure, f"{name}_id")
    place = structure.territory
    return CardRow(**given, territory=place.code if place else "")


REFERENCES = (*NUMBERED, "territory")


def card_of(structure: Structure, on: date) -> CardRow:
    """The card of a body as it was on a day; in one query, where its territory was fetched."""
    after = structure.earlier_cards.filter(valid_until__gt=on).order_by("valid_until")
    earlier = after.select_related("territory").first()
    now = row_of(structure)
    return row_then(now, earlier) if earlier else now


def row_then(now: CardRow, earlier: EarlierCard) -> CardRow:
    """A card as it was before a change: what does not change from a day on is as it is now."""
    values = {name: value for name, value in earlier.card.items() if name in DATED}
    place = earlier.territory
    placed = {
        "territory": place.code if place else "",
        "parent": earlier.parent_id,
        "level": earlier.level,
    }
    return with_values(now, {**values, **{name: placed[name] for name in PLACED}})
