"""A charter as its YAML says it, checked line by line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from birlik.base.charter.engine.figures import read_figure
from birlik.base.charter.engine.kinds import read_kind, read_register
from birlik.base.charter.engine.properties import UnreadableCharterError, Wants, checked
from birlik.base.values.local_text import LocalText

__all__ = ["Item", "UnreadableCharterError", "read_charter"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a catalogue, on `[valid_from, valid_until)`."""

    catalogue: str
    code: str
    name: LocalText
    words: tuple[str, ...]
    properties: Mapping[str, Any]
    ground: str
    valid_from: date
    valid_until: date | None


REQUIRED = {"kk", "ru", "en", "from", "ground"}
KNOWN = REQUIRED | {"until", "words"}
PLAIN: Mapping[str, Mapping[str, Wants]] = {
    "office_kind": {
        "powers": Wants(dict),
        "second_factor": Wants(bool),
        "given_locally": Wants(bool),
        "not_with": Wants(list),
    },
    "language": {},
    "work_field": {},
    "culture": {},
    "quota": {},
    "purpose": {"register": Wants(str), "needed": Wants(bool)},
}
"""The catalogues whose items have no more than a few plain properties."""


def read_charter(text: str, catalogues: frozenset[str]) -> tuple[Item, ...]:
    """The items of a charter: a mapping from catalogue to code to a list of dated versions, in one
    YAML document or several that add to each other.

    Raises UnreadableCharterError for text that is not YAML, an unknown catalogue, a version
    without a name in one of the languages, without a ground or without its first day, for versions
    that overlap, for properties that the catalogue does not know, and for a code that one item
    names and no item bears.
    """
    found = tuple(
        read_item(catalogue, code, version)
        for part in parts(text, catalogues)
        for catalogue, codes in part.items()
        for code, versions in codes.items()
        for version in versions
    )
    check_versions(found)
    check_references(found)
    return found


def parts(text: str, catalogues: frozenset[str]) -> list[dict[str, Any]]:
    """The documents of a charter; see `read_charter`."""
    try:
        found = list(yaml.safe_load_all(text))
    except yaml.YAMLError as error:
        raise UnreadableCharterError(f"not YAML: {error}") from error
    if not all(isinstance(one, dict) and set(one) <= catalogues for one in found):
        raise UnreadableCharterError(f"a charter maps from {', '.join(sorted(catalogues))}")
    return found


def read_item(catalogue: str, code: str, version: Mapping[str, Any]) -> Item:
    """One dated version of one item; see `read_charter`."""
    missing = sorted(name for name in REQUIRED if not version.get(name))
    if missing:
        raise UnreadableCharterError(f"{catalogue}.{code} lacks {', '.join(missing)}")
    item = Item(
        catalogue=catalogue,
        code=code,
        name=LocalText(version["kk"], version["ru"], version["en"]),
        words=tuple(version.get("words", ())),
        properties={key: value for key, value in version.items() if key not in KNOWN},
        ground=version["ground"],
        valid_from=version["from"],
        valid_until=version.get("until"),
    )
    check_properties(item)
    return item


def check_properties(item: Item) -> None:
    """Raise `UnreadableCharterError` for properties that are not those of the item's catalogue."""
    if item.catalogue == "body_kind":
        read_kind(item.code, item.name, item.properties)
    elif item.catalogue == "register":
        read_register(item.code, item.name, item.properties)
    elif item.catalogue == "figure":
        read_figure(item.code, item.name, item.properties)
    elif item.catalogue in PLAIN:
        checked(f"{item.catalogue}.{item.code}", item.properties, PLAIN[item.catalogue])


def check_versions(found: Iterable[Item]) -> None:
    """Raise `UnreadableCharterError` where an item ends before it begins, or where two versions of
    one code hold on the same day."""
    ends: dict[tuple[str, str], date | None] = {}
    for one in sorted(found, key=lambda item: item.valid_from):
        key = (one.catalogue, one.code)
        place = ".".join(key)
        if one.valid_until is not None and one.valid_until <= one.valid_from:
            raise UnreadableCharterError(f"{place} ends before it begins")
        last = ends.get(key, one.valid_from)
        if last is None or last > one.valid_from:
            raise UnreadableCharterError(f"{place} has two versions on {one.valid_from}")
        ends[key] = one.valid_until


def check_references(found: Iterable[Item]) -> None:
    """Raise `UnreadableCharterError` for a code that an item names and no item bears."""
    items = tuple(found)
    borne = {(one.catalogue, one.code) for one in items}
    for one in items:
        for pair in sorted(references(one) - borne):
            named = f"{one.catalogue}.{one.code} names {pair[0]}.{pair[1]}"
            raise UnreadableCharterError(f"{named}, which the charter does not have")


def references(item: Item) -> set[tuple[str, str]]:
    """The items that an item names, each by catalogue and code."""
    named: set[tuple[str, str]] = set()
    if item.catalogue == "body_kind":
        for seat in read_kind(item.code, item.name, item.properties).offices:
            named |= {("office_kind", code) for code in (seat.office, *seat.not_with)}
            named |= {("quota", code) for code in seat.groups}
    elif item.catalogue == "figure":
        figure = read_figure(item.code, item.name, item.properties)
        named |= {("body_kind", code) for code in figure.kinds}
        named |= {("register", figure.register)} if figure.register else set()
    elif item.catalogue == "office_kind":
        named |= {("office_kind", code) for code in item.properties.get("not_with", ())}
    elif item.catalogue == "purpose" and "register" in item.properties:
        named.add(("register", item.properties["register"]))
    return named
