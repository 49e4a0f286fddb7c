"""The indicators of an act enter the mandate."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from birlik.base.mandate.actions import record_indicators
from birlik.base.mandate.models import Indicator, Observation, Target
from birlik.base.obligations.actions import adopt_act
from birlik.base.records.engine.draft import IndicatorDraft, IndicatorValue
from birlik.base.values.refused import RefusedError
from tests.base.obligations.drafts import AT, STRANGER, SYSTEM, draft, measure, reading

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    """Files go to a folder of the test."""
    settings.MEDIA_ROOT = tmp_path


def row(title: str, year: int, value: str, kind: str) -> IndicatorDraft:
    """A row of one value."""
    values = (IndicatorValue(year, Decimal(value), kind),)
    return IndicatorDraft("1", title, "%", "", values, certain=True)


def test_two_acts_speak_of_one_indicator() -> None:
    """Acts that name an indicator alike, whatever the quotes, plan for the same one; each target
    stays with the provision that set it."""
    first = draft(indicators=(row("Бірлік «деңгейі»", 2024, "80.6", "plan"),))
    second = draft(
        number="2",
        adopted_on=date(2025, 12, 29),
        indicators=(
            IndicatorDraft(
                "1",
                'бірлік "деңгейі"',
                "%",
                "",
                (
                    IndicatorValue(2024, Decimal("88.3"), "fact"),
                    IndicatorValue(2025, Decimal("80.8"), "estimate"),
                    IndicatorValue(2026, Decimal("81.0"), "plan"),
                ),
                certain=True,
            ),
        ),
    )
    for one in (first, second):
        adopt_act(SYSTEM, reading(one), at=AT)
    indicator = Indicator.objects.get()
    assert str(indicator) == "Бірлік «деңгейі»"
    targets = Target.objects.values_list("provision__act__number", "year", "value")
    assert list(targets) == [("1", 2024, Decimal("80.6")), ("2", 2026, Decimal(81))]
    seen = Observation.objects.values_list("year", "kind", "value", "vintage")
    assert list(seen) == [
        (2024, "fact", Decimal("88.3"), date(2025, 12, 29)),
        (2025, "estimate", Decimal("80.8"), date(2025, 12, 29)),
    ]


def test_plan_repeats_an_indicator() -> None:
    """What the plan repeats under a direction is a target of that direction, also where it differs
    from the table; a line that no measure follows has no direction."""
    line, late = row("Деңгей", 2026, "80.9", "plan"), row("Басқа", 2026, "1", "plan")
    act = adopt_act(
        SYSTEM,
        reading(
            draft(
                measure("1", None),
                indicators=(row("Деңгей", 2026, "81.0", "plan"),),
                plan_indicators=(line, replace(late, start=9, end=10)),
            )
        ),
        at=AT,
    )
    targets = Target.objects.values_list("provision__path", "value")
    assert set(targets) == {("indicator/1", Decimal(81)), ("direction/1", Decimal("80.9"))}
    assert Indicator.objects.count() == 1
    assert act.provisions.filter(path="direction/1").exists()


def test_only_who_imports_acts_enters_indicators() -> None:
    """A stranger is refused."""
    act = adopt_act(SYSTEM, reading(draft()), at=AT)
    with pytest.raises(RefusedError):
        record_indicators(STRANGER, act, at=AT, language="kk", table=())
