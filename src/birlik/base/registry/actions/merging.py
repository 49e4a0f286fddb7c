"""Merging two entries of one body or person, and taking that back.

Whatever points at the dropped entry, in any module, points at the kept one from then on, and the
kept one takes over the fields of its card that were chosen. The dropped entry stays as it was, with
`duplicate_of`: nothing counts or shows it any more, and the journal still leads to it. This is no
reorganisation: nothing changes from a day on, for there never were two.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.apps import apps
from django.core.serializers import deserialize, serialize
from django.db import IntegrityError, transaction
from django.db.models import Model

from birlik.base.journal.action import action, note
from birlik.base.registry.actions.wording import note_words
from birlik.base.registry.engine.merging import RESTRICTED
from birlik.base.registry.models import (
    Account,
    Affiliation,
    Appointment,
    Enrolment,
    Likeness,
    Merge,
    Office,
    Person,
    PersonalRecord,
    Structure,
)
from birlik.base.registry.queries.merging import (
    Entry,
    Pointer,
    card_values,
    hangs_anew,
    has_papers,
    is_pointed_at,
    last_numbers,
    lies_within,
    moving,
    numbers_pointing,
    same_office,
    twins,
    was_reorganised,
)
from birlik.base.registry.refusals import duplicates as refusals
from birlik.base.registry.rules.duplicates import is_central, may_merge, may_unmerge
from birlik.base.values.actor import Actor
from birlik.base.values.collation import sort_key
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require

One = TypeVar("One", Structure, Person)
Moved = list[list[Any]]
"""What was moved: [model, number of the row, column, what it pointed at before]."""


@action(
    "structures.merged",
    may=may_merge,
    label=LocalText(
        "Қайталанған құрылымдар біріктірілді", "Повторы структуры объединены", "Bodies merged"
    ),
)
def merge_structures(
    by: Actor, kept: Structure, /, *, at: datetime, dropped: Structure, taken: Collection[str]
) -> Merge:
    """Have a body's second entry point at the one that is kept, which takes over the fields
    `taken` of its card.

    Raises `RefusedError` where the two are not one, or where papers would say what was not so.
    """
    dropped = second_entry(by, kept, dropped, at)
    refuse_bodies(by, kept, dropped, taken)
    made = begun(by, kept, dropped, at)
    pass_offices(made, kept, dropped)
    return concluded(made, kept, dropped, taken)


@action(
    "people.merged",
    may=may_merge,
    label=LocalText(
        "Адамның қайталанған жазбалары біріктірілді",
        "Повторы лица объединены",
        "Entries of a person merged",
    ),
)
def merge_people(
    by: Actor, kept: Person, /, *, at: datetime, dropped: Person, taken: Collection[str]
) -> Merge:
    """Have a person's second entry point at the one that is kept, which takes over the fields
    `taken` of its card, and of what is kept apart whatever it lacks.

    Raises `RefusedError` where the two are not one person.
    """
    dropped = second_entry(by, kept, dropped, at)
    refuse_people(by, kept, dropped)
    made = begun(by, kept, dropped, at)
    remove_twins(made, kept, dropped)
    made.kept["apart"] = pass_record(kept, dropped)
    return concluded(made, kept, dropped, taken)


def second_entry(by: Actor, kept: One, dropped: One, at: datetime) -> One:
    """The entry that is dropped, locked; raises `RefusedError` where it cannot be."""
    locked = type(kept)._default_manager.select_for_update(of=("self",)).get(pk=dropped.pk)
    if locked.pk == kept.pk:
        raise RefusedError(refusals.SAME_ENTRY)
    require(may_merge(by, locked, at))
    if kept.duplicate_of_id or locked.duplicate_of_id:
        raise RefusedError(refusals.ALREADY_MERGED)
    return locked


def refuse_bodies(by: Actor, kept: Structure, dropped: Structure, taken: Collection[str]) -> None:
    """Raise `RefusedError` for two bodies that are two, or whose papers a merge would belie."""
    papers = has_papers(dropped)
    objections = (
        (bool(kept.bin and dropped.bin) and kept.bin != dropped.bin, refusals.TWO_BINS),
        (was_reorganised(dropped), refusals.REORGANISED),
        (lies_within(kept, dropped) or lies_within(dropped, kept), refusals.ONE_WITHIN_OTHER),
        (papers and not is_central(by), refusals.PAPERS_ARE_CENTRAL),
        (papers and not covers(kept, dropped, taken), refusals.NOT_THERE_THEN),
    )
    refuse(objections)


def refuse(objections: Sequence[tuple[bool, LocalText]]) -> None:
    """Raise `RefusedError` with the first reason that holds."""
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)


def covers(kept: Structure, dropped: Structure, taken: Collection[str]) -> bool:
    """Whether the kept body existed, with what it takes over, whenever the dropped one did."""
    first = dropped.founded_on if "founded_on" in taken else kept.founded_on
    until = dropped.closed_on if "closed_on" in taken else kept.closed_on
    early = (first or date.min) <= (dropped.founded_on or date.min)
    return early and (until or date.max) >= (dropped.closed_on or date.max)


def refuse_people(by: Actor, kept: Person, dropped: Person) -> None:
    """Raise `RefusedError` for two people who are two, and for what only the keeper may join."""
    both = (kept.pk, dropped.pk)
    records = PersonalRecord.objects.filter(person__in=both).exclude(iin_digest="")
    accounts = Account.objects.filter(person__in=both).count()
    declared = Affiliation.objects.filter(person__in=both).count()
    refuse(
        (
            (records.count() > 1, refusals.TWO_NUMBERS),
            (accounts > 1, refusals.TWO_ACCOUNTS),
            (accounts > 0 and not is_central(by), refusals.ACCOUNT_IS_CENTRAL),
            (declared > 1, refusals.TWO_DECLARATIONS),
        )
    )


def begun(by: Actor, kept: Entry, dropped: Entry, at: datetime) -> Merge:
    """The merge, before anything is moved, with what there was then."""
    kind = "structure" if isinstance(kept, Structure) else "person"
    last = last_numbers(type(kept))
    entries = {f"kept_{kind}": kept, f"dropped_{kind}": dropped}
    return Merge.objects.create(**entries, at=at, by_id=by.appointment_id, kept={"last": last})


def concluded(made: Merge, kept: One, dropped: One, taken: Collection[str]) -> Merge:
    """The merge, once everything that points at the dropped entry is moved."""
    for pointer in moving(type(kept)):
        emptied = made.kept.get("seats", ()) if pointer[0] is Office else ()
        made.moved += move(pointer, dropped, kept, emptied)
    dropped.duplicate_of = kept
    dropped.save(update_fields=["duplicate_of"])
    made.kept["card"] = take_over(kept, dropped, taken)
    made.save(update_fields=["moved", "kept"])
    for name in ("first", "second"):
        of_kind = f"{name}_{'structure' if isinstance(kept, Structure) else 'person'}"
        Likeness.objects.filter(**{of_kind: dropped.pk}).delete()
    reword(kept, dropped)
    note(merge=made.pk, moved=len(made.moved), taken=sorted(made.kept["card"]))
    return made


def move(pointer: Pointer, dropped: Model, kept: Model, left: Collection[int] = ()) -> Moved:
    """Let the rows that point at the dropped entry, but those `left`, point at the kept one; which
    those are.

    Raises `RefusedError` where both stand in one place that only one can have.
    """
    model, column = pointer
    numbers = [one for one in numbers_pointing(pointer, dropped) if one not in left]
    try:
        with transaction.atomic():
            model._base_manager.filter(pk__in=numbers).update(**{column: kept.pk})
    except IntegrityError as failed:
        raise RefusedError(refusals.STAND_TOGETHER) from failed
    return [[model._meta.label_lower, plain(number), column, dropped.pk] for number in numbers]


def plain(number: Any) -> Any:
    """The number of a row as JSON holds it."""
    return number if isinstance(number, int) else str(number)


def take_over(kept: Entry, dropped: Entry, taken: Collection[str]) -> dict[str, list[Any]]:
    """Let the kept entry take over fields of the card: name → what it said and what it says."""
    theirs, before = card_values(dropped), card_values(kept)
    columns = {one.name: one for one in kept._meta.concrete_fields}
    changed: dict[str, list[Any]] = {}
    for name in sorted(set(taken) & theirs.keys()):
        column = columns[name]
        setattr(kept, column.attname, theirs[name])
        changed[name] = [stored(before[name]), stored(theirs[name])]
    order(kept)
    kept.save()
    return changed


def stored(value: Any) -> Any:
    """A value of a card as JSON holds it."""
    return (
        value.isoformat()
        if isinstance(value, date)
        else list(value)
        if isinstance(value, tuple)
        else value
    )


def order(entry: Entry) -> None:
    """Set by what an entry is sorted."""
    name = entry.full_name if isinstance(entry, Person) else entry.name_kk or entry.name_ru
    entry.sort_key = sort_key(name)


def reword(kept: Entry, dropped: Entry) -> None:
    """Have the kept entry found by the names of both."""
    if isinstance(kept, Structure) and isinstance(dropped, Structure):
        note_words(structures=(kept, dropped))
    if isinstance(kept, Person) and isinstance(dropped, Person):
        note_words(people=(kept, dropped))


def pass_offices(made: Merge, kept: Structure, dropped: Structure) -> None:
    """Let those who sit in the dropped entry's seats sit in the kept one's of the same kind; a
    seat that the kept one lacks goes over as it is."""
    for seat in Office.objects.filter(structure=dropped).order_by("pk"):
        same = same_office(kept, seat)
        if same is not None:
            made.kept.setdefault("seats", []).append(seat.pk)
            for pointer in moving(Office):
                made.moved += move(pointer, seat, same)


def remove_twins(made: Merge, kept: Person, dropped: Person) -> None:
    """Remove what both entries say of the same seat or register at the same time, where nothing
    hangs on it; raises `RefusedError` where something does."""
    rows: list[Appointment | Enrolment] = [
        *Appointment.objects.filter(person=dropped),
        *Enrolment.objects.filter(person=dropped),
    ]
    same = [one for one in rows if twins(kept, one)]
    if any(is_pointed_at(one) for one in same):
        raise RefusedError(refusals.STAND_TOGETHER)
    made.kept["removed"] = serialize("json", same)
    for one in same:
        one.delete()


def pass_record(kept: Person, dropped: Person) -> list[str]:
    """Let the kept person take over what the own record lacks of what is kept apart; which
    columns those are, never what stands in them. A record alone goes over as it is."""
    theirs = PersonalRecord.objects.filter(person=dropped).first()
    mine = PersonalRecord.objects.filter(person=kept).first()
    if theirs is None:
        return []
    if mine is None:
        PersonalRecord.objects.filter(pk=theirs.pk).update(person=kept)
        return ["whole"]
    names = [name for name in RESTRICTED if getattr(theirs, name) and not getattr(mine, name)]
    hand_over(theirs, mine, names)
    return names


def hand_over(giver: PersonalRecord, taker: PersonalRecord, names: Collection[str]) -> None:
    """Let a record have columns of another, which has them no more: a number stands in one."""
    for name in names:
        setattr(taker, name, getattr(giver, name))
        setattr(giver, name, "")
    giver.save()
    taker.save()


@action(
    "merge.unmade",
    may=may_unmerge,
    label=LocalText("Біріктіру қайтарылды", "Объединение отменено", "Merge taken back"),
)
def unmerge(_by: Actor, merge: Merge, /, *, at: datetime) -> None:
    """Let two entries be two again, as they were before they were merged.

    Raises `RefusedError` once something new hangs on the kept one, its card was changed, or it was
    merged further.
    """
    kept = merge.kept_structure or merge.kept_person
    dropped = merge.dropped_structure or merge.dropped_person
    assert kept is not None and dropped is not None
    refuse_unmerging(merge, kept)
    give_back_card(merge, kept)
    dropped.duplicate_of = None
    dropped.save(update_fields=["duplicate_of"])
    for label, number, column, before in reversed(merge.moved):
        apps.get_model(label)._base_manager.filter(pk=number).update(**{column: before})
    for row in deserialize("json", merge.kept.get("removed", "[]")):
        row.save()
    give_back_record(kept, dropped, merge.kept.get("apart", []))
    merge.undone_at = at
    merge.save(update_fields=["undone_at"])
    reword(kept, dropped)


def refuse_unmerging(merge: Merge, kept: Entry) -> None:
    """Raise `RefusedError` where a merge can no longer be taken back. Who was erased is nobody's to
    keep: the rule has refused that before."""
    refuse(
        (
            (merge.undone_at is not None, refusals.MERGE_UNDONE),
            (kept.duplicate_of_id is not None, refusals.MERGED_FURTHER),
        )
    )
    changed = any(
        stored(card_values(kept)[name]) != after
        for name, (_before, after) in merge.kept["card"].items()
    )
    anew = hangs_anew(kept, merge.kept["last"])
    refuse(((anew, refusals.NEW_HANGS), (changed, refusals.CARD_CHANGED)))


def give_back_card(merge: Merge, kept: Entry) -> None:
    """Let the card of the kept entry say what it said before."""
    columns = {one.name: one for one in kept._meta.concrete_fields}
    for name, (before, _after) in merge.kept["card"].items():
        column = columns[name]
        setattr(kept, column.attname, before if column.remote_field else column.to_python(before))
    order(kept)
    kept.save()


def give_back_record(kept: Entry, dropped: Entry, names: Collection[str]) -> None:
    """Let the dropped person have again what was kept apart of the one."""
    records = PersonalRecord.objects
    if "whole" in names:
        records.filter(person=kept.pk).update(person=dropped.pk)
    elif names:
        hand_over(records.get(person=kept.pk), records.get(person=dropped.pk), names)
