"""DOCX: paragraphs and tables in the order in which they stand in the document."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from docx import Document
from docx.document import Document as DocumentType
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.sources.assembly import Assembly, PlacedCell
from birlik.base.records.engine.sources.numbering import Numbering
from birlik.base.records.engine.sources.refusal import (
    BROKEN_WORD,
    EMPTY,
    HOSTILE,
    TOO_LARGE,
    UnreadableSourceError,
)

MAX_PARTS = 5_000
MAX_UNPACKED = 200_000_000
# Office XML packs about twentyfold; a bomb packs a thousandfold and more.
MAX_RATIO = 200
WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:smartTag")}
SILENT = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:rPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}


def read_word(content: bytes) -> SourceText:
    """The document's text; deletions marked in it are left out, insertions taken.

    Raises UnreadableSourceError for damaged or dangerous files.
    """
    document = _open(content)
    numbering = Numbering.of(document)
    levels = _heading_levels(document)
    assembly = Assembly()
    for block in _blocks(document.element.body):
        if block.tag == qn("w:p"):
            words = numbering.label(block) + _words(block)
            assembly.append_paragraph(words, levels.get(_style(block), 0))
        else:
            assembly.append_table(_rows(block, numbering))
    source = assembly.source("docx")
    if not source.text.strip():
        raise UnreadableSourceError(EMPTY)
    return source


def _open(content: bytes) -> DocumentType:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_bombs(archive)
            main = archive.read("word/document.xml")
        if b"<!DOCTYPE" in main or b"<!ENTITY" in main:
            raise UnreadableSourceError(HOSTILE)
        return Document(io.BytesIO(content))
    except UnreadableSourceError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        PackageNotFoundError,
        etree.XMLSyntaxError,
        LookupError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as error:
        raise UnreadableSourceError(BROKEN_WORD) from error


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_RATIO * max(packed, 10_000):
        raise UnreadableSourceError(HOSTILE)
    if unpacked > MAX_UNPACKED:
        raise UnreadableSourceError(TOO_LARGE)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables below `parent`, looking through content controls and insertions."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in WRAPPERS:
            yield from _blocks(child)


def _words(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in SILENT:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        else:
            yield from _pieces(child)


def _heading_levels(document: DocumentType) -> dict[str, int]:
    """The levels of the styles "Heading 1" to 9 and "Title", by the style's own id."""
    levels = {}
    for style in document.styles:
        words = str(style.name or "").casefold()
        number = words.removeprefix("heading").strip()
        if words == "title":
            levels[style.style_id] = 1
        elif words.startswith("heading") and number.isdigit():
            levels[style.style_id] = int(number)
    return levels


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return str(style.get(qn("w:val")) or "") if style is not None else ""


def _rows(table: etree._Element, numbering: Numbering) -> list[list[PlacedCell]]:
    rows: list[list[PlacedCell]] = []
    open_cells: dict[int, PlacedCell] = {}
    for row in table.iter(qn("w:tr")):
        if next(row.iterancestors(qn("w:tbl"))) is not table:
            continue
        placed: list[PlacedCell] = []
        column = _span(row, "w:trPr/w:gridBefore", 0)
        for cell in _cells(row):
            width = _span(cell, "w:tcPr/w:gridSpan", 1)
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merge is not None and merge.get(qn("w:val")) != "restart" and column in open_cells:
                open_cells[column].row_span += 1
            else:
                fresh = PlacedCell(_cell_words(cell, numbering), column, 1, width)
                placed.append(fresh)
                open_cells[column] = fresh
            column += width
        rows.append(placed)
    return rows


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in WRAPPERS:
            yield from _cells(child)


def _cell_words(cell: etree._Element, numbering: Numbering) -> str:
    """The cell's paragraphs, one to a line, with those of tables inside it."""
    paragraphs = cell.iter(qn("w:p"))
    return "\n".join((numbering.label(one) + _words(one)).strip() for one in paragraphs)


def _span(element: etree._Element, path: str, default: int) -> int:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    value = found.get(qn("w:val")) if found is not None else None
    return min(int(value), 100) if value and str(value).isdigit() else default
