"""Plans in layouts that offices invent: other heads, other numbers, cells merged in every way."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.draft import ActDraft, ExecutorDraft, MeasureDraft
from birlik.base.records.engine.sources import read_source

LAYOUTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[4] / "fixtures" / "plans" / "more_layouts.yaml").read_text("utf-8")
)


@pytest.fixture(params=LAYOUTS)
def reading(request: pytest.FixtureRequest, draw_any: tuple[str, Any]) -> tuple[ActDraft, Any]:
    """A layout as it is read, and the layout."""
    form, drawn = draw_any
    layout = LAYOUTS[request.param]
    return read_act(read_source(drawn(layout), f"plan.{form}")), layout


def mark(executor: ExecutorDraft) -> str:
    """An executor as the layouts write it."""
    return "{" * executor.group + executor.code + "~" * executor.by_agreement


def row(measure: MeasureDraft) -> list[Any]:
    """A measure as the layouts write it."""
    return [
        measure.number,
        measure.parent,
        measure.direction,
        measure.title,
        measure.completion_form,
        measure.deadline,
        [mark(one) for one in measure.executors],
    ]


def test_measures(reading: tuple[ActDraft, Any]) -> None:
    """Every measure is read as a person reads it."""
    draft, layout = reading
    found = [
        [None if want is None else have for have, want in zip(row(one), written, strict=True)]
        for one, written in zip(draft.measures, layout["measures"], strict=True)
    ]
    assert found == layout["measures"]


def test_what_stands_around(reading: tuple[ActDraft, Any]) -> None:
    """Directions and abbreviations are those that the plan prints."""
    draft, layout = reading
    assert draft.language == layout["language"]
    assert dict(draft.directions) == layout["directions"]
    assert list(draft.abbreviations) == layout["abbreviations"]
