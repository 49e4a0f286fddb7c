"""Entering territories, bodies, offices, people and appointments."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.actions.wording import note_words
from birlik.base.registry.models import (
    Account,
    Appointment,
    Office,
    Person,
    Structure,
    Territory,
)
from birlik.base.registry.rules import may_keep_registry, may_register_structure
from birlik.base.values.actor import Actor
from birlik.base.values.collation import sort_key
from birlik.base.values.local_text import Language, LocalText


@dataclass(frozen=True, slots=True)
class TerritoryRow:
    """A line of the territory classifier; `tile` is its place on the tile map, or None."""

    code: str
    iso: str
    kind: str
    parent: str
    name: LocalText
    short_kk: str
    short_ru: str
    predecessor: str
    valid_from: date | None
    tile: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class StructureRow:
    """A body to be entered; it exists on `[founded_on, closed_on)`, `successor` is the number of
    the body that takes over, `parent` that of the body it is a part of, or None."""

    kind: str
    name: LocalText
    short: LocalText = field(default_factory=LocalText)
    founded_on: date | None = None
    closed_on: date | None = None
    successor: int | None = None
    parent: int | None = None


@action(
    "territories.loaded",
    may=may_keep_registry,
    label=LocalText("Аумақтар жүктелді", "Территории загружены", "Territories loaded"),
    digested=("rows",),
)
def load_territories(
    _by: Actor, _subject: None, /, *, at: datetime, rows: Sequence[TerritoryRow]
) -> int:
    """Bring the territories to what the rows say, parents first; return how many there are."""
    for row in sorted(rows, key=lambda one: bool(one.parent)):
        parent = Territory.objects.get(code=row.parent) if row.parent else None
        column, line = row.tile or (None, None)
        Territory.objects.update_or_create(
            code=row.code,
            defaults={
                "iso": row.iso,
                "kind": row.kind,
                "parent": parent,
                "name_kk": row.name.kk,
                "name_ru": row.name.ru,
                "name_en": row.name.en,
                "short_kk": row.short_kk,
                "short_ru": row.short_ru,
                "predecessor_code": row.predecessor,
                "valid_from": row.valid_from,
                "tile_column": column,
                "tile_row": line,
            },
        )
    note(territories=len(rows))
    return len(rows)


@action(
    "structure.registered",
    may=may_register_structure,
    label=LocalText("Құрылым тіркелді", "Структура зарегистрирована", "Structure registered"),
)
def register_structure(
    _by: Actor, territory: Territory | None, /, *, at: datetime, row: StructureRow
) -> Structure:
    """Enter a body into the registry, under its territory where it has one."""
    made = Structure.objects.create(
        kind=row.kind,
        territory=territory,
        name_kk=row.name.kk,
        name_ru=row.name.ru,
        name_en=row.name.en,
        short_kk=row.short.kk,
        short_ru=row.short.ru,
        founded_on=row.founded_on,
        closed_on=row.closed_on,
        successor_id=row.successor,
        parent_id=row.parent,
        sort_key=sort_key(row.name.kk or row.name.ru),
    )
    note_words(structures=[made])
    return made


@action(
    "office.founded",
    may=may_keep_registry,
    label=LocalText("Лауазым ашылды", "Должность учреждена", "Office founded"),
    withheld=("phone",),
)
def found_office(
    _by: Actor,
    structure: Structure,
    /,
    *,
    at: datetime,
    kind: str,
    name: LocalText,
    phone: str = "",
) -> Office:
    """Found a seat in a structure, of a kind that the charter knows; `phone` is the service's."""
    return Office.objects.create(
        structure=structure,
        kind=kind,
        name_kk=name.kk,
        name_ru=name.ru,
        name_en=name.en,
        phone=phone,
    )


@action(
    "account.opened",
    may=may_keep_registry,
    label=LocalText("Есептік жазба ашылды", "Учетная запись открыта", "Account opened"),
    withheld=("full_name", "email", "password_hash"),
)
def open_account(
    _by: Actor,
    _subject: None,
    /,
    *,
    at: datetime,
    full_name: str,
    email: str,
    password_hash: str,
    language: Language = "kk",
) -> Account:
    """Enter a person and open the account with which the person signs in."""
    person = Person.objects.create(full_name=full_name, sort_key=sort_key(full_name))
    note_words(people=[person])
    return Account.objects.create(
        person=person, email=email.lower(), password=password_hash, language=language
    )


@action(
    "person.appointed",
    may=may_keep_registry,
    label=LocalText("Лауазымға тағайындалды", "Назначение на должность", "Person appointed"),
    withheld=("ground",),
)
def appoint(
    _by: Actor,
    office: Office,
    /,
    *,
    at: datetime,
    person: Person,
    valid_from: date,
    ground: str,
    valid_until: date | None = None,
    acting: bool = False,
) -> Appointment:
    """Appoint a person to an office on a ground; `acting` for one who only acts in it."""
    return Appointment.objects.create(
        person=person,
        office=office,
        valid_from=valid_from,
        valid_until=valid_until,
        acting=acting,
        ground=ground,
    )
