"""The state of an obligation on a day, worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from birlik.base.obligations.engine.state import (
    STATES,
    UNSETTLED,
    Reported,
    Standing,
    outcome_of,
    stage_of,
)

OPEN = Standing(
    outcome="",
    stage="",
    first_submitted_on=None,
    due_on=date(2024, 6, 30),
    pace_on=date(2024, 4, 30),
    period_first=date(2024, 1, 1),
)
ON_TIME, TOO_LATE = date(2024, 6, 30), date(2024, 7, 1)
DAY = date(2024, 5, 2)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2023, 12, 31), "scheduled"),
        (date(2024, 1, 1), "open"),
        (date(2024, 4, 30), "open"),
        (date(2024, 5, 1), "behind"),
        (date(2024, 6, 30), "behind"),
        (date(2024, 7, 1), "overdue"),
    ],
)
def test_what_nobody_reported_on_goes_by_the_day(on: date, state: str) -> None:
    """Owed for the first half of 2024 with a pace by the end of April: each limit's own day still
    belongs to what was before."""
    assert OPEN.state(on) == state


def test_without_a_pace_nothing_is_behind() -> None:
    """Then it is open until it is due."""
    assert replace(OPEN, pace_on=None).state(date(2024, 6, 30)) == "open"


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"outcome": "void"}, "void"),
        ({"outcome": "void", "stage": "submitted", "recorded": False}, "void"),
        ({"outcome": "released", "stage": "returned"}, "released"),
        ({"outcome": "accepted", "first_submitted_on": ON_TIME}, "fulfilled"),
        ({"outcome": "accepted", "first_submitted_on": TOO_LATE}, "fulfilled_late"),
        ({"outcome": "accepted"}, "fulfilled_late"),
        ({"recorded": False}, "no_record"),
        ({"stage": "submitted", "first_submitted_on": ON_TIME}, "submitted"),
        ({"stage": "returned", "first_submitted_on": ON_TIME}, "returned"),
    ],
)
@pytest.mark.parametrize("on", [date(2024, 1, 1), date(2030, 1, 1)])
def test_what_happened_decides_whatever_the_day(
    changes: dict[str, object], state: str, on: date
) -> None:
    """A decision, or a report that waits or was returned, is told before and after the due date."""
    assert replace(OPEN, **changes).state(on) == state


def test_the_states_that_are_still_owed() -> None:
    """Six of the eleven states leave something to do."""
    settled = {"fulfilled", "fulfilled_late", "released", "no_record", "void"}
    assert set(STATES) - settled == UNSETTLED
    assert len(STATES) == 11


@pytest.mark.parametrize(
    ("reports", "stage", "outcome"),
    [
        ([], "", ""),
        ([Reported(DAY, None)], "submitted", ""),
        ([Reported(DAY, False)], "returned", ""),
        ([Reported(DAY, False), Reported(DAY, None)], "submitted", ""),
        ([Reported(DAY, False), Reported(DAY, True)], "", "accepted"),
    ],
)
def test_the_last_report_decides_what_is_stored(
    reports: list[Reported], stage: str, outcome: str
) -> None:
    """It waits, was returned or was accepted; a release or a void act stands above it."""
    assert stage_of(reports) == stage
    assert outcome_of(reports, released=False, void=False) == outcome
    assert outcome_of(reports, released=True, void=False) == "released"
    assert outcome_of(reports, released=True, void=True) == "void"
