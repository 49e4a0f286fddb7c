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
    pieces.append(
        "</article></div><footer>© 2027 <a href='/about'>About</a></footer></body></html>"
    )
    return "\n".join(pieces).encode()


def _html_table(rows: list[list[Any]]) -> str:
    lines: dict[int, list[str]] = {row: [] for row in range(len(rows))}
    for row, _, down, across, words in placed(rows):
        body = "<br>".join(html.escape(line) for line in words.split("\n"))
        lines[row].append(f'<td rowspan="{down}" colspan="{across}">{body}</td>')
    return (
        "<table>" + "".join(f"<tr>{''.join(cells)}</tr>" for cells in lines.values()) + "</table>"
    )


@pytest.fixture(params=["docx", "html"])
def draw(request: pytest.FixtureRequest) -> tuple[str, Draw]:
    """The name of a format and how a layout is drawn in it."""
    return request.param, {"docx": draw_docx, "html": draw_html}[request.param]


@pytest.fixture
def as_page() -> Draw:
    """How a layout is drawn as a page."""
    return draw_html
