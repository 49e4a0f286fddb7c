"""What the cells of a record of control mean."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from birlik.base.obligations.engine.opening.words import (
    named_key,
    number_key,
    numbers_meant,
    said_day,
    said_done,
    said_period,
)


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("иә", True),
        (" ИӘ ", True),
        ("иә / да", True),
        ("жоқ / нет", False),
        ("Да", True),
        ("орындалды", True),
        ("Исполнено.", True),
        ("+", True),
        (1, True),
        (True, True),
        ("жоқ", False),
        ("жок", False),
        ("НЕТ", False),
        ("нeт", False),
        ("не исполнено", False),
        ("орындалмады", False),
        (0, False),
        (False, False),
        ("-", None),
        ("частично", None),
    ],
)
def test_yes_and_no_are_told_apart(value: object, meant: bool | None) -> None:
    """Words for yes and no in both languages are known, also with a Latin letter or without Kazakh
    ones; a dash and anything else says neither."""
    assert said_done(value) is meant


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2023", "2023"),
        (2023, "2023"),
        ("2023 г.", "2023"),
        ("2023 жыл", "2023"),
        ("2023-H1", "2023-H1"),
        ("H2 2023", "2023-H2"),
        ("2023 q3", "2023-Q3"),
        ("2023 ж. 1 жартыжылдық", "2023-H1"),
        ("2023 жылғы 2-жартыжылдық", "2023-H2"),
        ("екінші жартыжылдық 2023 ж.", "2023-H2"),
        ("1 полугодие 2023 г.", "2023-H1"),
        ("2 п/г 2023", "2023-H2"),
        ("I кв. 2023", "2023-Q1"),
        ("ІV кв. 2023", "2023-Q4"),
        ("IV тоқсан 2023", "2023-Q4"),
        ("III квартал 2023 года", "2023-Q3"),
        ("қаңтар 2023", "2023-01"),
        ("за декабрь 2023 г.", "2023-12"),
        ("5 полугодие 2023", None),
        ("квартал 2023", None),
        ("9 месяцев 2023", None),
        ("2022-2023", None),
        ("постоянно", None),
    ],
)
def test_periods_are_read_as_offices_write_them(value: object, code: str | None) -> None:
    """A year, half, quarter or month is read in the words of papers and shortened; what names none
    of them is none."""
    found = said_period(value)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2023, 7, 5), date(2023, 7, 5)),
        (datetime.fromisoformat("2023-07-05T10:00"), date(2023, 7, 5)),
        ("05.07.2023", date(2023, 7, 5)),
        ("5.7.23 г.", date(2023, 7, 5)),
        ("2023-07-05", date(2023, 7, 5)),
        ("31.02.2023", None),
        ("июль", None),
        (45112, None),
    ],
)
def test_days_are_read(value: object, day: date | None) -> None:
    """Days stand as days or as DD.MM.YYYY; a day that no month has, and a number, is none."""
    assert said_day(value) == day


def test_numbers_of_measures_lose_what_stands_around_them() -> None:
    """ "п. 1.1." is 1.1; a number typed as one may be 8.1 or 8.10; one without digits is its
    words."""
    assert number_key("п. 1.1.") == "1.1"
    assert number_key("Жоқ ") == "жок"
    assert numbers_meant(Decimal("8.1")) == {"8.1", "8.10"}
    assert numbers_meant(8) == {"8"}
    assert named_key("«МӘДЕНИЕТ»  Mинистрлігі") == named_key("мәдениет министрлігі")
