"""Terms, numbers, the checklist and the protocol's words."""

from datetime import date

import pytest

from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.engine.checklist import missing_of
from birlik.domains.accreditation.engine.protocol import (
    Decided,
    ProtocolHead,
    commission_name,
    protocol,
)
from birlik.domains.accreditation.engine.terms import next_number, years_after
from birlik.domains.accreditation.rules.norms import codes

NAME = LocalText("Бірлестік", "Объединение")


@pytest.mark.parametrize(
    ("on", "after"),
    [(date(2026, 11, 20), date(2029, 11, 20)), (date(2028, 2, 29), date(2031, 2, 28))],
)
def test_years_later(on: date, after: date) -> None:
    """The same day three years later; the last of February for a leap day."""
    assert years_after(on, 3) == after


def test_numbers_run_in_a_region_and_never_repeat() -> None:
    """The next number follows those of its region and round, also where one was given out of
    turn."""
    assert next_number(2026, "100000000", ()) == "2026-10-001"
    assert next_number(2026, "", {"2026-10-001"}) == "2026-00-001"
    assert next_number(2026, "100000000", {"2026-10-001", "2026-10-003"}) == "2026-10-004"


def test_what_is_missing_stands_in_the_order_of_the_checklist() -> None:
    """What was brought is left out."""
    needed = codes("checklist", date(2026, 11, 20))
    assert missing_of(needed, frozenset({"application", "plan"})) == needed[1:-1]
    assert missing_of(needed, frozenset(needed)) == ()


def test_one_code_alone_is_a_list_too() -> None:
    """A norm that is one value is read as a list of it."""
    assert codes("term_years", date(2026, 11, 20)) == ("3",)


def test_a_protocol_words_what_was_decided_in_both_languages() -> None:
    """A point for each decision, with the reasons where there are any."""
    lines = [
        Decided("granted", NAME),
        Decided("refused", NAME, LocalText("себеп", "причина")),
    ]
    region = LocalText("Абай облысы", "область Абай")
    made = protocol(ProtocolHead("5", date(2026, 11, 20)), commission_name(region), lines)
    assert [one.number for one in made.points] == ["1", "2"]
    assert made.points[0].title == LocalText(
        "«Бірлестік» аккредиттелсін", "Аккредитовать: «Объединение»"
    )
    assert made.points[1].title.ru == (
        "Отказать в аккредитации: «Объединение». Обоснование: причина"
    )
    assert "Абай облысы" in made.issuer.kk
    assert commission_name(None).ru == "Республиканская комиссия по аккредитации"


def test_a_protocol_can_be_in_one_language() -> None:
    """What only a list of an earlier round says is worded once."""
    head = ProtocolHead("5", date(2022, 5, 1))
    made = protocol(head, commission_name(None), [Decided("granted", NAME)], languages="kk")
    assert made.points[0].title.ru == ""
    assert made.languages == ("kk",)
