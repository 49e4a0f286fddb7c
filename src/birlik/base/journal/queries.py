"""Every read of the journal."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta

from django.apps import apps
from django.db import transaction
from django.db.models import Count, Max, Min, Model, Q, QuerySet

from birlik.base.journal.engine.chain import START, canonical, chained, first_broken
from birlik.base.journal.facts import Fact
from birlik.base.journal.models import Entry, Head, StoredFact
from birlik.base.values.clock import ZONE

MANY = 300
"""More entries than this are no news for one look."""


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
    """What the text of an entry says of those things; nothing where it is no text of an entry."""
    try:
        told = json.loads(text)
        at = datetime.fromisoformat(told["at"])
        return (
            *(told["number"], told["id"], told["outer"], at, told["action"]),
            *(told["by"], told["subject"]),
        )
    except (ValueError, KeyError, TypeError):
        return ()


def history(*subjects: Model) -> QuerySet[Entry]:
    """What was done to any of `subjects`, newest first."""
    named = Q(pk__in=())
    for subject in subjects:
        named |= Q(subject_kind=subject._meta.label_lower, subject=str(subject.pk))
    return Entry.objects.filter(named).order_by("-number")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader of the journal asks for; an empty text or None asks for nothing.

    `appointment` 0 stands for what the installation did itself. The days are both included.
    """

    action: str = ""
    appointment: int | None = None
    kind: str = ""
    number: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """Some entries, newest first; `older` and `newer` are the numbers before and after which the
    next leaves lie, None where there are none."""

    entries: tuple[Entry, ...]
    older: int | None
    newer: int | None


def entries_wanted(wanted: Wanted) -> QuerySet[Entry]:
    """The entries that a reader asks for, in no order yet."""
    found = Entry.objects.order_by()
    if wanted.action:
        found = found.filter(action=wanted.action)
    if wanted.appointment is not None:
        found = found.filter(appointment=wanted.appointment or None)
    if wanted.kind:
        found = found.filter(subject_kind=wanted.kind)
    elif wanted.number:
        found = found.filter(subject_kind__in=[one._meta.label_lower for one in apps.get_models()])
    if wanted.number:
        found = found.filter(subject=wanted.number)
    if wanted.since or wanted.until:
        found = found.filter(within(wanted.since, wanted.until))
    return found


def within(since: date | None, until: date | None) -> Q:
    """The condition that an entry was made on certain days, both included; None for no bound.

    The numbers between which such entries lie are found first, in the index of times alone: so the
    entries themselves are then read from the right place of the chain. (Counting beside them keeps
    the database from looking for the greatest number at the end of the chain.)
    """
    days = Q()
    if since:
        days &= Q(at__gte=begin_of(since))
    if until:
        days &= Q(at__lt=begin_of(until + timedelta(days=1)))
    ends = Entry.objects.filter(days).aggregate(
        first=Min("number"), last=Max("number"), many=Count("*")
    )
    if not ends["many"]:
        return Q(pk__in=())
    return days & Q(number__gte=ends["first"], number__lte=ends["last"])


def leaf_of(
    wanted: Wanted, size: int, *, before: int | None = None, after: int | None = None
) -> Leaf:
    """At most `size` of the entries wanted: the newest, or those next `before` a number, or those
    next `after` one.

    The numbers are found in an index alone, so that a leaf of a million entries is as quick as one
    of a hundred; nothing is counted or skipped.
    """
    found = entries_wanted(wanted)
    if after is not None:
        ahead = found.filter(number__gt=after).order_by("number")
        numbers = list(ahead.values_list("number", flat=True)[: size + 1])
        more, numbers = len(numbers) > size, sorted(numbers[:size], reverse=True)
        newer = numbers[0] if more else None
        older = numbers[-1] if numbers else None
    else:
        behind = found if before is None else found.filter(number__lt=before)
        numbers = list(behind.order_by("-number").values_list("number", flat=True)[: size + 1])
        more, numbers = len(numbers) > size, numbers[:size]
        older = numbers[-1] if more else None
        newer = numbers[0] if numbers and before is not None else None
    rows = Entry.objects.filter(number__in=numbers).order_by("-number")
    return Leaf(tuple(rows), older, newer)


def begin_of(day: date) -> datetime:
    """The instant at which a day begins in Kazakhstan."""
    return datetime.combine(day, time.min, ZONE)


def head_on(day: date) -> tuple[int, str]:
    """The number and hash that stood at the end of the chain when a day was over: what its digest
    tells. (0, sixty-four zeros) before the first entry."""
    rows = Entry.objects.filter(at__lt=begin_of(day + timedelta(days=1))).order_by("-at", "-number")
    return rows.values_list("number", "hash").first() or (0, START)


def hash_at(number: int) -> str | None:
    """The hash of the entry of a number; None when there is none, or no longer."""
    if number == 0:
        return START
    return Entry.objects.filter(number=number).values_list("hash", flat=True).first()


def unsound(entries: Iterable[Entry]) -> frozenset[int]:
    """The numbers of those entries that do not hash to what they say, whose columns say something
    else than their text, or that do not follow from the one before, where that is among them."""
    by_number = {one.number: one for one in entries}
    return frozenset(
        number
        for number, one in by_number.items()
        if not is_sound(one)
        or (number - 1 in by_number and by_number[number - 1].hash != one.previous_hash)
    )


def is_sound(entry: Entry) -> bool:
    """Whether an entry, taken alone, hashes to what it says and its columns repeat its text."""
    if entry.hash != chained(entry.previous_hash, entry.text):
        return False
    return columns_of(entry) == told_by(entry.text)


def entries_since(
    at: datetime, actions: Collection[str], *, kind: str, but: int | None = None
) -> QuerySet[Entry]:
    """What was done since an instant to subjects of a kind by others than the account `but`,
    newest first; at most `MANY`."""
    found = Entry.objects.filter(at__gt=at, action__in=actions, subject_kind=kind)
    return found.exclude(account=but).order_by("-number")[:MANY]


def last_entry(action: str) -> Entry | None:
    """The newest entry of an action, or None when it was never done."""
    return Entry.objects.filter(action=action).order_by("-number").first()


def announcement(told: Fact) -> Entry | None:
    """The newest entry whose action announced a fact that still waits to be delivered, or None."""
    waiting = StoredFact.objects.filter(delivered_at=None, name=type(told).__name__)
    stored = waiting.filter(text=canonical(asdict(told))).select_related("entry")
    found = stored.order_by("-entry__number").first()
    return found.entry if found else None


def undelivered_facts() -> QuerySet[StoredFact]:
    """The facts that still wait for the worker, in the order of the chain."""
    return StoredFact.objects.filter(delivered_at=None)
