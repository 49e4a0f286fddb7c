"""What a person may enter in a cell, and as what it is kept."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.cells import (
    CellError,
    Column,
    Option,
    number_in,
    read_cell,
    read_cells,
    shown_cell,
)

TITLE = LocalText("Баған", "Графа")
TEXT = Column("words", "text", TITLE)
NUMBER = Column("people", "number", TITLE)
QUANTITY = Column("quantity", "number", TITLE)
DAY = Column("held_on", "date", TITLE)
LINK = Column("link", "link", TITLE)
STANDING = Column(
    "standing",
    "choice",
    TITLE,
    options=(Option("done", "Орындалды", "Выполнено"), Option("not_begun", "Жоқ", "Не начато")),
)


@pytest.mark.parametrize(
    ("entered", "column", "kept"),
    [
        (None, TEXT, ""),
        ("  \r\n ", TEXT, ""),
        (" Бір\r\nекі ", TEXT, "Бір\nекі"),
        (12.0, TEXT, "12"),
        ("й", TEXT, "й"),
        ("1 250", NUMBER, "1250"),
        ("1\u202f250,50", NUMBER, "1250.5"),
        ("-0,0", NUMBER, "0"),
        ("−3", NUMBER, "-3"),
        (12, NUMBER, "12"),
        (12.0, NUMBER, "12"),
        (1e21, TEXT, "1000000000000000000000"),
        (Decimal("100"), NUMBER, "100"),
        ("007", QUANTITY, "7"),
        ("12,0", QUANTITY, "12"),
        ("5.3.2024", DAY, "2024-03-05"),
        ("2024-03-05", DAY, "2024-03-05"),
        ("2024-03-05 00:00:00", DAY, "2024-03-05"),
        (datetime(2024, 3, 5, 13, 30, tzinfo=UTC), DAY, "2024-03-05"),
        (date(2024, 3, 5), DAY, "2024-03-05"),
        ("https://assembly.kz/a?b=c", LINK, "https://assembly.kz/a?b=c"),
        ("ОРЫНДАЛДЫ", STANDING, "done"),
        ("не  начато", STANDING, "not_begun"),
        ("Орындалды / Выполнено", STANDING, "done"),
        ("not_begun", STANDING, "not_begun"),
    ],
)
def test_entered_is_kept_in_one_form(entered: object, column: Column, kept: str) -> None:
    """Numbers, days and choices are kept in one form, however they are written."""
    if isinstance(entered, str) and "00:00" in entered:
        entered = entered.replace(" ", "T")
    assert read_cell(entered, column) == kept


@pytest.mark.parametrize(
    ("entered", "column", "told"),
    [
        ("а" * 20_001, TEXT, "too long"),
        ("он", NUMBER, "A number"),
        ("1e5", NUMBER, "A number"),
        ("nan", NUMBER, "A number"),
        (float("inf"), NUMBER, "A number"),
        ("1" * 16, NUMBER, "A number"),
        ("2,5", QUANTITY, "whole number"),
        ("-1", QUANTITY, "whole number"),
        ("99999999999", QUANTITY, "whole number"),
        ("көп", QUANTITY, "whole number"),
        ("31.02.2024", DAY, "DD.MM.YYYY"),
        ("ертең", DAY, "DD.MM.YYYY"),
        ("01.01.1889", DAY, "DD.MM.YYYY"),
        (45356, DAY, "DD.MM.YYYY"),
        ("assembly.kz", LINK, "https://"),
        ("javascript:alert(1)", LINK, "https://"),
        ("https://a.kz b", LINK, "https://"),
        ("https://[a", LINK, "https://"),
        ("https://a.kz/" + "a" * 1000, LINK, "https://"),
        ("иә", STANDING, "«Выполнено», «Не начато»"),
        (True, STANDING, "no such value"),
    ],
)
def test_what_cannot_be_taken_says_why(entered: object, column: Column, told: str) -> None:
    """What cannot be taken is answered with what to enter, in three languages."""
    with pytest.raises(CellError) as refused:
        read_cell(entered, column)
    assert told in refused.value.reason.en
    assert refused.value.reason.missing() == ()


def test_one_wrong_cell_does_not_stop_the_others() -> None:
    """Of a row, what can be taken is taken and the rest told; an unknown or absent cell is none."""
    cells, faults = read_cells({"words": "Иә", "people": "көп", "other": "x"}, (TEXT, NUMBER, DAY))
    assert cells == {"words": "Иә"}
    assert list(faults) == ["people"]


@pytest.mark.parametrize(
    ("text", "column", "shown"),
    [
        ("2024-03-05", DAY, "05.03.2024"),
        ("кеше", DAY, "кеше"),
        ("1250.5", NUMBER, "1250,5"),
        ("Нөмір 1.2", TEXT, "Нөмір 1.2"),
        ("done", STANDING, "done"),
    ],
)
def test_a_cell_is_shown_as_papers_write(text: str, column: Column, shown: str) -> None:
    """Days and numbers stand as official papers write them."""
    assert shown_cell(text, column) == shown


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9,
                   places=3))  # fmt: skip
def test_a_number_survives_being_shown(value: Decimal) -> None:
    """A number that was shown and entered again is the same number."""
    kept = read_cell(value, NUMBER)
    assert number_in(kept) == value
    assert read_cell(shown_cell(kept, NUMBER), NUMBER) == kept


@given(st.text(max_size=200))
def test_a_text_entered_again_is_the_same(entered: str) -> None:
    """Reading what was kept changes nothing."""
    kept = read_cell(entered, TEXT)
    assert read_cell(kept, TEXT) == kept


def test_what_is_no_number_has_none() -> None:
    """An empty cell and words hold no number."""
    assert number_in("") is None
    assert number_in("он") is None
