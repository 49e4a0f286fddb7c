"""One body: its card on a day with everything around it, and its history."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, QuerySet, When

from birlik.base.charter.engine.kinds import KindCard
from birlik.base.charter.queries import kind_cards
from birlik.base.journal.models import Entry
from birlik.base.journal.queries import history
from birlik.base.records.models import Provision
from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.models import AccreditedTerm, EarlierCard, Structure, Succession
from birlik.base.registry.queries import existing_on
from birlik.base.registry.queries.cards import as_then, row_of, row_then, said_then
from birlik.base.registry.queries.cards_listed import Listed, dressed
from birlik.base.registry.queries.cards_named import Names, codes_on
from birlik.base.registry.queries.succession import successions_around

NEAR = 200
"""How many parts and residents a card names at most."""

ENTRIES = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """A card on a day: the body as a list shows it, its kind, what its codes are called, its house,
    its parts and residents then (at most some hundreds), its terms of accreditation and its
    reorganisations."""

    line: Listed
    kind: KindCard | None
    names: Names
    house: Structure | None
    parts: list[Structure]
    residents: list[Structure]
    terms: list[AccreditedTerm]
    successions: list[Succession]


def structure_then(number: int, on: date) -> Structure | None:
    """The body of a number, as `structures_as_of` gives it, whether it existed or not; with its
    territory and those that it lies in."""
    found = as_then(Structure.objects.filter(pk=number), on)
    return found.select_related("territory__parent__parent__parent").first()


def shown_on(structure: Structure, on: date) -> Shown:
    """A body of `structure_then` with everything around it."""
    kinds = kind_cards(on=on)
    places = [structure.territory] if structure.territory else []
    line = dressed([structure], kinds, on=on, places=places, parents=False)[0]
    card = line.card
    near = {one.pk: one for one in bodies_near(structure, card, on)}
    parent = near.get(card.parent or 0)
    house = near.get(card.house or 0)
    own = [one for one in near.values() if one not in (parent, house)]
    parts = [one for one in own if vars(one)["parent_then"] == structure.pk]
    territories = {card.territory: line.territory} if line.territory else {}
    points = Provision.objects.select_related("act").in_bulk({card.provision} - {None})
    return Shown(
        line=line,
        kind=kinds.get(structure.kind),
        names=Names(codes_on(on), territories, near, points),
        house=house,
        parts=parts,
        residents=[one for one in own if one not in parts],
        terms=list(structure.accredited_terms.all()),
        successions=list(successions_around((structure.pk,))),
    )


def bodies_near(structure: Structure, card: CardRow, on: date) -> QuerySet[Structure]:
    """The body above one and its house, then its parts and residents on a day, by name; one
    query."""
    then = as_then(Structure.objects.all(), on)
    below = Q(parent_then=structure.pk) | said_then(on, house=structure.pk)
    named = Q(pk__in=[one for one in (card.parent, card.house) if one])
    found = then.filter(named | (below & existing_on(on) & Q(duplicate_of=None)))
    first = Case(When(named, then=0), default=1)
    return found.order_by(first, "sort_key", "pk")[:NEAR]


@dataclass(frozen=True, slots=True)
class Step:
    """A change of a card from a day on: what it said before and after."""

    on: date
    before: CardRow
    after: CardRow


def steps_of(structure: Structure) -> list[Step]:
    """The changes of a card, the newest first; one query."""
    now = row_of(structure)
    earlier = EarlierCard.objects.filter(structure=structure).select_related("territory")
    found, after = [], now
    for one in earlier.order_by("-valid_until"):
        before = row_then(now, one)
        found.append(Step(one.valid_until, before, after))
        after = before
    return found


def entries_of(structure: Structure) -> list[Entry]:
    """The last entries of the journal on a body."""
    return list(history(structure)[:ENTRIES])
