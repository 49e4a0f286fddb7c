"""Reading the cells of a workbook, sheet by sheet and row by row, within bounds.

Rows that hold nothing cost next to nothing, however many of them are formatted.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from openpyxl.utils.datetime import from_excel

from birlik.base.records.engine.content.kinds import Family, Kind, family_of
from birlik.base.records.engine.content.package import (
    MAX_UNPACKED,
    kind_of,
    opened,
    refuse_dangerous,
)
from birlik.base.records.engine.content.refusal import BROKEN, UnfitFileError
from birlik.base.records.engine.workbook.parts import (
    Element,
    Package,
    SheetPart,
    numbered,
    streamed,
    unescaped,
    worded,
    workbook_package,
)
from birlik.base.records.engine.workbook.refusal import (
    LINKED,
    NO_WORKBOOK,
    SHEETLESS,
    TOO_LARGE,
    about_workbook,
)
from birlik.base.records.engine.workbook.shape import (
    Fault,
    Formula,
    Merge,
    Row,
    Sheet,
    Value,
    Workbook,
)

MAX_SHEETS = 50
MAX_CELLS = 300_000
MAX_MERGES = 20_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
HOLDING = ("{*}v", "{*}is", "{*}f")
LINKS = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")
OUT_OF_TIME = Fault("#VALUE!")


def read_workbook(
    content: bytes, *, max_sheets: int = MAX_SHEETS, max_cells: int = MAX_CELLS
) -> Workbook:
    """The sheets of an XLSX as plain values.

    Whole numbers are `int`, others `Decimal`; a day without a time is a `date`. Raises
    `UnfitFileError` for what is no XLSX, not whole, locked, dangerous, linked to other files, or
    has more sheets or more cells that hold something than asked for.
    """
    try:
        return workbook_of(package_within(content), max_sheets, max_cells)
    except UnfitFileError as error:
        raise about_workbook(error) from error


def package_within(content: bytes) -> zipfile.ZipFile:
    """The package of a workbook; raises `UnfitFileError` for any other file."""
    if family_of(content) != Family.PACKAGE:
        raise UnfitFileError(NO_WORKBOOK)
    archive = opened(content)
    refuse_dangerous(archive.infolist(), longest=MAX_UNPACKED)
    if kind_of(archive) != Kind.XLSX:
        raise UnfitFileError(NO_WORKBOOK)
    if any(name.lower().startswith(LINKS) for name in archive.namelist()):
        raise UnfitFileError(LINKED)
    return archive


def workbook_of(archive: zipfile.ZipFile, max_sheets: int, max_cells: int) -> Workbook:
    """The sheets of a package; raises `UnfitFileError` where there are too many, none, or too many
    cells in them."""
    package = workbook_package(archive)
    if not package.sheets:
        raise UnfitFileError(SHEETLESS)
    if len(package.sheets) > max_sheets:
        raise UnfitFileError(TOO_LARGE)
    sheets = []
    for part in package.sheets:
        sheets.append(sheet_of(package, part, max_cells))
        max_cells -= sum(len(row.values) for row in sheets[-1].rows)
    return Workbook(tuple(sheets))


def sheet_of(package: Package, part: SheetPart, max_cells: int) -> Sheet:
    """One sheet; raises `UnfitFileError` when more than `max_cells` of its cells hold something."""
    rows: list[Row] = []
    merges: list[Merge] = []
    number = 0
    for element in streamed(package.archive, part.path, "{*}row", "{*}mergeCell"):
        if element.tag.endswith("mergeCell"):
            merges += merge_of(element.get("ref", ""))
            refuse_more(len(merges), MAX_MERGES)
            continue
        number = next_number(element, number)
        if next(element.iter(*HOLDING), None) is None:
            continue
        values = dict(values_of(package, element))
        if values:
            rows.append(Row(number, values))
            max_cells -= len(values)
            refuse_more(-max_cells, 0)
    return Sheet(part.title.strip(), part.is_hidden, tuple(rows), tuple(merges))


def refuse_more(count: int, most: int) -> None:
    """Raise `UnfitFileError` when there is more than `most` of something."""
    if count > most:
        raise UnfitFileError(TOO_LARGE)


def next_number(row: Element, before: int) -> int:
    """The number of a row, which follows on that `before` it; raises `UnfitFileError` else."""
    number = numbered(row, "r") or before + 1
    if not before < number <= LAST_ROW:
        raise UnfitFileError(BROKEN)
    return number


def values_of(package: Package, row: Element) -> Iterator[tuple[int, Value]]:
    """The columns of a row that hold something, and what."""
    column = 0
    for cell in row.iterchildren("{*}c"):
        reference = cell.get("r")
        column = place_of(reference)[1] if reference else column + 1
        value = value_of(package, cell)
        if value is not None:
            yield column, value


def place_of(reference: str) -> tuple[int, int]:
    """The row and column of a cell: "AB12" → (12, 28); raises `UnfitFileError` for no cell."""
    found = CELL.fullmatch(reference)
    column = 0
    for letter in found[1] if found else "":
        column = column * 26 + ord(letter) - 64
    if found is None or column > LAST_COLUMN or not 0 < int(found[2]) <= LAST_ROW:
        raise UnfitFileError(BROKEN)
    return int(found[2]), column


def merge_of(reference: str) -> list[Merge]:
    """The cells that a reference such as "A1:B2" joins; none for a single cell."""
    first, _, last = reference.partition(":")
    if not last:
        return []
    (top, left), (bottom, right) = place_of(first), place_of(last)
    return [Merge(top, left, bottom, right)]


def value_of(package: Package, cell: Element) -> Value:
    """What stands in a cell; None where nothing does."""
    formula = cell.find("{*}f")
    if formula is not None:
        return Formula(f"={formula.text or ''}")
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return None if inline is None else worded(inline).strip() or None
    text = (cell.findtext("{*}v") or "").strip()
    if not text:
        return None
    try:
        return typed(package, kind, text, numbered(cell, "s"))
    except (ValueError, OverflowError, IndexError) as error:
        raise UnfitFileError(BROKEN) from error


def typed(package: Package, kind: str, text: str, style: int) -> Value:
    """What is written in a cell as the kind of value it claims to be.

    Raises `ValueError`, `OverflowError` or `IndexError` when it is not of that kind.
    """
    match kind:
        case "s":
            return package.words[index_of(text)].strip() or None
        case "b":
            return text not in ("0", "false")
        case "e":
            return Fault(text)
        case "d":
            return day_of(datetime.fromisoformat(text).replace(tzinfo=None))
        case "n":
            return counted(package, text, style)
    return unescaped(text).strip() or None


def index_of(text: str) -> int:
    """The place of shared words; raises `ValueError` for what is none."""
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def counted(package: Package, text: str, style: int) -> Value:
    """A number, or the day that a number is shown as; raises `ValueError` for no number."""
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    if style in package.days:
        try:
            moment = from_excel(number, package.epoch, timedelta=style in package.spans)
        except (ValueError, OverflowError):
            return OUT_OF_TIME
        return day_of(moment)
    # The shortest digits that are this number: what the sheet shows, not how the machine keeps it.
    return int(number) if number.is_integer() else Decimal(repr(number))


def day_of(moment: datetime | date | time | timedelta | None) -> Value:
    """A day where the moment is the beginning of one; a time of day or a span is only words."""
    if isinstance(moment, datetime):
        return moment.date() if moment.time() == time() else moment
    return moment if isinstance(moment, date) or moment is None else str(moment)
