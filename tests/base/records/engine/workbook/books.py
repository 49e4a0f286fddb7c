"""Workbooks as offices, programs and attackers make them."""

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

from tests.base.records.engine.content.files_made import packed, with_part

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
LINKING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHARING = f'<Relationship Type="{LINKING}/sharedStrings" Target="sharedStrings.xml" Id="rId9"/>'


def book_of(*rows: Sequence[object], title: str = "Парақ") -> Workbook:
    """A workbook with one sheet of these rows."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def filled(*rows: Sequence[object]) -> bytes:
    """The bytes of a workbook with one sheet of these rows."""
    return saved(book_of(*rows))


def edited(content: bytes, name: str, pattern: str, by: str) -> bytes:
    """A workbook one of whose parts was changed by hand, which must have changed it."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts: dict[str, bytes | str] = {one: archive.read(one) for one in archive.namelist()}
        before = archive.read(name).decode()
    after = re.sub(pattern, by, before, count=1, flags=re.S)
    assert after != before
    return packed(parts | {name: after})


def of_cells(cells: str, *, more: str = "") -> bytes:
    """A workbook whose only sheet holds rows of XML written by hand, with `more` after them."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>{more}</worksheet>'
    return with_part(filled(["x"]), SHEET, sheet)


def of_shared(strings: str, cells: str, *, doctype: str = "") -> bytes:
    """A workbook written by hand as most programs do: its cells refer to words that they share."""
    content = edited(of_cells(cells), RELATIONS, "</Relationships>", f"{SHARING}</Relationships>")
    return with_part(content, STRINGS, f'{doctype}<sst xmlns="{MAIN}">{strings}</sst>')


def with_formatted_rows(rows: Sequence[Sequence[object]], *, count: int, width: int) -> bytes:
    """A workbook with these rows, and formatted ones that hold nothing down to row `count`."""
    content = filled(*rows)
    empty = "".join(
        f'<row r="{number}" s="0" customFormat="1">'
        + "".join(f'<c r="{chr(65 + place)}{number}" s="0"/>' for place in range(width))
        + "</row>"
        for number in range(len(rows) + 1, count + 1)
    )
    return edited(content, SHEET, "</sheetData>", f"{empty}</sheetData>")
