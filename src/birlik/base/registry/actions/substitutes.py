"""Who stands in for whom while somebody is absent, and who comes back."""

from datetime import date, datetime, timedelta

from birlik.base.journal.action import action, note
from birlik.base.registry import refusals
from birlik.base.registry.models import Appointment, Person
from birlik.base.registry.queries.absence import colleagues, overlapping
from birlik.base.registry.rules import may_end_appointment, may_substitute
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

DAY = timedelta(days=1)


@action(
    "person.substituted",
    may=may_substitute,
    label=LocalText(
        "Уақытша алмастырушы тағайындалды",
        "Назначено временное замещение",
        "Substitute appointed for an absence",
    ),
    withheld=("ground",),
)
def substitute(
    by: Actor,
    appointment: Appointment,
    /,
    *,
    at: datetime,
    person: Person,
    valid_from: date,
    valid_until: date,
    ground: str,
) -> Appointment:
    """Have a person act in the office of an absent holder on `[valid_from, valid_until)`.

    What the holder stood in for at that time passes on to the same person, so that nobody who is
    absent answers for another. Raises `RefusedError` where the days, the person or the ground do
    not allow it.
    """
    refuse_wrong_term(appointment, valid_from, valid_until, ground, at=at)
    refuse_wrong_person(by, appointment, person, valid_from, valid_until, at=at)
    made = stand_in(appointment, person, valid_from, valid_until, ground)
    further = passed_on(made, appointment) if not appointment.acting else []
    note(substitution=made.pk, passed_on=[one.pk for one in further])
    return made


def refuse_wrong_term(
    appointment: Appointment, valid_from: date, valid_until: date, ground: str, *, at: datetime
) -> None:
    """Raise `RefusedError` for a term that cannot be, or that no order gives."""
    ends = appointment.valid_until
    covered = Appointment.objects.filter(
        overlapping(valid_from, valid_until), stands_for=appointment
    )
    objections = (
        (not ground.strip(), refusals.ORDER_NEEDED),
        (valid_until <= valid_from or valid_until <= day_of(at), refusals.TERM_BACKWARDS),
        (valid_from < appointment.valid_from, refusals.OUTSIDE_OFFICE),
        (ends is not None and valid_until > ends, refusals.OUTSIDE_OFFICE),
        (covered.exists(), refusals.COVERED_ALREADY),
    )
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)


def refuse_wrong_person(
    by: Actor,
    appointment: Appointment,
    person: Person,
    valid_from: date,
    valid_until: date,
    *,
    at: datetime,
) -> None:
    """Raise `RefusedError` for a person who cannot stand in on these days."""
    absent = Appointment.objects.filter(
        overlapping(valid_from, valid_until), stands_for__person=person
    )
    told = Person.objects.filter(pk=person.pk, account__is_active=True)
    near = colleagues(appointment.office.structure, on=day_of(at)).filter(pk=person.pk)
    objections = (
        (person.pk == appointment.person_id, refusals.OWN_SUBSTITUTE),
        (not told.exists(), refusals.SUBSTITUTE_UNKNOWN),
        (absent.exists(), refusals.ABSENT_TOO),
        (not by.holds("registry.keep") and not near.exists(), refusals.NOT_A_COLLEAGUE),
    )
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)


def stand_in(
    absent: Appointment, person: Person, valid_from: date, valid_until: date, ground: str
) -> Appointment:
    """The acting appointment in the office of an absent holder."""
    return Appointment.objects.create(
        person=person,
        office=absent.office,
        valid_from=valid_from,
        valid_until=valid_until,
        acting=True,
        stands_for=absent,
        ground=ground.strip(),
    )


def passed_on(made: Appointment, absent: Appointment) -> list[Appointment]:
    """What the absent holder stood in for on the days of a substitution, passed on for them."""
    first, until = made.valid_from, made.valid_until or made.valid_from
    stood = Appointment.objects.filter(
        overlapping(first, until), person=absent.person_id, stands_for__isnull=False
    )
    covered = Appointment.objects.filter(overlapping(first, until), stands_for__in=stood)
    uncovered = stood.exclude(pk__in=covered.values("stands_for")).select_related("office")
    return [
        stand_in(
            one,
            made.person,
            max(first, one.valid_from),
            min(until, one.valid_until or until),
            made.ground,
        )
        for one in uncovered
    ]


@action(
    "appointment.ended",
    may=may_end_appointment,
    label=LocalText(
        "Лауазымдағы мерзім аяқталды", "Срок в должности завершен", "Term in office ended"
    ),
)
def end_appointment(_by: Actor, appointment: Appointment, /, *, at: datetime, on: date) -> None:
    """End an appointment: `on` is the first day on which it no longer holds, today or later.

    Who stood in for its holder stops then too; a substitution that has not begun by then is taken
    back. Raises `RefusedError` for a day on which it is over, or that is past.
    """
    ends = appointment.valid_until
    begun = on > appointment.valid_from
    late = on < day_of(at) or (ends is not None and on >= ends)
    if late or (not begun and appointment.stands_for_id is None):
        raise RefusedError(refusals.ENDS_BEFORE)
    stop(appointment, on, today=day_of(at))


def stop(appointment: Appointment, on: date, *, today: date) -> None:
    """End an appointment, and before it those who stand in for its holder.

    What has not begun is taken back; what begins today was perhaps used, and lasts this one day.
    """
    for one in Appointment.objects.filter(stands_for=appointment, valid_until__gt=on):
        stop(one, on, today=today)
    row, first = Appointment.objects.filter(pk=appointment.pk), appointment.valid_from
    if first < on or first <= today:
        row.update(valid_until=max(on, first + DAY))
    else:
        row.delete()
