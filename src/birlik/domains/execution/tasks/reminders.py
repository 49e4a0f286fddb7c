"""Reminders before a due date and escalations after it, each once, by norm."""

from datetime import datetime

from birlik.base.registry.actions.notices import NoticeRow
from birlik.base.values.clock import day_of
from birlik.domains.execution.engine import telling
from birlik.domains.execution.queries.falling_due import falling_due, long_overdue
from birlik.domains.execution.queries.norms import norms
from birlik.domains.execution.queries.recipients import Directory
from birlik.domains.execution.tasks.notices import give_new, row_text


def remind(*, at: datetime) -> int:
    """Remind those who report of what falls due soon; return how many notices are new.

    Each level of the norm is told once for a due date. Where the worker was down and several
    levels were passed, only the nearest is told.
    """
    on = day_of(at)
    levels = norms().norm("reminder_days", on).whole_numbers()
    directory = Directory.of(on)
    rows = []
    for one in falling_due(on=on, within=max(levels)).iterator(chunk_size=2000):
        days = (one.due_on - on).days
        level = telling.level_ahead(days, levels)
        key = f"reminder/{level}/{one.pk}/{one.due_on.isoformat()}"
        text = row_text(telling.reminder(days), one)
        page = telling.OBLIGATION_PAGE.format(one.pk)
        rows += [NoticeRow(who, key, text, page) for who in sorted(directory.reporters(one))]
    return give_new(rows, about="reminder", at=at)


def escalate(*, at: datetime) -> int:
    """Tell superior offices of what is long overdue; return how many notices are new.

    Each level of the norm is told once for a due date, each one office higher. What passed several
    levels while the worker was down is told at the last of them; what passed the last one longer
    ago than the norm `notice_days` is left to lists and digests.
    """
    on = day_of(at)
    levels = norms().norm("escalation_days", on).whole_numbers()
    last = max(levels) + norms().norm("notice_days", on).whole_number()
    steps = {level: step for step, level in enumerate(sorted(levels), start=1)}
    directory = Directory.of(on)
    rows = []
    for one in long_overdue(on=on, since=min(levels), until=last).iterator(chunk_size=2000):
        days = (on - one.due_on).days
        level = telling.level_passed(days, levels) or 0
        key = f"overdue/{level}/{one.pk}/{one.due_on.isoformat()}"
        text = row_text(telling.escalation(days), one)
        page = telling.OBLIGATION_PAGE.format(one.pk)
        told = sorted(directory.superiors(one, steps[level]))
        rows += [NoticeRow(who, key, text, page) for who in told]
    return give_new(rows, about="overdue", at=at)
