"""An earlier round read from a workbook, row by row."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from birlik.base.records.engine.content import UnfitFileError
from birlik.base.registry.engine.importing.cells import Choices
from birlik.base.registry.engine.importing.scripts import name_key
from birlik.domains.accreditation.engine.earlier import (
    Brought,
    Known,
    Register,
    cells_of,
    reasons_of,
    weigh,
)
from birlik.domains.accreditation.papers.earlier_book import template, unfit_rows

TODAY = date(2026, 11, 20)
HEADS = (
    *("БИН", "Название объединения", "Регион", "Номер свидетельства", "Дата выдачи"),
    *("Действует по", "Номер протокола", "Дата протокола"),
)
GOOD = ("", "Объединение Абай", "Абай", "А-1", date(2022, 5, 10), "", "3", "05.05.2022")


def known(pk: int, name: str, region: str, number: str = "") -> Known:
    """An association of the register."""
    return Known(pk, number, frozenset({name_key(name)}), (region,), region)


REGISTER = Register(
    bodies=(
        known(1, "Объединение Абай", "100000000", "990140000017"),
        known(2, "Объединение", "100000000"),
        known(3, "Объединение", "110000000"),
    ),
    certificates={"Б-7": 2},
    places=Choices({"100000000": ("Абай", "область Абай"), "110000000": ("Ақмола",)}),
)


def book(*rows: tuple[object, ...], heads: tuple[str, ...] = HEADS) -> bytes:
    """A workbook of rows under the headings."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (heads, *rows):
        sheet.append(list(row))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def read(*rows: tuple[object, ...]) -> Brought:
    """What the rows mean."""
    return weigh(book(*rows), "earlier.xlsx", REGISTER, on=TODAY)


def changed(**cells: object) -> tuple[object, ...]:
    """The good row with some cells otherwise, by the letter of the column."""
    return tuple(cells.get("ABCDEFGH"[place], one) for place, one in enumerate(GOOD))


def test_a_whole_row_is_taken() -> None:
    """The association is found by name and region; a last day of the term is included in it."""
    row = read(changed(F="09.05.2025")).new[0]
    assert (row.body, row.region, row.certificate) == (1, "100000000", "А-1")
    assert (row.valid_from, row.valid_until) == (date(2022, 5, 10), date(2025, 5, 10))
    assert (row.protocol, row.held_on) == ("3", date(2022, 5, 5))
    assert read(GOOD).new[0].valid_until is None


def test_a_bin_says_more_than_a_name() -> None:
    """With a BIN the name is not looked at."""
    assert read(changed(A="990140000017", B="Басқа")).new[0].body == 1


def test_what_is_known_is_left_alone() -> None:
    """A certificate that the association has already is counted, not taken again."""
    found = read(changed(B="Объединение", D="Б-7"))
    assert (found.known, found.new, found.unfit) == (1, [], [])


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (changed(B="Жоқ бірлестік"), "B2", "нет такого объединения"),
        (changed(A="111140000017"), "A2", "нет такого объединения"),
        (changed(B="Объединение", C=""), "B2", "несколько"),
        (changed(C="Марс"), "C2", "Марс"),
        (changed(D=""), "D2", "Заполните"),
        (changed(E="когда-то"), "E2", "когда-то"),
        (changed(F="01.01.2020"), "F2", "раньше"),
        (changed(H="21.11.2026"), "H2", "еще не наступил"),
        (changed(D="Б-7"), "D2", "другому объединению"),
        (changed(G="=1+1"), "G2", "формула"),
    ],
)
def test_an_unfit_row_says_why(row: tuple[object, ...], cell: str, words: str) -> None:
    """Each fault is told by its cell, and nothing of the row is taken."""
    found = read(row)
    assert found.new == []
    reasons = dict(reasons_of(found.unfit[0], found.letters))
    assert words in reasons[cell].ru


def test_a_certificate_stands_once_in_a_file() -> None:
    """The second row of a number is given back."""
    found = read(GOOD, changed(B="Объединение", C="Ақмола"))
    assert len(found.new) == 1
    assert "в строке 2" in reasons_of(found.unfit[0], found.letters)[0][1].ru


def test_the_template_is_read_and_empty() -> None:
    """The template has every heading, and no row to take."""
    with pytest.raises(UnfitFileError):
        weigh(template(), "t.xlsx", REGISTER, on=TODAY)


def test_unfit_rows_come_back_with_their_reasons() -> None:
    """The rows that were not taken are a workbook that can be mended and brought again."""
    found = read(changed(D=""), changed(G="=1+1"))
    assert cells_of(found.unfit[0])[1] == "Объединение Абай"
    again = weigh(unfit_rows(found.unfit, found.letters, "ru"), "r.xlsx", REGISTER, on=TODAY)
    assert len(again.unfit) == 1
    assert len(again.new) == 1


def test_a_file_of_something_else_is_refused() -> None:
    """A sheet without the headings is not taken."""
    with pytest.raises(UnfitFileError):
        weigh(book(("x",), heads=("y",)), "x.xlsx", REGISTER, on=TODAY)
