"""Every read of the journal."""

import json
from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from birlik.base.journal.engine.chain import START, first_broken
from birlik.base.journal.models import Entry, Head, StoredFact


def chain() -> Iterator[tuple[int, str, str, str]]:
    """Number, text, previous hash and hash of every entry, from the first."""
    rows = Entry.objects.order_by("number").values_list("number", "text", "previous_hash", "hash")
    yield from rows.iterator(chunk_size=2000)


def head() -> tuple[int, str]:
    """The number and hash at the end of the chain; (0, sixty-four zeros) when it is empty."""
    row = Head.objects.filter(pk=1).first()
    return (row.number, row.hash) if row else (0, START)


def first_wrong_entry() -> int | None:
    """The number of the first entry that was altered, removed or inserted; None if all hold.

    The columns beside the text are compared with it, as pages show them. The head is compared too,
    so a tail that was cut off shows as the number after the last one. It is locked meanwhile, so
    that nobody appends.
    """
    with transaction.atomic():
        Head.objects.select_for_update().first()
        last = Entry.objects.order_by("-number").values_list("number", "hash").first() or (0, START)
        cut = None if tuple(last) == head() else last[0] + 1
        broken = first_broken(chain()) or cut
        return first_miscopied(broken) or broken


def first_miscopied(broken: int | None) -> int | None:
    """The number of the first entry whose columns say something else than its text, or None; only
    those before the `broken` one, where there is one, have a text that can be relied upon."""
    sound = Entry.objects.order_by("number")
    if broken is not None:
        sound = sound.filter(number__lt=broken)
    rows = sound.iterator(chunk_size=2000)
    return next((one.number for one in rows if columns_of(one) != told_by(one.text)), None)


def columns_of(entry: Entry) -> tuple[object, ...]:
    """What the columns of an entry say, in the order of `told_by`."""
    return (
        *(entry.number, str(entry.id), entry.outer and str(entry.outer), entry.at, entry.action),
        {"account": entry.account, "appointment": entry.appointment, "as": entry.actor},
        {"kind": entry.subject_kind, "id": entry.subject},
    )


def told_by(text: str) -> tuple[object, ...]:
    """What the text of an entry says of those things."""
    told = json.loads(text)
    at = datetime.fromisoformat(told["at"])
    return (
        *(told["number"], told["id"], told["outer"], at, told["action"]),
        *(told["by"], told["subject"]),
    )


def history(*subjects: Model) -> QuerySet[Entry]:
    """What was done to any of `subjects`, newest first."""
    named = Q(pk__in=())
    for subject in subjects:
        named |= Q(subject_kind=subject._meta.label_lower, subject=str(subject.pk))
    return Entry.objects.filter(named).order_by("-number")


def last_entry(action: str) -> Entry | None:
    """The newest entry of an action, or None when it was never done."""
    return Entry.objects.filter(action=action).order_by("-number").first()


def undelivered_facts() -> QuerySet[StoredFact]:
    """The facts that still wait for the worker, in the order of the chain."""
    return StoredFact.objects.filter(delivered_at=None)
