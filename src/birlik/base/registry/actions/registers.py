"""Enrolling people in the registers of the charter, renewing and ending it."""

from datetime import date, datetime

from birlik.base.charter.queries import register_card
from birlik.base.journal.action import action, note
from birlik.base.registry.engine.registers import EnrolmentRow, fault_of_line
from birlik.base.registry.models import Enrolment, Person, Structure, Territory
from birlik.base.registry.queries.cards_around import territory_coded
from birlik.base.registry.queries.registers import body_numbered, overlapping_lines
from birlik.base.registry.refusals import registers as refusals
from birlik.base.registry.rules.registers import may_enrol, may_keep_line, reaches_place
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "person.enrolled",
    may=may_enrol,
    label=LocalText("Адам тізілімге тіркелді", "Лицо включено в реестр лиц", "Person enrolled"),
    withheld=("row",),
)
def enrol(by: Actor, person: Person, /, *, at: datetime, row: EnrolmentRow) -> Enrolment:
    """Enrol a person in a register of the charter.

    Raises `RefusedError` for an unknown register, a place that is another's, a wrong term or field,
    or where the person stands in it on one of the days.
    """
    card = register_card(row.register, on=day_of(at))
    if card is None:
        raise RefusedError(refusals.UNKNOWN_REGISTER)
    fault = fault_of_line(row, card)
    if fault:
        raise RefusedError(fault)
    structure, territory = place_kept(by, row)
    if overlapping_lines(person, row.register, row.valid_from, row.valid_until):
        raise RefusedError(refusals.ENROLLED_ALREADY)
    note(register=row.register, structure=structure.pk if structure else None)
    return Enrolment.objects.create(
        person=person,
        register=row.register,
        structure=structure,
        territory=territory,
        number=row.number.strip(),
        particulars=dict(row.particulars),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        ground=row.ground.strip(),
    )


def place_kept(by: Actor, row: EnrolmentRow) -> tuple[Structure | None, Territory | None]:
    """The body or territory of a line, where the actor keeps it; raises `RefusedError` with one
    reason for what is another's and what does not exist."""
    structure = body_numbered(row.structure) if row.structure is not None else None
    territory = territory_coded(row.territory) if row.structure is None else None
    unknown = (row.structure is not None and structure is None) or (
        row.structure is None and bool(row.territory) and territory is None
    )
    if unknown or not reaches_place(by, structure, territory):
        raise RefusedError(refusals.NOT_YOUR_PLACE)
    return structure, territory


@action(
    "enrolment.renewed",
    may=may_keep_line,
    label=LocalText(
        "Тізілімдегі жазба ұзартылды", "Запись реестра лиц продлена", "Enrolment renewed"
    ),
    withheld=("number", "ground"),
)
def renew_line(
    _by: Actor,
    line: Enrolment,
    /,
    *,
    at: datetime,
    valid_from: date,
    valid_until: date | None,
    number: str = "",
    ground: str = "",
) -> Enrolment:
    """Let a person stand in a register for a further term, with a new certificate where there is
    one; what still lasts of the old term ends with the new one's first day.

    Raises `RefusedError` where the term ends before it begins, begins before the old one did, or
    meets another line of the person.
    """
    if valid_until is not None and valid_until <= valid_from:
        raise RefusedError(refusals.TERM_ENDS_TOO_EARLY)
    if valid_from <= line.valid_from:
        raise RefusedError(refusals.OVER_ALREADY)
    if line.valid_until is None or line.valid_until > valid_from:
        line.valid_until = valid_from
        line.save(update_fields=("valid_until",))
    if overlapping_lines(line.person, line.register, valid_from, valid_until):
        raise RefusedError(refusals.ENROLLED_ALREADY)
    return Enrolment.objects.create(
        person=line.person,
        register=line.register,
        structure=line.structure,
        territory=line.territory,
        number=number.strip() or line.number,
        particulars=line.particulars,
        valid_from=valid_from,
        valid_until=valid_until,
        ground=ground.strip(),
    )


@action(
    "enrolment.ended",
    may=may_keep_line,
    label=LocalText("Тізілімнен шығарылды", "Исключение из реестра лиц", "Enrolment ended"),
    withheld=("ground",),
)
def end_line(_by: Actor, line: Enrolment, /, *, at: datetime, on: date, ground: str = "") -> None:
    """End a line on a day, the first on which it no longer holds; raises `RefusedError` where it
    has not begun, or is over, by then."""
    over = line.valid_until is not None and line.valid_until <= on
    if over or on <= line.valid_from:
        raise RefusedError(refusals.OVER_ALREADY)
    line.valid_until = on
    line.ground = "; ".join(filter(None, (line.ground, ground.strip())))[:300]
    line.save(update_fields=("valid_until", "ground"))
