"""The card of a body: what can be written on it, and which of it holds from one day to another."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from hashlib import sha256
from typing import Any

from birlik.base.values.collation import sort_key
from birlik.base.values.local_text import LocalText

Particular = str | int | float | bool


@dataclass(frozen=True, slots=True)
class CardRow:
    """Everything that a person, a file or a proposal can write on the card of a body.

    `kind`, `culture`, `languages` and `fields` are codes of the charter, `level` one of
    `charter.engine.kinds.LEVELS` or '', `territory` a code (КАТО), '' for the republic. `parent`,
    `house` and `provision` are numbers. `particulars` are what the charter has the kind say.
    """

    kind: str
    name_kk: str
    name_ru: str
    name_en: str = ""
    short_kk: str = ""
    short_ru: str = ""
    territory: str = ""
    level: str = ""
    parent: int | None = None
    founded_on: date | None = None
    bin: str = ""
    registered_on: date | None = None
    registration_number: str = ""
    registered_by: str = ""
    provision: int | None = None
    ground: str = ""
    address_kk: str = ""
    address_ru: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    house: int | None = None
    culture: str = ""
    languages: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    particulars: Mapping[str, Particular] = field(default_factory=dict)

    @property
    def name(self) -> LocalText:
        """What the body is called."""
        return LocalText(self.name_kk, self.name_ru, self.name_en)


LASTING = ("kind", "name_kk", "name_ru", "name_en", "founded_on")
"""What holds as long as the body does: it is corrected; a new name from a day is a renaming."""

PLACED = ("territory", "parent", "level")
"""What an earlier card keeps in columns, so that lists of a past day are narrowed by them."""

DATED = tuple(one.name for one in fields(CardRow) if one.name not in LASTING)
"""What may change from a day on."""

WRITTEN = tuple(one for one in DATED if one not in PLACED)
"""What an earlier card keeps as JSON."""

PROPOSED = (
    *("name_en", "short_kk", "short_ru", "bin", "registered_on", "registration_number"),
    *("registered_by", "address_kk", "address_ru", "phone", "email", "website"),
    *("culture", "languages", "fields", "particulars"),
)
"""What a body may propose of its own card: neither another name, nor a place in the tree."""

TOLD = (
    *("kind", "name_kk", "name_ru", "name_en", "territory", "level", "parent", "founded_on"),
    *("house", "culture", "languages", "fields", "provision"),
)
"""What the journal holds of a change; of numbers, contacts and free texts it says only that they
changed."""

NUMBERED = ("parent", "house", "provision")
DAYS = ("founded_on", "registered_on")
CODES = ("languages", "fields")


def changed(before: CardRow, after: CardRow) -> tuple[str, ...]:
    """The names of what differs between two cards, in the order of the card."""
    names = (one.name for one in fields(CardRow))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def plain(row: CardRow) -> dict[str, Any]:
    """A card as JSON holds it: days as 2026-11-20, codes as a list."""
    found = asdict(row) | {name: list(getattr(row, name)) for name in CODES}
    return found | {name: on.isoformat() for name in DAYS if (on := found[name])}


def written(values: Mapping[str, Any]) -> dict[str, Any]:
    """What JSON holds of a card, as `CardRow` takes it; the opposite of `plain`."""
    found = dict(values)
    for name in CODES:
        if name in found:
            found[name] = tuple(found[name])
    for name in DAYS:
        if found.get(name):
            found[name] = date.fromisoformat(found[name])
    return found


def tidied(row: CardRow, usual_level: str = "") -> CardRow:
    """A card without spaces around its words or in its number, without empty particulars, and at
    the level that is usual for its kind where it says none."""
    found: dict[str, Any] = {
        name: " ".join(value.split()) if isinstance(value, str) else value
        for name, value in asdict(row).items()
    }
    found["bin"] = "".join(row.bin.split())
    found["level"] = row.level or usual_level
    found["particulars"] = {
        code: value for code, value in row.particulars.items() if value not in ("", None)
    }
    return CardRow(**found)


def with_values(row: CardRow, values: Mapping[str, Any]) -> CardRow:
    """A card with some values of JSON in place of its own."""
    return replace(row, **written(values))


def proposed_card(now: CardRow, changes: Mapping[str, Mapping[str, Any]]) -> CardRow:
    """A card with what a proposal changes: field → {"was": …, "new": …} as JSON holds them. Of the
    fields that only a kind has, those that the proposal left alone stay as they are now."""
    values = {name: pair["new"] for name, pair in changes.items()}
    if own := changes.get("particulars"):
        was, new, kept = own["was"], own["new"], dict(now.particulars)
        for code in {*was, *new}:
            if was.get(code) != new.get(code):
                kept[code] = new.get(code, "")
        values["particulars"] = {code: value for code, value in kept.items() if value != ""}
    return with_values(now, values)


def card_before(now: CardRow, changes: Mapping[str, Mapping[str, Any]]) -> CardRow:
    """A card with what it held, where a proposal changes it, when that was made."""
    return with_values(now, {name: pair["was"] for name, pair in changes.items()})


def columns(row: CardRow, territory: int | None) -> dict[str, Any]:
    """The columns of a body's row: references by number, the key by which it is sorted, codes,
    texts and days as they are; `territory` is the number of the place."""
    found = asdict(row) | {"particulars": dict(row.particulars)}
    for name in (*NUMBERED, "territory"):
        found[f"{name}_id"] = found.pop(name)
    found["territory_id"] = territory
    return found | {"sort_key": sort_key(row.name_kk or row.name_ru)}


def card_digest(row: CardRow) -> str:
    """By what a form knows whether the card is still the one that was shown: SHA-256 in hex."""
    text = json.dumps(plain(row), sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()
