"""A workbook of rows in the shape in which they are brought: the template, the export to be mended,
and the rows that were not taken.

Its first sheet holds the rows under headings in Kazakh and Russian; the second says of each column
what is written there; the third has the lists, from which cells are chosen; a hidden one says of
which kind the rows are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from birlik.base.registry.engine.importing.columns import Column
from birlik.base.registry.engine.importing.table import ORIGIN, WHY
from birlik.base.registry.engine.importing.verdict import Lists
from birlik.base.ui.export.listing import Plain
from birlik.base.ui.export.workbook import Sheet, head_cell, xlsx_cell
from birlik.base.values.local_text import Language, LocalText

ROWS, HELP, LISTS = "Деректер · Данные", "Нұсқаулық · Указания", "Тізімдер · Списки"
LAST_ROW = 1_048_576
AS_TEXT = frozenset({"number", "bin", "iin", "phone", "registration_number", "certificate"})
"""The columns whose digits are words: a sheet must not drop their first noughts."""
WIDE = {"name_kk": 44, "name_ru": 44, "full_name": 36, "structure": 40, "number": 10}
USUAL_WIDTH, WHY_WIDTH = 22, 70
LONGEST_LIST = 400
"""How many items a list may have to be offered in its cells."""
HELP_HEADS = (
    LocalText("Баған", "Столбец", "Column"),
    LocalText("Міндетті", "Обязателен", "Needed"),
    LocalText("Не жазылады", "Что писать", "What to write"),
    LocalText("Мысал", "Пример", "Example"),
)
YES, NO = LocalText("иә", "да", "yes"), LocalText("жоқ", "нет", "no")
EMPTY_CELLS = LocalText(
    "Бос ұяшық ештеңе айтпайды: тізілімдегі мән сол күйінде қалады.",
    "Пустая ячейка ничего не сообщает: значение в реестре остается прежним.",
    "An empty cell says nothing: what the register has stays as it is.",
)
NO_FORMULAS = LocalText(
    "Формула, біріктірілген ұяшық және бірінші парақтан тыс деректер қабылданбайды.",
    "Формулы, объединенные ячейки и данные вне первого листа не принимаются.",
    "Formulas, merged cells and anything outside the first sheet are not taken.",
)


class RowsBook:
    """A workbook of rows of a kind, written row by row."""

    def __init__(
        self, kind: str, columns: Sequence[Column], lists: Mapping[str, Sequence[str]]
    ) -> None:
        self.kind, self.columns, self.lists = kind, columns, lists
        self.book = Workbook(write_only=True)

    def written(
        self, rows: Iterable[Sequence[Plain]], language: Language, *, why: bool = False
    ) -> IO[bytes]:
        """The workbook as a file at its beginning; each row has the columns in their order, and
        with `why` the reasons after them."""
        self.add_rows(rows, why=why)
        self.add_help(language)
        self.add_lists()
        origin: Sheet = self.book.create_sheet("birlik")
        origin.sheet_state = "veryHidden"
        origin.append([f"{ORIGIN}{self.kind}"])
        with ExitStack() as opened:
            file = opened.enter_context(TemporaryFile())
            self.book.save(file)
            file.seek(0)
            opened.pop_all()
        return file

    def add_rows(self, rows: Iterable[Sequence[Plain]], *, why: bool) -> None:
        """Write the sheet of the rows."""
        sheet: Sheet = self.book.create_sheet(ROWS)
        sheet.freeze_panes = "A2"
        for place, column in enumerate(self.columns, start=1):
            shape = sheet.column_dimensions[get_column_letter(place)]
            shape.width = WIDE.get(column.name, USUAL_WIDTH)
            if column.name in AS_TEXT:
                shape.number_format = "@"
        heads = [head(one.heading) for one in self.columns] + ([head(WHY)] if why else [])
        if why:
            sheet.column_dimensions[get_column_letter(len(heads))].width = WHY_WIDTH
        sheet.append([head_cell(sheet, one) for one in heads])
        for row in rows:
            sheet.append(list(self.cells(sheet, row)))
        for place, column in enumerate(self.columns, start=1):
            if choices := self.choices(column):
                choices.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{LAST_ROW}")
                sheet.data_validations.append(choices)

    def cells(self, sheet: Sheet, row: Sequence[Plain]) -> Iterator[object]:
        """The cells of a row; digits that are words stay words."""
        for place, value in enumerate(row):
            name = self.columns[place].name if place < len(self.columns) else ""
            if name in AS_TEXT and value is not None:
                cell = WriteOnlyCell(sheet, str(value))
                cell.data_type, cell.number_format = "s", "@"
                yield cell
            else:
                yield xlsx_cell(sheet, value)

    def choices(self, column: Column) -> DataValidation | None:
        """The rule by which a cell is chosen from a list; None where there is none. Something else
        may be typed: a code, another language, several at once."""
        name = list_of(column)
        items = self.lists.get(name, ())
        if not name or not 0 < len(items) <= LONGEST_LIST:
            return None
        letter = get_column_letter(list(self.lists).index(name) + 1)
        area = f"{quote_sheetname(LISTS)}!${letter}$2:${letter}${len(items) + 1}"
        rule = DataValidation(type="list", formula1=area, allow_blank=True)
        rule.showErrorMessage = False
        return rule

    def add_help(self, language: Language) -> None:
        """Write the sheet that says what is written where."""
        sheet: Sheet = self.book.create_sheet(HELP)
        for letter, width in zip("ABCD", (40, 14, 70, 40), strict=True):
            sheet.column_dimensions[letter].width = width
        sheet.append([EMPTY_CELLS.get(language)])
        sheet.append([NO_FORMULAS.get(language)])
        sheet.append([])
        sheet.append([head_cell(sheet, one.get(language)) for one in HELP_HEADS])
        for column in self.columns:
            needed = (YES if column.needed else NO).get(language)
            hint = column.hint.get(language)
            sheet.append([f"{column.heading.kk} / {column.heading.ru}", needed, hint,
                          xlsx_cell(sheet, column.example)])  # fmt: skip

    def add_lists(self) -> None:
        """Write the sheet of the lists, one to a column."""
        sheet: Sheet = self.book.create_sheet(LISTS)
        headings = {list_of(one): one.heading for one in self.columns}
        for place in range(1, len(self.lists) + 1):
            sheet.column_dimensions[get_column_letter(place)].width = 40
        sheet.append([head_cell(sheet, head(headings[name])) for name in self.lists])
        longest = max(map(len, self.lists.values()), default=0)
        for place in range(longest):
            row = [items[place] if place < len(items) else None for items in self.lists.values()]
            sheet.append([xlsx_cell(sheet, value) for value in row])


def head(words: LocalText) -> str:
    """A heading in Kazakh and Russian."""
    return f"{words.kk} /\n{words.ru}"


def list_of(column: Column) -> str:
    """The list from which a column is filled, '' for none."""
    return "territory" if column.type == "territory" else column.choice


def offered(
    columns: Sequence[Column], lists: Lists, places: Sequence[str], language: Language
) -> dict[str, list[str]]:
    """The lists that the columns of a template are filled from, in a language; of territories
    those given."""
    found: dict[str, list[str]] = {}
    for column in columns:
        name = list_of(column)
        if name == "territory":
            found[name] = [lists.names[name][code].get(language) for code in places]
        elif name:
            found[name] = [one.get(language) for one in lists.names.get(name, {}).values()]
    return found
