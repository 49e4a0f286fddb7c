"""The number of regions on the act's own day."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.check.regions import former_numbers
from birlik.base.values.schedule import Schedule

MakeAct = Callable[..., CheckedAct]


@pytest.mark.parametrize(
    ("title", "quantity", "found"),
    [
        ("статьи председателей региональных ассамблей", 17, 1),
        ("статьи председателей региональных ассамблей", 20, 0),
        ("статьи председателей региональных ассамблей", None, 0),
        ("статьи ученых", 17, 0),
        ("заседания республиканского и региональных советов", 18, 1),
        ("заседания республиканского и региональных советов", 21, 0),
        ("республикалық және өңірлік кеңестердің отырысы", 18, 1),
    ],
)
def test_a_regional_duty_is_counted_by_the_regions_of_its_day(
    act: MakeAct, measure: Callable[..., Any], title: str, quantity: int | None, found: int
) -> None:
    """Seventeen regional articles in an act of September 2022, when there were twenty regions, are
    asked about."""
    row = measure("4", title, "words", schedule=Schedule("year", quantity=quantity))
    checked = act(measures=(row,), adopted_on=date(2022, 9, 15))
    assert len(list(former_numbers([checked]))) == found


@pytest.mark.parametrize(
    ("adopted", "found"),
    [(date(2022, 6, 8), 1), (date(2022, 6, 7), 0), (date(2010, 1, 1), 0), (None, 0)],
)
def test_the_day_of_the_act_decides(act: MakeAct, adopted: date | None, found: int) -> None:
    """ "17 regions" was right until 7 June 2022; an act without a date is not judged."""
    checked = act("Работа идет в 17 регионах и 17 школах.\n", adopted_on=adopted)
    assert len(list(former_numbers([checked]))) == found
