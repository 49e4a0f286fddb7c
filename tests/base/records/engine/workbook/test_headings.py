"""Columns found by their headings; what is merged downwards."""

import pytest

from birlik.base.records.engine.workbook import (
    Sheet,
    Value,
    column_letter,
    header_of,
    is_alike,
    read_workbook,
    spread,
)
from tests.base.records.engine.workbook.books import book_of, filled, saved

NAMES = {
    "measure": ("№ п/п", "Пункт", "Тармақ"),
    "due": ("Срок", "Мерзімі"),
    "letter": ("Номер письма",),
    "day": ("Дата",),
}


def sheet_of(*rows: list[object]) -> Sheet:
    """A sheet with these rows."""
    return read_workbook(filled(*rows)).sheets[0]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("  СРОК \n исполнения ", "Срок исполнения"),
        ("Cpoк (дд.мм.гггг)", "Срок"),
        ("COK", "сок"),
        ("Тармак", "Тармақ"),
        ("(жоқ)", "жоқ"),
        ("Орындалды", "Орындалды (иә/жоқ)"),
        ("TEXT", "text"),
        ("№", "№"),
    ],
)
def test_words_are_compared_as_people_type_them(value: str, words: str) -> None:
    """Case, spaces, line ends, hints in brackets, Latin letters that look Cyrillic and Kazakh
    letters of another keyboard make no difference."""
    assert is_alike(value, words)


@pytest.mark.parametrize(
    ("value", "words"),
    [("Срок исполнения", "Срок"), ("№", "Срок"), (5, "5"), (None, "Срок"), ("да", "нет")],
)
def test_other_words_are_not_alike(value: Value, words: str) -> None:
    """Other words, more words, and what is no text are not alike."""
    assert not is_alike(value, words)


def test_headings_are_found_wherever_they_stand() -> None:
    """Headings stand in any order under a title; the content begins after them."""
    sheet = sheet_of(["Есеп", None], [], [None, "Срок", "ПУНКТ", "Чужая"], [None, "2023", "1.1"])
    header = header_of(sheet, NAMES, needed=("measure", "due"))
    assert header == (3, {"due": 2, "measure": 3}, ())


def test_without_what_is_needed_there_is_no_header() -> None:
    """Where a needed heading is missing, and where there are no rows, no header is found."""
    assert header_of(sheet_of(["Срок", "Прочее"]), NAMES, needed=("measure", "due")) is None
    assert header_of(sheet_of([]), NAMES, needed=("measure",)) is None


def test_a_head_of_two_lines_is_one() -> None:
    """Headings merged over two lines and those of the second line make one header."""
    sheet = sheet_of(
        ["Пункт", "Срок", "Письмо", None],
        [None, None, "Номер письма", "Дата"],
        ["1.1", "2023", "5", "01.02.2023"],
    )
    header = header_of(sheet, NAMES, needed=("measure", "due"))
    assert header == (2, {"measure": 1, "due": 2, "letter": 3, "day": 4}, ())


def test_a_heading_that_stands_twice_is_told() -> None:
    """Of two columns with one heading the first counts, and the name is among the doubled."""
    header = header_of(sheet_of(["Пункт", "Срок", "Мерзімі"]), NAMES, needed=("measure",))
    assert header == (1, {"measure": 1, "due": 2}, ("due",))


def test_what_is_merged_downwards_counts_in_each_row() -> None:
    """A value merged over several rows is that of each of them that holds something; a merge that
    goes sideways or over nothing gives nothing."""
    book = book_of(
        ["1.1", "I", "да"], [None, "II", "нет"], [None, None, None], ["1.2", "I", None], [None, "x"]
    )
    sheet = book.active
    for cells in ("A1:A3", "B4:C4", "C5:C900", "D1:D2"):
        sheet.merge_cells(cells)
    read = spread(read_workbook(saved(book)).sheets[0])
    assert [(row.number, dict(row.values)) for row in read.rows] == [
        (1, {1: "1.1", 2: "I", 3: "да"}),
        (2, {1: "1.1", 2: "II", 3: "нет"}),
        (4, {1: "1.2", 2: "I"}),
        (5, {2: "x"}),
    ]
    assert read.rows[0].at(9) is None
    assert read.rows[0].at(None) is None


def test_columns_are_called_as_the_sheet_calls_them() -> None:
    """The 1st is A, the 26th Z, the 27th AA, the last XFD."""
    assert [column_letter(one) for one in (1, 26, 27, 16_384)] == ["A", "Z", "AA", "XFD"]
