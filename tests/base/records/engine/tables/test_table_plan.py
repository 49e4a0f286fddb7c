"""Plans in real tables are read without fault."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.draft import MEASURE_FIELDS, ActDraft, ExecutorDraft, MeasureDraft
from birlik.base.records.engine.sources import read_source
from birlik.base.values.schedule import MonthDay, Schedule, Window

LAYOUTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[4] / "fixtures" / "plans" / "layouts.yaml").read_text("utf-8")
)


def executor(entry: str | dict[str, Any]) -> ExecutorDraft:
    """An executor as the layouts write it."""
    if isinstance(entry, str):
        return ExecutorDraft(entry)
    if "group" in entry:
        return ExecutorDraft(entry["group"], group=True)
    return ExecutorDraft(entry["code"], entry.get("by_agreement", False))


def schedule(entry: dict[str, Any] | None) -> Schedule | None:
    """A schedule as the layouts write it."""
    if entry is None:
        return None
    values = dict(entry)
    if "window" in values:
        window = dict(values["window"])
        days = [MonthDay(*map(int, day.split("-"))) for day in window.pop("days", [])]
        values["window"] = Window(days=tuple(days), **window)
    values["years"] = tuple(values.get("years", ()))
    return Schedule(**values)


def read(layout: str, form: str, content: bytes) -> ActDraft:
    """The act drawn from a layout."""
    source = read_source(content, f"{layout}.{form}")
    assert source.language == LAYOUTS[layout]["language"]
    return read_act(source)


def as_written(measure: MeasureDraft) -> tuple[Any, ...]:
    """What of a measure the layouts say."""
    return (
        measure.number,
        measure.parent,
        measure.direction,
        measure.title,
        measure.completion_form,
        measure.deadline,
        measure.executors,
        measure.schedule,
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_measures(name: str, draw: tuple[str, Any]) -> None:
    """Every measure of a layout is read as a person reads it."""
    form, drawn = draw
    draft = read(name, form, drawn(LAYOUTS[name]))
    expected = [
        (
            one["number"],
            one.get("parent", ""),
            one["direction"],
            one["title"],
            one["completion_form"],
            one["deadline"],
            tuple(executor(entry) for entry in one["executors"]),
            schedule(one["schedule"]),
        )
        for one in LAYOUTS[name]["measures"]
    ]
    assert [as_written(measure) for measure in draft.measures] == expected


@pytest.mark.parametrize("name", LAYOUTS)
def test_certainty(name: str, draw: tuple[str, Any]) -> None:
    """A field is certain when its own cell says it; what is inherited or empty never is."""
    form, drawn = draw
    draft = read(name, form, drawn(LAYOUTS[name]))
    for measure, one in zip(draft.measures, LAYOUTS[name]["measures"], strict=True):
        inherited = dict(one.get("inherited", {}))
        assert dict(measure.inherited) == inherited
        empty = {field for field in MEASURE_FIELDS if not getattr(measure, field)}
        doubtful = set(inherited) | empty | set(one.get("doubtful", []))
        certain = {field for field in MEASURE_FIELDS if measure.certain[field]}
        assert certain == set(MEASURE_FIELDS) - doubtful, measure.number


@pytest.mark.parametrize("name", LAYOUTS)
def test_directions_and_abbreviations(name: str, draw: tuple[str, Any]) -> None:
    """Rows across the table are directions, and the list below it gives the abbreviations."""
    form, drawn = draw
    draft = read(name, form, drawn(LAYOUTS[name]))
    assert dict(draft.directions) == LAYOUTS[name]["directions"]
    assert dict(draft.abbreviations) == LAYOUTS[name]["abbreviations"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_offsets(name: str, draw: tuple[str, Any]) -> None:
    """The spans of a field hold the words it was read from."""
    form, drawn = draw
    source = read_source(drawn(LAYOUTS[name]), f"{name}.{form}")
    for measure in read_act(source).measures:
        words = " ".join(source.text[start:end] for start, end in measure.spans["title"])
        assert " ".join(words.split()) == measure.title
        assert measure.start <= measure.spans["title"][0][0] < measure.end
