"""DOCX: order, merged cells, headings, automatic numbers, tracked changes."""

import io
from collections.abc import Callable

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.sources import read_source


def drawn(draw: Callable[[DocumentType], object]) -> SourceText:
    """The source of a document that `draw` fills."""
    document = Document()
    draw(document)
    stream = io.BytesIO()
    document.save(stream)
    return read_source(stream.getvalue(), "act.docx")


def words(source: SourceText) -> list[str]:
    """The paragraphs of the source."""
    return [source.text[one.start : one.end] for one in source.paragraphs]


def test_document_order() -> None:
    """Paragraphs and tables stand in the text in the order of the document."""

    def draw(document: DocumentType) -> None:
        document.add_heading("Тұжырымдама", 0)
        document.add_heading("Кіріспе", 2)
        document.add_paragraph("Ағаш егу және күту.\tБіздің бақ.").add_run().add_break()
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "алма", "алмұрт"
        document.add_paragraph("Соңы")

    source = drawn(draw)
    assert words(source) == ["Тұжырымдама", "Кіріспе", "Ағаш егу және күту.\tБіздің бақ.", "Соңы"]
    assert [one.level for one in source.paragraphs] == [1, 2, 0, 0]
    [table] = source.tables
    assert source.paragraphs[2].end < table.start < source.paragraphs[3].start
    assert source.text[table.start : table.end] == "алма\tалмұрт"


def test_merged_cells() -> None:
    """A merged cell stands once, at its first place, with its spans."""

    def draw(document: DocumentType) -> None:
        table = document.add_table(rows=3, cols=3)
        for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = str(number)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "кең"
        table.cell(1, 2).merge(table.cell(2, 2)).text = "биік"

    source = drawn(draw)
    cells = {
        source.text[cell.start : cell.end]: (cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in source.tables[0].cells
    }
    assert cells == {
        "кең": (0, 0, 1, 2),
        "2": (0, 2, 1, 1),
        "3": (1, 0, 1, 1),
        "4": (1, 1, 1, 1),
        "биік": (1, 2, 2, 1),
        "6": (2, 0, 1, 1),
        "7": (2, 1, 1, 1),
    }


def test_table_within_a_cell() -> None:
    """A table inside a cell is read as lines of that cell."""

    def draw(document: DocumentType) -> None:
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "сыртқы"
        cell.add_table(rows=1, cols=1).cell(0, 0).text = "ішкі"

    source = drawn(draw)
    assert len(source.tables) == 1
    assert source.text.split() == ["сыртқы", "ішкі"]


def test_automatic_numbers() -> None:
    """Numbers that Word prints beside list paragraphs are part of the text."""

    def draw(document: DocumentType) -> None:
        number(document, "1", "Бірінші", 0)
        number(document, "1", "оның бөлігі", 1)
        number(document, "1", "оның бөлігі", 1)
        number(document, "1", "Екінші", 0)
        number(document, "1", "қосымша", 1)
        number(document, "1", "нүкте", 2)
        number(document, "9", "нөмірсіз", 0)

    assert words(drawn(draw)) == [
        "III. Бірінші",
        "III.a) оның бөлігі",
        "III.b) оның бөлігі",
        "IV. Екінші",
        "IV.a) қосымша",
        "нүкте",
        "нөмірсіз",
    ]


def number(document: DocumentType, identifier: str, text: str, level: int) -> None:
    """Add a paragraph of the list `identifier`; the list itself on the first call."""
    root = document.part.numbering_part.element
    if root.find(f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='77']") is None:
        levels = [
            ("upperRoman", "%1.", 3),
            ("lowerLetter", "%1.%2)", 1),
            ("bullet", "•", 1),
        ]
        inner = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
            for at, (form, pattern, start) in enumerate(levels)
        )
        root.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{inner}</w:abstractNum>'
            ),
        )
        for one in root.findall(qn("w:num")):
            root.remove(one)
        root.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="77"/></w:num>')
        )
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
            f'<w:numId w:val="{identifier}"/></w:numPr>'
        )
    )


def test_tracked_changes() -> None:
    """What is marked as deleted is left out, what is marked as inserted is taken."""

    def draw(document: DocumentType) -> None:
        paragraph = document.add_paragraph("Жоспар ")
        for tag, kind, text in (("w:del", "w:delText", "ескі"), ("w:ins", "w:t", "жаңа")):
            paragraph._p.append(
                parse_xml(
                    f'<{tag} {nsdecls("w")} w:id="1" w:author="x">'
                    f"<w:r><{kind}>{text}</{kind}></w:r></{tag}>"
                )
            )
        body = document.element.body
        body.insert(
            0,
            parse_xml(
                f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Бекітілді</w:t></w:r></w:p>"
                "</w:sdtContent></w:sdt>"
            ),
        )

    assert words(drawn(draw)) == ["Бекітілді", "Жоспар жаңа"]
