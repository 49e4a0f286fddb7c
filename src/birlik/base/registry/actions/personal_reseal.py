"""Sealing personal data anew with the newest secret."""

from datetime import datetime

from django.db.models import Model, QuerySet

from birlik.base.journal.action import action, note
from birlik.base.registry.models import Affiliation, BroughtFile, PersonalRecord
from birlik.base.registry.rules.personal import may_reseal
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

BATCH = 500
SEALED: tuple[tuple[type[Model], str, str | None], ...] = (
    (PersonalRecord, "iin_sealed", ""),
    (Affiliation, "words_sealed", ""),
    (BroughtFile, "content_sealed", None),
)
"""Every table with what lies sealed in it, and what stands there where nothing is kept."""


@action(
    "personal.resealed",
    may=may_reseal,
    label=LocalText(
        "Дербес деректер жаңа құпиямен шифрланды",
        "Персональные данные зашифрованы новым секретом",
        "Personal data sealed with a new secret",
    ),
)
def reseal(_by: Actor, _subject: None, /, *, at: datetime) -> int:
    """Seal everything with the newest secret, numbers with their digests; return how many rows
    there were. Raises `cryptography.fernet.InvalidToken` and changes nothing where none of the
    secrets opens a row."""
    count = 0
    for model, column, nothing in SEALED:
        last = 0
        while rows := list(some_after(last, model).exclude(**{column: nothing})[:BATCH]):
            last = rows[-1].pk
            count += len(rows)
            for row in rows:
                seal_anew(row, column)
    note(resealed=count)
    return count


def some_after(last: int, model: type[Model]) -> "QuerySet[Model]":
    """The rows of a table after a number, to be locked as they are read."""
    return model._default_manager.select_for_update().filter(pk__gt=last).order_by("pk")


def seal_anew(row: Model, column: str) -> None:
    """Seal what a row keeps with the newest secret."""
    sealed = getattr(row, column)
    if isinstance(sealed, str):
        words = seal().opened(sealed)
        setattr(row, column, seal().sealed(words))
        if isinstance(row, PersonalRecord):
            row.iin_digest = seal().digest(words)
    else:
        setattr(row, column, seal().sealed_bytes(seal().opened_bytes(bytes(sealed))))
    row.save()
