"""Stems and likeness."""

import pytest

from birlik.base.records.engine.check.words import likeness, stem, stems


@pytest.mark.parametrize(
    ("one", "two", "kazakh"),
    [
        ("объединений", "объединения", False),
        ("дружбы", "дружба", False),
        ("жобасын", "жобасы", True),
        ("бірлестіктердің", "бірлестіктер", True),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, two: str, kazakh: bool) -> None:
    """Case, number and possession do not change the stem."""
    assert stem(one, kazakh) == stem(two, kazakh)


def test_likeness_is_the_share_of_common_stems() -> None:
    """Half of the words in common is a third of the union; nothing at all is no likeness."""
    assert likeness(stems("уровень согласия"), stems("уровень единства")) == pytest.approx(1 / 3)
    assert likeness((), ()) == 0.0
