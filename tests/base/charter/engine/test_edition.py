"""A charter is read line by line, and refused where it is incomplete."""

from datetime import date

import pytest

from birlik.base.charter.engine.edition import Item, UnreadableCharterError, read_charter
from birlik.base.values.local_text import LocalText

CATALOGUES = frozenset({"body_kind", "office_kind"})
GOOD = """
office_kind:
  head:
    - {kk: басшы, ru: руководитель, en: head, from: 2020-01-01, until: 2021-01-01,
       ground: "a law", words: [бас], powers: {acts.read: all}}
"""


def test_item() -> None:
    """Every field of a version is read; what the catalogue alone knows becomes its properties."""
    assert read_charter(GOOD, CATALOGUES) == (
        Item(
            catalogue="office_kind",
            code="head",
            name=LocalText("басшы", "руководитель", "head"),
            words=("бас",),
            properties={"powers": {"acts.read": "all"}},
            ground="a law",
            valid_from=date(2020, 1, 1),
            valid_until=date(2021, 1, 1),
        ),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not YAML"),
        ("- a", "a charter maps"),
        ("planets: {}", "a charter maps"),
        ("body_kind: {x: [{kk: а, ru: б, from: 2020-01-01}]}", "lacks en, ground"),
    ],
)
def test_unreadable(text: str, message: str) -> None:
    """What is not a complete charter is refused with the place."""
    with pytest.raises(UnreadableCharterError, match=message):
        read_charter(text, CATALOGUES)
