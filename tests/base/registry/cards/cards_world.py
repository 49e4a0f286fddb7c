"""Cards for tests: a row, what enters it, and what is refused."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from birlik.base.registry.actions.cards import enter_structure
from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.models import Structure
from birlik.base.registry.queries.cards import row_of
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import AT, SYSTEM, World

KIND = "ethnocultural_association"
BIN = "010540000128"
"""БИН: May 2001, legal person (4), head office (0), serial 00012, check digit 8: with the weights 1
to 11, 1·2 + 5·4 + 4·5 + 1·10 + 2·11 = 74, and 74 mod 11 = 8."""

ROW = CardRow(
    kind=KIND,
    name_kk="«Достық» бірлестігі",
    name_ru="Объединение «Достык»",
    level="region",
    phone="+7 7222 00-00-00",
    email="dostyq@example.kz",
)


def entered(there: World, by: Actor = SYSTEM, **values: Any) -> Structure:
    """A body entered in the region of Abai."""
    row = replace(ROW, **values)
    return enter_structure(by, there.abai.territory, at=AT, row=row)


def with_card(one: Structure, **values: Any) -> CardRow:
    """The card of a body with other values."""
    one.refresh_from_db()
    return replace(row_of(one), **values)


def refused(
    expected: LocalText, act: Callable[..., object], /, *given: object, **named: object
) -> None:
    """Doing this is refused for this reason."""
    with pytest.raises(RefusedError) as caught:
        act(*given, **{"at": AT, **named})
    assert caught.value.reason == expected
