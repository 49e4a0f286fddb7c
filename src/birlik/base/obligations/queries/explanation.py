"""Why obligations fall due on the day they do, and whether that day is the one that follows."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from birlik.base.charter.queries import working_days
from birlik.base.journal.models import Entry
from birlik.base.obligations.engine.explanation import Dated, Granted, Part, explained, later
from birlik.base.obligations.models import Duty, Extension, Obligation, Party
from birlik.base.obligations.queries.states import norms
from birlik.base.obligations.queries.terms import Dating, follows_calendar

REACH = timedelta(days=30)
"""Within how long after its nominal day a changed calendar may have moved a due date."""

MOVED = "calendar.days_moved"


def why_due(obligations: Iterable[Obligation]) -> dict[int, tuple[Part, ...]]:
    """Number of an obligation → the steps to its due date, in three queries; of one whose deadline
    could not be read only the extensions. Acts and duties are at hand."""
    rows = list(obligations)
    dating = Dating.of(working_days(), {one.duty_id: one.duty for one in rows}.values())
    extensions = Extension.objects.filter(granted=True, obligation__in=[one.pk for one in rows])
    granted: dict[int, list[Granted]] = {}
    for one in extensions.order_by("obligation", "pk"):
        row = Granted(one.old_due_on, one.due_on or one.wanted_on, one.ground)
        granted.setdefault(one.obligation_id, []).append(row)
    return {one.pk: steps_of(one, dating, granted.get(one.pk, ())) for one in rows}


def steps_of(one: Obligation, dating: Dating, extensions: Sequence[Granted]) -> tuple[Part, ...]:
    """The steps to one due date."""
    dated = dated_of(one, dating, extensions)
    return explained(dated) if dated else later(extensions)


def dated_of(one: Obligation, dating: Dating, extensions: Sequence[Granted]) -> Dated | None:
    """What the due date of an obligation follows from; None where its deadline is not known."""
    schedule, due = dating.schedule_of(one), dating.due_date(one)
    if schedule is None or due is None:
        return None
    on = one.act.adopted_on
    return Dated(
        schedule=schedule,
        due=due,
        terms=dating.terms_for(one),
        shift=norms().norm("shift_to_working_day", on),
        earlier=norms().norm("contribution_days", on),
        contribution=one.role == Party.Role.CONTRIBUTOR,
        due_on=one.due_on,
        extensions=extensions,
    )


@dataclass(slots=True)
class DueCheck:
    """Says what due date follows for an obligation, any extension left out.

    Of what was reported on or settled while an act moved days near its deadline nobody can tell by
    which calendar it stands: there the stored date is taken as it is. So it is of what a correction
    made void: its extension went to what took its place.
    """

    dating: Dating
    touched: tuple[date, ...]

    @classmethod
    def of_all(cls) -> Self:
        """One for every obligation there is."""
        return cls(Dating.of(working_days(), Duty.objects.all()), ever_moved())

    def due_on(self, one: Obligation) -> date:
        """The due date that follows."""
        if one.void_reason == Obligation.Reason.CORRECTED:
            return one.due_on
        near = any(one.nominal_on <= day <= one.nominal_on + REACH for day in self.touched)
        if near and not follows_calendar(one):
            return one.due_on
        due = self.dating.due_date(one)
        return due.due_on if due else one.due_on


def ever_moved() -> tuple[date, ...]:
    """The days that acts moved at any time, also those that were put back, as the journal says."""
    found = Entry.objects.filter(action=MOVED).values_list("text", flat=True)
    given = (json.loads(text)["given"]["days"] for text in found)
    return tuple(sorted({date.fromisoformat(day["on"]) for days in given for day in days}))
