"""Draws the layouts of plans as DOCX and HTML, so that the fixtures stay readable."""

import html
import io
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
import vl_convert
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


WIDTH, LINE, LETTERS = 130, 14, 20


def draw_pdf(layout: dict[str, Any]) -> bytes:
    """The layout as one tall page: every cell a box, its words wrapped at the column's edge."""
    pieces: list[str] = []
    down = 20.0
    for part in ("before", "rows", "next_page", "after", "tail"):
        if part in ("before", "after"):
            for words in layout[part]:
                down += 2 * LINE
                pieces.append(_svg_line(words, 20, down))
        elif part in layout:
            down = _svg_table(layout[part], down + LINE, pieces) + LINE
    page = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="{down + 40}">'
        f"{''.join(pieces)}</svg>"
    )
    return vl_convert.svg_to_pdf(page)


def _svg_table(rows: list[list[Any]], top: float, pieces: list[str]) -> float:
    cells = [
        (row, column, deep, across, _wrapped(words, across))
        for row, column, deep, across, words in placed(rows)
    ]
    edges = [top]
    for row in range(len(rows)):
        need = [
            edges[last] + (len(lines) + 1) * LINE
            for last, _, deep, _, lines in cells
            if last + deep == row + 1
        ]
        edges.append(max([edges[-1] + LINE, *need]))
    for row, column, deep, across, lines in cells:
        left, upper = 20 + column * WIDTH, edges[row]
        pieces.append(
            f'<rect x="{left}" y="{upper}" width="{across * WIDTH}" '
            f'height="{edges[row + deep] - upper}" fill="none" stroke="black"/>'
        )
        pieces += [
            _svg_line(line, left + 5, upper + (at + 1) * LINE) for at, line in enumerate(lines)
        ]
    return edges[-1]


def _wrapped(words: str, across: int) -> list[str]:
    return [
        line
        for one in words.split("\n")
        for line in textwrap.wrap(one, LETTERS * across, break_on_hyphens=False)
    ]


def _svg_line(words: str, x: float, y: float) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="9" font-family="sans-serif">{html.escape(words)}</text>'
    )


DRAWN = {"docx": draw_docx, "html": draw_html, "word.html": draw_word_page}


@pytest.fixture(params=DRAWN)
def draw(request: pytest.FixtureRequest) -> tuple[str, Draw]:
    """The name of a format and how a layout is drawn in it."""
    return request.param, DRAWN[request.param]


@pytest.fixture(params=[*DRAWN, "pdf"])
def draw_any(request: pytest.FixtureRequest) -> tuple[str, Draw]:
    """As `draw`, and as a PDF, whose lines end where its columns end."""
    return request.param, {**DRAWN, "pdf": draw_pdf}[request.param]


@pytest.fixture
def as_page() -> Draw:
    """How a layout is drawn as a page."""
    return draw_html
