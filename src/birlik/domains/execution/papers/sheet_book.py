"""The sheet of a body as a workbook that is filled in without a connection and sent back.

A first row and a first column that nobody sees tell which column and row is which, wherever they
are moved. A deeper hidden sheet tells whose workbook it is and what stood in every cell when it was
made, so that it can be merged with what others enter meanwhile.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from birlik.base.ui.templatetags.birlik import moment
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.cells import (
    FIRST_DAY,
    LARGEST_QUANTITY,
    LAST_DAY,
    LONGEST_LINK,
    LONGEST_TEXT,
    number_in,
)
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.engine.rounds.sheet_keys import (
    ABOUT,
    BASE_FROM,
    FORMAT,
    HEAD,
    HIDDEN,
    KEYS,
    MARK,
    ROUND,
    SHEET,
    TITLE,
)
from birlik.domains.execution.engine.rounds.sheet_keys import NUMBER as NUMBER_KEY
from birlik.domains.execution.queries.rounds.sheet import Line, SheetLines

Sheet = Any
"""A sheet of openpyxl, whose stubs do not know all of it."""

NAME = "Кесте · Таблица"
HOW = LocalText(
    "Боялған ұяшықтарды толтырып, файлды сайттағы осы кестенің бетінде қайта жүктеңіз.",
    "Заполните закрашенные ячейки и загрузите файл на странице этой таблицы.",
)
DUE = LocalText("Мерзімі", "Срок")
NUMBER = LocalText("Р/с №", "№ п/п")
MEASURE = LocalText("Іс-шара", "Мероприятие")
ROW = LocalText("Жол", "Строка")
FORM = LocalText("Аяқталу нысаны", "Форма завершения")
TERM = LocalText("Орындау мерзімі", "Срок исполнения")
DUE_ON = LocalText("Соңғы күні", "Исполнить до")
PLAN = ((NUMBER_KEY, NUMBER, 7), (TITLE, MEASURE, 44), ("@form", FORM, 17), ("@term", TERM, 18))
WIDTHS = {"text": 40, "number": 12, "date": 13, "link": 26, "choice": 18}
FIRST = 4
"""The row under the heads, where the answers begin."""

BLANK_ROWS = 40
"""How many rows stand ready where the bodies name the rows themselves."""

THIN = Side(style="thin", color="B9C4CC")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
OPEN_FILL = PatternFill("solid", fgColor="FFF9E5")
HEAD_FILL = PatternFill("solid", fgColor="E3F3F8")
TOP = Alignment(vertical="top", wrap_text=True)
OPEN_CELL = Protection(locked=False)
EPOCH = date(1899, 12, 30)
"""The day from which workbooks count."""

WRONG = LocalText("Мәнді тексеріңіз", "Проверьте значение")
ERRORS = {
    "number": LocalText("Мұнда сан керек.", "Здесь нужно число."),
    "date": LocalText("Мұнда күн керек: КК.АА.ЖЖЖЖ.", "Здесь нужна дата: ДД.ММ.ГГГГ."),
    "choice": LocalText("Тізімнен таңдаңыз.", "Выберите из списка."),
    "text": LocalText("Мәтін тым ұзын.", "Текст слишком длинный."),
    "link": LocalText("Сілтеме тым ұзын.", "Ссылка слишком длинная."),
}


def both(words: LocalText, between: str = " / ") -> str:
    """A text in Kazakh and Russian, once where they are the same."""
    return between.join(dict.fromkeys(part for part in (words.kk, words.ru) if part))


def sheet_book(of: SheetLines) -> bytes:
    """The sheet as an XLSX workbook."""
    book = Workbook()
    shown: Sheet = book.active
    hidden: Sheet = book.create_sheet(HIDDEN)
    hidden.sheet_state = "veryHidden"
    shown.title = NAME
    write_heads(shown, of)
    for place, line in enumerate(of.lines, start=FIRST):
        write_line(shown, place, line, of.columns)
    last = FIRST + max(len(of.lines), 1) - 1
    if of.sheet.round.free_rows:
        last = write_blank(shown, FIRST + len(of.lines), of.columns)
    write_hidden(hidden, of)
    validate(shown, hidden, of.columns, last)
    lay_out(shown, of)
    book.security = WorkbookProtection(lockStructure=True)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def heads_of(of: SheetLines) -> list[tuple[str, str, float]]:
    """The key, the head and the width of every column but the hidden one."""
    plan = list(plan_heads(of))
    own = [(one.code, asked(one), WIDTHS[one.kind]) for one in of.columns]
    return plan + own


def plan_heads(of: SheetLines) -> Iterator[tuple[str, str, float]]:
    """What the plan says of a row; of an ad hoc row, only what it is called."""
    if of.sheet.round.act is None:
        yield TITLE, both(ROW), 44
        return
    for code, words, width in PLAN:
        yield code, both(words), width
    yield "@due", both(DUE_ON), 12


def asked(column: ColumnRow) -> str:
    """The head of a column, with a star where it must be filled."""
    return both(column.title) + (" *" if column.required else "")


def write_heads(shown: Sheet, of: SheetLines) -> None:
    """The hidden row of keys, what the sheet is about, and the heads."""
    for row, key in enumerate((KEYS, ABOUT, HEAD), start=1):
        put(shown, row, 1, key)
    for place, (code, head, _width) in enumerate(heads_of(of), start=2):
        put(shown, 1, place, code)
        cell = put(shown, 3, place, head)
        cell.font, cell.alignment = Font(bold=True), TOP
        cell.fill, cell.border = HEAD_FILL, FRAME
    told = [
        both(of.sheet.round.title),
        both(of.sheet.structure.name),
        f"{both(DUE)}: {moment(of.sheet.round.due_at)}",
        both(HOW, "\n"),
    ]
    cell = put(shown, 2, 2, "\n".join(told))
    cell.alignment = TOP
    shown.merge_cells(start_row=2, end_row=2, start_column=2, end_column=min(6, width_of(of)))


def width_of(of: SheetLines) -> int:
    """The number of the last column."""
    return len(heads_of(of)) + 1


def write_line(shown: Sheet, place: int, line: Line, columns: Sequence[ColumnRow]) -> None:
    """A row with what the plan says of it and what was entered."""
    put(shown, place, 1, line.row.pk)
    said: list[Any] = [both(line.title, "\n")]
    if line.obligation:
        form, term = both(line.form, "\n"), both(line.term, "\n")
        said = [line.number, *said, form, term, line.due_on]
    for column, value in enumerate(said, start=2):
        cell = put(shown, place, column, value)
        cell.alignment, cell.border = TOP, FRAME
        if isinstance(value, date):
            cell.number_format = "DD.MM.YYYY"
    for at, one in enumerate(columns, start=2 + len(said)):
        open_cell(shown, place, at, one, line.cells.get(one.code, ""))


def write_blank(shown: Sheet, first: int, columns: Sequence[ColumnRow]) -> int:
    """Rows for a body to name itself; the number of the last."""
    for place in range(first, first + BLANK_ROWS):
        cell = put(shown, place, 2, None)
        cell.protection, cell.fill = OPEN_CELL, OPEN_FILL
        cell.alignment, cell.border = TOP, FRAME
        for at, one in enumerate(columns, start=3):
            open_cell(shown, place, at, one, "")
    return first + BLANK_ROWS - 1


def open_cell(shown: Sheet, row: int, place: int, column: ColumnRow, text: str) -> None:
    """A cell that is to be filled, with what stands in it."""
    cell = put(shown, row, place, value_of(text, column))
    cell.protection, cell.fill = OPEN_CELL, OPEN_FILL
    cell.alignment, cell.border = TOP, FRAME
    cell.number_format = {"date": "DD.MM.YYYY", "number": "General"}.get(column.kind, "@")


def value_of(text: str, column: ColumnRow) -> Any:
    """What stands in a cell, as workbooks hold it."""
    if not text:
        return None
    if column.kind == "number":
        number = number_in(text)
        return text if number is None else number
    if column.kind == "date":
        return date.fromisoformat(text)
    if column.kind == "choice":
        return next((one.both for one in column.options if one.code == text), text)
    return text


def put(sheet: Sheet, row: int, column: int, value: Any) -> Any:
    """Write a cell; a text stays a text, whatever it begins with."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
        cell.quotePrefix = True
    elif value is not None:
        cell.value = value
    return cell


def write_hidden(hidden: Sheet, of: SheetLines) -> None:
    """Whose workbook it is, what stands in each cell now, and what may be chosen."""
    own = ((MARK, FORMAT), (ROUND, of.sheet.round_id), (SHEET, of.sheet.pk))
    for row, pair in enumerate(own, start=1):
        for column, part in enumerate(pair, start=1):
            put(hidden, row, column, part)
    base = [
        (line.row.pk, code, text)
        for line in of.lines
        for code, text in sorted(line.cells.items())
        if text
    ]
    for row, values in enumerate(base, start=BASE_FROM):
        for column, value in enumerate(values, start=1):
            put(hidden, row, column, value)
    for column, one in enumerate(choices(of.columns), start=5):
        for row, option in enumerate(one.options, start=1):
            put(hidden, row, column, option.both)


def choices(columns: Sequence[ColumnRow]) -> list[ColumnRow]:
    """The columns in which one chooses."""
    return [one for one in columns if one.kind == "choice"]


def validate(shown: Sheet, hidden: Sheet, columns: Sequence[ColumnRow], last: int) -> None:
    """Let a workbook refuse at once what would be refused later."""
    first = shown.max_column - len(columns) + 1
    listed = [one.code for one in choices(columns)]
    for place, column in enumerate(columns, start=first):
        if column.kind == "choice":
            letter = get_column_letter(5 + listed.index(column.code))
            options = max(len(column.options), 1)
            source = f"'{hidden.title}'!${letter}$1:${letter}${options}"
            rule = DataValidation(type="list", formula1=source)
        else:
            rule = plain_rule(column)
        rule.allow_blank, rule.showErrorMessage = True, True
        rule.errorTitle, rule.error = both(WRONG)[:32], both(ERRORS[column.kind])[:250]
        letter = get_column_letter(place)
        rule.add(f"{letter}{FIRST}:{letter}{last}")
        shown.add_data_validation(rule)


def plain_rule(column: ColumnRow) -> DataValidation:
    """What may stand in a cell in which one does not choose."""
    if column.kind == "date":
        first, end = ((day - EPOCH).days for day in (FIRST_DAY, LAST_DAY))
        return DataValidation(type="date", formula1=str(first), formula2=str(end))
    if column.kind == "number":
        least = "0" if column.is_quantity else f"-{LARGEST_QUANTITY}000"
        most = f"{LARGEST_QUANTITY}{'' if column.is_quantity else '000'}"
        rule = DataValidation(type="decimal", formula1=least, formula2=most)
        rule.type = "whole" if column.is_quantity else "decimal"
        return rule
    longest = LONGEST_LINK if column.kind == "link" else LONGEST_TEXT
    return DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(longest))


def lay_out(shown: Sheet, of: SheetLines) -> None:
    """Widths, what is hidden, what stays in sight, how it prints, and what is locked."""
    shown.row_dimensions[1].hidden = True
    shown.row_dimensions[2].height = 96
    shown.column_dimensions["A"].hidden = True
    heads = heads_of(of)
    for place, (_code, _head, width) in enumerate(heads, start=2):
        shown.column_dimensions[get_column_letter(place)].width = width
    titles = 1 + [code for code, _head, _width in heads].index(TITLE) + 2
    shown.freeze_panes = f"{get_column_letter(titles)}{FIRST}"
    shown.print_title_rows = "3:3"
    shown.page_setup.orientation, shown.page_setup.paperSize = "landscape", 9
    shown.page_setup.fitToWidth, shown.page_setup.fitToHeight = 1, 0
    shown.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side in ("left", "right", "top", "bottom"):
        setattr(shown.page_margins, side, 0.4)
    shown.oddFooter.center.text = "&P / &N"
    shown.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(shown.protection, allowed, False)
