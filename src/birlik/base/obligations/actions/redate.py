"""Due dates reckoned anew when the calendar of working days changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from birlik.base.charter.actions import move_days, restore_day
from birlik.base.charter.models import MovedDay
from birlik.base.charter.queries import working_days
from birlik.base.charter.rules import may_keep_calendar
from birlik.base.journal.action import action, announce, note
from birlik.base.obligations.facts import ObligationsRedated
from birlik.base.obligations.models import Duty, Extension, Obligation
from birlik.base.obligations.queries.terms import Dating
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.working_days import MovedDate, WorkingDays

REACH = timedelta(days=30)
"""How long before a changed day a deadline may name its own and still be moved by it."""

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Redating:
    """What becomes of due dates: the numbers of the obligations that move, by the day on which they
    were due and the day on which they are; and how many of them are overdue from then on that were
    not before."""

    moved: dict[tuple[date, date], list[int]]
    overdue: int

    @property
    def count(self) -> int:
        """How many obligations get another due date."""
        return sum(len(numbers) for numbers in self.moved.values())

    @property
    def changes(self) -> list[tuple[date, date, int]]:
        """Was due on, is due on, and for how many obligations, by date."""
        return [(*days, len(numbers)) for days, numbers in sorted(self.moved.items())]


@action(
    "obligations.redated",
    may=may_keep_calendar,
    label=LocalText(
        "Мерзімдер күнтізбе бойынша қайта есептелді",
        "Сроки пересчитаны по календарю",
        "Due dates reckoned anew by the calendar",
    ),
)
def redate_obligations(
    _by: Actor, _subject: None, /, *, at: datetime, days: Sequence[date]
) -> Redating:
    """Give the obligations whose due date follows the calendar the date of now, where one of the
    `days` has changed; contributions move with what they contribute to.

    What was reported on or settled stays, and what was extended keeps its granted date.
    """
    locked = following(days).select_for_update(of=("self",))
    found = redating(locked, working_days(), on=day_of(at))
    for (was_on, due_on), numbers in sorted(found.moved.items()):
        for part in parts(numbers):
            Obligation.objects.filter(pk__in=part).update(due_on=due_on)
            announce(ObligationsRedated(tuple(part), was_on.isoformat(), due_on.isoformat()))
    note(moved=found.count, overdue=found.overdue)
    return found


def following(days: Sequence[date]) -> QuerySet[Obligation]:
    """The obligations whose due date follows the calendar and that changed days may move."""
    if not days:
        return Obligation.objects.none()
    near = Obligation.objects.filter(
        nominal_on__range=(min(days) - REACH, max(days)),
        outcome=Obligation.Outcome.NONE,
        first_submitted_on=None,
        recorded=True,
    )
    extended = Extension.objects.filter(granted=True).values("obligation")
    return near.exclude(pk__in=extended).select_related("act").order_by("pk")


def redating(rows: QuerySet[Obligation], calendar: WorkingDays, *, on: date) -> Redating:
    """Which of some obligations get another due date by a calendar, seen on a day."""
    obligations = list(rows)
    duties = Duty.objects.in_bulk({one.duty_id for one in obligations})
    dating = Dating.of(calendar, duties.values())
    moved: defaultdict[tuple[date, date], list[int]] = defaultdict(list)
    for one in obligations:
        due = dating.due_date(one)
        if due and due.due_on != one.due_on:
            moved[one.due_on, due.due_on].append(one.pk)
    late = (len(found) for (was_on, due_on), found in moved.items() if due_on < on <= was_on)
    return Redating(dict(moved), sum(late))


def parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """The same numbers, so many at a time."""
    return (numbers[begin : begin + BATCH] for begin in range(0, len(numbers), BATCH))


def foreseen_redating(
    on: date, *, added: Iterable[MovedDate] = (), removed: Iterable[date] = ()
) -> Redating:
    """What becomes of due dates when an act moves some days, or some are put back; nothing is
    written."""
    new, gone = list(added), set(removed)
    kept = [one for one in working_days().moves if one.on not in gone]
    calendar = WorkingDays((*kept, *new))
    return redating(following([*gone, *(one.on for one in new)]), calendar, on=on)


def move_working_days(
    by: Actor, /, *, at: datetime, days: Sequence[MovedDate], ground: str
) -> Redating:
    """Enter the days that an act moves, and reckon due dates anew: both or neither.

    Raises `RefusedError` as `move_days` does.
    """
    with transaction.atomic():
        move_days(by, None, at=at, days=days, ground=ground)
        return redate_obligations(by, None, at=at, days=[one.on for one in days])


def restore_working_day(by: Actor, day: MovedDay, /, *, at: datetime) -> Redating:
    """Put a moved day back with its pair, and reckon due dates anew: both or neither."""
    with transaction.atomic():
        return redate_obligations(by, None, at=at, days=restore_day(by, day, at=at))
