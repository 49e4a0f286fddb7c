"""The list of bodies as a reader chose it: narrowed, counted, found by words, dressed for a row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from birlik.base.charter.engine.kinds import KindCard
from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.engine.cards_sought import CLOSED, REPUBLIC, YES, Sought
from birlik.base.registry.models import (
    AccreditedTerm,
    Appointment,
    EarlierCard,
    Structure,
    Territory,
)
from birlik.base.registry.queries import absent_on, in_office_on, places_within
from birlik.base.registry.queries.cards import (
    as_then,
    row_of,
    row_then,
    said_then,
    structures_as_of,
    within_reach,
)
from birlik.base.registry.queries.lacking import LACKS, kinds_with_bin, lacking
from birlik.base.registry.queries.norms import norms
from birlik.base.registry.queries.searching import BIN, KNOWN, ranked
from birlik.base.registry.rules.cards import READ
from birlik.base.registry.rules.reach import lasting_on, territory_line
from birlik.base.values.actor import Actor
from birlik.base.values.search import asked_words

Kinds = Mapping[str, KindCard]
EVERY = Q()
AT_ONCE = 500
"""How many bodies are dressed together."""

ORDERS = {
    "name": ("sort_key",),
    "place": ("territory__code", "sort_key"),
    "kind": ("kind", "sort_key"),
    "founded": ("founded_on", "sort_key"),
    "confirmed": ("confirmed_on", "sort_key"),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A body as a list shows it on a day: its card then, its territory and the body above then, and
    the name of its head ("" where nobody is)."""

    structure: Structure
    card: CardRow
    territory: Territory | None
    parent: Structure | None
    head: str


def listed(sought: Sought, *, by: Actor, kinds: Kinds, today: date) -> QuerySet[Structure]:
    """The bodies within reach that a reader asks for, in the order asked for; each as
    `structures_as_of` gives it."""
    on = sought.on or today
    if sought.state == CLOSED:
        ended = Structure.objects.filter(closed_on__lte=on, duplicate_of=None)
        found = as_then(ended, on).filter(within_reach(by, READ))
    else:
        found = structures_as_of(on, by=by)
    found = found.filter(*conditions(sought, kinds, on))
    if sought.q:
        found = matching(sought.q, found)
    falling, name = sought.sort.startswith("-"), sought.sort.removeprefix("-")
    order = (
        F(one).desc(nulls_last=True) if falling else F(one).asc(nulls_first=True)
        for one in ORDERS[name]
    )
    return found.order_by(*order, "pk")


def conditions(sought: Sought, kinds: Kinds, on: date) -> Iterator[Q]:
    """What a reader asks of a body, beside words."""
    if sought.kind:
        yield Q(kind=sought.kind)
    if sought.level:
        yield Q(level_then=sought.level)
    if sought.place:
        yield placed_in(sought.place)
    if sought.parent:
        yield Q(parent_then=sought.parent)
    if said := said_of(sought):
        yield said_then(on, **said)
    if sought.accredited:
        yield accredited_on(on) if sought.accredited == YES else ~accredited_on(on)
    if sought.lacks:
        yield lacking(sought.lacks, kinds, on=on)


def said_of(sought: Sought) -> dict[str, object]:
    """What the card must say, by its fields."""
    wanted = {
        "culture": sought.culture,
        "languages": sought.language,
        "fields": sought.field,
        "house": sought.house,
    }
    return {name: value for name, value in wanted.items() if value}


def placed_in(place: str) -> Q:
    """The condition that a body lay in a territory and all that lies in it, or had none."""
    if place == REPUBLIC:
        return Q(territory_then=None)
    return Q(territory_then__in=places_within(place).values("pk"))


def accredited_on(on: date) -> Q:
    """The condition that a body was accredited on a day, and not suspended."""
    terms = AccreditedTerm.objects.filter(lasting_on(on), structure=OuterRef("pk"))
    given = terms.filter(kind=AccreditedTerm.Kind.ACCREDITED)
    held_up = terms.filter(kind=AccreditedTerm.Kind.SUSPENDED)
    return Q(Exists(given)) & ~Q(Exists(held_up))


def bodies_at(place: str, *, by: Actor, on: date) -> QuerySet[Structure]:
    """The bodies within reach that stood at a place itself on a day, "republic" for those without
    territory; by name, as `structures_as_of` gives them."""
    found = structures_as_of(on, by=by)
    if place == REPUBLIC:
        return found.filter(Q(territory_then=None))
    here = Territory.objects.filter(code=place)
    return found.filter(Q(territory_then__in=here.values("pk")))


def matching(words: str, found: QuerySet[Structure]) -> QuerySet[Structure]:
    """Those of some bodies whose names hold every word, slips forgiven where nothing does without.
    Twelve digits are a number (БИН)."""
    digits = "".join(words.split())
    if BIN.fullmatch(digits):
        return found.filter(bin=digits)
    asked = asked_words(words)
    for slips in (False, True):
        terms = KNOWN.fits(asked, slips=slips) if asked else []
        if not terms or not all(terms):
            continue
        fits = [{KNOWN.numbers[word]: fit for word, fit in term.items()} for term in terms]
        if numbers := ranked("structure", fits):
            return found.filter(pk__in=numbers)
    return found.none()


def counted(found: QuerySet[Structure], kinds: Kinds, *, on: date, past: bool) -> dict[str, int]:
    """How many bodies there are ("all"), and unless the day is past how many of them lack each of
    `LACKS`; one query."""
    asked = () if past else LACKS
    gaps = {what: Count("pk", filter=lacking(what, kinds, on=on)) for what in asked}
    return found.order_by().aggregate(all=Count("pk"), **gaps)


def dressed(
    found: Iterable[Structure],
    kinds: Kinds,
    *,
    on: date,
    places: Iterable[Territory] = (),
    parents: bool = True,
    named: Q = EVERY,
) -> list[Listed]:
    """Bodies of `listed` as a list shows them, in at most four queries.

    `places` are territories that are known already; without `parents` the bodies above are left
    out; only heads whose appointments are `named` are told.
    """
    bodies = list(found)
    then = [vars(one) for one in bodies]
    areas = territories_of(then, places)
    above = Structure.objects.in_bulk({one["parent_then"] for one in then if parents} - {None})
    earlier = EarlierCard.objects.select_related("territory").in_bulk(
        {one["earlier_card"] for one in then} - {None}
    )
    heads = heads_of(bodies, kinds, on=on, named=named)
    lines = []
    for one in bodies:
        one.territory = areas.get(one.territory_id or 0)
        card, known = row_of(one), vars(one)
        superseded = earlier.get(known["earlier_card"])
        lines.append(
            Listed(
                structure=one,
                card=row_then(card, superseded) if superseded else card,
                territory=areas.get(known["territory_then"]),
                parent=above.get(known["parent_then"]),
                head=heads.get(one.pk, ""),
            )
        )
    return lines


def territories_of(
    then: Iterable[Mapping[str, int | None]], places: Iterable[Territory]
) -> dict[int, Territory]:
    """Number → the territories of bodies now and then; those not known yet in one query."""
    found = {one.pk: one for one in places}
    wanted = {one[name] for one in then for name in ("territory_id", "territory_then")}
    missing = {one for one in wanted if one is not None} - found.keys()
    if missing:
        line = "parent__parent__parent"
        found |= Territory.objects.select_related(line).in_bulk(missing)
    return found


def dressed_in_parts(
    found: QuerySet[Structure], kinds: Kinds, *, on: date, named: Q = EVERY
) -> Iterator[Listed]:
    """All the bodies of a list, read and dressed some hundreds at a time, for a file."""
    rows = found.iterator(chunk_size=AT_ONCE)
    while part := list(islice(rows, AT_ONCE)):
        yield from dressed(part, kinds, on=on, named=named)


def lacks_of(line: Listed, *, on: date) -> tuple[str, ...]:
    """Which of `LACKS` the card of a listed body lacks, as `lacking` has the database say it."""
    one, card = line.structure, line.card
    since = on - timedelta(days=norms().norm("card_fresh_days", on).whole_number())
    seen = [day for day in (one.confirmed_on, one.card_from) if day]
    lack = {
        "bin": not card.bin and one.kind in kinds_with_bin(on=on),
        "head": not line.head,
        "contact": not (card.phone or card.email),
        "confirmed": not seen or max(seen) <= since,
        "languages": not card.languages,
    }
    return tuple(what for what in LACKS if lack[what])


def places_to_choose(by: Actor, power: str, *, on: date) -> list[Territory]:
    """The regions and districts that a power reaches on a day, in the order of the classifier, each
    with the region it lies in; one query."""
    lasting = (Q(valid_from=None) | Q(valid_from__lte=on)) & (
        Q(valid_until=None) | Q(valid_until__gt=on)
    )
    found = Territory.objects.filter(lasting, parent__parent=None).select_related("parent")
    return [one for one in found if by.reaches(power, territories=territory_line(one))]


def heads_of(
    bodies: Iterable[Structure], kinds: Kinds, *, on: date, named: Q = EVERY
) -> dict[int, str]:
    """Number of a body → the official name of its head on a day: whoever answers in the office that
    the charter names first for the kind, where the appointment is `named`; one query."""
    first = {code: one.offices[0].office for code, one in kinds.items() if one.offices}
    known = {one.pk: first.get(one.kind) for one in bodies}
    held = Appointment.objects.filter(
        in_office_on(on),
        ~absent_on(on),
        named,
        office__structure__in=known,
        office__kind__in={one for one in known.values() if one},
    ).order_by("acting", "valid_from", "pk")
    found: dict[int, str] = {}
    for body, office, name in held.values_list(
        "office__structure", "office__kind", "person__full_name"
    ):
        if known[body] == office:
            found.setdefault(body, name)
    return found
