"""Texts whose printed lines a file made paragraphs, or one paragraph of many lines."""

import html
import io
import unicodedata

import pytest
from docx import Document

from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.sources import paragraph_text, read_source

SENTENCE = [
    "      Бау-бақшаларды өсіру үшін әр ауылда кеңес құрылады",
    "және оның құрамына мектеп пен кітапхана өкілдері",
    "енгізіледі, олар жыл сайын есеп береді.",
]
LINES = [line for _ in range(20) for line in (*SENTENCE, "")]


def as_document(lines: list[str]) -> SourceText:
    """Every line a paragraph of a Word document."""
    document = Document()
    for words in lines:
        document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    return read_source(stream.getvalue(), "act.docx")


def as_page(body: str) -> SourceText:
    """A page with this body."""
    return read_source(f"<html><body><div>{body}</div></body></html>".encode(), "act.html")


def paragraphs(source: SourceText) -> list[str]:
    """The words of the paragraphs."""
    return [paragraph_text(source.text, one.start, one.end) for one in source.paragraphs]


WHOLE = " ".join(line.strip() for line in SENTENCE)


@pytest.mark.parametrize(
    "source",
    [
        as_document(LINES),
        as_page("<br>\n".join(LINES)),
        as_page(f"<pre>{chr(10).join(LINES)}</pre>"),
        as_page("\n".join(f"<p>{html.escape(line)}</p>" for line in LINES)),
    ],
    ids=["docx", "br", "pre", "p"],
)
def test_printed_lines(source: SourceText) -> None:
    """The lines of a printed page are joined to what their author wrote, whatever wraps them."""
    assert paragraphs(source) == [WHOLE] * 20


def test_paragraphs_of_the_format() -> None:
    """Paragraphs that begin like paragraphs stay what the format says they are."""
    items = [f"{number}) ағаш егу." for number in range(1, 60)]
    assert paragraphs(as_document(items)) == items
    assert paragraphs(as_page("Бақ егілсін.<br><br>Бақша күтілсін.")) == [
        "Бақ егілсін.",
        "Бақша күтілсін.",
    ]


def test_marks_of_markdown() -> None:
    """A document that keeps Markdown's headings is read as the text it was."""
    lines = [part for number in range(1, 4) for part in (f"## {number}. Бақ", "Ағаш", "егілсін.")]
    levels = [one.level for one in as_document(lines).paragraphs if one.level]
    assert levels == [2, 2, 2]


def test_rows_by_tabs() -> None:
    """Neighbouring paragraphs with tabs are rows of a table; a lone one is a paragraph."""
    source = as_document(["Бақ\tА. Бақбанов", "Кесте", "алма\t5", "алмұрт\t6", "Соңы"])
    [table] = source.tables
    assert [source.text[one.start : one.end] for one in table.cells] == ["алма", "5", "алмұрт", "6"]
    assert paragraphs(source)[0].startswith("Бақ")


def test_letters_in_parts() -> None:
    """Letters written in parts are composed; marks that nothing prints and odd blanks are gone."""
    words = unicodedata.normalize("NFD", "Йод\u00a0пен ай\u00adна\u200b")
    assert paragraphs(as_document([words])) == ["Йод пен айна"]
    source = read_source("Йод\u00a0пен\rайна".encode(), "a.txt")
    assert source.text == "Йод пен\nайна"
