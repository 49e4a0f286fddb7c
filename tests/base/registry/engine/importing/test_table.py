"""Files are read as tables whoever made them, or refused with what to do instead."""

from datetime import date

import pytest
from openpyxl.utils.datetime import MAC_EPOCH

from birlik.base.charter.engine.kinds import KindCard
from birlik.base.records.engine.content import refusal as any_file
from birlik.base.records.engine.workbook import Formula, UnfitFileError
from birlik.base.records.engine.workbook import refusal as workbook_refusal
from birlik.base.registry.engine.importing import refusal, table
from birlik.base.registry.engine.importing.columns import PEOPLE, structure_columns
from birlik.base.registry.engine.importing.table import ORIGIN, Table, read_table, refuse_shape
from birlik.base.values.local_text import LocalText
from tests.base.records.engine.content.files_made import pdf, with_part
from tests.base.records.engine.workbook.books import (
    book_of,
    filled,
    of_cells,
    saved,
    with_formatted_rows,
)

COLUMNS = structure_columns(KindCard("club", LocalText("клуб"), "", public=False))
HEADS = ["Атауы қазақша", "Название на русском", "БИН"]
KK, RU = "Көктем", "Весна"


def read(content: bytes, name: str = "rows.xlsx", kind: str = "structures/club") -> Table:
    """The table of a file of clubs."""
    return read_table(content, name, COLUMNS, kind=kind)


def reason_of(content: bytes, **given: str) -> LocalText:
    """Why a file is refused."""
    with pytest.raises(UnfitFileError) as refused:
        read(content, **given)
    assert refused.value.reason.missing() == ()
    return refused.value.reason


def test_headings_are_found_in_any_order_case_and_language() -> None:
    """Headings in another order, case, language, with stray spaces, brackets and Latin letters that
    look Cyrillic are found; what is no heading is named and left aside."""
    content = filled(
        ["Список клубов"],
        [" бCH ", "название  нa\nРУССКОМ (полностью)", "name in kazakh", "Председатель", None],
        ["990340001234", RU, KK, "x"],
    )
    found = read(content)
    assert found.letters == {"bin": "A", "name_ru": "B", "name_kk": "C"}
    assert found.lines[0].number == 3
    assert found.lines[0].cells == {"bin": "990340001234", "name_ru": RU, "name_kk": KK}
    assert found.ignored == ("Председатель",)


def test_the_headings_of_the_template_are_found_with_the_column_of_reasons() -> None:
    """A file that was given back with reasons is read again: the reasons are no column to speak
    of."""
    heads = [f"{one.heading.kk} /\n{one.heading.ru}" for one in COLUMNS]
    values = [None, KK, RU]
    found = read(filled([*heads, "Алынбау себебі /\nПочему не принято"], [*values]))
    assert len(found.letters) == len(COLUMNS)
    assert found.ignored == ()


def test_the_sheet_with_the_headings_is_read_wherever_it_stands() -> None:
    """Of several sheets the one with the most headings counts, then the first."""
    book = book_of(["Инструкция"], [HEADS[0], HEADS[1]], ["a", "b"])
    book.create_sheet("Данные").append(HEADS)
    book["Данные"].append([KK, RU, None])
    assert read(saved(book)).lines[0].cells == {"name_kk": KK, "name_ru": RU}


def test_a_file_without_the_needed_sheet_names_what_it_lacks() -> None:
    """A wrong sheet is refused with the headings that are needed, in each language."""
    reason = reason_of(filled(["ФИО", "Должность"], ["a", "b"]))
    assert "«Атауы қазақша», «Атауы орысша»" in reason.kk
    assert "«Название на казахском», «Название на русском»" in reason.ru


def test_a_heading_twice_is_refused_by_its_name() -> None:
    """Two columns of one heading cannot be told apart."""
    assert "«БИН»" in reason_of(filled([*HEADS, "БСН"], [KK, RU, "1", "2"])).ru


def test_the_template_of_another_kind_is_refused() -> None:
    """The hidden mark of a template says of which kind its rows are."""
    book = book_of(HEADS, [KK, RU, None])
    book.create_sheet("birlik").append([f"{ORIGIN}structures/house"])
    assert reason_of(saved(book)) == refusal.OTHER_KIND
    book["birlik"]["A1"] = f"{ORIGIN}structures/club"
    assert len(read(saved(book)).lines) == 1


def test_a_file_without_rows_and_one_with_too_many_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Headings alone are nothing to take, and more rows than a file may have are named."""
    assert reason_of(filled(HEADS)) == refusal.NO_ROWS
    monkeypatch.setattr(table, "MOST_ROWS", 1)
    assert "1 строк" in reason_of(filled(HEADS, [KK, RU], [KK, RU])).ru.replace("до 1.", "1 строк")


def test_two_hundred_thousand_formatted_rows_are_no_rows() -> None:
    """A sheet that is formatted down to row 200,000 has the rows that hold something, alone."""
    content = with_formatted_rows([HEADS, [KK, RU, None]], count=200_000, width=3)
    assert [one.number for one in read(content).lines] == [2]


def test_merged_cells_are_marked_and_formulas_stay_formulas() -> None:
    """A merged cell under the headings is marked in every row that it covers, for nobody can tell
    whose it is; merged headings are fine; a formula is no value."""
    book = book_of(HEADS, [KK, RU, "=1+1"], ["Жаз", None, None], ["Күз", "Осень", None])
    book.active.merge_cells("B2:B3")
    book.active.merge_cells("D1:E1")
    found = read(saved(book))
    assert [dict(one.merged) for one in found.lines] == [
        {"name_ru": "B2:B3"},
        {"name_ru": "B2:B3"},
        {},
    ]
    assert found.lines[0].cells["bin"] == Formula("=1+1")


def test_days_since_1904_are_those_that_the_sheet_shows() -> None:
    """A workbook that counts days from 1904 gives the same days."""
    book = book_of([*HEADS, "Дата создания"], [KK, RU, None, date(2001, 5, 3)])
    book.epoch = MAC_EPOCH
    assert read(saved(book)).lines[0].cells["founded_on"] == date(2001, 5, 3)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (with_part(filled(HEADS), "xl/vbaProject.bin", b"x"), workbook_refusal.WITH_MACROS),
        (
            with_part(filled(HEADS), "xl/media/a.bin", b"\0" * 30_000_000),
            workbook_refusal.DANGEROUS,
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, workbook_refusal.OLD_WORKBOOK),
        (with_part(filled(HEADS), "xl/connections.xml", "<a/>"), workbook_refusal.LINKED),
        (pdf(), refusal.NOT_A_TABLE),
        (b"PK\x05\x06" + b"\0" * 18, refusal.NOT_A_TABLE),
        (b"", any_file.EMPTY),
    ],
)
def test_a_dangerous_file_is_refused_before_and_while_it_is_read(
    content: bytes, reason: LocalText
) -> None:
    """Macros, bombs, locked and linked workbooks, and what is no table, are refused at once."""
    assert reason_of(content) == reason
    with pytest.raises(UnfitFileError) as refused:
        refuse_shape(content, "rows.xlsx")
    assert refused.value.reason == reason


def test_a_marked_file_is_refused_by_its_name_and_by_its_words() -> None:
    """A file that bears a mark of limited access is not taken."""
    marked = filled(["Для служебного пользования"], HEADS, [KK, RU])
    with pytest.raises(UnfitFileError, match="limited access"):
        read(marked)
    with pytest.raises(UnfitFileError, match="limited access"):
        read(filled(HEADS, [KK, RU]), name="ДСП список.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "kz1048"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_is_read_in_every_encoding_and_with_every_separator(
    encoding: str, separator: str
) -> None:
    """Encoding and separator show in the bytes; quoted cells keep separators and line ends."""
    name = "Весна" if encoding == "cp1251" else "Көктем"
    lines = [HEADS if encoding != "cp1251" else ["Название на казахском", *HEADS[1:]]]
    lines.append([f'"{name}{separator} 1\nекинши"', RU, "990340001234"])
    text = "\r\n".join(separator.join(one) for one in lines)
    found = read(text.encode(encoding), name="rows.csv")
    assert found.lines[0].cells == {
        "name_kk": f"{name}{separator} 1\nекинши",
        "name_ru": RU,
        "bin": "990340001234",
    }


def test_what_a_spreadsheet_would_take_for_a_formula_in_a_csv() -> None:
    """A disarmed cell is what it was, a kept text is its text, and a formula is a formula."""
    text = f'{";".join([*HEADS, "Телефон", "Сайт"])}\n{KK};{RU};="009903400012";\'+7 701;=1+1\n'
    assert read(text.encode(), name="a.csv").lines[0].cells == {
        "name_kk": KK,
        "name_ru": RU,
        "bin": "009903400012",
        "phone": "+7 701",
        "website": Formula("=1+1"),
    }


def test_bytes_that_are_no_text_are_no_table() -> None:
    """What no encoding reads, and a cell without end, are refused."""
    assert reason_of(bytes(range(1, 32)) * 50) == refusal.NOT_A_TABLE
    endless = f'{";".join(HEADS)}\n"{"x" * 200_000}'
    assert reason_of(endless.encode()) == refusal.NOT_A_TABLE


def test_columns_of_people_are_no_columns_of_bodies() -> None:
    """The same reader serves people by their own headings."""
    content = filled(["Ф.И.О.", "ЖСН", "Ұйым"], ["Сынақов Бақыт", 1, "x"])
    found = read_table(content, "a.xlsx", PEOPLE, kind="people")
    assert set(found.letters) == {"full_name", "iin", "structure"}


def test_a_sheet_written_by_hand_without_a_value_is_empty() -> None:
    """A sheet without rows lacks the headings."""
    assert "«Атауы қазақша»" in reason_of(of_cells("")).kk
