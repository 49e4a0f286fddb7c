"""An office that changes hands: the list of what lies in it, recorded with its digest."""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.models import Appointment, Office
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.engine.handing_over import digest_of, records_of
from birlik.domains.execution.models import Handover
from birlik.domains.execution.queries.handing_over import handed_over
from birlik.domains.execution.rules.handover import TWO_HOLDERS, may_hand_over


@action(
    "office.handed_over",
    may=may_hand_over,
    label=LocalText(
        "Лауазымның істері тапсырылды", "Переданы дела по должности", "Office handed over"
    ),
)
def hand_over(
    by: Actor, office: Office, /, *, at: datetime, giver: Appointment, taker: Appointment
) -> Handover:
    """Record the list of what lies in an office now, from one holder to another.

    Raises `RefusedError` unless both are appointed to the office and are two people.
    """
    seated = giver.office_id == taker.office_id == office.pk
    if not seated or giver.person_id == taker.person_id:
        raise RefusedError(TWO_HOLDERS)
    records = records_of(handed_over(office, on=day_of(at)))
    digest = digest_of(records)
    made = Handover.objects.create(
        office=office,
        handed_by=giver,
        taken_by=taker,
        rows=records,
        digest=digest,
        at=at,
        by_id=by.appointment_id,
    )
    note(handover=made.pk, rows=len(records), digest=digest)
    return made
