"""How many bodies there were on a day, by place, kind and level, and over the years."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from birlik.base.registry.engine.statistics import Choice, Counted, Span
from birlik.base.registry.models import EarlierCard, Structure
from birlik.base.registry.queries import existing_on
from birlik.base.registry.queries.statistics.places import Places, lines_of

Group = tuple[int | None, str, str, int]
"""Territory, kind, level, how many."""


def bodies_counted(choice: Choice, kinds: Collection[str]) -> QuerySet[Structure]:
    """The bodies of the kinds of a choice, each once, whenever they existed; of `kinds` where it
    names none."""
    chosen = {choice.kind} if choice.kind else set(kinds)
    return Structure.objects.filter(duplicate_of=None, kind__in=chosen).order_by()


def saying_then(on: date) -> QuerySet[EarlierCard]:
    """The earlier cards that held on a day, whose bodies' cards have changed since."""
    began = Q(valid_from=None) | Q(valid_from__lte=on)
    return EarlierCard.objects.filter(began, valid_until__gt=on).order_by()


def counted_bodies(
    choice: Choice, kinds: Collection[str], places: Places, *, on: date
) -> list[Counted]:
    """How many bodies of a choice existed on a day at each place, by kind and level; three queries.

    Bodies whose card has not changed since the day are grouped by the database; the few whose card
    has are added as their earlier card says.
    """
    standing = bodies_counted(choice, kinds).filter(existing_on(on))
    earlier = saying_then(on)
    unchanged = standing.exclude(Exists(earlier.filter(structure=OuterRef("pk"))))
    columns = ("territory", "kind", "level")
    groups: list[Group] = [
        *of_culture(unchanged, choice).values_list(*columns).annotate(number=Count("pk")),
        *(
            (territory, kind, level, 1)
            for territory, kind, level, culture in earlier.filter(
                structure__in=standing
            ).values_list("territory", "structure__kind", "level", "card__culture")
            if choice.culture in ("", culture)
        ),
    ]
    lines = lines_of({one[0] for one in groups}, places)
    return [
        Counted(lines[territory], kind, level, number)
        for territory, kind, level, number in groups
        if choice.level in ("", level)
    ]


def of_culture(bodies: QuerySet[Structure], choice: Choice) -> QuerySet[Structure]:
    """Those devoted to the culture that a choice names; all where it names none."""
    return bodies.filter(culture=choice.culture) if choice.culture else bodies


def spans_of(choice: Choice, kinds: Collection[str], places: Places) -> list[Span]:
    """Where the bodies of a choice lay from when until when; four queries, whatever the years."""
    every = bodies_counted(choice, kinds)
    changed = Exists(EarlierCard.objects.filter(structure=OuterRef("pk")))
    columns = ("territory", "level", "kind", "culture", "founded_on", "closed_on")
    told = list(
        EarlierCard.objects.filter(structure__in=every)
        .order_by("structure_id", "valid_until")
        .values_list("structure", "territory", "level", "card__culture", "valid_until")
    )
    last = every.filter(changed).values_list("pk", *columns) if told else ()
    pieces = [
        *(
            Piece(*row)
            for row in every.exclude(changed).values_list(*columns).annotate(number=Count("pk"))
        ),
        *pieces_of(told, last),
    ]
    lines = lines_of({one.territory for one in pieces}, places)
    return [
        Span(
            lines[one.territory],
            one.level,
            one.since,
            one.until,
            one.number,
            one.kind,
            bool(one.culture),
        )
        for one in pieces
        if choice.level in ("", one.level) and choice.culture in ("", one.culture)
    ]


@dataclass(frozen=True, slots=True)
class Piece:
    """So many bodies said so of themselves from one day until another."""

    territory: int | None
    level: str
    kind: str
    culture: str
    since: date | None
    until: date | None
    number: int = 1


def pieces_of(
    told: Iterable[tuple[int, int | None, str, str, date]],
    last: Iterable[tuple[int, int | None, str, str, str, date | None, date | None]],
) -> list[Piece]:
    """The pieces of time of bodies whose cards changed, from their founding to their end: `told`
    are the earlier cards in order (body, territory, level, culture, until), `last` what the cards
    say now with founding and end."""
    earlier: dict[int, list[tuple[int | None, str, str, date]]] = {}
    for number, territory, level, culture, until in told:
        earlier.setdefault(number, []).append((territory, level, culture, until))
    found: list[Piece] = []
    for number, territory, level, kind, culture, founded, closed in last:
        since = founded
        for place, height, devoted, until in earlier[number]:
            found.append(Piece(place, height, kind, devoted or "", since, until))
            since = until
        found.append(Piece(territory, level, kind, culture, since, closed))
    return found


def cultures_used() -> set[str]:
    """The codes of the cultures to which bodies of the register are devoted; one query."""
    devoted = Structure.objects.exclude(culture="").order_by()
    return set(devoted.values_list("culture", flat=True).distinct())
