"""Papers and years that an act cites."""

from collections.abc import Callable
from datetime import date

import pytest

from birlik.base.records.engine.check.citations import (
    overlapping_terms,
    references,
    title_and_passport,
)
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.draft import PassportRow

MakeAct = Callable[..., CheckedAct]


def test_one_decree_has_one_date(act: MakeAct) -> None:
    """A decree cited once with another year is an error."""
    text = (
        "Указом от 7 сентября 2011 года № 149 утверждено положение.\n\n"
        "7 сентября 2012 года Указом Президента № 149 оно изменено.\n"
    )
    (finding,) = references([act(text)])
    assert (finding.kind, finding.severity) == ("quantity_inside", "error")


def test_one_decree_has_one_number(act: MakeAct) -> None:
    """A number that differs by one digit on the same day is a slip."""
    text = "1995 жылғы 1 наурыздағы № 2066 Жарлық. 1995 жылғы 1 наурыздағы № 2068 Жарлық.\n"
    assert len(list(references([act(text)]))) == 1


def test_other_decrees_are_other_decrees(act: MakeAct) -> None:
    """Another date or a quite different number is another paper; a date that cannot be is none."""
    text = (
        "Указ от 7 сентября 2011 года № 149. Указ от 3 мая 2019 года № 149. "
        "Указ от 7 сентября 2011 года № 700. Указ от 31 апреля 2011 года № 149.\n"
    )
    assert list(references([act(text)])) == []


def test_between_acts_the_later_one_is_told(act: MakeAct) -> None:
    """Two acts that date one decree differently contradict each other; two languages of one act
    are compared elsewhere."""
    one = act("Указ от 7 сентября 2011 года № 149.\n", "a", number="1", adopted_on=date(2031, 1, 1))
    two = act("Указ от 8 сентября 2011 года № 149.\n", "b", number="2", adopted_on=date(2032, 1, 1))
    same = act(
        "Указ от 8 сентября 2011 года № 149.\n", "c", number="1", adopted_on=date(2031, 1, 1)
    )
    (finding,) = references([one, two])
    assert finding.kind == "quantity_acts"
    assert list(references([one, same])) == []


@pytest.mark.parametrize(
    ("terms", "found"),
    [("на 2011-2014 гг. и на 2012-2015 гг.", 1), ("на 2009-2011 гг., 2011-2014 гг.", 0)],
)
def test_terms_in_a_row_follow_one_another(act: MakeAct, terms: str, found: int) -> None:
    """A term that begins before the last one ends is asked about."""
    assert len(list(overlapping_terms([act(f"Планы {terms} исполнены.\n")]))) == found


@pytest.mark.parametrize(
    ("title", "term", "found"),
    [
        ("Концепция на 2031-2035 годы", "2031 – 2036 годы", 1),
        ("Концепция на 2031-2035 годы", "2031 – 2035 годы", 0),
        ("Концепция до 2035 года", "до 2035 года", 0),
        ("Концепция до 2035 года", "до 2034 года", 1),
        ("Концепция", "до 2034 года", 0),
    ],
)
def test_title_and_passport_name_the_same_years(
    act: MakeAct, title: str, term: str, found: int
) -> None:
    """The term in the passport is that of the title."""
    row = PassportRow("Сроки реализации", term)
    checked = act(title=title, passport=(row, PassportRow("Основание", "указ 2012 года")))
    assert len(list(title_and_passport([checked]))) == found
