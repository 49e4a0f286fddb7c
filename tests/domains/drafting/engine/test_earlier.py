"""The earlier term of a region."""

import pytest

from birlik.base.values.deadline import read_deadline
from birlik.base.values.schedule_words import in_words
from birlik.domains.drafting.engine.earlier import earlier

DAYS = 15


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("2026 жылғы IV тоқсан", "2026 жыл, 16 желтоқсаннан кешіктірмей"),
        ("2027 жылғы II тоқсан", "2027 жыл, 15 маусымнан кешіктірмей"),
        ("жыл сайын", "жыл сайын, 16 желтоқсаннан кешіктірмей"),
        ("жыл сайын, 1 мамырға дейін", "жыл сайын, 16 сәуірге дейін"),
        (
            "жартыжылдықта 1 рет",
            "жыл сайын, 15 маусым және 16 желтоқсаннан кешіктірмей",
        ),
    ],
)
def test_a_term_moves_by_fifteen_days(words: str, moved: str) -> None:
    """The end of a quarter, half or year becomes a day fifteen days earlier (31 December − 15 =
    16 December, 30 June − 15 = 15 June, 1 May − 15 = 16 April), in words that are read back."""
    schedule = read_deadline(words, "kk").schedule
    assert schedule is not None
    found = earlier(schedule, DAYS)
    wanted = read_deadline(moved, "kk").schedule
    assert wanted is not None
    assert found.window is not None and wanted.window is not None
    assert found.window == wanted.window
    for language in ("kk", "ru", "en"):
        assert read_deadline(in_words(found).get(language), language).schedule == found


def test_four_quarters_become_four_days() -> None:
    """What is quarterly falls due four times a year, each time fifteen days before the quarter ends
    (16 March, 15 June, 15 September, 16 December)."""
    schedule = read_deadline("тоқсан сайын", "kk").schedule
    assert schedule is not None
    found = earlier(schedule, DAYS)
    assert (found.per, found.times) == ("year", 4)
    assert found.window is not None
    assert [str(day) for day in found.window.days] == ["03-16", "06-15", "09-15", "12-16"]
    assert read_deadline(in_words(found).ru, "ru").schedule == found


@pytest.mark.parametrize(
    "words",
    [
        "жыл бойы",
        "қажеттілігіне қарай",
        "ай сайын",
        "жыл сайын, 10 қаңтарға дейін",
        "жыл сайын, 1 мамыр",
    ],
)
def test_what_leaves_nothing_to_gain_stays(words: str) -> None:
    """What goes on throughout, happens as needed, monthly or on a fixed day stays, and so does what
    would fall into the year before."""
    schedule = read_deadline(words, "kk").schedule
    assert schedule is not None
    assert earlier(schedule, DAYS) == schedule


def test_the_last_month_has_its_own_end() -> None:
    """A term in February moves from the 28th, one in December from the 31st."""
    for words, day in (("жыл сайын, ақпан", "02-13"), ("жыл сайын, желтоқсан", "12-16")):
        schedule = read_deadline(words, "kk").schedule
        assert schedule is not None
        found = earlier(schedule, DAYS).window
        assert found is not None and [str(one) for one in found.days] == [day]
