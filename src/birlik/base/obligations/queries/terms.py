"""What governs the due dates of an act, and the due dates that follow."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from birlik.base.charter.queries import working_days
from birlik.base.obligations.engine.dates import DueDate, reckoned
from birlik.base.obligations.engine.owing import Force, Terms
from birlik.base.obligations.models import Duty, FormerDuty, Obligation, Party
from birlik.base.obligations.queries.states import norms
from birlik.base.records.engine.draft_record import restore
from birlik.base.records.models import Act
from birlik.base.values.schedule import Schedule
from birlik.base.values.working_days import WorkingDays


def terms_of(act: Act, calendar: WorkingDays | None = None) -> Terms:
    """What governs all the duties of an act, by the norms of its day and a calendar, by default
    that of the installation."""
    on = act.adopted_on
    shifts = norms().norm("shift_to_working_day", on).flag()
    return Terms(
        force=Force(act.in_force_from, act.repealed_on),
        first_year=act.first_year,
        last_year=act.last_year,
        working_days=(calendar or working_days()) if shifts else None,
        contribution_days=norms().norm("contribution_days", on).whole_number(),
    )


@dataclass(slots=True)
class Dating:
    """Reckons the due dates of many obligations by one calendar.

    `schedules` gives for a duty and a version of it the deadline as read, None for an unread one.
    """

    calendar: WorkingDays
    schedules: dict[tuple[int, int], Schedule | None]
    terms: dict[int, Terms] = field(default_factory=dict)

    @classmethod
    def of(cls, calendar: WorkingDays, duties: Iterable[Duty]) -> "Dating":
        """One for some duties, in one query."""
        rows = list(duties)
        former = FormerDuty.objects.filter(duty__in=[one.pk for one in rows]).order_by()
        found: dict[tuple[int, int], Schedule | None] = {}
        last: dict[int, int] = {}
        for duty, version, record in former.values_list("duty", "version", "record"):
            found[duty, version] = restore(Schedule | None, record["schedule"])
            last[duty] = max(version, last.get(duty, 0))
        for row in rows:
            found[row.pk, last.get(row.pk, 0) + 1] = restore(Schedule | None, row.schedule)
        return cls(calendar, found)

    def schedule_of(self, one: Obligation) -> Schedule | None:
        """The deadline by which an obligation was made; None where it could not be read."""
        return self.schedules.get((one.duty_id, one.version))

    def terms_for(self, one: Obligation) -> Terms:
        """What governs the act of an obligation."""
        if one.act_id not in self.terms:
            self.terms[one.act_id] = terms_of(one.act, self.calendar)
        return self.terms[one.act_id]

    def due_date(self, one: Obligation) -> DueDate | None:
        """The due date that follows for an obligation, any extension left out; None where its
        deadline is not known."""
        schedule = self.schedule_of(one)
        if schedule is None:
            return None
        contributes = one.role == Party.Role.CONTRIBUTOR
        return reckoned(schedule, one.nominal_on, self.terms_for(one), contribution=contributes)


def follows_calendar(one: Obligation) -> bool:
    """Whether the due date of an obligation still follows the calendar: nothing was reported on it
    and nothing settled, and its term began here. An extension that was granted ends it, too."""
    return one.recorded and one.outcome == "" and one.first_submitted_on is None
