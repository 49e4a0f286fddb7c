"""A year of the calendar laid out; counted by hand."""

from datetime import date

from birlik.base.values.working_days import MovedDate, WorkingDays
from birlik.domains.execution.engine.working_year import year_of


def test_may_2024_begins_on_a_wednesday() -> None:
    """May 2024 has five weeks, begins after two empty places, and is worked on 20 days; its five
    unusual days are 1, 4, 7, 8 and 9 May."""
    may = year_of(2024, WorkingDays()).months[4]
    assert may.name.ru == "май"
    assert len(may.weeks) == 5
    assert [cell and cell.on.day for cell in may.weeks[0]] == [None, None, 1, 2, 3, 4, 5]
    assert may.working == 20
    assert [(cell.on.day, cell.mark.en) for cell in may.unusual] == [
        (1, "H"), (4, "W"), (7, "H"), (8, "A"), (9, "H"),
    ]  # fmt: skip


def test_year_counts_its_quarters() -> None:
    """2024: 59, 62, 64 and 64 working days, 249 in all. The published balance has 61 in the second
    quarter, because it expected Qurban Ait on Monday 17 June; it fell on Sunday the 16th, and the
    Monday was worked."""
    year = year_of(2024, WorkingDays())
    assert year.quarters == (59, 62, 64, 64)
    assert year.working == 249


def test_what_an_act_moves_is_marked() -> None:
    """A Monday off by act is marked and named; a plain day has no mark."""
    calendar = WorkingDays((MovedDate(date(2026, 12, 14), False, None, "№ 5"),))
    december = year_of(2026, calendar).months[11]
    assert [(cell.on.day, cell.told.ru) for cell in december.unusual] == [
        (14, "выходной по акту (№ 5)"), (16, "День Независимости"),
    ]  # fmt: skip
    plain = december.weeks[0][1]
    assert plain is not None
    assert (plain.kind, plain.mark.kk) == ("worked", "")
