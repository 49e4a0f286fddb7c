"""Figures that do not add up."""

from collections.abc import Callable
from datetime import date

import pytest

from birlik.base.records.engine.check import sums
from birlik.base.records.engine.check.reading import CheckedAct

MakeAct = Callable[..., CheckedAct]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Действует 21 совет (1 – республиканский, 20 – региональных).", 0),
        ("Действует 21 совет (1 – республиканский, 19 – региональных).", 1),
        ("21 кеңес (республикалық - 1, өңірлік - 20) жұмыс істейді.", 0),
        ("21 кеңес (республикалық - 1, өңірлік - 18) жұмыс істейді.", 1),
        ("Работают более 20 советов (1 – республиканский, 25 – региональных).", 0),
        ("Совет (1 – председатель, 2 – заместители) создан.", 0),
        ("Всего 20 советов, созданных давно (1 – там, 5 – тут).", 0),
        ("Работают 20 объединений, из них 28 республиканских.", 1),
        ("Работают 820 объединений, из них 28 республиканских.", 0),
        ("Работают более 20 объединений, из них 28 республиканских.", 0),
    ],
)
def test_parts_make_the_whole(act: MakeAct, text: str, found: int) -> None:
    """Parts in brackets add up to the number before them, and a part is less than the whole."""
    assert len(list(sums.parts_and_wholes([act(text)]))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Казахи (70,4 %), русские (15,5 %), узбеки (13,2 %), другие (1,0 %).", 0),
        ("Казахи (70,4 %), русские (18,5 %), узбеки (13,2 %), другие (1,0 %).", 1),
        ("Казахи (60,4 %), русские (15,5 %), узбеки (13,2 %), другие (1,0 %).", 1),
        ("Казахи (60,4 %), русские (15,5 %), узбеки (13,2 %), татары (1,0 %).", 0),
        ("Согласны 94 % граждан, идею поддерживают 88,3 %, политику 93 %, указы 85 %.", 0),
    ],
    ids=["rounding", "too much", "too little", "not all", "no shares of one whole"],
)
def test_shares_make_a_hundred(act: MakeAct, text: str, found: int) -> None:
    """Shares make no more than a hundred, and a full list no less; rounding is allowed."""
    assert len(list(sums.shares([act(text)]))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Признано 4 языка (немецкий, французский, итальянский, ретороманский).", 0),
        ("Признано 5 языков (немецкий, французский, итальянский, ретороманский).", 1),
        ("Четыре принципа: вера, единство, гуманность и справедливость.", 0),
        ("Четыре принципа: вера, единство и справедливость.", 1),
        ("Работают 4 театра – корейский, уйгурский, немецкий, узбекский, а также русские.", 0),
        ("В группе 5 человек (руководители штабов).", 0),
        ("Четыре принципа лежат в основе работы.", 0),
        ("4 ресми тіл (неміс, француз, итальян) бар.", 1),
        ("Издано 3 книги (о языке (казахском), об истории, о праве).", 0),
        ("Создано 3 центра: «Дом, семья», «Надежда», «Опора».", 0),
    ],
)
def test_as_many_are_listed_as_are_announced(act: MakeAct, text: str, found: int) -> None:
    """A list right behind its number has as many items."""
    assert len(list(sums.announced_lists([act(text)]))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Из 120 школ отремонтированы 30, что составляет 20 %.", 1),
        ("Из 120 школ отремонтированы 30, что составляет 25 %.", 0),
        ("Из 120 школ отремонтированы 37, что составляет 31 %.", 0),
        ("Отремонтированы 30 школ, построены 120 садов, рост 20 %.", 0),
        ("Из 120 школ отремонтированы 30.", 0),
    ],
)
def test_percentages_follow_from_their_figures(act: MakeAct, text: str, found: int) -> None:
    """A share of a number of things is that share, up to rounding."""
    assert len(list(sums.shares_of_wholes([act(text)]))) == found


def test_growth_follows_from_the_numbers_of_two_acts(act: MakeAct) -> None:
    """From 1 000 000 to 1 100 000 is 10 %, whatever the act of the later year says."""
    before = act(
        "В 2031 году в области проживает 1 000 000 человек.\n",
        "a",
        number="1",
        adopted_on=date(2031, 1, 1),
    )
    text = (
        "На начало 2035 года проживает 1 100 000 человек. В сравнении с 2031 годом численность "
        "населения увеличилась на {} %.\n"
    )
    wrong, right = (act(text.format(share), "b") for share in ("4", "10"))
    (finding,) = sums.growth([before, wrong])
    assert finding.kind == "percentage"
    assert "10 %" in finding.message.en
    assert [place.file for place in finding.places] == ["b", "a"]
    assert list(sums.growth([before, right])) == []
    assert list(sums.growth([right])) == []


def test_growth_of_any_counted_thing_follows(act: MakeAct) -> None:
    """Libraries that fell from 4 000 to 3 900 fell by 2.5 %; schools are not libraries."""
    text = (
        "В 2028 году работало 4 000 библиотек и 500 школ.\n\nВ 2031 году работает 3 900 библиотек. "
        "По сравнению с 2028 годом число библиотек сократилось на {} %.\n"
    )
    assert len(list(sums.growth([act(text.format("12,5"))]))) == 1
    assert list(sums.growth([act(text.format("2,5"))])) == []
    assert (
        list(sums.growth([act(text.format("9").replace("число библиотек", "число клубов"))])) == []
    )


def test_a_fall_is_negative_growth(act: MakeAct) -> None:
    """From 1 000 000 to 900 000 is a fall of 10 %."""
    text = (
        "В 2031 году проживало 1 000 000 человек.\n\n2035 году проживает 900 000 человек, "
        "по сравнению с 2031 годом население сократилось на 10 %.\n"
    )
    assert list(sums.growth([act(text)])) == []
