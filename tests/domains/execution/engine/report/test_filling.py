"""The fields of a report, its differences, and the periods one can choose."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.report.content import Share, Tally
from birlik.domains.execution.engine.report.difference import differences
from birlik.domains.execution.engine.report.filling import (
    Edition,
    ReportLanguage,
    counted,
    decimal,
    fields_of,
)
from birlik.domains.execution.engine.report.periods import last_half, periods_of
from birlik.domains.execution.engine.report.sample import sample_content

ON = date(2024, 7, 6)


@pytest.mark.parametrize(
    ("language", "title", "charts"),
    [("kk", "Бағыт", ["kk"]), ("ru", "Направление", ["ru"]), ("both", "Бағыт\nНаправление", None)],
)
def test_fields_speak_the_language_of_the_report(
    language: ReportLanguage, title: str, charts: list[str] | None
) -> None:
    """A text stands in the report's language, in a report of both one under the other; only the
    charts that are printed are drawn."""
    drawn: list[str] = []
    report = fields_of(
        sample_content(), Edition(language, ON, 2), lambda _one, side: drawn.append(side)
    )
    assert str(report.directions[0].title) == title
    assert (report.version, report.made_on) == (2, "06.07.2024")
    assert drawn[:2] == (charts * 2 if charts else ["kk", "ru"])


def test_counts_are_those_of_the_plan_page() -> None:
    """Owed leaves out void, released and unrecorded ones; a rate of nothing is a dash."""
    states = (("behind", 1), ("fulfilled", 3), ("open", 2), ("released", 4), ("void", 5))
    found = counted(Tally(states, Share(2, 3)))
    assert (found.owed, found.pending, found.released, found.void) == (6, 3, 4, 5)
    assert (found.rate, found.kept, found.fallen_due, found.agreed_rate) == ("67", 2, 3, "–")


@pytest.mark.parametrize(
    ("value", "words"), [("80.600", "80,6"), ("80", "80"), ("100", "100"), (None, "")]
)
def test_decimal_comma(value: str | None, words: str) -> None:
    """Numbers have a decimal comma and no needless noughts."""
    assert decimal(None if value is None else Decimal(value)) == words


def test_differences_between_two_reports() -> None:
    """A measure is new, gone, worded otherwise, or told otherwise."""
    before = sample_content()
    direction, measure = before.directions[0], before.directions[0].measures[0]

    def after(*measures: object) -> object:
        return replace(before, directions=(replace(direction, measures=measures),))

    worded = replace(measure, title=LocalText("Басқа", "Другое"))
    told = replace(measure, executions=measure.executions[:1])
    second = replace(measure, number="2")
    assert differences(before, before) == ()
    found = {
        name: [(one.number, one.change) for one in differences(before, after(*measures))]
        for name, measures in {
            "w": (worded,),
            "t": (told,),
            "n": (measure, second),
            "g": (),
        }.items()
    }
    assert found == {
        "w": [("1", "words")],
        "t": [("1", "execution")],
        "n": [("2", "added")],
        "g": [("1", "gone")],
    }


def test_periods_of_a_year() -> None:
    """A year has two halves, itself, four quarters and twelve months, the halves first."""
    codes = [one.code for one in periods_of(2024)]
    assert codes[:4] == ["2024-H1", "2024-H2", "2024", "2024-Q1"]
    assert len(codes) == 19


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(2024, 7, 1), "2024-H1"),
        (date(2024, 6, 30), "2023-H2"),
        (date(2021, 1, 1), "2022-H1"),
        (date(2030, 1, 1), "2026-H2"),
    ],
)
def test_usual_period_is_the_last_half(on: date, code: str) -> None:
    """The half that ended last, within the years of the act."""
    assert last_half(on, first_year=2022, last_year=2026).code == code
