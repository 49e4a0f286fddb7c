"""The register in the shape in which rows are brought, to be mended and brought back.

What is kept of people apart (numbers, contacts) never leaves: its columns are empty, and an empty
cell says nothing when the file comes back.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.engine.importing.columns import EXTRA, Column
from birlik.base.registry.engine.importing.known import Bodies, Held, KnownPerson, Stood
from birlik.base.registry.engine.importing.verdict import Lists
from birlik.base.registry.queries.importing.files import OF_REGISTER, body_kind
from birlik.base.registry.queries.importing.known import known_bodies, known_people
from birlik.base.registry.queries.importing.weighing import Weighing
from birlik.base.registry.rules.importing import power_for
from birlik.base.values.local_text import Language

DAY = timedelta(days=1)
Cell = Any
"""A cell of a sheet."""


def rows_to_mend(weighing: Weighing, language: Language) -> Iterator[list[Cell]]:
    """What somebody keeps of a kind, row by row in the order of the columns; names of lists in a
    language."""
    power = power_for(weighing.kind)
    bodies = known_bodies(weighing.by, power, weighing.places, on=weighing.on)
    kind = body_kind(weighing.kind, on=weighing.on)
    if kind:
        for body in bodies.by_number.values():
            if body.kept and body.card.kind == kind.code and body.other.exists(weighing.on):
                values = said_of_body(body.card, bodies)
                yield line(weighing, {"number": body.number, **values}, language)
        return
    for person in known_people(weighing.keeps).by_number.values():
        if person.kept:
            for values in lines_of_person(weighing, person, bodies):
                yield line(weighing, {"number": person.number, **values}, language)


def said_of_body(card: CardRow, bodies: Bodies) -> dict[str, Any]:
    """What the columns say of a body."""
    found: dict[str, Any] = {name: getattr(card, name) for name in CardRow.__slots__}
    for name in ("parent", "house"):
        found[name] = found[name] if found[name] in bodies.by_number else None
    return found | {f"{EXTRA}{code}": value for code, value in card.particulars.items()}


def lines_of_person(
    weighing: Weighing, person: KnownPerson, bodies: Bodies
) -> Iterator[dict[str, Any]]:
    """What the columns say of a person: a line for each office held on the day, or one without; of
    a register one for each place in it."""
    row = person.row
    said = {
        name: getattr(row, name)
        for name in ("full_name", "full_name_ru", "full_name_latin", "territory")
    } | {"languages": row.languages, "fields": row.fields}
    if weighing.kind.startswith(OF_REGISTER):
        register = weighing.kind.removeprefix(OF_REGISTER)
        for place in person.stood:
            if place.register == register and place.meets(weighing.on, weighing.on + DAY):
                yield said | said_of_place(place)
        return
    held = [one for one in person.held if lasts(one, weighing) and kept(one, bodies)]
    for seat in held:
        yield said | said_of_seat(seat)
    if not held:
        yield said


def lasts(one: Held, weighing: Weighing) -> bool:
    """Whether an office is held on the day."""
    on = weighing.on
    return one.valid_from <= on and (one.valid_until is None or on < one.valid_until)


def kept(one: Held, bodies: Bodies) -> bool:
    """Whether the body of an office is the actor's to keep."""
    body = bodies.by_number.get(one.structure)
    return body is not None and body.kept


def said_of_seat(seat: Held) -> dict[str, Any]:
    """What the columns say of an office."""
    return {
        "structure": seat.structure,
        "office": seat.office,
        "valid_from": seat.valid_from,
        "valid_until": seat.valid_until and seat.valid_until - DAY,
    }


def said_of_place(place: Stood) -> dict[str, Any]:
    """What the columns say of a place in a register."""
    return {
        "structure": place.structure,
        "certificate": place.number,
        "valid_from": place.valid_from,
        "valid_until": place.valid_until and place.valid_until - DAY,
    }


def line(weighing: Weighing, values: Mapping[str, Any], language: Language) -> list[Cell]:
    """A row: what the columns say, in their order."""
    lists = weighing.lists
    return [cell(one, values.get(one.name), lists, language) for one in weighing.columns]


def cell(column: Column, value: Any, lists: Lists, language: Language) -> Cell:
    """What a cell says: codes by the names by which they are found again."""
    if value in (None, "", ()):
        return None
    if isinstance(value, bool):
        return {"kk": "иә", "ru": "да", "en": "yes"}[language] if value else NO[language]
    if column.type == "territory":
        return value
    if column.type in ("code", "codes"):
        codes: Sequence[str] = [value] if isinstance(value, str) else value
        names = lists.names.get(column.choice, {})
        return "; ".join(names[one].get(language) if one in names else one for one in codes)
    return value


NO = {"kk": "жоқ", "ru": "нет", "en": "no"}
