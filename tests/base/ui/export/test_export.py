"""Lists as files: what stands in a CSV and in a workbook, and what a spreadsheet may not do."""

import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.test import RequestFactory
from django.utils.translation import gettext_lazy, override

from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.export import workbook as workbook_module
from birlik.base.ui.export.separated import csv_cell
from birlik.base.values.local_text import LocalText

AT = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)
"""Half past midnight of 21 November in Almaty."""

COLUMNS = (
    Column("Text", lambda row: row[0], 30),
    Column("Day", lambda row: row[1]),
    Column("Moment", lambda row: row[2]),
    Column("Number", lambda row: row[3]),
)
ROWS = (
    (LocalText("Астана", "Столица"), date(2024, 12, 31), AT, Decimal("80.6")),
    ("=HYPERLINK(1)", None, None, -3),
)


def listing(*, rows=ROWS, **more) -> Listing:
    """A list of two rows, the second of which would be a formula."""
    return Listing("measures", "Measures: [all]", COLUMNS, rows, **more)


def answer_to(query: str, wanted: Listing | None = None, language: str = "kk"):
    """The answer to an address, made in a language and read after that was given up."""
    request = RequestFactory().get(f"/plans/1/{query}", headers={"host": "testserver"})
    with override(language):
        return exported(request, wanted or listing(), at=AT)


def body_of(answer) -> bytes:
    """Everything that the answer sends."""
    return b"".join(answer.streaming_content)


def csv_rows(answer) -> list[list[str]]:
    """The lines of a CSV."""
    return list(csv.reader(StringIO(body_of(answer).decode("utf-8-sig")), delimiter=";"))


def book_of(answer) -> openpyxl.Workbook:
    """The workbook that the answer sends."""
    return openpyxl.load_workbook(BytesIO(body_of(answer)))


@pytest.mark.parametrize("query", ["", "?format=", "?format=pdf", "?format=ics"])
def test_a_page_that_is_not_asked_for_as_a_file_stays_a_page(query: str) -> None:
    """Without a known format there is no file, and no row is read."""
    rows = (pytest.fail("a row was read") for _ in range(1))
    assert answer_to(query, listing(rows=rows)) is None


def test_csv_opens_in_the_spreadsheets_of_kazakhstan() -> None:
    """UTF-8 with its mark, semicolons, a decimal comma, days that every setting takes for a day,
    instants by the clock of Kazakhstan."""
    content = body_of(answer_to("?format=csv"))
    assert content.startswith(b"\xef\xbb\xbfText;Day;Moment;Number\r\n")
    rows = csv_rows(answer_to("?format=csv"))
    assert rows[1] == ["Астана", "2024-12-31", "2026-11-21 00:30", "80,6"]
    assert rows[2] == ["'=HYPERLINK(1)", "", "", "-3"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("+7 701", "'+7 701"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-12,5", "-12,5"),
        ("8.1", "8.1"),
        ("қатысу = бірлік", "қатысу = бірлік"),
        (1e-7, "0,0000001"),
        (-3, "-3"),
        (100, "100"),
        (Decimal("1.500"), "1,5"),
    ],
)
def test_no_text_of_a_csv_is_a_formula(cell: object, written: str) -> None:
    """Text that begins like a formula gets an apostrophe; numbers and all other text stay."""
    assert csv_cell(cell) == written


def test_a_file_is_in_the_readers_language_to_its_end() -> None:
    """Heads and texts that are made while the file already leaves are in the reader's language."""
    rows = (LocalText("Астана", "Столица") for _ in range(1200))
    wanted = Listing("x", "X", (Column(gettext_lazy("Acts"), lambda row: row),), rows)
    lines = csv_rows(answer_to("?format=csv", wanted, "ru"))
    assert lines[0] == ["Акты"]
    assert {line[0] for line in lines[1:]} == {"Столица"}
    assert len(lines) == 1201


def test_workbook_carries_days_numbers_and_text() -> None:
    """Days and numbers are real, a text that looks like a formula stays text, the head is frozen,
    and the columns have their widths."""
    book = book_of(answer_to("?format=xlsx"))
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == ["Text", "Day", "Moment", "Number"]
    assert rows[1][0].value == "Астана"
    assert rows[1][1].value.isoformat() == "2024-12-31T00:00:00"
    assert rows[1][1].number_format == "DD.MM.YYYY"
    assert rows[1][2].value.isoformat() == "2026-11-21T00:30:00"
    assert rows[1][3].value == 80.6
    assert (rows[2][0].value, rows[2][0].data_type) == ("=HYPERLINK(1)", "s")
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width == 30


@pytest.mark.parametrize("text", ["=1+1", "#N/A", "+1", "-1", "@x", "a\x0bb"])
def test_no_text_of_a_workbook_is_a_formula_or_an_error(text: str) -> None:
    """Whatever a text begins with, it is a text; what no sheet can hold is left out."""
    wanted = Listing("x", "X", (Column("Text", lambda row: row),), [text])
    cell = book_of(answer_to("?format=xlsx", wanted)).worksheets[0]["A2"]
    assert (cell.data_type, cell.value) == ("s", text.replace("\x0b", ""))


def test_workbook_says_where_it_comes_from(settings) -> None:
    """The last sheet names the list, what was chosen, how many rows, when and where it was made,
    and whether the installation is a demonstration."""
    settings.DEMONSTRATION = True
    chosen = (("Жыл", 2024), ("Іздеу", "=қала"))
    answer = answer_to("?year=2024&page=3&format=xlsx", listing(chosen=chosen), "en")
    sheet = book_of(answer).worksheets[-1]
    told = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    values = [value for _name, value in told]
    assert values[:2] == ["Measures: [all]", 2024]
    assert ("Іздеу", "=қала") in told
    assert sheet["B3"].data_type == "s"
    assert values[3::2][:2] == [2, "testserver"]
    assert values[4].isoformat() == "2026-11-21T00:30:00"
    assert values[6].startswith("Demonstration:")
    assert values[-1] == "http://testserver/plans/1/?year=2024"


def test_files_have_fixed_names(settings) -> None:
    """A file is named by its list and day in Kazakhstan, never by a reader's words, and says in its
    name when it comes from a demonstration."""
    settings.DEMONSTRATION = False
    named = answer_to('?q="x".exe&format=csv')["Content-Disposition"]
    assert named == 'attachment; filename="birlik-measures-2026-11-21.csv"'
    settings.DEMONSTRATION = True
    answer = answer_to("?format=xlsx")
    named = answer["Content-Disposition"]
    assert named == 'attachment; filename="birlik-demonstration-measures-2026-11-21.xlsx"'
    assert answer["Cache-Control"] == "private, no-store"
    assert body_of(answer).startswith(b"PK")


def test_an_empty_list_has_its_heads() -> None:
    """A list without rows is a file with heads alone."""
    assert csv_rows(answer_to("?format=csv", listing(rows=()))) == [
        ["Text", "Day", "Moment", "Number"]
    ]
    sheet = book_of(answer_to("?format=xlsx", listing(rows=()))).worksheets[0]
    assert sheet.max_row == 1


def test_a_full_sheet_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows beyond what a sheet takes stand on the next one, under the same heads."""
    monkeypatch.setattr(workbook_module, "SHEET_ROWS", 2)
    wanted = Listing("x", "Тізім", (Column("N", lambda row: row),), range(5))
    book = book_of(answer_to("?format=xlsx", wanted))
    assert book.sheetnames[:3] == ["Тізім", "Тізім1", "Тізім2"]
    assert [[cell.value for cell in sheet["A"]] for sheet in book.worksheets[:3]] == [
        ["N", 0, 1],
        ["N", 2, 3],
        ["N", 4],
    ]
