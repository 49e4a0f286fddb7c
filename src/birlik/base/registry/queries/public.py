"""The public extract: what the charter marks public, and of people no more than it needs.

Of a body of a public kind: name, kind, level, territory, the name of its head, the contact of the
body, its house of friendship, whether it is accredited, and those extra fields that the charter
marks public. Of a public register of persons: who agreed to be shown in it, with the number of the
certificate, languages, centre, validity, and its public fields. Nothing else leaves by this door,
and no day to come is told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from birlik.base.charter.engine.kinds import ExtraField, KindCard, RegisterCard
from birlik.base.charter.queries import kind_cards, register_cards
from birlik.base.registry.models import AccreditedTerm, Consent, Enrolment, Structure, Territory
from birlik.base.registry.queries.cards import structures_as_of
from birlik.base.registry.queries.cards_listed import (
    AT_ONCE,
    Kinds,
    Listed,
    accredited_on,
    dressed,
    dressed_in_parts,
    matching,
    placed_in,
)
from birlik.base.registry.queries.registers import public_lines
from birlik.base.registry.queries.searching import BIN
from birlik.base.registry.queries.territories import standing_on
from birlik.base.registry.rules.reach import lasting_on
from birlik.base.values.local_text import LocalText

DAY = timedelta(days=1)
AS_HEAD = "public_head"
"""The purpose of the charter on which somebody is shown as the head of a body."""


@dataclass(frozen=True, slots=True)
class PublicField:
    """What a public extra field says: its code and name; of a choice, `label` is the name of the
    option whose code is the value."""

    code: str
    name: LocalText
    value: str | int | float | bool
    label: LocalText | None = None


@dataclass(frozen=True, slots=True)
class PublicBody:
    """A body as anybody may see it on a day; `accredited_until` is the last day of its
    accreditation, None where it has no end or no accreditation."""

    number: int
    kind: KindCard
    name: LocalText
    level: str
    territory: Territory | None
    head: str
    address: LocalText
    phone: str
    email: str
    website: str
    house: Structure | None
    accredited: bool
    accredited_until: date | None
    fields: tuple[PublicField, ...]


@dataclass(frozen=True, slots=True)
class PublicLine:
    """A person in a public register as anybody may see it; `until` is the last day of validity."""

    name: str
    number: str
    languages: tuple[str, ...]
    centre: Structure | None
    territory: Territory | None
    until: date | None
    fields: tuple[PublicField, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the extract is asked for: a kind, a region with all in it (КАТО), accredited or not,
    words of the name."""

    kind: str = ""
    region: str = ""
    accredited: bool | None = None
    words: str = ""


def public_kinds(*, on: date, today: date) -> dict[str, KindCard]:
    """The kinds that the charter made public on a day, and has not closed to the public since."""
    then = kind_cards(on=on)
    now = then if on == today else kind_cards(on=today)
    closed = {code for code, one in now.items() if not one.public}
    return {code: one for code, one in then.items() if one.public and code not in closed}


def public_bodies(asked: Asked, kinds: Kinds, *, on: date) -> QuerySet[Structure]:
    """The bodies of public kinds that existed on a day, as far as they are asked for, by name.

    No number (БИН) finds a body here: the extract has none.
    """
    found = structures_as_of(on).filter(kind__in=tuple(kinds))
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.region:
        found = found.filter(placed_in(asked.region))
    if asked.accredited is not None:
        condition = accredited_on(on)
        found = found.filter(condition if asked.accredited else ~condition)
    if asked.words:
        numbered = BIN.fullmatch("".join(asked.words.split()))
        found = found.none() if numbered else matching(asked.words, found)
    return found


def shown(found: Iterable[Structure], kinds: Kinds, *, on: date) -> list[PublicBody]:
    """Bodies of `public_bodies` as anybody may see them, in at most six queries."""
    return told(dressed(found, kinds, on=on, parents=False, named=heads_shown()), kinds, on=on)


def shown_in_parts(found: QuerySet[Structure], kinds: Kinds, *, on: date) -> Iterator[PublicBody]:
    """All bodies of a list, some hundreds at a time, for a file."""
    lines = dressed_in_parts(found, kinds, on=on, named=heads_shown())
    while part := list(islice(lines, AT_ONCE)):
        yield from told(part, kinds, on=on)


def told(lines: Sequence[Listed], kinds: Kinds, *, on: date) -> list[PublicBody]:
    """Listed bodies without whatever is not public."""
    until = accredited_terms([one.structure.pk for one in lines], on=on)
    numbers = {one.card.house for one in lines if one.card.house}
    houses = public_bodies(Asked(), kinds, on=on).in_bulk(numbers) if numbers else {}
    return [
        PublicBody(
            number=one.structure.pk,
            kind=kinds[one.structure.kind],
            name=one.card.name,
            level=one.card.level,
            territory=one.territory,
            head=one.head,
            address=LocalText(one.card.address_kk, one.card.address_ru),
            phone=one.card.phone,
            email=one.card.email,
            website=one.card.website,
            house=houses.get(one.card.house or 0),
            accredited=one.structure.pk in until,
            accredited_until=until.get(one.structure.pk),
            fields=public_fields(kinds[one.structure.kind].fields, one.card.particulars),
        )
        for one in lines
    ]


def heads_shown() -> Q:
    """The condition that the holder of an appointment may be named to the public as a head: the
    person was not erased, and did not withdraw what had been agreed to."""
    said = Consent.objects.filter(person=OuterRef("person"), purpose=AS_HEAD)
    withdrawn = Exists(said.filter(withdrawn_on__isnull=False))
    given = Exists(said.filter(withdrawn_on=None))
    return Q(person__erased_at=None) & (~Q(withdrawn) | Q(given))


def accredited_terms(numbers: Sequence[int], *, on: date) -> dict[int, date | None]:
    """Number → the last day of the accreditation of those bodies that are accredited on a day."""
    held = AccreditedTerm.objects.filter(
        lasting_on(on), kind=AccreditedTerm.Kind.ACCREDITED, structure__in=numbers
    )
    fit = Structure.objects.filter(accredited_on(on), pk__in=numbers).values("pk")
    ends = (
        held.filter(structure__in=fit)
        .order_by("valid_from")
        .values_list("structure", "valid_until")
    )
    return {number: end and end - DAY for number, end in ends}


def public_fields(
    listed: Iterable[ExtraField], particulars: Mapping[str, Any]
) -> tuple[PublicField, ...]:
    """What the public extra fields say, those left empty not."""
    found = []
    for one in listed:
        value = particulars.get(one.code)
        if one.public and value not in (None, ""):
            label = dict(one.options).get(str(value))
            found.append(PublicField(one.code, one.name, value, label))
    return tuple(found)


def public_body(number: int, *, on: date, today: date) -> PublicBody | None:
    """A body of a public kind by its number; None for one that is not, or is not there."""
    kinds = public_kinds(on=on, today=today)
    found = public_bodies(Asked(), kinds, on=on).filter(pk=number)
    return next(iter(shown(found, kinds, on=on)), None)


def public_registers(*, on: date) -> dict[str, RegisterCard]:
    """The registers of persons that the charter lets the public search."""
    return {code: one for code, one in register_cards(on=on).items() if one.public}


def public_register(code: str, *, on: date) -> QuerySet[Enrolment] | None:
    """Who stands in a public register on a day and agreed to be shown; None for a register that is
    not public, or is not there."""
    return public_lines(code, on=on) if code in public_registers(on=on) else None


def lines_shown(lines: Iterable[Enrolment], card: RegisterCard, kinds: Kinds) -> list[PublicLine]:
    """Lines of a public register as anybody may see them; a centre that is not of a public kind is
    left out."""
    return [
        PublicLine(
            name=one.person.full_name,
            number=one.number,
            languages=one.person.languages,
            centre=one.structure if one.structure and one.structure.kind in kinds else None,
            territory=one.structure.territory if one.structure else one.territory,
            until=one.valid_until and one.valid_until - DAY,
            fields=public_fields(card.fields, one.particulars),
        )
        for one in lines
    ]


def public_territories(*, on: date, above: str = "") -> QuerySet[Territory]:
    """The places of the classifier on a day: all, or those that lie in a place at once."""
    found = Territory.objects.filter(standing_on(on)).select_related("parent").order_by("code")
    return found.filter(parent__code=above) if above else found
