"""Entering and correcting people, and showing what is kept of them apart."""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.actions.wording import note_words
from birlik.base.registry.engine.people import PersonRow, SeenFor, masked_iin
from birlik.base.registry.models import Person, PersonalRecord, Territory
from birlik.base.registry.queries.cards_around import territory_coded
from birlik.base.registry.queries.people import person_with_iin
from birlik.base.registry.refusals.people import (
    IIN_ELSEWHERE,
    IIN_KNOWN,
    PERSON_NAME_NEEDED,
    UNKNOWN_TERRITORY,
)
from birlik.base.registry.rules.people import (
    may_keep_people_in,
    may_keep_person,
    may_read_person,
    may_see_restricted,
)
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor
from birlik.base.values.collation import sort_key
from birlik.base.values.identity import fault_of_iin
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require


@action(
    "person.entered",
    may=may_keep_person,
    label=LocalText(
        "Адам тізілімге енгізілді", "Лицо внесено в реестр", "Person entered into the registry"
    ),
    withheld=("row",),
)
def enter_person(by: Actor, _subject: None, /, *, at: datetime, row: PersonRow) -> Person:
    """Enter a person into the registry, in a territory that the actor keeps.

    Raises `RefusedError` for a missing name, a wrong number, one that is known, or a territory
    that is another's.
    """
    person = Person(territory=territory_kept(by, row.territory))
    written(by, person, row, at)
    return person


@action(
    "person.corrected",
    may=may_keep_person,
    label=LocalText(
        "Адам туралы жазба түзетілді", "Запись о лице исправлена", "Record of a person corrected"
    ),
    withheld=("row",),
)
def correct_person(by: Actor, person: Person, /, *, at: datetime, row: PersonRow) -> None:
    """Correct what is written of a person; the record may move to a territory of the actor's.

    Raises `RefusedError` as `enter_person` does. The journal keeps which fields changed, not how.
    """
    if row.territory != (person.territory.code if person.territory else ""):
        person.territory = territory_kept(by, row.territory)
    written(by, person, row, at)


def territory_kept(by: Actor, code: str) -> Territory | None:
    """The territory of a code whose records the actor keeps; None for the republic's.

    Raises `RefusedError` for one that is unknown or another's.
    """
    found = territory_coded(code)
    if code and found is None:
        raise RefusedError(UNKNOWN_TERRITORY)
    require(may_keep_people_in(by, found))
    return found


def written(by: Actor, person: Person, row: PersonRow, at: datetime) -> None:
    """Write a row into a person and what is kept apart, with the names of changed fields noted."""
    if not row.full_name.strip():
        raise RefusedError(PERSON_NAME_NEEDED)
    new = {
        "full_name": row.full_name.strip(),
        "full_name_ru": row.full_name_ru.strip(),
        "full_name_latin": row.full_name_latin.strip(),
        "languages": row.languages,
        "fields": row.fields,
        "sort_key": sort_key(row.full_name),
    }
    changed = {name for name, value in new.items() if getattr(person, name) != value}
    for name, value in new.items():
        setattr(person, name, value)
    person.save()
    note_words(people=[person])
    kept = PersonalRecord.objects.filter(person=person).first() or PersonalRecord(person=person)
    apart = kept_apart(by, kept, row, at)
    if apart:
        kept.save()
    note(changed=sorted((changed - {"sort_key"}) | apart))


def kept_apart(by: Actor, kept: PersonalRecord, row: PersonRow, at: datetime) -> set[str]:
    """Write what is given of number and contacts into the record kept apart; the names of those
    that changed."""
    changed = set()
    for name in ("phone", "email"):
        value = getattr(row, name)
        if value is not None and value.strip() != getattr(kept, name):
            setattr(kept, name, value.strip())
            changed.add(name)
    if row.iin is not None and row.iin != seal().opened(kept.iin_sealed):
        refuse_iin(by, kept.person, row.iin, at)
        kept.iin_sealed, kept.iin_digest = seal().sealed(row.iin), seal().digest(row.iin)
        changed.add("iin")
    return changed


def refuse_iin(by: Actor, person: Person, iin: str, at: datetime) -> None:
    """Raise `RefusedError` for a number that is wrong or that another person has."""
    fault = fault_of_iin(iin) if iin else None
    if fault:
        raise RefusedError(fault)
    other = person_with_iin(iin)
    if other and other.pk != person.pk:
        raise RefusedError(IIN_KNOWN if may_read_person(by, other, at) else IIN_ELSEWHERE)


@action(
    "person.sought",
    may=may_read_person,
    label=LocalText("ЖСН бойынша іздеу", "Поиск по ИИН", "Search by IIN"),
    withheld=("iin",),
)
def seek_person(by: Actor, _subject: None, /, *, at: datetime, iin: str) -> Person | None:
    """The person with a number (ИИН) where within reach; None for one beyond it and for no person.

    The journal keeps that a search was made, and whom it met, reached or not.
    """
    found = person_with_iin(iin)
    reached = bool(found and may_read_person(by, found, at))
    note(person=found.pk if found else None, reached=reached)
    return found if reached else None


@action(
    "person.restricted_seen",
    may=may_see_restricted,
    label=LocalText(
        "Қорғалған деректер қаралды", "Просмотрены закрытые сведения", "Restricted fields viewed"
    ),
)
def see_restricted(
    _by: Actor, person: Person, /, *, at: datetime, purpose: SeenFor, whole_iin: bool = False
) -> dict[str, str]:
    """What is kept apart of a person, by field: iin, phone, email; empty ones are left out.

    Of the number the last four digits alone, unless the `whole_iin` is asked for. The journal
    keeps who saw which fields for which purpose, never what they say.
    """
    kept = PersonalRecord.objects.filter(person=person).first()
    iin = seal().opened(kept.iin_sealed) if kept else ""
    shown = {
        "iin": iin if whole_iin else masked_iin(iin),
        "phone": kept.phone if kept else "",
        "email": kept.email if kept else "",
    }
    found = {name: value for name, value in shown.items() if value}
    note(fields=sorted(found))
    return found
