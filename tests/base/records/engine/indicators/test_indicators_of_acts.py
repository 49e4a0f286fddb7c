"""The indicator tables of the real acts, against what was written by hand."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.draft import ActDraft
from birlik.base.records.engine.sources import read_source

TRUTH: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[4] / "truth" / "indicators.yaml").read_text("utf-8")
)
LOST = {"heading": "head", "row": "row", "cell": "cell", "word": "word"}


@cache
def reading(file: Path) -> ActDraft:
    """The act in `file`, read once for all tests."""
    return read_act(read_source(file.read_bytes(), file.name))


@pytest.fixture(params=TRUTH)
def read(request: pytest.FixtureRequest, acts: Path) -> tuple[ActDraft, dict[str, Any]]:
    """An act as read, and its indicators as written by hand."""
    return reading(acts / request.param), TRUTH[request.param]


def test_table(read: tuple[ActDraft, dict[str, Any]]) -> None:
    """Numbers, titles, units, sources and values are read without error."""
    draft, truth = read
    found = [
        {
            "number": row.number,
            "title": row.title,
            "unit": row.unit,
            "source": row.source,
            "values": {one.year: [one.value, one.kind] for one in row.values},
        }
        for row in draft.indicators
    ]
    expected = [
        {
            **{name: row[name] for name in ("number", "title", "unit", "source")},
            "values": {
                year: [Decimal(str(value)), kind] for year, (value, kind) in row["values"].items()
            },
        }
        for row in truth["rows"]
    ]
    assert found == expected


def test_certainty(read: tuple[ActDraft, dict[str, Any]]) -> None:
    """No row is certain that a person could not be sure of, and most others are."""
    draft, truth = read
    sure = {row["number"] for row in truth["rows"] if row.get("certain", True)}
    found = {row.number for row in draft.indicators if row.certain}
    assert found <= sure
    assert len(found) >= len(sure) * 3 / 4


def test_plan_lines(read: tuple[ActDraft, dict[str, Any]]) -> None:
    """The lines between the measures of a plan are read apart from the table."""
    draft, truth = read
    found = [
        {
            "number": row.number,
            "title": row.title,
            "unit": row.unit,
            "values": {one.year: one.value for one in row.values},
        }
        for row in draft.plan_indicators
    ]
    expected = [
        {**row, "values": {year: Decimal(str(value)) for year, value in row["values"].items()}}
        for row in truth["plan"]
    ]
    assert found == expected


def test_lost(read: tuple[ActDraft, dict[str, Any]]) -> None:
    """Rows, heads and words that the text no longer carries are listed as lost."""
    draft, truth = read
    found = [
        " ".join([LOST[one.kind], one.what.partition("/")[2]]).strip()
        for one in draft.lost
        if one.what.startswith("indicators")
    ]
    assert sorted(found) == sorted(truth["lost"])
