"""Yearly reports added up and told: figures reckoned by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from birlik.domains.programmes import refusals
from birlik.domains.programmes.engine.fitting import LARGEST, ActivityRow, faults
from birlik.domains.programmes.engine.telling import told
from birlik.domains.programmes.engine.totals import (
    Done,
    added_up,
    from_record,
    sum_of,
    to_record,
)

TODAY = date(2026, 11, 20)
RIGHT = ActivityRow("event", "Наурыз", "", date(2026, 5, 1))
DONE = (
    Done("event", 120, ("kk",)),
    Done("event", None, ("kk", "ru")),
    Done("course", 15, ("uig",)),
)


def test_added_up() -> None:
    """Activities are counted by kind with those who took part; what nobody counted adds nothing."""
    found = added_up(DONE, {"members": 340}, words="сөз")
    assert found.counts["event"] == 2 and found.people["event"] == 120
    assert (found.activities, found.participants) == (3, 135)
    assert found.languages == ("kk", "ru", "uig")
    assert found.typed == {"members": 340, "branches": None, "staff": None}


def test_frozen_copy_is_read_back() -> None:
    """What is kept of a report is read back as it was."""
    found = added_up(DONE, {"members": 340})
    assert from_record(to_record(found)) == found


def test_sum_of_reports() -> None:
    """Reports are added up figure by figure; what one of them does not say counts as nothing."""
    total = sum_of([added_up(DONE, {"members": 340}), added_up(DONE[:1], {"branches": 2})])
    assert (total.reports, total.typed) == (2, {"members": 340, "branches": 2, "staff": 0})
    assert (total.counts["event"], total.people["event"]) == (3, 240)


def test_report_in_words() -> None:
    """The report tells every figure that was typed or counted in both languages, then words."""
    text = told(added_up(DONE, {"members": 340}, words="Рахмет."), 2026)
    assert text.ru.splitlines()[:3] == [
        "Отчет объединения за 2026 год.",
        "Члены: 340.",
        "Мероприятия: 2 (участников: 120).",
    ]
    assert "Курстар: 1 (қатысушылар: 15)." in text.kk and text.kk.endswith("Рахмет.")
    assert "Филиалы" not in text.ru and "Проекты: 0." in text.ru


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"kind": "party"}, "kind", refusals.KIND_UNKNOWN),
        ({"title_kk": " "}, "title_kk", refusals.TITLE_NEEDED),
        ({"last_on": date(2026, 4, 30)}, "last_on", refusals.DAYS_OUT_OF_ORDER),
        ({"last_on": date(2026, 11, 21)}, "last_on", refusals.STILL_TO_COME),
        ({"first_on": date(2026, 11, 21)}, "first_on", refusals.STILL_TO_COME),
        ({"participants": LARGEST + 1}, "participants", refusals.TOO_MANY),
        ({"languages": ("xx",)}, "languages", refusals.LANGUAGE_UNKNOWN),
        ({"territory": "1"}, "territory", refusals.PLACE_UNKNOWN),
    ],
)
def test_what_is_wrong(change: dict[str, Any], field: str, reason: object) -> None:
    """Whatever is wrong with an activity is said at its field."""
    known = {"languages": ["kk"], "places": ["100000000"]}
    assert faults(RIGHT, today=TODAY, **known) == {}
    assert faults(replace(RIGHT, **change), today=TODAY, **known) == {field: reason}
