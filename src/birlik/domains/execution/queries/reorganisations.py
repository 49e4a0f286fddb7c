"""What the pages of reorganisations show: what became of bodies, and what nobody answers for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from birlik.base.charter.queries import kind_cards
from birlik.base.obligations.models import FormerDebtor, Obligation
from birlik.base.obligations.queries import titles_for, with_state
from birlik.base.obligations.queries.passing import Chosen, measures_of, orphaned
from birlik.base.registry.models import Level, Office, Reorganisation, Structure, Succession
from birlik.base.registry.queries import answering
from birlik.base.registry.queries.succession import (
    abandoned_bodies,
    existing_bodies,
    places,
    seats_of,
    structures_numbered,
    successions_around,
)
from birlik.base.values.local_text import LocalText

LISTED = 30
"""How many obligations of nobody are named."""


@dataclass(frozen=True, slots=True)
class Nobodys:
    """What nobody answers for: by body how many, and the first of the obligations."""

    bodies: tuple[tuple[Structure, int], ...]
    rows: tuple[Obligation, ...]
    count: int


def nobodys(*, on: date) -> Nobodys:
    """What is still owed by bodies that ended without successor; four queries."""
    found = orphaned(on=on)
    counts = Counter(found.values_list("debtor", flat=True))
    bodies = structures_numbered(counts)
    related = with_state(found, on=on).select_related("act", "duty__provision", "debtor")
    rows = related.prefetch_related("duty__provision__wordings")[:LISTED]
    return Nobodys(
        tuple((bodies[number], count) for number, count in counts.most_common()),
        tuple(rows),
        counts.total(),
    )


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen in a reorganisation: bodies, kinds of bodies, regions, by number or code
    with their names."""

    bodies: tuple[tuple[int, LocalText], ...]
    kinds: tuple[tuple[str, LocalText], ...]
    regions: tuple[tuple[int, LocalText], ...]


def offered(kind: str, *, on: date, today: date) -> Offered:
    """What can be chosen for a kind of reorganisation on a day: of what is to be entrusted, the
    bodies that ended without successor beside those that exist.

    Of the Assembly's own bodies, of which there are thousands, only those of the republic and those
    that owe something: others are renamed, merged and split on their cards in the register.
    """
    ended = abandoned_bodies(on=today) if kind == Reorganisation.Kind.ENTRUST else ()
    cards = kind_cards(on=on)
    own = [code for code, card in cards.items() if card.side != "outside"]
    owing = Obligation.objects.order_by().values("debtor")
    own_bodies = Q(kind__in=own) & ~Q(level=Level.REPUBLIC) & ~Q(pk__in=owing)
    existing = existing_bodies(on=on).exclude(own_bodies)
    return Offered(
        bodies=tuple((one.pk, one.name) for one in (*ended, *existing)),
        kinds=tuple((code, card.name) for code, card in cards.items()),
        regions=tuple((one.pk, one.name) for one in places()),
    )


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that can be chosen, with its title, and how much of it is open and overdue."""

    chosen: Chosen
    title: LocalText


def measures_to_choose(olds: Sequence[int], *, on: date) -> list[Measure]:
    """The measures of which bodies owe anything, in the order of the acts."""
    found = [one for old in olds for one in measures_of(old, on=on)]
    titles = titles_for(one.duty.provision_id for one in found)
    return [Measure(one, titles.get(one.duty.provision_id, LocalText())) for one in found]


def seats_to_choose(olds: Sequence[int], *, on: date) -> list[Office]:
    """The seats of bodies that somebody holds on a day."""
    return [one for one in seats_of(olds, on=on) if vars(one)["holding"]]


@dataclass(frozen=True, slots=True)
class Relative:
    """A body of a line of succession: how it came to or from another on which day, and whether the
    rates of the line count it."""

    succession: Succession
    body: Structure
    earlier: bool
    counted: bool


def relatives_of(structure: Structure, line: Sequence[int]) -> list[Relative]:
    """From whom a body and those before it, its `line`, took over, and to whom what it owed passed;
    by day, one query."""
    found = []
    for one in successions_around(line):
        if one.successor is None:
            continue
        if one.successor_id in line:
            counted = one.predecessor_id in line
            found.append(Relative(one, one.predecessor, earlier=True, counted=counted))
        elif one.predecessor_id == structure.pk:
            found.append(Relative(one, one.successor, earlier=False, counted=one.main))
    return found


def answering_now(debtor: Structure, *, on: date) -> Structure | None:
    """Who answers on a day for a debtor that ended: the last of its line; itself where nobody does,
    None while it exists. One query for one that was succeeded."""
    if debtor.closed_on is None or debtor.closed_on > on:
        return None
    return structures_numbered([answering(debtor, on=on)[-1]]).popitem()[1]


def former_debtors(obligation: Obligation) -> list[FormerDebtor]:
    """Who owed an obligation before it passed to its debtor of now, the oldest first."""
    found = obligation.former_debtors.select_related("structure", "reorganisation")
    return list(found.order_by("reorganisation__on", "pk"))
