"""Taking over an edition of the charter."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from birlik.base.charter.engine.edition import Item, read_charter
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.rules import may_load_charter
from birlik.base.journal.action import action, note
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

BATCH = 100
SAID = ("name_kk", "name_ru", "name_en", "words", "properties", "ground", "valid_until")
"""What an edition says of an item, beside what it is known by."""


@action(
    "charter.loaded",
    may=may_load_charter,
    label=LocalText(
        "Органдар анықтамалығы жүктелді", "Справочник органов загружен", "Charter loaded"
    ),
)
def load_charter(_by: Actor, _subject: None, /, *, at: datetime, content: bytes) -> int:
    """Bring the charter to what an edition's YAML says, no more and no less; return how many items
    it has.

    An item is known by catalogue, code and first day. Raises UnreadableCharterError.
    """
    edition = read_charter(content.decode(), frozenset(Catalogue.values))
    known = {
        (one.catalogue, one.code, one.valid_from): one
        for one in CharterItem.objects.select_for_update()
    }
    fresh: list[CharterItem] = []
    kept: list[CharterItem] = []
    for item in edition:
        row = known.pop((item.catalogue, item.code, item.valid_from), None)
        (kept if row else fresh).append(written(item, row or CharterItem()))
    CharterItem.objects.filter(pk__in=[one.pk for one in known.values()]).delete()
    CharterItem.objects.bulk_update(kept, SAID, batch_size=BATCH)
    CharterItem.objects.bulk_create(fresh, batch_size=BATCH)
    note(items=len(edition))
    return len(edition)


def written(item: Item, row: CharterItem) -> CharterItem:
    """The row of an item with what its edition says."""
    row.catalogue, row.code, row.valid_from = item.catalogue, item.code, item.valid_from
    row.name_kk, row.name_ru, row.name_en = item.name.kk, item.name.ru, item.name.en
    row.words = "\n".join(item.words)
    row.properties = stored(item.properties)
    row.ground, row.valid_until = item.ground, item.valid_until
    return row


def stored(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties as JSON keeps them: a day as "2026-11-20"."""
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in properties.items()
    }
