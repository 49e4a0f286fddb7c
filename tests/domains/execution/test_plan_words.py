"""What states and occurrences are called."""

from datetime import date

import pytest
from django.utils.translation import override

from birlik.base.obligations.models import Duty
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.engine.occurrences import Cell
from birlik.domains.execution.engine.standing import Standing
from birlik.domains.execution.web.plan_words import (
    cell_in_words,
    contributors_in_words,
    deadline_in_words,
    doubtful_in_words,
    look,
    standing_in_words,
)


def cell(number: int, **states: int) -> Cell:
    """An occurrence of the year 2024."""
    return Cell(date(2024, 1, 1), date(2024, 12, 31), number, date(2024, 12, 31), states)


def test_a_later_occurrence_of_a_period_carries_its_number() -> None:
    """The third sitting of the year is "No. 3", the first needs no number."""
    with override("kk"):
        assert cell_in_words(cell(3, open=1)) == "2024 жыл, № 3, мерзімі 31.12.2024: орындауда"
        assert cell_in_words(cell(1, open=1)) == "2024 жыл, мерзімі 31.12.2024: орындауда"


def test_several_debtors_are_counted_by_state() -> None:
    """Three overdue and seventeen open."""
    with override("ru"):
        assert cell_in_words(cell(1, overdue=3, open=17)).endswith("просрочено 3, на исполнении 17")


@pytest.mark.parametrize(
    ("found", "tone", "text"),
    [
        (Standing("unread"), "warn", "нақтылауды қажет етеді"),
        (Standing("as_needed"), "todo", "қажеттілігіне қарай"),
        (Standing("never"), "void", "тапсырма жоқ"),
        (Standing("elsewhere", year=2025), "todo", "2025 жылы"),
        (Standing("overdue", 3), "late", "Мерзімі өткен: 3"),
        (Standing("open", 1), "open", "Орындауда"),
    ],
)
def test_a_standing_has_a_tone_and_words(found: Standing, tone: str, text: str) -> None:
    """Each standing is told in words; the count only where it is more than one."""
    with override("kk"):
        pill = standing_in_words(found)
    assert (pill.tone, pill.text) == (tone, text)


def test_an_unknown_state_says_that_there_is_no_record() -> None:
    """A state of a later version is not passed off as another."""
    assert look("of a later version") is look("no_record")


def test_contributors_follow_the_plural_of_the_language() -> None:
    """One, two and five co-executors in Russian; none is nothing."""
    with override("ru"):
        assert contributors_in_words(0) == ""
        assert contributors_in_words(1) == "1 соисполнитель"
        assert contributors_in_words(2) == "2 соисполнителя"
        assert contributors_in_words(25) == "25 соисполнителей"


def test_doubtful_fields_are_named_and_unknown_ones_left_out() -> None:
    """Only fields that have a name are told."""
    with override("ru"):
        assert doubtful_in_words(["deadline", "x", "executors"]) == "срок, исполнители"


def test_an_unread_deadline_keeps_the_words_of_the_act() -> None:
    """What could not be read is shown as printed; what was read in the reader's language."""
    duty = Duty(deadline_words="жылына 3 рет")
    with override("ru"):
        assert deadline_in_words(duty, None) == "жылына 3 рет"
        assert deadline_in_words(duty, Schedule("year", times=3)) == "3 раза в год"
