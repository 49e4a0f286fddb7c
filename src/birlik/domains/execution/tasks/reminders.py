"""Reminders before a due date and escalations after it, each once, by norm.

Who would hear of more than `MANY` obligations of an act with the same due date at once hears of all
of them in one notice that leads to their list.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from birlik.base.obligations.models import Obligation
from birlik.base.registry.actions.notices import NoticeRow, unknown
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine import telling
from birlik.domains.execution.queries.falling_due import falling_due, long_overdue
from birlik.domains.execution.queries.norms import norms
from birlik.domains.execution.queries.recipients import Directory
from birlik.domains.execution.tasks.notices import give_new, row_text

MANY = 10
Matter = Literal["reminder", "overdue"]


@dataclass(frozen=True, slots=True)
class Call:
    """What one obligation gives an account to hear: the level that was reached, and in words."""

    account: int
    matter: Matter
    level: int
    what: LocalText
    one: Obligation

    @property
    def key(self) -> str:
        """What tells it from every other; a new due date makes another."""
        return f"{self.matter}/{self.level}/{self.one.pk}/{self.one.due_on.isoformat()}"

    @property
    def batch(self) -> tuple[int, str]:
        """The account, and the key of the notice that tells it of many together."""
        whole = f"{self.matter}/{self.level}/act-{self.one.act_id}/{self.one.due_on.isoformat()}"
        return self.account, whole

    def row(self) -> NoticeRow:
        """The notice about this obligation alone."""
        page = telling.OBLIGATION_PAGE.format(self.one.pk)
        return NoticeRow(self.account, self.key, row_text(self.what, self.one), page)

    def whole_row(self, count: int) -> NoticeRow:
        """The notice about `count` obligations together."""
        act, due_on = self.one.act, self.one.due_on
        account, key = self.batch
        text = telling.told_of_many(self.what, act.number, due_on, count)
        return NoticeRow(account, key, text, telling.LISTS[self.matter].format(act.pk))


def remind(*, at: datetime) -> int:
    """Remind those who report of what falls due soon; return how many notices are new.

    Each level of the norm is told once for a due date. Where the worker was down and several
    levels were passed, only the nearest is told.
    """
    on = day_of(at)
    levels = norms().norm("reminder_days", on).whole_numbers()
    directory = Directory.of(on)
    calls = []
    for one in falling_due(on=on, within=max(levels)).iterator(chunk_size=2000):
        days = (one.due_on - on).days
        level = telling.level_ahead(days, levels) or 0
        what = telling.reminder(days)
        calls += [Call(who, "reminder", level, what, one) for who in directory.reporters(one)]
    return give_new(gathered(calls), about="reminder", at=at)


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
    calls = []
    for one in long_overdue(on=on, since=min(levels), until=last).iterator(chunk_size=2000):
        days = (on - one.due_on).days
        level = telling.level_passed(days, levels) or 0
        what = telling.escalation(days)
        told = directory.superiors(one, steps[level])
        calls += [Call(who, "overdue", level, what, one) for who in told]
    return give_new(gathered(calls), about="overdue", at=at)


def gathered(calls: Iterable[Call]) -> list[NoticeRow]:
    """The notices to be given, by account: many obligations of an act and a due date in one.

    Once many were told together nothing is told of each; what was told one by one stays so.
    """
    batches: defaultdict[tuple[int, str], list[Call]] = defaultdict(list)
    for call in calls:
        batches[call.batch].append(call)
    wholes = {batch: found[0].whole_row(len(found)) for batch, found in batches.items()}
    untold = {(row.account, row.key) for row in unknown(wholes.values())}
    rows: list[NoticeRow] = []
    for batch in sorted(untold):
        found = batches[batch]
        singly = unknown([call.row() for call in found])
        together = len(singly) == len(found) > MANY
        rows += [wholes[batch]] if together else singly
    return rows
