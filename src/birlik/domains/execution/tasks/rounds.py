"""Notices of reporting rounds: a sheet is to be filled, a sheet was returned.

Every subscriber may be called again for the same fact: an account is told of a key once.
"""

from collections.abc import Iterator

from birlik.base.journal.facts import Fact
from birlik.base.journal.queries import announcement
from birlik.base.registry.actions.notices import NoticeRow
from birlik.base.values.clock import ZONE, SystemClock, day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine import telling
from birlik.domains.execution.facts import RoundOpened, SheetReturned
from birlik.domains.execution.models import Sheet
from birlik.domains.execution.queries.recipients import REPORTS, Directory
from birlik.domains.execution.queries.rounds.told import sheet_to_tell, sheets_to_tell
from birlik.domains.execution.tasks.notices import doer, give_new, too_old


def on_round_opened(fact: RoundOpened) -> None:
    """A round was opened: those who report for the bodies asked are told of their sheets."""
    tell(fact, sheets_to_tell(fact.round), f"round.opened/{fact.round}", telling.ASKED)


def on_sheet_returned(fact: SheetReturned) -> None:
    """A sheet was returned: those who report for its body are told."""
    key = f"sheet.returned/{fact.returned_at}"
    tell(fact, sheet_to_tell(fact.sheet), key, telling.SHEET_RETURNED)


def tell(fact: Fact, sheets: list[Sheet], key: str, what: LocalText) -> None:
    """Tell those who report for the bodies of the sheets, but never who did it."""
    entry, at = announcement(fact), SystemClock().now()
    if too_old(entry, at):
        return
    directory, author = Directory.of(day_of(at)), doer(entry)
    rows = [row for one in sheets for row in rows_for(one, key, what, directory, author)]
    give_new(rows, about=key, at=at)


def rows_for(
    sheet: Sheet, key: str, what: LocalText, directory: Directory, author: frozenset[int]
) -> Iterator[NoticeRow]:
    """The notices of a sheet, one for each who reports for its body."""
    term = f"{sheet.round.due_at.astimezone(ZONE):%d.%m.%Y %H:%M}"
    text = telling.told_of_sheet(what, sheet.round.title, sheet.structure.short, term)
    address = telling.SHEET_PAGE.format(sheet.pk)
    for account in sorted(directory.reaching(REPORTS, sheet.structure) - author):
        yield NoticeRow(account, f"{key}/{sheet.pk}", text, address)
