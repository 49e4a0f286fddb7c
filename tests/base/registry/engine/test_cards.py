"""What is wrong with a card, what changed on it, and what a reader chose to see."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from birlik.base.charter.engine.kinds import ExtraField, KindCard
from birlik.base.registry.engine.cards import (
    CardRow,
    card_before,
    card_digest,
    changed,
    plain,
    proposed_card,
    tidied,
    with_values,
)
from birlik.base.registry.engine.cards_fit import Around, Other, faults
from birlik.base.registry.engine.cards_sought import Sought, day_in, sought_of
from birlik.base.registry.engine.cards_tree import branches
from birlik.base.registry.refusals import cards as refusals
from birlik.base.values.identity import NOT_TWELVE
from birlik.base.values.local_text import LocalText

DAY = date(2026, 11, 20)
NAME = LocalText("а", "а", "a")
FIELDS = (
    ExtraField("rooms", NAME, "number"),
    ExtraField("open", NAME, "flag"),
    ExtraField("form", NAME, "choice", (("branch", NAME),)),
    ExtraField("other", NAME, "text"),
)
KIND = KindCard("house", NAME, "region", True, FIELDS, levels=("region", "district"), devoted=True)
ROW = CardRow("house", "Үй", "Дом", territory="100000000", level="region")
AROUND = Around(
    KIND, depth=0, cultures=("kazakh",), languages=("kk", "ru"), fields=("youth", "sport")
)


def wrong(around: Around = AROUND, itself: int | None = None, **values: Any) -> dict[str, object]:
    """What is wrong with a card of these values."""
    return dict(faults(replace(ROW, **values), around, on=DAY, itself=itself))


def test_a_card_in_order_has_no_fault() -> None:
    """Every field filled in rightly is accepted."""
    full: dict[str, object] = {
        "culture": "kazakh",
        "languages": ("kk", "ru"),
        "fields": ("sport",),
        "particulars": {"rooms": 12, "open": True, "form": "branch", "other": "сахна"},
        "bin": "010540000128",
    }
    assert wrong(**full) == {}


@pytest.mark.parametrize(
    ("values", "field", "reason"),
    [
        ({"name_kk": " "}, "name_kk", refusals.NAME_NEEDED),
        ({"bin": "123"}, "bin", NOT_TWELVE),
        ({"level": "republic"}, "level", refusals.LEVEL_UNFIT),
        ({"level": "republic"}, "territory", refusals.PLACE_UNFIT),
        ({"level": "district"}, "territory", refusals.PLACE_UNFIT),
        ({"culture": "other"}, "culture", refusals.CODE_UNKNOWN),
        ({"languages": ("xx",)}, "languages", refusals.CODE_UNKNOWN),
        ({"fields": ("xx",)}, "fields", refusals.CODE_UNKNOWN),
        ({"parent": 5}, "parent", refusals.PARENT_MISSING),
        ({"house": 5}, "house", refusals.HOUSE_MISSING),
        ({"particulars": {"rooms": "x"}}, "particulars.rooms", refusals.PARTICULAR_UNFIT),
        ({"particulars": {"rooms": True}}, "particulars.rooms", refusals.PARTICULAR_UNFIT),
        ({"particulars": {"open": 1}}, "particulars.open", refusals.PARTICULAR_UNFIT),
        ({"particulars": {"form": "x"}}, "particulars.form", refusals.PARTICULAR_UNFIT),
        ({"particulars": {"other": 1}}, "particulars.other", refusals.PARTICULAR_UNFIT),
        ({"particulars": {"gone": 1}}, "particulars.gone", refusals.PARTICULAR_UNKNOWN),
    ],
)
def test_each_fault_is_said_of_its_field(
    values: dict[str, object], field: str, reason: LocalText
) -> None:
    """What is wrong stands beside the field it is about."""
    assert wrong(**values)[field] == reason


def test_what_is_known_around_decides() -> None:
    """An unknown kind or place, a number that is taken, a provision that is gone, a kind that is
    devoted to no culture."""
    assert wrong(Around(depth=0)) == {"kind": refusals.KIND_UNKNOWN}
    assert wrong(replace(AROUND, depth=None)) == {"territory": refusals.PLACE_UNKNOWN}
    taken = replace(AROUND, bin_taken=True, provision_known=False)
    assert wrong(taken, bin="010540000128", provision=3) == {
        "bin": refusals.BIN_TAKEN,
        "provision": refusals.PROVISION_MISSING,
    }
    plain_kind = replace(AROUND, kind=replace(KIND, devoted=False))
    assert wrong(plain_kind, culture="kazakh") == {"culture": refusals.NOT_DEVOTED}


def test_bodies_that_are_named_must_exist_on_the_day() -> None:
    """One founded later or closed by then is no parent and no house; nor is one in a circle."""
    there = Other(date(2000, 1, 1), None, frozenset({5}))
    assert wrong(replace(AROUND, parent=there, house=there), parent=5, house=5) == {}
    gone = replace(there, closed_on=DAY)
    late = replace(there, founded_on=date(2026, 11, 21))
    found = wrong(replace(AROUND, parent=gone, house=late), parent=5, house=5)
    assert found == {"parent": refusals.PARENT_MISSING, "house": refusals.HOUSE_MISSING}
    circle = replace(AROUND, parent=replace(there, line=frozenset({5, 9})))
    assert wrong(circle, itself=9, parent=5) == {"parent": refusals.PARENT_CIRCLE}
    assert wrong(AROUND, itself=9, house=9) == {"house": refusals.HOUSE_ITSELF}


def test_levels_stand_where_their_territories_lie() -> None:
    """A body of the republic has no territory; a settlement's lies below the region; where no level
    is said, or that of an organisation, any place will do."""
    any_level = replace(AROUND, kind=replace(KIND, levels=()))
    assert wrong(any_level, level="republic", territory="") == {}
    for depth, level, fits in (
        (1, "district", True),
        (2, "settlement", True),
        (0, "settlement", False),
        (3, "organisation", True),
        (2, "", True),
    ):
        assert (wrong(replace(any_level, depth=depth), level=level) == {}) == fits


def test_a_card_is_told_and_read_again() -> None:
    """What JSON holds of a card is the card; the digest changes with any of it."""
    row = replace(ROW, founded_on=DAY, languages=("kk",), particulars={"rooms": 3})
    assert with_values(ROW, plain(row)) == row
    assert plain(row)["founded_on"] == "2026-11-20"
    assert card_digest(row) != card_digest(ROW)
    assert changed(ROW, row) == ("founded_on", "languages", "particulars")


def test_a_card_is_tidied() -> None:
    """Spaces go, also from the number; what is empty of a kind's fields goes; a level comes."""
    row = replace(ROW, name_kk=" а  б ", bin="010540 000128", level="", particulars={"other": ""})
    assert tidied(row, "region") == replace(ROW, name_kk="а б", bin="010540000128")


def test_a_proposal_leaves_alone_what_it_does_not_change() -> None:
    """Of a kind's fields those that changed meanwhile stay; one that was emptied goes."""
    now = replace(ROW, phone="5", particulars={"rooms": 9, "other": "а", "open": True})
    changes = {
        "phone": {"was": "1", "new": "2"},
        "particulars": {"was": {"rooms": 1, "other": "а"}, "new": {"rooms": 1}},
    }
    found = proposed_card(now, changes)
    assert (found.phone, found.particulars) == ("2", {"rooms": 9, "open": True})
    assert card_before(now, changes).phone == "1"
    assert proposed_card(now, {"phone": {"was": "1", "new": "2"}}).particulars == now.particulars


def test_an_address_says_what_is_sought() -> None:
    """What cannot be chosen counts as not named, and an address leads back to the same choice."""
    asked = {
        **{"q": " достық ", "kind": "council", "place": "100000000", "level": "region"},
        **{"accredited": "yes", "house": "7", "state": "closed", "on": "01.02.2025"},
        **{"sort": "-place", "lacks": "bin", "parent": "x", "language": "kk"},
    }
    found = sought_of(asked, ("bin",), DAY)
    assert found.lacks == ""
    assert (found.q, found.house, found.parent, found.on) == ("достық", 7, None, date(2025, 2, 1))
    assert "on=01.02.2025" in found.query()
    assert found.is_narrowed
    plain_one = sought_of(
        {"on": "20.11.2026", "sort": "x", "place": "1", "lacks": "bin"}, ("bin",), DAY
    )
    assert plain_one == Sought(lacks="bin")
    assert Sought().query() == "?"
    assert not Sought(on=DAY, sort="kind").is_narrowed
    assert sought_of({"place": "republic"}, (), DAY).place == "republic"


def test_days_are_read_as_printed_or_as_iso() -> None:
    """20.11.2026 and 2026-11-20 are the same day; nonsense is none."""
    assert day_in("20.11.2026") == day_in(" 2026-11-20 ") == DAY
    assert day_in("32.11.2026") is None
    assert day_in("x") is None


def test_bodies_grow_as_a_tree() -> None:
    """Parts follow the body above them, those with parts first; a circle is shown once."""
    parents = [(1, None), (2, 1), (3, 1), (4, 3), (5, 99), (6, 7), (7, 6)]
    assert list(branches(parents)) == [
        *((1, 0), (3, 1), (4, 2), (2, 1), (5, 0)),
        *((6, 0), (7, 1)),
    ]
