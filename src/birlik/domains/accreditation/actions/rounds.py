"""Opening a round."""

from datetime import date, datetime

from birlik.base.journal.action import action, announce
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.facts import AccreditationOpened
from birlik.domains.accreditation.models import Round
from birlik.domains.accreditation.rules.reach import may_run


@action(
    "accreditation.opened",
    may=may_run,
    label=LocalText("Аккредиттеу ашылды", "Аккредитация открыта", "Accreditation opened"),
)
def open_round(
    by: Actor, _subject: None, /, *, at: datetime, year: int, opened_on: date, closed_on: date
) -> Round:
    """Open a round of a year, with the days in which associations apply; an earlier one is entered
    so too. Raises `RefusedError` for a year that is there, and for days in the wrong order."""
    if closed_on < opened_on:
        raise RefusedError(refusals.DAYS_BACKWARDS)
    if Round.objects.filter(year=year).exists():
        raise RefusedError(refusals.YEAR_TAKEN)
    made = Round.objects.create(
        year=year, opened_on=opened_on, closed_on=closed_on, opened_at=at, by_id=by.appointment_id
    )
    announce(AccreditationOpened(made.pk))
    return made
