"""What the address of the list of obligations asks for."""

import pytest

from birlik.domains.execution.engine.wanted import Wanted, wanted_of


def test_an_empty_address_asks_for_the_usual() -> None:
    """Nothing named: the usual state under acts in force, sorted by due date, nothing narrowed."""
    wanted = wanted_of({}, "todo")
    assert wanted == Wanted(state="todo", force="in_force")
    assert not wanted.is_narrowed
    assert wanted.query("todo") == "?"


def test_an_address_is_read_and_written_again() -> None:
    """Every choice goes into the address and comes out of it."""
    wanted = Wanted("overdue", 3, 4, "190000000", 2024, "lead", 30, "mine", "кеңес", "-debtor")
    query = wanted.query("live")
    assert query.startswith("?state=overdue&act=3&executor=4&region=190000000&year=2024&role=lead")
    asked = {
        **{"state": "overdue", "act": "3", "executor": "4", "region": "190000000"},
        **{"year": "2024", "role": "lead", "due": "30", "whose": "mine"},
        **{"q": " кеңес ", "sort": "-debtor"},
    }
    assert wanted_of(asked, "live") == wanted
    assert wanted.is_narrowed


def test_acts_in_force_are_meant_where_no_state_is_named() -> None:
    """What repealed acts left is not in the usual list; a named state counts it, unless the
    address says otherwise."""
    assert wanted_of({"year": "2024"}, "live").force == "in_force"
    assert wanted_of({"state": "overdue"}, "live").force == "any"
    left = wanted_of({"state": "overdue", "force": "repealed"}, "live")
    assert left.query("live") == "?state=overdue&force=repealed"
    assert left.is_narrowed
    assert wanted_of({"force": "any"}, "live").query("live") == "?force=any"


def test_another_state_is_one_change_away() -> None:
    """The figures lead to the same list in another state; the usual one needs no name."""
    wanted = Wanted("overdue", year=2024)
    assert wanted.query("live", state="open") == "?state=open&year=2024"
    assert wanted.query("live", state="live") == "?year=2024&force=any"


@pytest.mark.parametrize(
    ("name", "word"),
    [
        *(("state", "late"), ("act", "x"), ("executor", "-1"), ("year", "²"), ("region", "*")),
        *(("act", "9" * 19), ("role", "boss"), ("due", "31"), ("sort", "title"), ("q", "  ")),
        ("force", "dead"),
    ],
)
def test_what_cannot_be_chosen_counts_as_not_named(name: str, word: str) -> None:
    """Words of no meaning, and numbers that no database holds, are left out."""
    assert wanted_of({"state": "any"} | {name: word}, "any") == Wanted()
