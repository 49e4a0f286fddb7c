"""Filling in a sheet: each row is merged with what others entered meanwhile.

The sheet's own row is locked by every action on it, so two who fill in one sheet come one after
the other, and each sees what the other left.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from birlik.base.journal.action import action
from birlik.base.letters.models import Letter
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.engine.rounds.cells import Raw, read_cells
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.engine.rounds.merging import Cells, Conflict, merged_by
from birlik.domains.execution.models import Sheet, SheetRow
from birlik.domains.execution.queries.rounds.contributed import columns_of
from birlik.domains.execution.rules.sheets import is_answer_of, may_answer_by_letter, may_fill_sheet

FOREIGN_LETTER = LocalText(
    kk="Бұл хат басқа органнан келген. Осы органның хатын таңдаңыз.",
    ru="Это письмо пришло от другого органа. Выберите письмо этого органа.",
    en="This letter came from another body. Choose a letter of this body.",
)
NO_LETTER = LocalText(
    kk="Органның тіркелген хатын таңдаңыз. Тізімде болмаса, алдымен хатты тіркеңіз.",
    ru="Выберите зарегистрированное письмо органа. Если его нет в списке, сначала "
    "зарегистрируйте письмо.",
    en="Choose a registered letter of the body. If it is not in the list, register it first.",
)
NO_FREE_ROWS = LocalText(
    kk="Бұл сұратуда жолдарды үйлестіруші белгілеген, жаңасын қосуға болмайды.",
    ru="Строки этого сбора задал координатор, добавлять свои нельзя.",
    en="The coordinator named the rows of this round; none can be added.",
)
NAME_ROW = LocalText(
    kk="Жолдың атауын жазыңыз.", ru="Напишите название строки.", en="Name the row."
)
TOO_MANY_ROWS = LocalText(
    kk="Жолдар тым көп: бір кестеде 500 жолдан аспауы тиіс.",
    ru="Слишком много строк: в таблице может быть не более 500.",
    en="There are too many rows: a sheet takes 500 at most.",
)
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class RowEntry:
    """What was entered in a row, and the marks of what stood there when it was begun."""

    cells: Mapping[str, Raw]
    marks: Cells = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """A row after it was filled in: its cells as they are now, the columns that were taken, those
    that somebody else had changed otherwise, and those that could not be read, with the reason."""

    cells: Cells
    taken: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    faults: Mapping[str, LocalText]


@action(
    "sheet.filled",
    may=may_fill_sheet,
    label=LocalText("Кесте толтырылды", "Таблица заполнена", "Sheet filled in"),
    withheld=("rows",),
    entered=False,
)
def fill_rows(
    _by: Actor, sheet: Sheet, /, *, at: datetime, rows: Mapping[int, RowEntry]
) -> dict[int, RowAnswer]:
    """Keep what was entered in rows, by their numbers; what is no row of the sheet is left out.

    A cell that somebody else changed meanwhile, or that cannot be read, stays as it is and is
    told; all others are taken.
    """
    columns = columns_of(sheet.round)
    found = list(sheet.rows.filter(pk__in=list(rows)))
    answers = {one.pk: answer_of(one, rows[one.pk], columns) for one in found}
    keep(sheet, found, {number: one.cells for number, one in answers.items()}, at=at)
    return answers


def answer_of(row: SheetRow, entry: RowEntry, columns: Iterable[ColumnRow]) -> RowAnswer:
    """What becomes of a row when an entry is merged into it."""
    brought, faults = read_cells(entry.cells, columns)
    made = merged_by(entry.marks, row.cells, brought)
    return RowAnswer(made.cells, made.taken, made.conflicts, faults)


def keep(
    sheet: Sheet, rows: Iterable[SheetRow], cells: Mapping[int, Cells], *, at: datetime
) -> None:
    """Write the rows whose cells are others now."""
    changed = [one for one in rows if one.cells != cells[one.pk]]
    for one in changed:
        one.cells = dict(cells[one.pk])
    if changed:
        SheetRow.objects.bulk_update(changed, ["cells"])
        sheet.changed_at = at
        sheet.save(update_fields=["changed_at"])


@action(
    "sheet.row_added",
    may=may_fill_sheet,
    label=LocalText("Кестеге жол қосылды", "В таблицу добавлена строка", "Row added to a sheet"),
    withheld=("title",),
    entered=False,
)
def add_row(_by: Actor, sheet: Sheet, /, *, at: datetime, title: LocalText) -> SheetRow:
    """Add a row at the end of a sheet whose round leaves the rows to the bodies.

    Raises `RefusedError` where it does not, without a title, and where the sheet is full.
    """
    if not sheet.round.free_rows:
        raise RefusedError(NO_FREE_ROWS)
    kk, ru = title.kk.strip()[:300], title.ru.strip()[:300]
    if not kk and not ru:
        raise RefusedError(NAME_ROW)
    last = sheet.rows.order_by("-position").first()
    place = last.position + 1 if last else 1
    if place > MOST_ROWS:
        raise RefusedError(TOO_MANY_ROWS)
    return SheetRow.objects.create(sheet=sheet, position=place, title_kk=kk, title_ru=ru)


@action(
    "sheet.answered_by_letter",
    may=may_answer_by_letter,
    label=LocalText(
        "Органның хатпен берген жауабы белгіленді",
        "Отмечен ответ органа письмом",
        "Answer by letter recorded",
    ),
)
def answer_by_letter(_by: Actor, sheet: Sheet, /, *, at: datetime, letter: Letter) -> None:
    """Say by which registered letter a body answered, so that a registrar can fill in its sheet.

    Raises `RefusedError` for a letter of another body.
    """
    if not is_answer_of(letter, sheet):
        raise RefusedError(FOREIGN_LETTER)
    sheet.letter = letter
    sheet.save(update_fields=["letter"])
