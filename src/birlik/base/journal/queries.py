"""Every read of the journal."""

from collections.abc import Iterator

from django.db.models import Model, QuerySet

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

    The head is compared too, so a tail that was cut off shows as the number after the last one.
    """
    broken = first_broken(chain())
    if broken is not None:
        return broken
    last = Entry.objects.order_by("-number").values_list("number", "hash").first() or (0, START)
    return None if tuple(last) == head() else last[0] + 1


def history(subject: Model) -> QuerySet[Entry]:
    """What was done to `subject`, newest first."""
    return Entry.objects.filter(
        subject_kind=subject._meta.label_lower, subject=str(subject.pk)
    ).order_by("-number")


def last_entry(action: str) -> Entry | None:
    """The newest entry of an action, or None when it was never done."""
    return Entry.objects.filter(action=action).order_by("-number").first()


def undelivered_facts() -> QuerySet[StoredFact]:
    """The facts that still wait for the worker, in the order of the chain."""
    return StoredFact.objects.filter(delivered_at=None)
