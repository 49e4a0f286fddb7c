"""Occurrences gathered into the cells of a strip."""

from datetime import date

from birlik.domains.execution.engine.occurrences import (
    CELLS,
    Tally,
    cells,
    counts,
    next_due,
    strip,
    worst,
)


def tally(
    due_on: date,
    state: str = "open",
    count: int = 1,
    number: int = 1,
    first_on: date | None = None,
) -> Tally:
    """What one debtor (or `count` of them) owes for the year of `due_on`."""
    first = first_on or date(due_on.year, 1, 1)
    return Tally(1, "lead", first, date(due_on.year, 12, 31), number, due_on, state, count)


def test_the_state_that_needs_the_eye_is_chosen() -> None:
    """Overdue comes before behind, open, scheduled and void; an unknown one last."""
    assert worst({"void", "open", "overdue"}) == "overdue"
    assert worst({"void", "scheduled"}) == "scheduled"
    assert worst({"no_record", "void"}) == "no_record"
    assert worst({"unheard of", "void"}) == "void"
    assert worst({"submitted"}) == "submitted"
    assert worst(()) == ""


def test_debtors_of_one_occurrence_share_a_cell() -> None:
    """Three akimats overdue and seventeen open make one cell of twenty that tells "overdue"."""
    due = date(2026, 6, 30)
    (cell,) = cells([tally(due, "open", 17), tally(due, "overdue", 3)])
    assert (cell.total, cell.state, cell.states) == (20, "overdue", {"open": 17, "overdue": 3})


def test_a_void_occurrence_gives_way_to_what_took_its_place() -> None:
    """Where a point was corrected, the cell of a year tells what is owed by its new date; where all
    is void, it says so."""
    old, new = date(2026, 12, 31), date(2026, 6, 30)
    (cell,) = cells([tally(old, "void"), tally(new, "open")])
    assert (cell.total, cell.state, cell.due_on) == (1, "open", new)
    (cell,) = cells([tally(old, "void")])
    assert cell.state == "void"


def test_several_occurrences_a_year_make_as_many_cells_in_the_order_of_their_due_dates() -> None:
    """Three sittings of one year are three cells, though all fall due on 31 December."""
    due = date(2024, 12, 31)
    found = cells([tally(due, number=3), tally(due, number=1), tally(due, number=2)])
    assert [cell.number for cell in found] == [1, 2, 3]


def test_a_strip_of_many_weeks_is_gathered_into_quarters() -> None:
    """Fifty-two weeks of 2026 become four cells, the first with 13 obligations."""
    weeks = [
        tally(last, first_on=date.fromisocalendar(2026, week, 1))
        for week in range(2, 54)
        for last in [date.fromisocalendar(2026, week, 7)]
        if last.year == 2026
    ]
    assert len(weeks) > CELLS
    found = strip(weeks)
    assert len(found) == 4
    assert sum(cell.total for cell in found) == len(weeks)
    assert {cell.number for cell in found} == {0}


def test_a_strip_of_many_years_of_weeks_is_gathered_into_years() -> None:
    """Ten years of months are still too many as quarters, so each year is one cell."""
    months = [
        tally(date(year, month, 28), first_on=date(year, month, 1))
        for year in range(2021, 2031)
        for month in range(1, 13)
    ]
    found = strip(months)
    assert [cell.due_on.year for cell in found] == list(range(2021, 2031))
    assert {cell.total for cell in found} == {12}


def test_a_short_strip_keeps_its_occurrences() -> None:
    """Four quarters stay four cells with their numbers."""
    assert [cell.number for cell in strip([tally(date(2026, 3, 31))])] == [1]


def test_states_are_counted_with_what_is_due_soon() -> None:
    """Two overdue and three open, one of them soon."""
    rows = [
        tally(date(2026, 1, 31), "overdue", 2),
        Tally(1, "lead", date(2026, 1, 1), date(2026, 12, 31), 2, date(2026, 2, 1), "open", 3, 1),
    ]
    found = counts(rows)
    assert (found["overdue"], found["open"], found["soon"], found["void"]) == (2, 3, 1, 0)


def test_the_next_due_date_is_the_nearest_that_is_owed() -> None:
    """Void and past ones do not count; today does."""
    rows = [
        tally(date(2026, 3, 31), "overdue"),
        tally(date(2026, 6, 30), "void"),
        tally(date(2026, 12, 31)),
        tally(date(2026, 9, 30)),
    ]
    assert next_due(rows, on=date(2026, 4, 1)) == date(2026, 9, 30)
    assert next_due(rows, on=date(2026, 9, 30)) == date(2026, 9, 30)
    assert next_due(rows, on=date(2027, 1, 1)) is None
