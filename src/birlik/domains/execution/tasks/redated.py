"""Who reports is told that due dates moved with the calendar of working days."""

from collections import defaultdict
from datetime import date

from birlik.base.journal.queries import announcement
from birlik.base.obligations.facts import ObligationsRedated
from birlik.base.obligations.models import Obligation
from birlik.base.registry.actions.notices import NoticeRow
from birlik.base.values.clock import SystemClock, day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine import telling
from birlik.domains.execution.queries.recipients import Directory, obligations_to_tell
from birlik.domains.execution.tasks.notices import give_new, row_text, too_old


def on_obligations_redated(fact: ObligationsRedated) -> None:
    """Due dates moved: those who report on them are told, of several under an act in one notice."""
    entry, at = announcement(fact), SystemClock().now()
    if too_old(entry, at):
        return
    directory = Directory.of(day_of(at))
    told: defaultdict[tuple[int, int], list[Obligation]] = defaultdict(list)
    for one in obligations_to_tell(fact.obligations):
        for account in directory.reporters(one):
            told[account, one.act_id].append(one)
    what = telling.redated(date.fromisoformat(fact.was_on))
    rows = [row_of(account, found, what) for (account, _act), found in sorted(told.items())]
    give_new(rows, about="redated", at=at)


def row_of(account: int, found: list[Obligation], what: LocalText) -> NoticeRow:
    """The notice about obligations of one act that moved to the same day."""
    first = found[0]
    key = f"redated/{first.due_on.isoformat()}/{what.en}"
    if len(found) == 1:
        page = telling.OBLIGATION_PAGE.format(first.pk)
        return NoticeRow(account, f"{key}/{first.pk}", row_text(what, first), page)
    text = telling.told_of_many(what, first.act.number, first.due_on, len(found))
    listed = telling.LISTS["reminder"].format(first.act_id)
    return NoticeRow(account, f"{key}/act-{first.act_id}", text, listed)
