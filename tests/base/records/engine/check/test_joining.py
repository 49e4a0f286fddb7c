"""Findings put together that ask one question."""

from collections.abc import Callable
from datetime import date

from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.engine.check.joining import joined
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.values.local_text import LocalText

MakeAct = Callable[..., CheckedAct]


def asks(words: str, *places: Place) -> Finding:
    """A finding with these words."""
    return Finding("percentage", "warning", LocalText(words, words, words), places)


def test_one_message_of_one_act(act: MakeAct) -> None:
    """A message that an act gives at two places is one question with both places."""
    places = [Place(act().name, 1, 2), Place(act().name, 5, 6)]
    [one] = joined([asks("Сад", place) for place in places], [act()])
    assert one.places == tuple(places)


def test_two_texts_of_one_act(act: MakeAct) -> None:
    """The same figures beside two names are one question where two texts of one act give them, and
    two where one text or two acts do."""
    day = date(2031, 3, 3)
    kk = act(name="kk", number="5", adopted_on=day)
    ru = act(name="ru", number="5", adopted_on=day)
    other = act(name="other", number="6", adopted_on=day)
    first = asks("«Бақ»: 2031, 5, 7", Place("kk", 1, 2))
    again = "«Сад»: 2031, 5, 7"
    assert len(joined([first, asks(again, Place("ru", 1, 2))], [kk, ru])) == 1
    assert len(joined([first, asks(again, Place("kk", 8, 9))], [kk, ru])) == 2
    assert len(joined([first, asks(again, Place("other", 1, 2))], [kk, other])) == 2
    assert len(joined([first, asks("«Сад»: 5, 7", Place("ru", 1, 2))], [kk, ru])) == 2
