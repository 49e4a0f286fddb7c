"""An act as the rules see it."""

from collections.abc import Callable
from datetime import date

from birlik.base.records.engine.check.reading import (
    CheckedAct,
    Passage,
    by_age,
    pairs_of_languages,
    pairs_of_years,
    repealed_on,
)
from birlik.base.records.engine.draft import ActReference, PassportRow

MakeAct = Callable[..., CheckedAct]
ADOPTED = date(2031, 9, 15)


def test_a_passage_collapses_blanks_and_keeps_offsets() -> None:
    """Words found in the collapsed text are found again in the source."""
    source = "  **Один**\n   два\n три  "
    passage = Passage(source, 0, len(source))
    assert passage.text == "Один два три"
    start, end = passage.locate(5, 8)
    assert source[start:end] == "два"


def test_an_empty_passage_stays_where_it_is() -> None:
    """Nothing but blanks is located at its own beginning."""
    assert Passage("abc  ", 3, 5).locate(0, 0) == (3, 4)


def test_sentences_end_where_a_capital_follows(act: MakeAct) -> None:
    """An abbreviation before a small letter does not end a sentence."""
    passage = Passage("В 2011 г. создан центр. Он работает.", 0, 36)
    assert len(passage.sentences) == 2
    assert passage.sentence_at(99) == (0, len(passage.text))


def test_texts_of_one_number_and_date_are_one_act(act: MakeAct) -> None:
    """A Kazakh and a Russian text of one act are a pair of languages, not of years."""
    russian = act("Совет создан.", "ru.txt", number="7", adopted_on=ADOPTED)
    kazakh = act("Кеңес құрылды.", "kk.txt", number="7", adopted_on=ADOPTED)
    later = act("Совет создан.", "later.txt", number="9", adopted_on=date(2035, 1, 1))
    nameless = act("Совет создан.", "other.txt")
    acts = [later, russian, kazakh, nameless]
    assert list(pairs_of_languages(acts)) == [(kazakh, russian)]
    assert list(pairs_of_years(acts)) == [(kazakh, later), (russian, later)]
    assert by_age(acts) == [kazakh, russian, later]


def test_only_a_whole_repeal_ends_an_act(act: MakeAct) -> None:
    """The repeal of a point of an act leaves the act in force."""
    earlier = act(number="7", adopted_on=ADOPTED)
    whole = ActReference("decree", "7", ADOPTED)
    part = ActReference("decree", "7", ADOPTED, part="3")
    repealing = act(number="9", adopted_on=date(2035, 1, 1), repeals=(whole,))
    amending = act(number="9", adopted_on=date(2035, 1, 1), repeals=(part,))
    assert repealed_on(earlier, [earlier, repealing]) == date(2035, 1, 1)
    assert repealed_on(earlier, [earlier, amending]) is None


def test_the_term_comes_from_title_or_passport(act: MakeAct) -> None:
    """Two years joined by a dash are the term; an act that names none has none."""
    row = PassportRow("Сроки реализации", "2031 – 2036 годы")
    assert act(title="Концепция на 2031-2035 годы").term == (2031, 2035)
    assert act(title="Концепция", passport=(row,)).term == (2031, 2036)
    assert act(title="Концепция").term is None
