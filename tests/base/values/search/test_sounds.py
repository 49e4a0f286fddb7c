"""Names of two scripts, and of several ways of writing one, sound alike.

Each pair is a name as papers and passports of Kazakhstan write it.
"""

import pytest

from birlik.base.values.search import Vocabulary, sound, tokens


def sounds(word: str) -> set[str]:
    """How the forms of a word sound."""
    return {sound(form) for token in tokens(word) for form in token.forms}


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Жұмабаев", "Zhumabayev"),
        ("Жұмабаев", "Jumabaev"),
        ("Ерлан", "Yerlan"),
        ("Айгүл", "Aigul"),
        ("Айгүл", "Aygül"),
        ("Қуаныш", "Kuanysh"),
        ("Қуаныш", "Quanyş"),
        ("Щербаков", "Shcherbakov"),
        ("Хасенов", "Khassenov"),
        ("Сүлейменов", "Suleymenov"),
        ("Юрий", "Yuri"),
        ("Мария", "Mariya"),
        ("Наталья", "Natalya"),
        ("Ғалым", "Ğalym"),
        ("Ғалым", "Ghalym"),
        ("Цой", "Tsoi"),
        ("Чернов", "Chernov"),
        ("Пётр", "Pyotr"),
        ("Теңіз", "Tengiz"),
        ("Жәңгір", "Zhangir"),
        ("Қызылорда", "Qızılorda"),
        ("Һарун", "Harun"),
    ],
)
def test_a_name_sounds_alike_in_both_scripts(cyrillic: str, latin: str) -> None:
    """The Cyrillic name and its Latin form have a sound in common."""
    assert sounds(cyrillic) & sounds(latin)


def test_other_names_sound_otherwise() -> None:
    """Names that differ in a letter that is heard are told apart; a number has no sound."""
    assert sound("марат") != sound("мурат")
    assert sound("8.1") == ""


def test_names_are_met_by_their_sound_and_ordinary_words_are_not() -> None:
    """Only a vocabulary of names listens; words come later too, and slips are forgiven where they
    are asked for although another word is met."""
    quiet, aloud = Vocabulary(), Vocabulary(aloud=True)
    for one in (quiet, aloud):
        one.add([("нурлан", ""), ("достык", "kk")])
    assert quiet.fits(["nurlan"]) == {}
    assert list(aloud.fits(["nurlan"])) == ["нурлан"]
    aloud.add([("нурлын", "")])
    assert set(aloud.fits(["нурлан"])) == {"нурлан"}
    assert set(aloud.fits(["нурлан"], slips=True)) == {"нурлан", "нурлын"}
