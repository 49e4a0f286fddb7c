"""Days that acts move: entered into the working-day calendar, and put back."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Q

from birlik.base.charter import rules
from birlik.base.charter.models import MovedDay
from birlik.base.charter.queries import working_days
from birlik.base.journal.action import action, note
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.base.values.working_days import MovedDate

MOVED = "calendar.days_moved"


@action(
    MOVED,
    may=rules.may_keep_calendar,
    label=LocalText(
        "Жұмыс күндері ауыстырылды", "Перенесены рабочие дни", "Working days moved by act"
    ),
)
def move_days(
    _by: Actor, _subject: None, /, *, at: datetime, days: Sequence[MovedDate], ground: str
) -> list[MovedDay]:
    """Enter the days that an act moves; `ground` is that act, in place of what the days say.

    Raises `RefusedError` without a ground or days, for a day named twice or moved already, and for
    one that is worked, or off, without it.
    """
    refuse_wrong(days, ground)
    return MovedDay.objects.bulk_create(
        MovedDay(on=one.on, worked=one.worked, moved_from=one.moved_from, ground=ground.strip())
        for one in days
    )


def refuse_wrong(days: Sequence[MovedDate], ground: str) -> None:
    """Raise `RefusedError` for days that cannot be entered as they are."""
    on = {one.on for one in days}
    calendar = working_days()
    objections = (
        (not days, rules.NO_DAYS),
        (not ground.strip(), rules.GROUND_NEEDED),
        (len(on) < len(days), rules.DAY_TWICE),
        (MovedDay.objects.filter(on__in=on).exists(), rules.MOVED_ALREADY),
        (any(calendar.is_working(one.on) == one.worked for one in days), rules.NOTHING_MOVED),
    )
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)


@action(
    "calendar.day_restored",
    may=rules.may_keep_calendar,
    label=LocalText("Күн қалпына келтірілді", "День возвращен", "Moved day put back"),
)
def restore_day(_by: Actor, day: MovedDay, /, *, at: datetime) -> list[date]:
    """Put a moved day back, together with the one with which it changed places; return the days."""
    pair = [day.moved_from] if day.moved_from else []
    rows = MovedDay.objects.filter(Q(pk=day.pk) | Q(on__in=pair, moved_from=day.on))
    found = list(rows.values_list("on", flat=True))
    note(days=found)
    MovedDay.objects.filter(on__in=found).delete()
    return found
