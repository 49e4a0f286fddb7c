"""A list as XLSX: real days and numbers, and a second sheet that says where the list comes from.

The workbook is written to the disk row by row: a list of any length takes the same memory.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from birlik.base.ui.export.listing import Column, Plain

SHEET_ROWS = 1_000_000
"""How many rows a sheet takes; the format ends at 1,048,576."""

SHEET_NAME = 25
"""How long the name of a sheet may be without the number of a further one; the format takes 31."""

Sheet = Any
"""A sheet that is only written; the stubs of openpyxl do not know all of it."""

UNNAMEABLE = re.compile(r"[\[\]*?:/\\]")
ARMED = re.compile(r"[=+\-@#\t\r\n]")
BOLD = Font(bold=True)
WRAPPED = Alignment(vertical="top", wrap_text=True)
DAY, MOMENT = "DD.MM.YYYY", "DD.MM.YYYY HH:MM"


class ListingBook:
    """A workbook on its way: first the list, then where it comes from."""

    def __init__(self) -> None:
        self.book = Workbook(write_only=True)

    def add_rows(
        self, title: str, columns: Sequence[Column[Any]], lines: Iterator[list[Plain]]
    ) -> int:
        """Write a list under frozen heads, on further sheets where one is full; how many rows it
        has."""
        count = 0
        first = next(lines, None)
        while first is not None or not count:
            sheet = self.listed(title, columns)
            for line in chain([] if first is None else [first], islice(lines, SHEET_ROWS - 1)):
                sheet.append([xlsx_cell(sheet, cell) for cell in line])
                count += 1
            if first is None:
                break
            first = next(lines, None)
        return count

    def sheet(self, title: str) -> Sheet:
        """A new sheet; one whose name there is already gets a number."""
        return self.book.create_sheet(UNNAMEABLE.sub(" ", title)[:SHEET_NAME])

    def listed(self, title: str, columns: Sequence[Column[Any]]) -> Sheet:
        """A new sheet with the heads of a list."""
        sheet = self.sheet(title)
        sheet.freeze_panes = "A2"
        for place, column in enumerate(columns, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width
        sheet.append([head_cell(sheet, str(column.title)) for column in columns])
        return sheet

    def add_origin(self, title: str, facts: Sequence[tuple[str, Plain]]) -> None:
        """Write what is to be known of the file: its pairs of words."""
        sheet = self.sheet(title)
        for letter, width in (("A", 28), ("B", 80)):
            sheet.column_dimensions[letter].width = width
        for name, value in facts:
            sheet.append([head_cell(sheet, name), xlsx_cell(sheet, value)])

    def written(self) -> IO[bytes]:
        """The workbook as a file at its beginning; it goes when it is closed."""
        with ExitStack() as opened:
            file = opened.enter_context(TemporaryFile())
            self.book.save(file)
            file.seek(0)
            opened.pop_all()
        return file


def head_cell(sheet: Sheet, words: str) -> SheetCell:
    """A head in bold."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", words))
    cell.data_type = "s"
    cell.font, cell.alignment = BOLD, WRAPPED
    return cell


def xlsx_cell(sheet: Sheet, value: Plain) -> Any:
    """A cell: a number, a day, or text that is no formula and no error, whatever it begins with."""
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", value)
        return text_cell(sheet, text) if ARMED.match(text) else text
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet)
        cell.value = value
        cell.number_format = MOMENT if isinstance(value, datetime) else DAY
        return cell
    return value


def text_cell(sheet: Sheet, text: str) -> SheetCell:
    """Text that stays text, also when somebody edits it in the sheet."""
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell
