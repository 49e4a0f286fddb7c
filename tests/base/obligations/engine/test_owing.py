"""Who owes what by when; expected dates and debtors are worked out by hand."""

from collections.abc import Sequence
from datetime import date

from birlik.base.obligations.engine.owing import Force, Owed, PartyTerm, Terms, owed, roles
from birlik.base.values.schedule import AfterPeriod, MonthDay, Schedule, Window
from birlik.base.values.working_days import WorkingDays

PLAN = Terms(Force(date(2022, 9, 15), date(2025, 12, 29)), 2022, 2026, WorkingDays(), 10)
AKIMATS = (101, 102, 103)
MINISTRY, INSTITUTE = PartyTerm(1, ""), PartyTerm(2, "", by_agreement=True)
GROUP = PartyTerm(None, "akimats")


def members(party: PartyTerm, _on: date) -> Sequence[int]:
    """A registry of one group; every structure stands for itself."""
    return AKIMATS if party.structure is None else (party.structure,)


def all_owed(schedule: Schedule, *parties: PartyTerm, terms: Terms = PLAN) -> list[Owed]:
    """Everything owed under the plan of 2022-2026."""
    return list(owed(schedule, parties, members, terms))


def test_first_named_leads() -> None:
    """The first executor that is named leads, even behind a group; groups alone all lead."""
    assert roles((MINISTRY, INSTITUTE)) == ("lead", "contributor")
    assert roles((GROUP, MINISTRY)) == ("contributor", "lead")
    assert roles((GROUP, PartyTerm(None, "others"))) == ("lead", "lead")


def test_void_outside_the_force() -> None:
    """Of a yearly quarter, the first falls before the adoption and the last after the repeal."""
    quarter = Schedule("year", window=Window("quarter", number=1))
    assert [(one.due_on, one.void_reason) for one in all_owed(quarter, MINISTRY)] == [
        (date(2022, 3, 31), "before_adoption"),
        (date(2023, 3, 31), ""),
        (date(2024, 3, 31), ""),
        (date(2025, 3, 31), ""),
        (date(2026, 3, 31), "after_repeal"),
    ]


def test_period_cut_by_the_repeal() -> None:
    """The year 2025 is cut two days before its report falls due; the year 2022 counts whole."""
    reasons = {one.due_on: one.void_reason for one in all_owed(Schedule("year"), MINISTRY)}
    assert reasons == {
        date(2022, 12, 31): "",
        date(2023, 12, 31): "",
        date(2024, 12, 31): "",
        date(2025, 12, 31): "period_cut_by_repeal",
        date(2026, 12, 31): "after_repeal",
    }


def test_nothing_is_void_while_in_force() -> None:
    """An act that nobody repealed has no last day."""
    terms = Terms(Force(date(2026, 1, 1)), 2026, 2027, None, 10)
    assert [one.void_reason for one in all_owed(Schedule("year"), MINISTRY, terms=terms)] == [
        "",
        "",
    ]


def test_force_is_tested_before_the_working_day() -> None:
    """By 29 December 2025 is within the force whatever day of the week it is; a limit on Sunday
    30 April 2023 moves over the holiday of 1 May to Tuesday."""
    spring = Schedule("year", window=Window("by", days=(MonthDay(5, 1),), inclusive=False))
    assert [one.due_on for one in all_owed(spring, MINISTRY)][1] == date(2023, 5, 2)
    last = Schedule("once", years=(2025,), window=Window("by", days=(MonthDay(12, 29),)))
    assert [(one.due_on, one.void_reason) for one in all_owed(last, MINISTRY)] == [
        (date(2025, 12, 29), "")
    ]


def test_contributions_hang_under_the_lead() -> None:
    """A group behind a named lead contributes member by member, ten days earlier, without a
    quantity of its own."""
    schedule = Schedule("once", years=(2023,), quantity=18)
    found = all_owed(schedule, MINISTRY, INSTITUTE, GROUP)
    assert [(one.debtor, one.role, one.leader) for one in found] == [
        (1, "lead", None),
        (2, "contributor", 1),
        (101, "contributor", 1),
        (102, "contributor", 1),
        (103, "contributor", 1),
    ]
    assert {one.due_on for one in found[1:]} == {date(2023, 12, 21)}
    assert [one.quantity for one in found] == [18, None, None, None, None]
    assert [one.by_agreement for one in found] == [False, True, False, False, False]


def test_contribution_is_never_due_before_the_act() -> None:
    """Five days after the adoption a lead reports; contributors cannot be due before it."""
    schedule = Schedule("once", years=(2022,), window=Window("on", days=(MonthDay(9, 20),)))
    found = all_owed(schedule, MINISTRY, INSTITUTE)
    assert [one.due_on for one in found] == [date(2022, 9, 20), date(2022, 9, 15)]


def test_contribution_of_a_void_occurrence() -> None:
    """What is void for the lead is void for its contributors, on no later day."""
    schedule = Schedule("once", years=(2022,), window=Window("quarter", number=1))
    found = all_owed(schedule, MINISTRY, INSTITUTE)
    assert [(one.due_on, one.void_reason) for one in found] == [
        (date(2022, 3, 31), "before_adoption"),
        (date(2022, 3, 31), "before_adoption"),
    ]


def test_group_alone_shares_the_quantity() -> None:
    """Twenty clubs of the akimats: one obligation for each, the twenty a shared total."""
    found = all_owed(Schedule("once", years=(2023,), quantity=20), GROUP)
    assert [(one.debtor, one.role, one.quantity, one.shared) for one in found] == [
        (101, "lead", 20, True),
        (102, "lead", 20, True),
        (103, "lead", 20, True),
    ]


def test_named_twice_owes_once() -> None:
    """A body that is named beside its own group owes one obligation."""
    found = all_owed(Schedule("once", years=(2023,)), PartyTerm(102, ""), GROUP)
    assert [one.debtor for one in found] == [102, 101, 103]


def test_several_times_a_year() -> None:
    """Three times a year is three obligations, all due on 31 December."""
    found = all_owed(Schedule("year", times=3, years=(2023,)), MINISTRY)
    assert [(one.occurrence.number, one.due_on) for one in found] == [
        (1, date(2023, 12, 31)),
        (2, date(2023, 12, 31)),
        (3, date(2023, 12, 31)),
    ]


def test_report_on_the_last_year_falls_in_the_next() -> None:
    """With a report by 10 January after the year, the last one is due after the act's years."""
    terms = Terms(Force(date(2022, 1, 1)), 2022, 2023, None, 10)
    schedule = Schedule("year", after_period=AfterPeriod(months=1, day=10))
    assert [one.due_on for one in all_owed(schedule, MINISTRY, terms=terms)] == [
        date(2023, 1, 10),
        date(2024, 1, 10),
    ]


def test_once_without_a_year() -> None:
    """Owed once in a plan for 2022-2026 is owed once, by the end of 2026."""
    found = all_owed(Schedule("once"), MINISTRY)
    assert [(one.due_on, one.void_reason) for one in found] == [
        (date(2026, 12, 31), "after_repeal")
    ]
