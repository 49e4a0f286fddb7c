from datetime import date

import pytest

from birlik.base.values.calendar_words import counted_ru, date_in_words, joined


def test_date_as_decrees_print_it() -> None:
    """A date is printed as in the title of decree No. 1144, in each language."""
    words = date_in_words(date(2025, 12, 29))
    assert words.kk == "2025 жылғы 29 желтоқсан"
    assert words.ru == "29 декабря 2025 года"
    assert words.en == "29 December 2025"


@pytest.mark.parametrize(
    ("number", "form"),
    [(1, "раз"), (2, "раза"), (5, "раз"), (11, "раз"), (12, "раз"), (21, "раз"), (22, "раза")],
)
def test_russian_noun_after_a_number(number: int, form: str) -> None:
    """A Russian noun takes the form its number asks for, with 11 to 14 apart."""
    assert counted_ru(number, "раз", "раза", "раз") == form


@pytest.mark.parametrize(
    ("items", "words"),
    [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), ([], "")],
)
def test_lists_in_words(items: list[str], words: str) -> None:
    """A list is joined by commas, and its last item by "and"."""
    assert joined(items, "and") == words
