"""Plain and Markdown text: offsets, tables that tabs or pipes mark, encodings."""

import pytest

from birlik.base.records.engine.draft import SourceText, Table
from birlik.base.records.engine.sources import UnreadableSourceError, read_source
from birlik.base.records.engine.sources.language import is_one_language

KAZAKH = "Әр ауылда бау-бақша өсіру және құстарға ұя жасау үшін жоспар бекітілсін. Іске сәт, һәм!"
RUSSIAN = "Утвердить план развития садов и парков на 2027 год; «яблоня» – дерево года № 5."


def rows(source: SourceText, table: Table) -> list[list[str]]:
    """A table's words by row."""
    count = 1 + max(cell.row for cell in table.cells)
    return [
        [source.text[cell.start : cell.end] for cell in table.cells if cell.row == row]
        for row in range(count)
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048", "ptcp154"]
)
def test_kazakh_encodings(encoding: str) -> None:
    """Kazakh text is read in every encoding that offices have used."""
    source = read_source(KAZAKH.encode(encoding), "a.txt")
    assert source.text == KAZAKH
    assert (source.format, source.language) == ("text", "kk")


def test_windows_1251() -> None:
    """Russian text in windows-1251 is read with its quotation marks, dashes and signs."""
    source = read_source(RUSSIAN.encode("cp1251"), "a.txt")
    assert source.text == RUSSIAN
    assert source.language == "ru"


def test_broken_mark() -> None:
    """A file whose byte order mark lies is refused rather than guessed."""
    with pytest.raises(UnreadableSourceError):
        read_source(b"\xff\xfea\xd8", "a.txt")


def test_latin_letters_for_kazakh() -> None:
    """A text that lost its Kazakh letters is still known by its words."""
    text = "жəне бойынша туралы жылы тиіс".replace("і", "i")
    assert read_source(text.encode(), "a.txt").language == "kk"


def test_both_languages() -> None:
    """A text of both languages, or one whose Kazakh letters are lost, is not certainly in one."""
    assert is_one_language(KAZAKH)
    assert is_one_language(RUSSIAN)
    assert not is_one_language(KAZAKH + RUSSIAN * 3)
    assert not is_one_language("жəне бойынша туралы жылы")


def test_tabbed_rows() -> None:
    """Neighbouring lines with tabs are a table, empty cells at their ends included."""
    text = "Кесте\n4.\tалма\t%\t\n\n5.\tалмұрт\t%\t7\nСоңы"
    source = read_source(text.encode(), "a.txt")
    [table] = source.tables
    assert rows(source, table) == [
        ["4.", "алма", "%", ""],
        ["5.", "алмұрт", "%", "7"],
    ]
    assert [source.text[one.start : one.end] for one in source.paragraphs] == ["Кесте", "Соңы"]


def test_pipe_table() -> None:
    """A Markdown table is read without its rule."""
    text = "| № | Мера |\n|---|:--|\n| 1 | сад |\n"
    source = read_source(text.encode(), "plan.md")
    assert source.format == "markdown"
    assert rows(source, source.tables[0]) == [["№", "Мера"], ["1", "сад"]]


def test_contents_are_no_table() -> None:
    """A table of contents that tabs align is paragraphs, one to a line."""
    text = "Мазмұны\n1.\tКіріспе\t3\n2.1.\tТалдау\t4\n"
    source = read_source(text.encode(), "a.txt")
    assert source.tables == ()
    assert len(source.paragraphs) == 3


def test_flattened() -> None:
    """A text of many narrow lines one below another had its tables flattened."""
    narrow = "\n".join(["бау-бақша", "өсіру"] * 20)
    assert read_source(narrow.encode(), "a.txt").flattened
    assert not read_source((KAZAKH + "\n\n").encode() * 40, "a.txt").flattened
