"""The due date that follows from a duty's schedule, the calendar and the norms: reckoned alone."""

from dataclasses import dataclass
from datetime import date

from birlik.base.obligations.engine.owing import Terms, contributed_by
from birlik.base.values.schedule import Schedule


@dataclass(frozen=True, slots=True)
class DueDate:
    """How a due date comes about: the last day in time by the words alone, the same moved to a
    working day, and for a contribution so many days earlier, yet not before the act."""

    nominal_on: date
    shifted_on: date
    due_on: date


def reckoned(
    schedule: Schedule, nominal_on: date, terms: Terms, *, contribution: bool = False
) -> DueDate:
    """The due date of the occurrence of a schedule that falls on `nominal_on`."""
    shifted = schedule.moved(nominal_on, terms.working_days)
    due_on = contributed_by(shifted, terms) if contribution else shifted
    return DueDate(nominal_on, shifted, due_on)
