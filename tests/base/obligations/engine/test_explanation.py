"""Why an obligation falls due when it does; every date is worked out by hand."""

from collections.abc import Sequence
from datetime import date

from birlik.base.obligations.engine.dates import reckoned
from birlik.base.obligations.engine.explanation import Dated, Granted, Part, explained
from birlik.base.obligations.engine.owing import Force, Terms
from birlik.base.values.local_text import LocalText
from birlik.base.values.norm import Norm
from birlik.base.values.schedule import AfterPeriod, MonthDay, Schedule, Window
from birlik.base.values.working_days import MovedDate, WorkingDays

SINCE = date(1995, 1, 1)
GROUND = LocalText("қағида", "правило", "rule")
SHIFT = Norm("s", LocalText("Ауысады", "Переносится", "Moves"), True, "rule", SINCE, None, GROUND)
PLAIN = WorkingDays()
EARLIER = Norm("c", LocalText("Бұрын", "Раньше", "Earlier"), 10, "rule", SINCE, None, GROUND)


def by(month: int, day: int) -> Schedule:
    """Every year no later than a day."""
    return Schedule("year", window=Window("by", days=(MonthDay(month, day),)))


def steps(
    schedule: Schedule,
    nominal_on: date,
    *,
    force: date = date(2022, 1, 1),
    calendar: WorkingDays | None = PLAIN,
    contribution: bool = False,
    due_on: date | None = None,
    extensions: Sequence[Granted] = (),
) -> tuple[Part, ...]:
    """The explanation of an obligation of an act of a day; contributions ten days early."""
    terms = Terms(Force(force), 2022, 2026, calendar, 10)
    due = reckoned(schedule, nominal_on, terms, contribution=contribution)
    one = Dated(
        schedule, due, terms, SHIFT, EARLIER, contribution, due_on or due.due_on, extensions
    )
    return explained(one)


def told(parts: Sequence[Part]) -> list[tuple[str, str]]:
    """The steps with their days."""
    return [(part.step, f"{part.on:%d.%m.%Y}") for part in parts]


def test_sunday_in_july() -> None:
    """By 10 July 2022, a Sunday: due on Monday the 11th, and it says why in three languages."""
    parts = steps(by(7, 10), date(2022, 7, 10))
    assert told(parts) == [
        ("nominal", "10.07.2022"), ("day_off", "10.07.2022"), ("shifted", "11.07.2022"),
    ]  # fmt: skip
    assert [part.words.ru for part in parts] == [
        "Срок по акту: ежегодно, не позднее 10 июля. За этот период последний день — 10.07.2022, "
        "воскресенье",
        "10.07.2022 — воскресенье",
        "Переносится (правило): 11.07.2022",
    ]
    assert parts[1].words == LocalText(
        "10.07.2022 — жексенбі", "10.07.2022 — воскресенье", "10.07.2022 is a Sunday"
    )
    assert not any(part.words.missing() for part in parts)


def test_every_day_off_on_the_way_is_named() -> None:
    """By 30 April 2022, a Saturday before Unity Day on a Sunday and its day in lieu: 3 May."""
    parts = steps(by(4, 30), date(2022, 4, 30))
    assert parts[1].words.ru == (
        "30.04.2022 — суббота; 01.05.2022 — Праздник единства народа Казахстана; 02.05.2022 — "
        "выходной за праздник 01.05.2022 (Праздник единства народа Казахстана)"
    )
    assert told(parts)[-1] == ("shifted", "03.05.2022")


def test_working_day_needs_no_more_words() -> None:
    """By 11 July 2022, a Monday: the deadline alone."""
    assert told(steps(by(7, 11), date(2022, 7, 11))) == [("nominal", "11.07.2022")]


def test_contribution_comes_ten_days_before_the_lead() -> None:
    """The lead is due on 11 July 2022, the contribution on the 1st."""
    parts = steps(by(7, 10), date(2022, 7, 10), contribution=True)
    assert told(parts)[-1] == ("contribution", "01.07.2022")
    assert parts[-1].words.ru == (
        "Соисполнитель отчитывается за 10 дней до ответственного за свод (правило): 01.07.2022"
    )


def test_contribution_is_not_due_before_the_act() -> None:
    """Of an act in force from 5 July 2022 the contribution is due on the 5th, not on the 1st."""
    parts = steps(by(7, 10), date(2022, 7, 10), force=date(2022, 7, 5), contribution=True)
    assert told(parts)[-2:] == [("contribution", "01.07.2022"), ("floor", "05.07.2022")]


def test_end_of_a_quarter_never_moves() -> None:
    """30 June 2024 is a Sunday; the end of a quarter stays, and the page says that it does."""
    parts = steps(Schedule("quarter"), date(2024, 6, 30))
    assert told(parts) == [("nominal", "30.06.2024"), ("printed", "30.06.2024")]


def test_end_of_a_quarter_on_a_working_day() -> None:
    """31 March 2022 is a Thursday: nothing more to say."""
    assert told(steps(Schedule("quarter"), date(2022, 3, 31))) == [("nominal", "31.03.2022")]


def test_worked_saturday_is_said_to_be_one() -> None:
    """By 4 May 2024, the Saturday worked for Wednesday the 8th: due that day."""
    parts = steps(by(5, 4), date(2024, 5, 4))
    assert told(parts) == [("nominal", "04.05.2024"), ("worked", "04.05.2024")]
    assert parts[1].words.ru.startswith("04.05.2024 — рабочий день вместо 08.05.2024")


def test_day_moved_by_an_act_names_the_act() -> None:
    """Monday 14 December 2026 is off by act for Saturday the 12th: due on Tuesday."""
    moved = WorkingDays((MovedDate(date(2026, 12, 14), False, date(2026, 12, 12), "приказ № 5"),))
    parts = steps(by(12, 14), date(2026, 12, 14), calendar=moved)
    assert parts[1].words.ru == "14.12.2026 — выходной вместо 12.12.2026 (приказ № 5)"
    assert told(parts)[-1] == ("shifted", "15.12.2026")


def test_moved_to_a_worked_saturday_says_that_it_is_worked() -> None:
    """By Friday 18 December 2026, off by act, with the Saturday after it worked: due on it."""
    moved = WorkingDays(
        (
            MovedDate(date(2026, 12, 18), False, date(2026, 12, 19), "№ 5"),
            MovedDate(date(2026, 12, 19), True, date(2026, 12, 18), "№ 5"),
        )
    )
    parts = steps(by(12, 18), date(2026, 12, 18), calendar=moved)
    assert parts[-1].words.ru == (
        "Переносится (правило): 19.12.2026 — рабочий день вместо 18.12.2026 (№ 5)"
    )


def test_no_norm_moves_nothing() -> None:
    """Without the norm a Sunday stays a Sunday."""
    parts = steps(by(7, 10), date(2022, 7, 10), calendar=None)
    assert told(parts) == [("nominal", "10.07.2022")]


def test_extensions_come_last_with_their_grounds() -> None:
    """Twice extended: each with the day before, the day after and the ground."""
    extensions = (
        Granted(date(2022, 7, 11), date(2022, 8, 1), "№ 3"),
        Granted(date(2022, 8, 1), date(2022, 9, 1)),
    )
    parts = steps(by(7, 10), date(2022, 7, 10), due_on=date(2022, 9, 1), extensions=extensions)
    assert [part.words.en for part in parts[-2:]] == [
        "Extended from 11.07.2022 to 01.08.2022 (№ 3)",
        "Extended from 01.08.2022 to 01.09.2022",
    ]


def test_date_that_the_calendar_no_longer_gives_was_kept() -> None:
    """Reported on before an act moved the day: the stored date stays, and it is said."""
    parts = steps(by(7, 10), date(2022, 7, 10), due_on=date(2022, 7, 12))
    assert told(parts)[-1] == ("kept", "12.07.2022")


def test_within_days_after_a_period() -> None:
    """Within 10 days after the second quarter of 2022: nominally 10 July, due on the 11th."""
    schedule = Schedule("quarter", after_period=AfterPeriod(days=10))
    assert told(steps(schedule, date(2022, 7, 10)))[-1] == ("shifted", "11.07.2022")
