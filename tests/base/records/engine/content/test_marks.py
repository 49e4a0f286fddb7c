"""Marks of limited access in words and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birlik.base.records.engine.content.marks import (
    OVERLAP,
    WINDOW,
    bears_mark,
    is_marked,
    is_marked_name,
)

MARKED = [
    *(
        "ДСП",
        "дсп",
        "Хат № 12 ДСП",
        "№ 12дсп",
        "№ДСП",
        "№ 15-7/12-ДСП",
        "(ДСП)",
        "Д С П",
        "Д.С.П.",
        "д/с/п",
    ),
    *("Для служебного пользования", "ДЛЯ СЛУЖЕБНОГО ПОЛЬЗОВАНИЯ\nЭкз. № 1", "пометка «ДСП»"),
    *("Для  служебного\n   пользования", "Для слу-\nжебного пользо-\nвания"),
    *("Қызмет бабында пайдалану үшін", "ҚЫЗМЕТ БАБЫНДА\nПАЙДАЛАНУ ҮШІН", "ҚБП", "Қ.Б.П.", "ҚБПҮ"),
    *("қызмет бабында пайдалануға арналған", "Қызметте пайдалану үшін", "Хат № 3 ҚБП"),
    *(
        "Секретно\nЭкз. № 1",
        "СОВЕРШЕННО СЕКРЕТНО экз. № 2",
        "Құпия\n№ 1 дана",
        "Өте құпия\nдана № 2",
    ),
]
ALIKE = [
    ("ДCП", "a Latin C"),
    ("ДСΠ", "a Greek pi"),
    ("Для cлyжeбнoгo пoльзoвaния", "Latin letters wherever there are any alike"),
    ("Для служебного п0льзования", "a nought for о"),
    ("Кызмет бабында пайдалану ушiн", "typed without Kazakh letters"),
    ("ҚЫЗМЕТ БАБЫНДA ПAЙДAЛAНУ ҮШIН", "capitals that look alike"),
    ("Ķ Б П", "a Latin K with a cedilla"),
    ("Для слу\u00adжебного\u00a0поль\u200bзования", "soft hyphens and blanks of no width"),
    ("Для служебного пользования".replace("й", "и\u0306"), "letters in parts"),
]
HARMLESS = [
    *("ЛДСП", "подсп", "дспх", "Сдспо", "есеп", "д. 5, с. Пушкино", "ҚБПР", "КБП", "DSP"),
    *("плита ДСП", "Плиты из ДСП", "ДСП 16 мм", "ДСП-плита", "ДСП тақтасы", "плита (ДСП)"),
    *("для служебных автомобилей", "пользования служебного", "қызмет бабында пайдаланылды"),
    *("Құпия дауыс беру", "Секретно", "тайное голосование", "Дауыс беру түрі: құпия"),
]


@pytest.mark.parametrize("words", MARKED)
def test_marks_are_found(words: str) -> None:
    """A mark is found in both languages, in full and in short, however it is laid out."""
    assert bears_mark(words)


@pytest.mark.parametrize(("words", "_what"), ALIKE)
def test_letters_that_look_alike_hide_nothing(words: str, _what: str) -> None:
    """A mark is found with letters of another alphabet, figures and invisible characters in it."""
    assert bears_mark(words)


@pytest.mark.parametrize("words", HARMLESS)
def test_other_words_are_left_alone(words: str) -> None:
    """Words that merely contain the letters, and the board of that name, are no mark."""
    assert not bears_mark(words)


def test_a_board_excuses_no_mark_beside_it() -> None:
    """A text about boards that bears the mark too is marked."""
    assert bears_mark("Плита ДСП 16 мм. Экз. № 1, ДСП")


@pytest.mark.parametrize("name", ["хат_12_ДСП.pdf", "hat-12-dsp.pdf", "ҚБП есеп.docx", "дсп.txt"])
def test_marked_names(name: str) -> None:
    """The name of a file bears a mark in either alphabet."""
    assert is_marked_name(name)


@pytest.mark.parametrize("name", ["адсп.pdf", "dspace.pdf", "есеп.pdf", "ЛДСП.xlsx"])
def test_other_names(name: str) -> None:
    """The name of a file that merely contains the letters bears none."""
    assert not is_marked_name(name)


def test_a_mark_parted_by_paragraphs_is_found() -> None:
    """The stamp that stands in two paragraphs, as in the corner of a letter, is one."""
    assert is_marked(["Для служебного", "пользования", "Экз. № 1"])
    assert not is_marked(["Для служебного", "автомобиля"])


@given(st.integers(0, 2 * OVERLAP))
def test_a_mark_is_found_wherever_it_lies(before: int) -> None:
    """No place in a long text hides a mark, also where one window of it ends."""
    text = "м " * ((WINDOW - OVERLAP) // 2) + "и" * before
    assert is_marked([f"{text} Для служебного пользования, дальше много слов" + " м" * 1000])


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюя ,.\n", max_size=200))
def test_words_without_the_letters_of_a_mark_are_never_marked(text: str) -> None:
    """A text that has no «п» has no mark in it."""
    assert not bears_mark(text.replace("п", "т"))
