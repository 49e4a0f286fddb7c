"""Rows of open sheets follow what a reorganisation passed to a chosen successor."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max

from birlik.base.journal.action import action, note
from birlik.base.registry.models import Reorganisation
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.models import BroughtSheet, Sheet, SheetRow
from birlik.domains.execution.queries.rounds.passed import misplaced_rows
from birlik.domains.execution.rules.rounds import may_move_rows


@action(
    "sheet.rows_moved",
    may=may_move_rows,
    label=LocalText(
        "Кесте жолдары құқықтық мирасқорға өтті",
        "Строки таблиц перешли к правопреемнику",
        "Rows of sheets passed to the successor",
    ),
)
def move_rows(_by: Actor, made: Reorganisation, /, *, at: datetime) -> int:
    """Move the rows about what a reorganisation passed on to the sheets of the successors, made
    where there are none, with all that was entered; how many. A second time nothing is done.

    Sheets that were sent, the old one or the new, stay as they are. What a workbook had left open
    in a row that moves is dropped: the cell stays as it was.
    """
    moved: list[SheetRow] = []
    for row, body in misplaced_rows(made, on=day_of(at)):
        sheet, _new = Sheet.objects.get_or_create(round_id=row.sheet.round_id, structure_id=body)
        if sheet.state != Sheet.State.SENT:
            settle_brought(row)
            row.sheet, row.position = sheet, next_place(sheet)
            row.save(update_fields=["sheet", "position"])
            moved.append(row)
    touch({row.sheet_id for row in moved}, at=at)
    note(moved=len(moved), sheets=sorted({row.sheet_id for row in moved}))
    return len(moved)


def next_place(sheet: Sheet) -> int:
    """The place behind the last row of a sheet."""
    last: int | None = sheet.rows.aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def settle_brought(row: SheetRow) -> None:
    """Forget the cells of a row that wait for a choice on the sheet where it stands."""
    for one in BroughtSheet.objects.filter(sheet=row.sheet).exclude(conflicts=[]):
        one.conflicts = [cell for cell in one.conflicts if cell["row"] != row.pk]
        one.save(update_fields=["conflicts"])


def touch(sheets: Iterable[int], *, at: datetime) -> None:
    """Say that sheets have changed."""
    Sheet.objects.filter(pk__in=list(sheets)).update(changed_at=at)
