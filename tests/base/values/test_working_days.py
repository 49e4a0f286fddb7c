from datetime import date

import pytest

from birlik.base.values.local_text import LocalText
from birlik.base.values.working_days import MovedDate, Standing, WorkingDays

PLAIN = WorkingDays()


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2025, 12, 16), False),  # Independence Day, a Tuesday
        (date(2025, 12, 17), True),
        (date(2025, 12, 20), False),  # a Saturday
        (date(2024, 5, 1), False),  # Unity Day, a Wednesday
        (date(2022, 3, 5), True),  # Saturday made a working day for Monday 07.03.2022
        (date(2022, 3, 7), False),
        (date(2013, 12, 28), True),  # Saturday worked for Friday 03.01.2014, of the next year
        (date(2014, 1, 3), False),
    ],
)
def test_general_calendar_of_kazakhstan(day: date, working: bool) -> None:
    """Weekends and public holidays are off, and Saturdays moved by the government are worked."""
    assert PLAIN.is_working(day) is working


DAYS_OFF = {
    2022: (
        "03.01 04.01 07.01 07.03 08.03 21.03 22.03 23.03 02.05 09.05 10.05 06.07 29.08 30.08 "
        "24.10 25.10 16.12",
        "05.03 27.08 22.10",
    ),
    2023: (
        "02.01 03.01 08.03 21.03 22.03 23.03 01.05 08.05 09.05 28.06 06.07 07.07 30.08 25.10 18.12",
        "01.07",
    ),
    2024: (
        "01.01 02.01 08.03 21.03 22.03 25.03 01.05 07.05 08.05 09.05 08.07 30.08 25.10 16.12",
        "04.05",
    ),
    2025: (
        "01.01 02.01 03.01 07.01 10.03 21.03 24.03 25.03 01.05 07.05 09.05 06.06 07.07 01.09 "
        "27.10 16.12",
        "05.01",
    ),
    2026: (
        "01.01 02.01 07.01 09.03 23.03 24.03 25.03 01.05 07.05 11.05 27.05 06.07 26.10 16.12",
        "",
    ),
}
"""Year → its days off from Monday to Friday, and its worked weekend days.

Written from the Law on holidays (1-2 January, 8 March, 21-23 March, 1, 7 and 9 May, 6 July,
30 August until 2025, 25 October since 2022, 16 December; 17 December no longer in 2022), the Labour
Code (7 January and the first day of Qurban Ait, which no other day makes up for: 9.7.2022,
28.6.2023, 16.6.2024, 6.6.2025, 27.5.2026; a holiday on a weekend made up for) and
what the Government and the ministry moved in 2022-2025."""


def days(year: int, listed: str) -> set[date]:
    """Days written "DD.MM" in a year."""
    pairs = (one.split(".") for one in listed.split())
    return {date(year, int(month), int(day)) for day, month in pairs}


@pytest.mark.parametrize("year", DAYS_OFF)
def test_years_of_the_plan_are_those_of_the_law(year: int) -> None:
    """From 2022 to 2026 exactly the days off that the law and the moves of those years give."""
    every = [
        date.fromordinal(n)
        for n in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    ]
    off = {day for day in every if day.weekday() < 5 and not PLAIN.is_working(day)}
    worked = {day for day in every if day.weekday() >= 5 and PLAIN.is_working(day)}
    assert (off, worked) == tuple(days(year, listed) for listed in DAYS_OFF[year])


def test_working_days_of_a_month_and_quarter_are_those_of_the_published_balance() -> None:
    """The balance of working time for 2024 has 59 days in the first quarter, 20 in May, 64 in the
    third quarter, and 22, 21 and 21 in October, November and December."""
    spans = (
        (date(2024, 1, 1), date(2024, 3, 31)),
        (date(2024, 5, 1), date(2024, 5, 31)),
        (date(2024, 7, 1), date(2024, 9, 30)),
        (date(2024, 10, 1), date(2024, 10, 31)),
        (date(2024, 11, 1), date(2024, 11, 30)),
        (date(2024, 12, 1), date(2024, 12, 31)),
    )
    assert [PLAIN.working_in(*span) for span in spans] == [59, 20, 64, 22, 21, 21]


def test_limit_on_days_off_moves_to_the_next_working_day() -> None:
    """30.04.2022 is a Saturday, followed by Unity Day and its day in lieu: 03.05 is the next."""
    assert PLAIN.on_or_after(date(2022, 4, 30)) == date(2022, 5, 3)
    assert PLAIN.on_or_after(date(2022, 5, 3)) == date(2022, 5, 3)


def test_acts_edit_the_calendar() -> None:
    """Days off and working days that an act sets win over the general calendar, and name it."""
    edited = WorkingDays(
        (
            MovedDate(
                date(2026, 12, 15), worked=False, moved_from=date(2026, 12, 12), ground="№ 5"
            ),
            MovedDate(date(2026, 12, 12), worked=True, moved_from=date(2026, 12, 15), ground="№ 5"),
        )
    )
    assert edited.why_not_working(date(2026, 12, 15)) == Standing(
        "moved_off", of=date(2026, 12, 12), ground="№ 5"
    )
    assert edited.standing(date(2026, 12, 12)).kind == "moved_to_work"
    assert edited.is_working(date(2026, 12, 12))
    assert edited.on_or_after(date(2026, 12, 15)) == date(2026, 12, 17)


@pytest.mark.parametrize(
    ("day", "kind", "name", "of"),
    [
        (date(2022, 7, 10), "weekend", "", None),
        (date(2022, 5, 9), "holiday", "День Победы", None),
        (date(2022, 5, 10), "in_lieu", "День защитника Отечества", date(2022, 5, 7)),
        (date(2025, 3, 25), "in_lieu", "Наурыз мейрамы", date(2025, 3, 23)),
        (date(2024, 5, 8), "moved_off", "", date(2024, 5, 4)),
        (date(2026, 1, 7), "holiday", "православное Рождество", None),
        (date(2026, 5, 27), "holiday", "первый день Курбан айта", None),
    ],
)
def test_a_day_off_says_why(day: date, kind: str, name: str, of: date | None) -> None:
    """A day off is a weekend, a holiday by name, one in lieu of a holiday, or moved."""
    found = PLAIN.why_not_working(day)
    assert found is not None
    assert (found.kind, found.name.ru, found.of) == (kind, name, of)
    assert found.name == LocalText() or not found.name.missing()


def test_a_working_day_has_nothing_to_say() -> None:
    """A plain Monday is worked."""
    assert PLAIN.why_not_working(date(2022, 7, 11)) is None


def test_worked_saturday_says_for_which_day() -> None:
    """Saturday 4 May 2024 was worked for Wednesday the 8th."""
    assert PLAIN.standing(date(2024, 5, 4)) == Standing("moved_to_work", of=date(2024, 5, 8))
