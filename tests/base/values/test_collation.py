"""Names stand in the order of the Kazakh alphabet, whatever the database."""

import pytest

from birlik.base.values.collation import ALPHABET, LONGEST, sort_key

OFFICIAL = (
    *("А", "Ә", "Б", "В", "Г", "Ғ", "Д", "Е", "Ё", "Ж", "З", "И", "Й", "К", "Қ", "Л", "М", "Н"),
    *("Ң", "О", "Ө", "П", "Р", "С", "Т", "У", "Ұ", "Ү", "Ф", "Х", "Һ", "Ц", "Ч", "Ш", "Щ", "Ъ"),
    *("Ы", "І", "Ь", "Э", "Ю", "Я"),
)
"""The 42 letters of the Kazakh Cyrillic alphabet in the order in which schools teach them (the
alphabet that the law of the Kazakh SSR of 10 November 1940 introduced)."""


def test_letters_stand_in_the_official_order() -> None:
    """All 42 letters, capital or small, in the order of the alphabet."""
    assert len(OFFICIAL) == 42
    assert sorted({*OFFICIAL}, key=sort_key) == list(OFFICIAL)
    small = [letter.lower() for letter in OFFICIAL]
    assert sorted({*small}, key=sort_key) == small
    assert tuple(ALPHABET) == tuple(small)


@pytest.mark.parametrize(
    "names",
    [
        ["Абай", "Айгүл", "Әлия", "Болат"],
        ["Құрманғазы", "Ләззат", "Мұрат", "Наурыз", "Ңұрлан"],
        ["Уәли", "Ұлан", "Үміт", "Фатима"],
        ["Шымкент", "Ыбырай", "Ілияс"],
        ["Ер", "Ерлан", "Ёлкин", "Жанар"],
        ["12 мектеп", "Academy", "Ақмола"],
    ],
)
def test_names_stand_in_the_order_of_a_dictionary(names: list[str]) -> None:
    """A shorter name before one that goes on, numbers and Latin letters before Cyrillic ones."""
    assert sorted({*names}, key=sort_key) == names


def test_case_quotes_and_spaces_do_not_count() -> None:
    """«Достық» stands where Достық does; words part as words do."""
    assert sort_key(" «Достық»  үйі ") == sort_key("ДОСТЫҚ ҮЙІ")
    assert sort_key("Достық-үйі") == sort_key("Достық үйі")
    assert sort_key("Ан Вера") < sort_key("Ана Вера")
    assert sort_key("«»") == ""


def test_a_key_is_no_longer_than_its_column() -> None:
    """A long name keeps the beginning of its key, in signs that every database sorts alike."""
    key = sort_key("ә" * 500)
    assert len(key) == LONGEST == 300
    assert key.isascii()
