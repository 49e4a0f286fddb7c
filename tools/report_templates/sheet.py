"""A template on its way: its paragraphs, tables and fields, as Word has them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from tools.report_templates.labels import Labels

FONT = "Times New Roman"
LANGUAGES = {"kk": "kk-KZ", "ru": "ru-RU", "both": "kk-KZ"}
WIDTH = 263
"""Millimetres between the margins of an A4 sheet that lies across."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A template on its way: the document, its labels (two where it is in both languages)."""

    document: Document
    sides: tuple[tuple[str, Labels], ...]

    @property
    def is_both(self) -> bool:
        """Whether it has both languages side by side."""
        return len(self.sides) > 1

    def label(self, name: str, apart: str = " / ") -> str:
        """A fixed word, in both languages where the template has both."""
        return apart.join(str(getattr(labels, name)) for _side, labels in self.sides)

    def labels(self, name: str) -> list[str]:
        """Fixed words of a row of heads."""
        rows = [getattr(labels, name) for _side, labels in self.sides]
        return ["\n".join(parts) for parts in zip(*rows, strict=True)]

    def paragraph(
        self,
        words: str,
        *,
        style: str = "Normal",
        align: WD_ALIGN_PARAGRAPH | None = None,
        size: int | None = None,
    ) -> Paragraph:
        """A paragraph at the end of the document."""
        made = self.document.add_paragraph(style=style)
        run = made.add_run(words)
        if size:
            run.font.size = Pt(size)
        if align is not None:
            made.alignment = align
        return made

    def table(self, heads: Sequence[str], widths: Sequence[int]) -> Table:
        """A table with a head that repeats on every page; widths in millimetres."""
        made: Table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        for cell, words in zip(made.rows[0].cells, heads, strict=True):
            fill(cell, words, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, size=7.5)
            shade(cell)
        mark_row(made.rows[0]._tr, "w:tblHeader")
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return made

    def row(
        self,
        table: Table,
        cells: Sequence[str],
        *,
        bold: bool = False,
        numbers: int = 99,
        parted: bool = False,
    ) -> _Row:
        """A row of a table; from the place `numbers` on the cells are numbers; one that may be
        `parted` goes on over the page."""
        made = added(table)
        for place, (cell, words) in enumerate(zip(made.cells, cells, strict=True)):
            right = WD_ALIGN_PARAGRAPH.RIGHT if place >= numbers else None
            fill(cell, words, bold=bold, align=right)
            cell.width = table.rows[0].cells[place].width
        if not parted:
            mark_row(made._tr, "w:cantSplit")
        return made

    def tag_row(self, table: Table, tag: str) -> None:
        """A row that only carries a tag, and goes with it."""
        made = added(table)
        made.cells[0].paragraphs[0].add_run(tag)


def added(table: Table) -> _Row:
    """A new row at the end of a table."""
    add: Callable[[], _Row] = table.add_row
    return add()


def fill(
    cell: _Cell,
    words: str,
    *,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    size: float | None = None,
) -> None:
    """Put words into a cell, one paragraph for each line."""
    for place, line in enumerate(words.split("\n")):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.style = "Table text"
        paragraph.alignment = align
        run = paragraph.add_run(line)
        run.bold = bold
        if size:
            run.font.size = Pt(size)


def mark_row(row: CT_Row, name: str) -> None:
    """Give a row a property: a head that repeats, or a row that is not parted."""
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement(name))


def shade(cell: _Cell) -> None:
    """A light ground for a head."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E8EEF2")):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def field(paragraph: Paragraph, code: str) -> None:
    """A field that Word computes, such as the number of the page."""
    for kind, words in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = words
        run._r.append(mark)


def blank(language: str) -> Document:
    """An empty A4 sheet that lies across, with the styles of the report."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(20), Mm(14)
    section.top_margin, section.bottom_margin = Mm(15), Mm(15)
    for name, size in (("Normal", 12), ("Heading 1", 13), ("Heading 2", 12), ("Title", 15)):
        style = made.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.bold = name != "Normal"
        style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
        style.paragraph_format.space_after = Pt(4)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), LANGUAGES[language])
    made.styles["Normal"].element.get_or_add_rPr().append(tongue)
    text = made.styles.add_style("Table text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = made.styles["Normal"]
    text.font.size = Pt(10)
    text.paragraph_format.space_after = Pt(0)
    return made
