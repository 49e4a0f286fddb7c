"""Founding the offices of a body, appointing to them, and ending terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import ProtectedError

from birlik.base.charter.engine.kinds import SeatRule
from birlik.base.charter.queries import OfficeRights, office_rights
from birlik.base.journal.action import action, note
from birlik.base.records.models import Provision
from birlik.base.registry.actions.people import enter_person
from birlik.base.registry.actions.substitutes import stop
from birlik.base.registry.engine.offices import Term, end_by_rule, most_at_once
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.models import Appointment, Office, Person, Structure
from birlik.base.registry.queries.offices import OWN_SEAT, meeting, rule_of, rules_of
from birlik.base.registry.refusals import offices as refusals
from birlik.base.registry.rules.offices import (
    CENTRAL,
    is_local,
    may_end_seat,
    may_fill_office,
    may_found_seats,
    may_strike_seat,
)
from birlik.base.registry.rules.people import may_read_person
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@dataclass(frozen=True, slots=True)
class SeatingRow:
    """An appointment to be made: a known person, or the name of one who is entered anew.

    It holds on `[valid_from, valid_until)`; None for the end that the charter's term gives, or for
    none. A ground is words, or a provision of an act.
    """

    valid_from: date
    person: Person | None = None
    new_name: str = ""
    valid_until: date | None = None
    acting: bool = False
    ground: str = ""
    provision: Provision | None = None
    represents: Structure | None = None
    group: str = ""


@action(
    "offices.founded",
    may=may_found_seats,
    label=LocalText(
        "Органның лауазымдары ашылды", "Учреждены должности структуры", "Offices of a body founded"
    ),
)
def found_seats(by: Actor, structure: Structure, /, *, at: datetime) -> list[Office]:
    """Give a body the offices that the charter has for its kind; return those that are new.

    What it has already is brought to the charter's number of seats. Offices that give powers are
    left to the keeper of the registry. Raises `RefusedError` where the charter has none.
    """
    on = day_of(at)
    rules = list(rules_given(by, structure, on))
    if not rules:
        raise RefusedError(refusals.NO_SEATS)
    there = {one.kind: one for one in Office.objects.filter(structure=structure).order_by("-pk")}
    changed = [one for one in rules if one.office in there and differs(there[one.office], one)]
    for rule in changed:
        Office.objects.filter(pk=there[rule.office].pk).update(seats=rule.seats)
    made = Office.objects.bulk_create(
        office_of(structure, one) for one in rules if one.office not in there
    )
    note(founded=[one.kind for one in made], changed=[one.office for one in changed])
    return made


def rules_given(by: Actor, structure: Structure, on: date) -> Iterator[SeatRule]:
    """The offices of a body that are the actor's to found."""
    rights = office_rights(on=on)
    for rule in rules_of(structure.kind, on=on).values():
        if by.holds(CENTRAL) or is_local(rights.get(rule.office, OfficeRights({}))):
            yield rule


def differs(office: Office, rule: SeatRule) -> bool:
    """Whether an office has another number of seats than the charter gives it."""
    return office.seats != rule.seats


def office_of(structure: Structure, rule: SeatRule) -> Office:
    """An office of a body as the charter has it."""
    return Office(
        structure=structure,
        kind=rule.office,
        name_kk=rule.name.kk,
        name_ru=rule.name.ru,
        name_en=rule.name.en,
        seats=rule.seats,
        valid_from=structure.founded_on,
    )


@action(
    "seat.filled",
    may=may_fill_office,
    label=LocalText(
        "Орган құрамына тағайындалды", "Назначение в состав структуры", "Appointed to a body"
    ),
    withheld=("row",),
)
def fill_seat(by: Actor, office: Office, /, *, at: datetime, row: SeatingRow) -> Appointment:
    """Appoint a person to an office of a body, also for days that are past.

    Where no end is given it is the one of the charter's term or rotation. Raises `RefusedError`
    for a missing ground, a person out of reach, days on which there is no such office, a term that
    is too long, a group that it does not have, a seat or quota that is full, and an office that
    must not be combined with it.
    """
    rule = rule_of(office, on=row.valid_from)
    longest = end_by_rule(row.valid_from, rule)
    term = Term(row.valid_from, row.valid_until or longest)
    refuse_wrong_term(office, row, term, longest)
    refuse_wrong_group(row, rule)
    refuse_full(office, row, rule, term)
    person = person_seated(by, office, row, at)
    refuse_combination(office, person, rule, term)
    made = Appointment.objects.create(
        person=person,
        office=office,
        valid_from=term.first,
        valid_until=term.until,
        acting=row.acting,
        ground=row.ground.strip(),
        provision=row.provision,
        represents=row.represents,
        group=row.group,
    )
    note(appointment=made.pk, person=person.pk, valid_from=term.first, valid_until=term.until)
    return made


def refuse_wrong_term(office: Office, row: SeatingRow, term: Term, longest: date | None) -> None:
    """Raise `RefusedError` without a ground, and for days that cannot be."""
    body, first = office.structure, term.first
    begins = [one for one in (office.valid_from, body.founded_on) if one]
    ends = [one for one in (office.valid_until, body.closed_on) if one]
    given = row.valid_until
    objections = (
        (not row.ground.strip() and row.provision is None, refusals.GROUND_NEEDED),
        (given is not None and given <= first, refusals.TERM_BACKWARDS),
        (any(first < one for one in begins), refusals.OUTSIDE_SEAT),
        (any(first >= one for one in ends), refusals.OUTSIDE_SEAT),
        (bool(given and longest and given > longest), refusals.TERM_TOO_LONG),
    )
    raise_first(objections)


def refuse_wrong_group(row: SeatingRow, rule: SeatRule | None) -> None:
    """Raise `RefusedError` for a group that the office does not have."""
    groups = rule.groups if rule else ()
    if row.group and row.group not in groups:
        raise RefusedError(refusals.NO_SUCH_GROUP)


def refuse_full(office: Office, row: SeatingRow, rule: SeatRule | None, term: Term) -> None:
    """Raise `RefusedError` where every seat, or every seat of the group, is taken on some day."""
    held = meeting(Appointment.objects.filter(OWN_SEAT, office=office), term)
    rows = list(held.values_list("valid_from", "valid_until", "group"))
    taken = most_at_once((Term(first, until) for first, until, _group in rows), term)
    ours = (Term(first, until) for first, until, group in rows if group == row.group)
    quota = rule.quotas.get(row.group) if rule and row.group else None
    objections = (
        (office.seats is not None and taken >= office.seats, refusals.SEATS_TAKEN),
        (quota is not None and most_at_once(ours, term) >= quota, refusals.QUOTA_FULL),
    )
    raise_first(objections)


def person_seated(by: Actor, office: Office, row: SeatingRow, at: datetime) -> Person:
    """The person of a row, within the actor's reach; one who is new is entered in the territory of
    the body. Raises `RefusedError` for both or neither, and for one out of reach."""
    new = row.new_name.strip()
    if bool(new) == (row.person is not None):
        raise RefusedError(refusals.PERSON_NEEDED)
    if row.person is None:
        place = office.structure.territory
        entered = PersonRow(full_name=new, territory=place.code if place else "")
        return enter_person(by, None, at=at, row=entered)
    person = row.person.duplicate_of or row.person
    if person.erased_at or not may_read_person(by, person, at):
        raise RefusedError(refusals.PERSON_UNKNOWN)
    return person


def refuse_combination(office: Office, person: Person, rule: SeatRule | None, term: Term) -> None:
    """Raise `RefusedError` where the person holds on some day of the term this office already, or
    one that must not be combined with it: in the same body, or anywhere."""
    held = meeting(Appointment.objects.filter(OWN_SEAT, person=person), term)
    others = list(held.select_related("office"))
    here = {one.office.kind for one in others if one.office.structure_id == office.structure_id}
    beside = forbidden_here(office, rule, term.first)
    anywhere = forbidden_anywhere(office.kind, term.first)
    objections = (
        (any(one.office_id == office.pk for one in others), refusals.HOLDS_ALREADY),
        (bool(here & beside), refusals.NOT_TOGETHER),
        (any(one.office.kind in anywhere for one in others), refusals.NOT_TOGETHER),
    )
    raise_first(objections)


def forbidden_here(office: Office, rule: SeatRule | None, on: date) -> set[str]:
    """The offices of the same body that must not be combined with one: those that its rule names,
    and those whose rules name it."""
    rules = rules_of(office.structure.kind, on=on).values()
    naming = {one.office for one in rules if office.kind in one.not_with}
    return naming | set(rule.not_with if rule else ())


def forbidden_anywhere(kind: str, on: date) -> set[str]:
    """The offices of any body that must not be combined with one."""
    rights = office_rights(on=on)
    naming = {code for code, one in rights.items() if kind in one.not_with}
    return naming | (set(rights[kind].not_with) if kind in rights else set())


@action(
    "seat.left",
    may=may_end_seat,
    label=LocalText(
        "Орган құрамындағы мерзім аяқталды",
        "Срок в составе структуры завершен",
        "Term in a body ended",
    ),
    withheld=("ground",),
)
def leave_seat(
    _by: Actor, appointment: Appointment, /, *, at: datetime, on: date, ground: str
) -> None:
    """End a term before its time: `on` is the first day on which it no longer holds, also a past
    one. Who stands in for the holder stops then too.

    Raises `RefusedError` without a ground, for a day on which it has not begun, or is over.
    """
    ends = appointment.valid_until
    objections = (
        (not ground.strip(), refusals.GROUND_NEEDED),
        (on <= appointment.valid_from, refusals.NOT_BEGUN),
        (ends is not None and on >= ends, refusals.ENDED_ALREADY),
    )
    raise_first(objections)
    for one in Appointment.objects.filter(stands_for=appointment, valid_until__gt=on):
        stop(one, on, today=day_of(at))
    appointment.valid_until, appointment.end_ground = on, ground.strip()
    appointment.save(update_fields=["valid_until", "end_ground"])


@action(
    "seat.struck",
    may=may_strike_seat,
    label=LocalText(
        "Қате тағайындау алып тасталды",
        "Ошибочное назначение удалено",
        "Mistaken appointment struck",
    ),
)
def strike_seat(_by: Actor, appointment: Appointment, /, *, at: datetime) -> None:
    """Remove an appointment that was entered by mistake, as if it had never been.

    Raises `RefusedError` where other records point at it.
    """
    note(office=appointment.office_id, person=appointment.person_id)
    try:
        Appointment.objects.filter(pk=appointment.pk).delete()
    except ProtectedError as error:
        raise RefusedError(refusals.HANGS) from error


def raise_first(objections: Iterable[tuple[bool, LocalText]]) -> None:
    """Raise `RefusedError` with the first reason that holds."""
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)
