"""A workbook that was filled in elsewhere is merged into a sheet; a person settles what differs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.records.engine.workbook import UnfitFileError, read_workbook
from birlik.base.records.models import Document
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.rounds.fill import add_row, keep
from birlik.domains.execution.engine.rounds.brought import (
    Brought,
    ForeignBookError,
    KnownRow,
    Told,
    brought_of,
)
from birlik.domains.execution.engine.rounds.columns import split_words
from birlik.domains.execution.engine.rounds.merging import Cells, Merged, merged
from birlik.domains.execution.models import BroughtSheet, Sheet
from birlik.domains.execution.queries.rounds.sheet import SheetLines, sheet_lines
from birlik.domains.execution.rules.sheets import may_fill_sheet

MERGED_ALREADY = LocalText(
    kk="Бұл файл осы кестеге бұрын қосылған, ештеңе өзгерген жоқ. Файлды түзетсеңіз, оны сақтап, "
    "қайта жүктеңіз.",
    ru="Этот файл уже внесен в таблицу, ничего не изменилось. Если вы исправите файл, сохраните "
    "его и загрузите снова.",
    en="This file has been merged into the sheet already; nothing changed. When you mend the file, "
    "save it and bring it again.",
)
SETTLED_ALREADY = LocalText(
    kk="Осы арада бұл ұяшықтар бойынша шешім қабылданды немесе олар өзгерді. Бетті қайта қараңыз.",
    ru="Тем временем по этим ячейкам уже выбрали или они изменились. Посмотрите страницу снова.",
    en="Meanwhile these cells were settled or changed. Look at the page again.",
)


@dataclass(frozen=True, slots=True)
class BroughtAnswer:
    """What became of a workbook: its record, which keeps the conflicts, how many rows are new, how
    many rows of the sheet it lacks, and what of it was left out."""

    record: BroughtSheet
    new: int
    absent: int
    told: Sequence[Told] = field(default=())


@action(
    "sheet.brought",
    may=may_fill_sheet,
    label=LocalText(
        "Кестенің файлы қосылды", "Внесен файл таблицы", "Workbook merged into a sheet"
    ),
)
def bring_workbook(
    by: Actor, sheet: Sheet, /, *, at: datetime, document: Document
) -> BroughtAnswer:
    """Merge a workbook into a sheet, cell by cell.

    A cell that nobody has changed since the workbook was made takes its value; one that somebody
    changed otherwise stays, and waits for a person. Raises `RefusedError` for what is no workbook
    of this sheet, and for one that was merged already.
    """
    if sheet.brought.filter(document=document).exists():
        raise RefusedError(MERGED_ALREADY)
    lines = sheet_lines(sheet, on=day_of(at))
    brought = read_brought(lines, document)
    rows = {one.row.pk: one.row for one in lines.lines if one.row.pk in brought.rows}
    made = {
        number: merged(brought.base.get(number, {}), row.cells, brought.rows[number])
        for number, row in rows.items()
    }
    keep(sheet, rows.values(), {number: one.cells for number, one in made.items()}, at=at)
    for title, cells in brought.new:
        name_row(by, sheet, title, cells, at=at)
    record = BroughtSheet.objects.create(
        sheet=sheet,
        document=document,
        taken=sum(len(one.taken) for one in made.values())
        + sum(len(cells) for _title, cells in brought.new),
        conflicts=list(conflicts_of(made)),
        at=at,
        by_id=by.appointment_id,
    )
    note(taken=record.taken, conflicts=len(record.conflicts), digest=document.digest)
    return BroughtAnswer(record, len(brought.new), brought.absent, tuple(brought.told))


def read_brought(lines: SheetLines, document: Document) -> Brought:
    """What a stored workbook brings to a sheet. Raises `RefusedError`."""
    with document.file.open("rb") as source:
        content = source.read()
    try:
        return brought_of(
            read_workbook(content),
            of=(lines.sheet.round_id, lines.sheet.pk),
            rows=[KnownRow(one.row.pk, one.number, one.title) for one in lines.lines],
            columns=lines.columns,
            takes_new=lines.sheet.round.free_rows,
        )
    except (ForeignBookError, UnfitFileError) as error:
        raise RefusedError(error.reason) from error


def name_row(by: Actor, sheet: Sheet, title: str, cells: Cells, *, at: datetime) -> None:
    """Add a row that a workbook names, with its cells."""
    row = add_row(by, sheet, at=at, title=LocalText(*split_words(" ".join(title.split()))))
    keep(sheet, [row], {row.pk: cells}, at=at)


def conflicts_of(made: Mapping[int, Merged]) -> Iterator[dict[str, object]]:
    """The cells that wait for a person, as records."""
    for number, one in made.items():
        for conflict in one.conflicts:
            yield {
                "row": number,
                "column": conflict.column,
                "before": conflict.before,
                "there": conflict.there,
                "brought": conflict.brought,
            }


@action(
    "sheet.conflicts_settled",
    may=may_fill_sheet,
    label=LocalText(
        "Файлдағы айырмашылықтар шешілді",
        "Выбраны значения спорных ячеек",
        "Cells that differed settled",
    ),
)
def settle_conflicts(
    _by: Actor, sheet: Sheet, /, *, at: datetime, record: int, chosen: Mapping[str, bool]
) -> int:
    """Settle cells of a workbook that wait: `chosen` says by "row:column" whether the file's value
    is taken; how many still wait.

    A cell that changed again since stays waiting with what is there now. Raises `RefusedError`
    where nothing waits any more.
    """
    brought = sheet.brought.select_for_update(of=("self",)).filter(pk=record).first()
    if brought is None or not brought.conflicts:
        raise RefusedError(SETTLED_ALREADY)
    rows = {one.pk: one for one in sheet.rows.all()}
    cells = {number: dict(one.cells) for number, one in rows.items()}
    waiting = [one for one in brought.conflicts if not settled(one, cells, chosen)]
    keep(sheet, rows.values(), cells, at=at)
    note(settled=len(brought.conflicts) - len(waiting))
    brought.conflicts = waiting
    brought.save(update_fields=["conflicts"])
    return len(waiting)


def settled(
    conflict: dict[str, object], cells: Mapping[int, dict[str, str]], chosen: Mapping[str, bool]
) -> bool:
    """Whether a conflict is settled; if the file's value was chosen, it is put into `cells`."""
    row, column = conflict["row"], str(conflict["column"])
    taken = chosen.get(f"{row}:{column}")
    found = cells.get(row) if isinstance(row, int) else None
    if found is None:
        return True
    there, value = found.get(column, ""), str(conflict["brought"])
    if taken is None or (taken and there not in {conflict["there"], value}):
        conflict["there"] = there
        return there == value
    if taken:
        found.pop(column, None)
        found |= {column: value} if value else {}
    return True
