"""Which letters a reader chose to see."""

from datetime import date

import pytest

from birlik.domains.execution.engine.corresponding import LettersWanted, day_in, letters_wanted


def test_an_address_and_a_choice_say_the_same() -> None:
    """What an address names is chosen, and the choice names it again."""
    asked = {
        **{"q": " ақпарат ", "direction": "out", "kind": "request", "standing": "answered"},
        **{"body": "7", "since": "01.04.2024", "until": "02.05.2024"},
    }
    wanted = letters_wanted(asked)
    assert wanted == LettersWanted(
        "ақпарат", "out", "request", "answered", 7, date(2024, 4, 1), date(2024, 5, 2)
    )
    assert wanted.is_narrowed
    assert wanted.query(q="", body=None, kind="", standing="") == (
        "?direction=out&since=01.04.2024&until=02.05.2024"
    )


def test_what_cannot_be_chosen_counts_as_not_named() -> None:
    """Unknown words and days that are none narrow nothing."""
    asked = {"direction": "up", "kind": "x", "standing": "y", "body": "z", "since": "31.02.2024"}
    assert not letters_wanted(asked).is_narrowed


@pytest.mark.parametrize("word", ["", "1.2", "1.2.3.4", "a.b.c", "99999999999999999.1.2024"])
def test_a_day_that_is_none(word: str) -> None:
    """What is no day of a calendar is none."""
    assert day_in(word) is None
