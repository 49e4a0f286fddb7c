"""Taking over an edition of the charter."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from birlik.base.charter.engine.edition import read_charter
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.rules import may_load_charter
from birlik.base.journal.action import action, note
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText


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
    kept = []
    for item in edition:
        row, _new = CharterItem.objects.update_or_create(
            catalogue=item.catalogue,
            code=item.code,
            valid_from=item.valid_from,
            defaults={
                "name_kk": item.name.kk,
                "name_ru": item.name.ru,
                "name_en": item.name.en,
                "words": "\n".join(item.words),
                "properties": stored(item.properties),
                "ground": item.ground,
                "valid_until": item.valid_until,
            },
        )
        kept.append(row.pk)
    CharterItem.objects.exclude(pk__in=kept).delete()
    note(items=len(edition))
    return len(edition)


def stored(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties as JSON keeps them: a day as "2026-11-20"."""
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in properties.items()
    }
