"""The same quantity given differently."""

from collections.abc import Callable
from datetime import date

import pytest

from birlik.base.records.engine.check.quantities import between_acts, inside
from birlik.base.records.engine.check.reading import CheckedAct

MakeAct = Callable[..., CheckedAct]
EARLIER, LATER = date(2031, 1, 1), date(2035, 1, 1)


def test_two_numbers_of_one_thing_are_asked_about(act: MakeAct) -> None:
    """One act that counts 36 and 40 houses of friendship is asked which it is."""
    text = "На местах работают 36 домов дружбы.\n\nОткрыто всего 40 домов дружбы, и они полны.\n"
    (finding,) = inside([act(text)])
    assert (finding.kind, finding.severity) == ("quantity_inside", "warning")
    assert [text[place.start : place.end] for place in finding.places] == ["36", "40"]


@pytest.mark.parametrize(
    "text",
    [
        "Работают 36 домов дружбы.\n\nВ Мангистауской области работают 3 дома дружбы.\n",
        "В 2029 году работали 30 домов дружбы.\n\nВ 2031 году работают 36 домов дружбы.\n",
        "Работают 36 домов дружбы.\n\nВ том числе 4 дома дружбы в столице.\n",
        "Работают более 30 домов дружбы.\n\nВсего открыто 36 домов дружбы.\n",
        "Создано 20 советов.\n\nНаграждены 30 советов лучших школ города.\n",
        "Сначала 12 домов дружбы, потом 14 домов дружбы, и все работают.\n",
        "Создано 3 рабочих группы.\n\nПо итогам года отчитались 5 рабочих групп.\n",
        "Обучены 20 человек.\n\nПриняты 30 человек.\n",
    ],
    ids=["place", "year", "part", "bound", "other words", "one sentence", "few", "too general"],
)
def test_numbers_of_different_things_are_left_alone(act: MakeAct, text: str) -> None:
    """Another place, year, part or thing may well have another number."""
    assert list(inside([act(text)])) == []


def test_a_noun_alone_needs_like_sentences(act: MakeAct) -> None:
    """ "42 chairs" and "43 chairs" are one thing when the sentences say the same of them."""
    text = "В вузах страны работают 42 кафедры.\n\nВсего в вузах страны работают 43 кафедры.\n"
    assert len(list(inside([act(text)]))) == 1


def test_an_exact_number_is_not_about(act: MakeAct) -> None:
    """ "About 1294" is asked about, "about 1300" is not."""
    text = "Совет объединяет около 1294 медиаторов.\n"
    (finding,) = inside([act(text)])
    assert text[finding.places[0].start : finding.places[0].end] == "1294"
    assert list(inside([act(text.replace("1294", "1300"))])) == []


def test_one_year_has_one_number_in_all_acts(act: MakeAct) -> None:
    """Two acts that count otherwise for the same named year are asked about."""
    earlier = act("В 2030 году открыто 36 домов дружбы.\n", "a", number="1", adopted_on=EARLIER)
    later = act("В 2030 году открыто 38 домов дружбы.\n", "b", number="2", adopted_on=LATER)
    (finding,) = between_acts([later, earlier])
    assert [place.file for place in finding.places] == ["a", "b"]


def test_growth_between_acts_is_no_contradiction_and_loss_is_asked_about(act: MakeAct) -> None:
    """More houses some years later are growth; fewer are a question."""
    few = act("Работают 30 домов дружбы.\n", "a", number="1", adopted_on=EARLIER)
    many = act("Работают 36 домов дружбы.\n", "b", number="2", adopted_on=LATER)
    assert list(between_acts([few, many])) == []
    many_before = act("Работают 36 домов дружбы.\n", "a", number="1", adopted_on=EARLIER)
    few_after = act("Работают 30 домов дружбы.\n", "b", number="2", adopted_on=LATER)
    (finding,) = between_acts([many_before, few_after])
    assert (finding.kind, finding.severity) == ("quantity_acts", "question")


def test_words_of_two_languages_are_not_compared(act: MakeAct) -> None:
    """Acts in different languages share no nouns."""
    kazakh = act("36 достық үйі жұмыс істейді.\n", "a", number="1", adopted_on=EARLIER)
    russian = act("Работают 30 домов дружбы.\n", "b", number="2", adopted_on=LATER)
    assert list(between_acts([kazakh, russian])) == []
