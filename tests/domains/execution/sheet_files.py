"""The workbook of a sheet as people send it back: filled in, moved about, broken."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from birlik.base.records.actions import store_document
from birlik.base.records.models import Document
from birlik.base.values.actor import Actor
from birlik.domains.execution.actions.rounds.bring import BroughtAnswer, bring_workbook
from birlik.domains.execution.models import Sheet
from birlik.domains.execution.papers.sheet_book import FIRST, sheet_book
from birlik.domains.execution.queries.rounds.sheet import sheet_lines
from tests.base.obligations.reporting_world import AT, SYSTEM

COLUMNS = {
    "key": "A", "number": "B", "title": "C", "due": "F", "standing": "G", "text_kk": "H",
    "text_ru": "I", "quantity": "J", "link": "K",
}  # fmt: skip
"""Where the workbook of an act's round has what."""

Edit = Callable[[Any], object]
"""What a person does to the sheet that is shown."""


def book_of(sheet: Sheet) -> bytes:
    """The workbook that a body takes away."""
    found = Sheet.objects.select_related("round__act", "structure").get(pk=sheet.pk)
    return sheet_book(sheet_lines(found, on=AT.date()))


def opened_book(content: bytes) -> Workbook:
    """The workbook as openpyxl has it."""
    return load_workbook(BytesIO(content))


def saved(book: Workbook) -> bytes:
    """The workbook as a file."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def edited(content: bytes, *edits: Edit) -> bytes:
    """The workbook after edits of the sheet that is shown."""
    book = opened_book(content)
    for edit in edits:
        edit(book.worksheets[0])
    return saved(book)


def enter(row: int, **cells: object) -> Edit:
    """Enter values in the row-th row of answers, counted from 0."""

    def edit(sheet: Any) -> None:
        for code, value in cells.items():
            sheet[f"{COLUMNS[code]}{FIRST + row}"] = value

    return edit


def without_hidden(content: bytes) -> bytes:
    """The workbook without its hidden sheet."""
    book = opened_book(content)
    del book[book.sheetnames[1]]
    return saved(book)


def document_of(content: bytes) -> Document:
    """The workbook as a stored document."""
    return store_document(
        SYSTEM, None, at=AT, name="keste.xlsx", media_type="application/xlsx", content=content
    )


def brought(by: Actor, sheet: Sheet, content: bytes) -> BroughtAnswer:
    """What becomes of the workbook when it is brought back."""
    return bring_workbook(by, sheet, at=AT, document=document_of(content))
