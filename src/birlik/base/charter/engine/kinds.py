"""Kinds of bodies and registers of persons, as the properties of the charter's items say them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast, get_args

from birlik.base.charter.engine.properties import UnreadableCharterError, Wants, checked
from birlik.base.values.local_text import LocalText

FieldType = Literal["text", "number", "flag", "choice"]
Side = Literal["assembly", "beside", "outside"]
LEVELS = ("republic", "region", "district", "settlement", "organisation")


@dataclass(frozen=True, slots=True)
class ExtraField:
    """What the card of a kind, or a line of a register, says beside what all of them say.

    `options` are the codes of a choice with their names; `public` says whether the public extract
    shows it.
    """

    code: str
    name: LocalText
    type: FieldType
    options: tuple[tuple[str, LocalText], ...] = ()
    public: bool = False


@dataclass(frozen=True, slots=True)
class SeatRule:
    """The seats of an office in every body of a kind.

    `seats` None is without limit; a term and a rotation are in years, None where no act gives one.
    Its holders come from `groups`, codes of the catalogue "quota"; `quotas` are seats by group,
    where an act gives numbers. Who holds the office must not hold one of `not_with` in the same
    body at the same time. `ground` is what says so.
    """

    office: str
    name: LocalText
    seats: int | None = None
    term_years: int | None = None
    rotation_years: int | None = None
    quotas: Mapping[str, int] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    ground: str = ""


@dataclass(frozen=True, slots=True)
class KindCard:
    """A kind of bodies: at which levels there are such (`level` is the usual one, "" where any),
    whether the public sees them, what their cards say, and their offices.

    `side` is "assembly" for bodies of the Assembly, "beside" for those that work with it.
    `devoted` kinds may name the ethnic culture they are devoted to.
    """

    code: str
    name: LocalText
    level: str
    public: bool
    fields: tuple[ExtraField, ...] = ()
    offices: tuple[SeatRule, ...] = ()
    levels: tuple[str, ...] = ()
    side: Side = "outside"
    devoted: bool = False
    ground: str = ""


@dataclass(frozen=True, slots=True)
class RegisterCard:
    """A register of persons: whether the public may search it, what its lines say, and whether
    each bears the number of a certificate, and the centre where the person works."""

    code: str
    name: LocalText
    public: bool
    fields: tuple[ExtraField, ...] = ()
    numbered: bool = False
    centred: bool = False
    ground: str = ""


FIELD = {
    "code": Wants(str, needed=True),
    "type": Wants(str, needed=True, among=get_args(FieldType)),
    "kk": Wants(str, needed=True),
    "ru": Wants(str, needed=True),
    "en": Wants(str, needed=True),
    "options": Wants(list),
    "public": Wants(bool),
}
OPTION = {name: FIELD[name] for name in ("code", "kk", "ru", "en")}
SEAT = {
    "office": Wants(str, needed=True),
    "kk": Wants(str),
    "ru": Wants(str),
    "en": Wants(str),
    "seats": Wants(int),
    "term": Wants(int),
    "rotation": Wants(int),
    "quotas": Wants(dict),
    "groups": Wants(list),
    "not_with": Wants(list),
    "ground": Wants(str),
}
KIND = {
    "level": Wants(list, among=LEVELS),
    "public": Wants(bool),
    "side": Wants(str, among=get_args(Side)),
    "devoted": Wants(bool),
    "fields": Wants(list),
    "offices": Wants(list),
}
REGISTER = {
    "public": Wants(bool),
    "numbered": Wants(bool),
    "centred": Wants(bool),
    "fields": Wants(list),
}


def read_kind(
    code: str,
    name: LocalText,
    properties: Mapping[str, Any],
    *,
    ground: str = "",
    offices: Mapping[str, LocalText] | None = None,
) -> KindCard:
    """The card of a kind; `offices` are the names of the charter's offices, for a seat that has no
    name of its own.

    Raises `UnreadableCharterError` for properties that are not those of a kind.
    """
    place = f"body_kind.{code}"
    found = checked(place, properties, KIND)
    levels = tuple(found.get("level", ()))
    return KindCard(
        code=code,
        name=name,
        level=levels[0] if levels else "",
        public=found.get("public", False),
        fields=read_fields(place, found.get("fields", ())),
        offices=read_seats(place, found.get("offices", ()), offices or {}),
        levels=levels,
        side=cast(Side, found.get("side", "outside")),
        devoted=found.get("devoted", False),
        ground=ground,
    )


def read_register(
    code: str, name: LocalText, properties: Mapping[str, Any], *, ground: str = ""
) -> RegisterCard:
    """The card of a register of persons.

    Raises `UnreadableCharterError` for properties that are not those of a register.
    """
    place = f"register.{code}"
    found = checked(place, properties, REGISTER)
    return RegisterCard(
        code=code,
        name=name,
        public=found.get("public", False),
        fields=read_fields(place, found.get("fields", ())),
        numbered=found.get("numbered", False),
        centred=found.get("centred", False),
        ground=ground,
    )


def read_fields(place: str, rows: Sequence[Any]) -> tuple[ExtraField, ...]:
    """The extra fields of an item, each code once; raises `UnreadableCharterError`."""
    fields = tuple(read_field(place, row) for row in rows)
    once(place, "fields", [one.code for one in fields])
    return fields


def read_field(place: str, row: Mapping[str, Any]) -> ExtraField:
    """One extra field; raises `UnreadableCharterError`."""
    found = checked(f"{place}.fields", row, FIELD)
    place = f"{place}.fields.{found['code']}"
    options = [checked(f"{place}.options", one, OPTION) for one in found.get("options", ())]
    once(place, "options", [one["code"] for one in options])
    if bool(options) != (found["type"] == "choice"):
        raise UnreadableCharterError(f"{place}: a choice has options, and nothing else has")
    return ExtraField(
        code=found["code"],
        name=named(found),
        type=cast(FieldType, found["type"]),
        options=tuple((one["code"], named(one)) for one in options),
        public=found.get("public", False),
    )


def read_seats(
    place: str, rows: Sequence[Any], offices: Mapping[str, LocalText]
) -> tuple[SeatRule, ...]:
    """The offices of a kind, each once; raises `UnreadableCharterError`."""
    seats = tuple(read_seat(place, row, offices) for row in rows)
    once(place, "offices", [one.office for one in seats])
    return seats


def read_seat(place: str, row: Mapping[str, Any], offices: Mapping[str, LocalText]) -> SeatRule:
    """The seats of one office; raises `UnreadableCharterError`."""
    found = checked(f"{place}.offices", row, SEAT)
    place = f"{place}.offices.{found['office']}"
    for name in ("seats", "term", "rotation"):
        if found.get(name, 1) < 1:
            raise UnreadableCharterError(f"{place}: {name} is at least 1, or is left out")
    quotas = found.get("quotas", {})
    if not all(type(number) is int and number > 0 for number in quotas.values()):
        raise UnreadableCharterError(f"{place}: quotas map from a group to a number of seats")
    if sum(quotas.values()) > found.get("seats", sum(quotas.values())):
        raise UnreadableCharterError(f"{place}: the quotas are more than the seats")
    own = named(found)
    return SeatRule(
        office=found["office"],
        name=offices.get(found["office"], own) if own.missing() else own,
        seats=found.get("seats"),
        term_years=found.get("term"),
        rotation_years=found.get("rotation"),
        quotas=quotas,
        groups=tuple(dict.fromkeys((*found.get("groups", ()), *quotas))),
        not_with=tuple(found.get("not_with", ())),
        ground=found.get("ground", ""),
    )


def named(row: Mapping[str, Any]) -> LocalText:
    """The name that a row gives in its three languages."""
    return LocalText(row.get("kk", ""), row.get("ru", ""), row.get("en", ""))


def once(place: str, what: str, codes: Sequence[str]) -> None:
    """Raise `UnreadableCharterError` where a code is there twice."""
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise UnreadableCharterError(f"{place}: {what} has {', '.join(twice)} twice")
