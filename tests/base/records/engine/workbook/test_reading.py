"""Workbooks as plain values; what is refused, and with which words."""

import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl.packaging.relationship import Relationship
from openpyxl.workbook.external_link.external import ExternalBook, ExternalLink

from birlik.base.records.engine.content import refusal as any_file
from birlik.base.records.engine.workbook import (
    Fault,
    Formula,
    UnfitFileError,
    Workbook,
    read_workbook,
    refusal,
    trimming,
)
from birlik.base.values.local_text import LocalText
from tests.base.records.engine.content.files_made import docx, opened, packed, pdf, with_part
from tests.base.records.engine.workbook.books import (
    MAIN,
    RELATIONS,
    SHEET,
    STRINGS,
    book_of,
    edited,
    filled,
    of_cells,
    of_shared,
    saved,
    with_formatted_rows,
)

EVENING = datetime.fromisoformat("2023-07-05T17:30")
BOOK = "xl/workbook.xml"
TYPES = "[Content_Types].xml"


def values(book: Workbook) -> list[dict[int, object]]:
    """What the first sheet holds, row by row."""
    return [dict(row.values) for row in book.sheets[0].rows]


def refused(content: bytes, **bounds: int) -> LocalText:
    """Why a workbook is not taken."""
    with pytest.raises(UnfitFileError) as caught:
        read_workbook(content, **bounds)
    assert not caught.value.reason.missing()
    return caught.value.reason


def test_values_are_plain() -> None:
    """Words lose the spaces around them; numbers, days, moments and yes or no stay what they are;
    cells that hold nothing are not there."""
    book = read_workbook(
        filled(
            ["  Атауы\u00a0", 7, 0.3, 12.0, True],
            [None, date(2023, 7, 5), EVENING, "   ", False],
        )
    )
    assert values(book) == [
        {1: "Атауы", 2: 7, 3: Decimal("0.3"), 4: 12, 5: True},
        {2: date(2023, 7, 5), 3: EVENING, 5: False},
    ]


def test_formulas_and_errors_are_marked() -> None:
    """A formula is shown as one, with what was last worked out of it left out; an error by its
    code."""
    content = of_cells(
        '<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>12</v></c>'
        '<c r="B1"><f t="shared" si="0"/><v>12</v></c><c r="C1" t="e"><v>#REF!</v></c></row>'
    )
    assert values(read_workbook(content)) == [
        {1: Formula("=SUM(B1:B2)"), 2: Formula("="), 3: Fault("#REF!")}
    ]


def test_what_other_programs_write_is_read() -> None:
    """Cells without a place, words in place or in runs with reading aids, escaped signs, and days
    as words of ISO 8601 are read."""
    content = of_cells(
        '<row><c t="inlineStr"><is><r><t>Ас</t></r><r><t>тана</t></r>'
        '<rPh sb="0" eb="1"><t>x</t></rPh></is></c><c t="str"><v>a_x000A_b_x0007_c_xD800_</v></c>'
        '<c t="d"><v>2023-07-05T00:00:00Z</v></c><c t="inlineStr"/><c t="b"><v>1</v></c></row>'
        '<row r="3"><c r="C3"><v>1E3</v></c><c><v>-0.10000000000000001</v></c></row>'
    )
    book = read_workbook(content)
    assert [row.number for row in book.sheets[0].rows] == [1, 3]
    assert values(book) == [
        {1: "Астана", 2: "a\nbc_xD800_", 3: date(2023, 7, 5), 5: True},
        {3: 1000, 4: Decimal("-0.1")},
    ]


def test_days_are_counted_from_the_year_that_the_workbook_says() -> None:
    """Day 1 is 1 January 1900, or 2 January 1904 where the workbook counts from then; a time of
    day and a span of time are words; a day out of all time is an error."""
    book = book_of([date(1900, 1, 1), time(9, 30), timedelta(hours=30)])
    content = saved(book)
    assert values(read_workbook(content)) == [
        {1: date(1900, 1, 1), 2: "09:30:00", 3: "1 day, 6:00:00"}
    ]
    later = edited(content, BOOK, "<workbookPr ?/>", '<workbookPr date1904="1"/>')
    assert values(read_workbook(later))[0][1] == date(1904, 1, 2)
    beyond = edited(content, SHEET, "<v>1</v>", "<v>99999999</v>")
    assert values(read_workbook(beyond))[0][1] == Fault("#VALUE!")


def test_hidden_sheets_are_told_apart() -> None:
    """Sheets keep their order and titles; a hidden one is not among those that are shown."""
    book = book_of(["a"], title=" Парақ 1 ")
    book.create_sheet("Жасырын").sheet_state = "veryHidden"
    book.create_chartsheet("Диаграмма")
    read = read_workbook(saved(book))
    assert [(sheet.title, sheet.is_hidden) for sheet in read.sheets] == [
        ("Парақ 1", False),
        ("Жасырын", True),
    ]
    assert [sheet.title for sheet in read.shown] == ["Парақ 1"]


def test_words_that_cells_share_are_read() -> None:
    """Cells that refer to shared words have them, also where the package writes the name of their
    part in another case."""
    content = of_shared(
        "<si><t> Сөз </t></si><si><r><t>ек</t></r><r><t>і</t></r></si><si><t> </t></si>",
        '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row>',
    )
    assert values(read_workbook(content)) == [{1: "екі", 2: "Сөз"}]
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/SharedStrings.xml"] = parts.pop(STRINGS)
    assert values(read_workbook(packed(parts))) == [{1: "екі", 2: "Сөз"}]


def test_a_workbook_without_styles_is_read() -> None:
    """A workbook of numbers alone needs no styles."""
    content = of_cells("<row><c><v>5</v></c></row>")
    content = edited(content, RELATIONS, "<Relationship [^>]*/styles[^>]*/>", "")
    assert values(read_workbook(content)) == [{1: 5}]


@pytest.mark.parametrize("count", [200_000, 1_048_576])
def test_formatted_rows_that_hold_nothing_are_not_read(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet that is formatted to its end gives the rows that hold something, and hands to the
    parser no more than a piece beyond them."""
    content = with_formatted_rows([["№", "Мерзімі"], ["1", "2023"]], count=count, width=2)
    handed = []
    pieces = trimming.trimmed

    def counted(archive: zipfile.ZipFile, name: str) -> object:
        for piece in pieces(archive, name):
            handed.append(len(piece))
            yield piece

    monkeypatch.setattr(trimming, "trimmed", counted)
    assert values(read_workbook(content)) == [{1: "№", 2: "Мерзімі"}, {1: "1", 2: "2023"}]
    assert sum(handed) < 4 * trimming.PIECE


def test_rows_without_any_cell_are_not_read_either(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formatted rows that programs write without a single cell, `<row r="5"/>`, cost no more than
    others that hold nothing: the parser is not handed them."""
    rows = "".join(f'<row r="{number}" s="1"/>' for number in range(2, 200_000))
    content = edited(filled(["№"]), SHEET, "</sheetData>", f"{rows}</sheetData>")
    handed = []
    pieces = trimming.trimmed

    def counted(archive: zipfile.ZipFile, name: str) -> object:
        for piece in pieces(archive, name):
            handed.append(len(piece))
            yield piece

    monkeypatch.setattr(trimming, "trimmed", counted)
    assert values(read_workbook(content)) == [{1: "№"}]
    assert sum(handed) < 4 * trimming.PIECE


def test_a_row_far_below_is_not_lost() -> None:
    """What stands below thousands of rows that hold nothing is read, and with its number; so is
    everything where the last row holds something."""
    content = with_formatted_rows([["№"]], count=30_000, width=7)
    content = edited(
        content,
        SHEET,
        "</sheetData>",
        '<row r="30001"><c r="A30001"><v>5</v></c></row></sheetData>',
    )
    rows = read_workbook(content).sheets[0].rows
    assert [(row.number, row.at(1)) for row in rows] == [(1, "№"), (30_001, 5)]


def test_values_after_the_rows_do_not_count() -> None:
    """Rules for input, which stand after the rows and hold formulas, save the sheet from nothing:
    its empty rows are still left out and what is merged is still known."""
    content = with_formatted_rows([["№", None], ["1", "x"]], count=30_000, width=7)
    content = edited(
        content,
        SHEET,
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1"/></mergeCells>'
        '<dataValidations><dataValidation type="list"><formula1>"иә,жоқ"</formula1>'
        "</dataValidation></dataValidations>",
    )
    sheet = read_workbook(content).sheets[0]
    assert (len(sheet.rows), sheet.merges) == (2, ((1, 1, 1, 2),))


def test_a_sheet_without_any_value_is_empty() -> None:
    """A sheet of formatted rows alone has no rows, and neither has one with nothing at all."""
    assert values(read_workbook(with_formatted_rows([], count=20_000, width=9))) == []
    assert values(read_workbook(of_cells(""))) == []
    assert values(read_workbook(of_cells('<row r="1"><c r="A1" t="str"><v> </v></c></row>'))) == []


def linked() -> bytes:
    """A workbook that refers to another file."""
    book = book_of(["=[1]Sheet1!A1"])
    link = ExternalLink(externalBook=ExternalBook())
    link.file_link = Relationship(type="externalLinkPath", Target="D:/other.xlsx")
    book._external_links.append(link)
    return saved(book)


def bomb() -> bytes:
    """A workbook of which one part unpacks a thousandfold."""
    return with_part(filled(["x"]), "xl/media/a.bin", b"\0" * 30_000_000)


MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
BINARY_TYPE = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
PLAIN_TYPE = r"application/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml"
DOCTYPE = '<!DOCTYPE sst [<!ENTITY a "haha">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", any_file.EMPTY),
        (b"1;2;3\r\n4;5;6", refusal.NO_WORKBOOK),
        (pdf(), refusal.NO_WORKBOOK),
        (docx("x"), refusal.NO_WORKBOOK),
        (opened("spreadsheet", "Орындалды"), refusal.NO_WORKBOOK),
        (packed({"a.txt": "x"}), refusal.NO_WORKBOOK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, refusal.OLD_WORKBOOK),
        (filled(["x"])[:-100], any_file.BROKEN),
        (with_part(filled(["x"]), "xl/vbaProject.bin", b"x"), refusal.WITH_MACROS),
        (edited(filled(["x"]), TYPES, PLAIN_TYPE, MACRO_TYPE), refusal.WITH_MACROS),
        (edited(filled(["x"]), TYPES, PLAIN_TYPE, BINARY_TYPE), refusal.WITH_MACROS),
        (bomb(), refusal.DANGEROUS),
        (
            of_shared("<si><t>&a;</t></si>", "<row/>", doctype=DOCTYPE),
            refusal.DANGEROUS,
        ),
        (edited(filled(["x"]), BOOK, "<workbook", f"{DOCTYPE}<workbook"), refusal.DANGEROUS),
        (linked(), refusal.LINKED),
        (with_part(filled(["x"]), "xl/connections.xml", "<a/>"), refusal.LINKED),
        (edited(filled(["x"]), BOOK, "<sheets>.*</sheets>", "<sheets/>"), refusal.SHEETLESS),
        (edited(filled(["x"]), SHEET, "</sheetData>", ""), any_file.BROKEN),
        (edited(filled(["x"]), "_rels/.rels", 'Target="[^"]*"', 'Target="/x"'), any_file.BROKEN),
        (of_cells('<row r="2"/><row r="1"><c><v>1</v></c></row>'), any_file.BROKEN),
        (of_cells('<row r="x"><c><v>1</v></c></row>'), any_file.BROKEN),
        (of_cells('<row r="1048577"><c><v>1</v></c></row>'), any_file.BROKEN),
        (of_cells('<row><c r="XFE1"><v>1</v></c></row>'), any_file.BROKEN),
        (of_cells('<row><c r="1"><v>1</v></c></row>'), any_file.BROKEN),
        (of_cells('<row><c t="s"><v>9</v></c></row>'), any_file.BROKEN),
        (of_cells('<row><c t="s"><v>-1</v></c></row>'), any_file.BROKEN),
        (of_cells("<row><c><v>two</v></c></row>"), any_file.BROKEN),
        (of_cells("<row><c><v>inf</v></c></row>"), any_file.BROKEN),
        (of_cells('<row><c t="d"><v>soon</v></c></row>'), any_file.BROKEN),
    ],
)
def test_what_is_no_safe_workbook_is_refused(content: bytes, reason: LocalText) -> None:
    """What is not a whole, open and harmless XLSX is refused with what to do instead, in all
    languages."""
    assert refused(content) == reason


def test_what_is_beyond_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """More sheets or cells than asked for, over all sheets together, are refused; formatted cells
    that hold nothing are not counted; so are too many merged cells and too long small parts."""
    book = book_of(["a", None, "b"])
    book.create_sheet("2").append(["c"])
    content = saved(book)
    assert len(read_workbook(content, max_sheets=2, max_cells=3).sheets) == 2
    assert refused(content, max_sheets=1) == refusal.TOO_LARGE
    assert refused(content, max_cells=2) == refusal.TOO_LARGE
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 20_002))
    many = of_cells("<row><c><v>1</v></c></row>", more=f"<mergeCells>{merges}</mergeCells>")
    assert refused(many) == refusal.TOO_LARGE
    long = edited(content, BOOK, "<workbookPr", f"<!--{'x' * 100}--><workbookPr")
    monkeypatch.setattr("birlik.base.records.engine.workbook.parts.SMALL", 10)
    assert refused(long) == refusal.DANGEROUS


def test_styles_that_make_no_sense_are_refused() -> None:
    """A style whose format is no number makes the file a damaged one."""
    content = edited(filled(["x"]), "xl/styles.xml", '(<cellXfs.*?numFmtId=)"0"', r'\1"x"')
    assert refused(content) == any_file.BROKEN


def test_strict_workbooks_are_read() -> None:
    """The strict form of the format, which names its parts otherwise, is read alike."""
    content = edited(
        of_cells("<row><c><v>5</v></c></row>"),
        SHEET,
        MAIN,
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    assert values(read_workbook(content)) == [{1: 5}]
