"""Draws the layouts of plans as DOCX and HTML, so that the fixtures stay readable."""

import html
import io
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentType

Draw = Callable[[dict[str, Any]], bytes]


def placed(rows: list[list[Any]]) -> list[tuple[int, int, int, int, str]]:
    """Cells as (row, column, down, across, words), each in the first free place of its row."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, line in enumerate(rows):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            merged = cell if isinstance(cell, dict) else {"text": cell or ""}
            down, across = merged.get("down", 1), merged.get("across", 1)
            taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
            cells.append((row, column, down, across, merged["text"]))
    return cells


def draw_docx(layout: dict[str, Any]) -> bytes:
    """The layout as a Word document."""
    document = Document()
    for words in layout["before"]:
        document.add_paragraph(words)
    _table(document, layout["rows"])
    if "next_page" in layout:
        document.add_page_break()
        _table(document, layout["next_page"])
    for words in layout["after"]:
        document.add_paragraph(words)
    if "tail" in layout:
        _table(document, layout["tail"])
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(document: DocumentType, rows: list[list[Any]]) -> None:
    cells = placed(rows)
    width = max(column + across for _, column, _, across, _ in cells)
    table = document.add_table(rows=len(rows), cols=width)
    for row, column, down, across, words in cells:
        cell = table.cell(row, column).merge(table.cell(row + down - 1, column + across - 1))
        first, *rest = words.split("\n")
        cell.paragraphs[0].text = first
        for line in rest:
            cell.add_paragraph(line)


def draw_html(layout: dict[str, Any]) -> bytes:
    """The layout as a page of a legal database, with navigation around the act."""
    pieces = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>Act</title></head><body>"]
    pieces.append(
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Search</a></li></ul></nav>"
    )
    pieces.append("<div id='content'><article>")
    pieces += [f"<p>{html.escape(words)}</p>" for words in layout["before"]]
    pieces.append(_html_table(layout["rows"]))
    if "next_page" in layout:
        pieces.append(_html_table(layout["next_page"]))
    pieces += [f"<p>{html.escape(words)}</p>" for words in layout["after"]]
    if "tail" in layout:
        pieces.append(_html_table(layout["tail"]))
    pieces.append(
        "</article></div><footer>© 2027 <a href='/about'>About</a></footer></body></html>"
    )
    return "\n".join(pieces).encode()


def draw_word_page(layout: dict[str, Any]) -> bytes:
    """The layout as Word saves a page: a paragraph to a line, its own marks, bare attributes."""
    pieces = [
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
        "<meta http-equiv=Content-Type content='text/html; charset=utf-8'>"
        "<!--[if gte mso 9]><xml><o:AllowPNG></o:AllowPNG></xml><![endif]-->"
        "<style><!-- p.MsoNormal {margin:0cm} --></style></head>"
        "<body lang=RU><div class=WordSection1>",
        _word_lines("\n".join(layout["before"])),
        _html_table(layout["rows"], _word_lines),
    ]
    if "next_page" in layout:
        pieces.append("<span><br clear=all style='page-break-before:always'></span>")
        pieces.append(_html_table(layout["next_page"], _word_lines))
    pieces.append(_word_lines("\n".join(layout["after"])))
    if "tail" in layout:
        pieces.append(_html_table(layout["tail"], _word_lines))
    return "\n".join([*pieces, "</div></body></html>"]).encode()


def _word_lines(words: str) -> str:
    return "\n".join(
        "<p class=MsoNormal><span lang=RU style='font-size:10.0pt'>"
        f"{html.escape(line, quote=False).replace(' ', chr(10), 1)}<o:p></o:p></span></p>"
        for line in words.split("\n")
    )


def _page_lines(words: str) -> str:
    return "<br>".join(html.escape(line) for line in words.split("\n"))


def _html_table(rows: list[list[Any]], cell: Callable[[str], str] = _page_lines) -> str:
    lines: dict[int, list[str]] = {row: [] for row in range(len(rows))}
    for row, _, down, across, words in placed(rows):
        lines[row].append(f'<td rowspan="{down}" colspan="{across}">{cell(words)}</td>')
    return (
        "<table>" + "".join(f"<tr>{''.join(cells)}</tr>" for cells in lines.values()) + "</table>"
    )


DRAWN = {"docx": draw_docx, "html": draw_html, "word.html": draw_word_page}


@pytest.fixture(params=DRAWN)
def draw(request: pytest.FixtureRequest) -> tuple[str, Draw]:
    """The name of a format and how a layout is drawn in it."""
    return request.param, DRAWN[request.param]


@pytest.fixture
def as_page() -> Draw:
    """How a layout is drawn as a page."""
    return draw_html
