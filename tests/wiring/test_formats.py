"""Dates and numbers are written and read as official papers write them, in every language."""

from datetime import date
from decimal import Decimal

import pytest
from django.forms import DateField, ValidationError
from django.utils.formats import date_format, get_format, number_format
from django.utils.translation import override

DAY = date(2026, 11, 20)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_date_has_day_month_and_year(language: str) -> None:
    """A date is written 20.11.2026 in every language, and the week begins on Monday."""
    with override(language):
        assert date_format(DAY) == "20.11.2026"
        assert get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("written", ["05.11.2026", "2026-11-05"])
def test_the_day_is_read_before_the_month(language: str, written: str) -> None:
    """05.11.2026 is the fifth of November, never the eleventh of May."""
    with override(language):
        assert DateField().clean(written) == date(2026, 11, 5)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_american_date_is_refused(language: str) -> None:
    """05/11/2026 could mean two days, so it is refused."""
    with override(language), pytest.raises(ValidationError):
        DateField().clean("05/11/2026")


@pytest.mark.parametrize(
    ("language", "written"),
    [("kk", "12\u00a0345,6"), ("ru", "12\u00a0345,6"), ("en", "12\u00a0345.6")],
)
def test_numbers_have_the_separators_of_the_language(language: str, written: str) -> None:
    """Kazakh and Russian have a decimal comma, English a point; thousands stand apart."""
    with override(language):
        assert number_format(Decimal("12345.6"), force_grouping=True) == written


@pytest.mark.parametrize(
    ("language", "written"), [("kk", "20 қараша"), ("ru", "20 ноября"), ("en", "20 November")]
)
def test_a_day_without_a_year(language: str, written: str) -> None:
    """A day of the year is written as the language declines it."""
    with override(language):
        assert date_format(DAY, "MONTH_DAY_FORMAT") == written
