"""Broken words mended by the act's own words."""

import pytest

from birlik.base.records.engine.lexicon import Lexicon
from birlik.base.records.engine.mending import flat, join_spaced, mend, tidy_quotes

TEXT = (
    "Бақтардағы әлеуметтік жағдай және ағаштардың саны туралы деректер жыл сайын жарияланады.\n"
    "Бақтардағы әлеуметтік жағдай және гүлдердің саны туралы деректер әлеуметтік желіде.\n"
    "қысқа жол\n"
)


@pytest.mark.parametrize(
    ("pieces", "joined"),
    [
        ([("бақтар", False), ("дағы", False), ("жағ", False), ("дай", False)], "бақтардағы жағдай"),
        ([("бақтар", True), ("дағы", False)], "бақтар дағы"),
        ([("ағаштар", False), ("дың", True), ("саны", True)], "ағаштардың саны"),
        ([], ""),
    ],
)
def test_join(pieces: list[tuple[str, bool]], joined: str) -> None:
    """Pieces are closed to words that the act writes, never over a certain end of a word."""
    assert Lexicon(TEXT).join(pieces) == (joined, True)


def test_join_over_blanks() -> None:
    """Blanks are closed only to a word that the act writes; a line's end may close any."""
    lexicon = Lexicon(TEXT)
    pieces = [("алма", False), ("гүл", False), ("жағ", False), ("дай", False)]
    assert lexicon.join(pieces, blanks=True)[0] == "алма гүл жағдай"
    assert lexicon.join(pieces)[0] == "алмагүл жағдай"


def test_join_in_doubt() -> None:
    """Where closing a gap and keeping it are as good as one another, the reading is in doubt."""
    text = "Бір лік сөзі мен бірлік сөзі осы жолда екеуі де жазылған, сондықтан таңдау қиын болады."
    assert Lexicon(text).join([("бір", False), ("лік", False)]) == ("бірлік", False)


def test_spell() -> None:
    """Letters that a scan confused are put right only where the act mostly writes so."""
    lexicon = Lexicon(TEXT)
    assert lexicon.spell("элеуметтік") == "әлеуметтік"
    assert lexicon.spell("элеуметтану") == "әлеуметтану"
    assert lexicon.spell("эра") == "эра"
    assert lexicon.spell("саны") == "саны"


def test_only_running_text_bears_witness() -> None:
    """Short lines, where words are broken, are not believed."""
    assert not Lexicon(TEXT).attests("қысқа")
    assert Lexicon(TEXT).attests("деректер")


def test_mend() -> None:
    """Spaced letters, broken hyphens and stray blanks are taken out, and no letter is changed."""
    assert mend('Ш ы м к е н т қаласы, Нұр-\nСұлтан, "\nБақ\n" ( үй )') == (
        'Шымкент қаласы, Нұр-Сұлтан, "Бақ" (үй)'
    )
    assert mend("ҚХА- ның  ісі") == "ҚХА-ның ісі"
    assert join_spaced("м е н және и в") == "мен және и в"
    assert tidy_quotes('" а " , "б"') == '"а", "б"'
    assert flat(" а\n б ") == "а б"
