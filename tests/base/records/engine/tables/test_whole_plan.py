"""The plan of 2022-2026, as if its table had never been flattened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.sources import read_source

TRUTH: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[4] / "truth" / "plan_2022_2026.yaml").read_text("utf-8")
)
Cell = str | dict[str, Any]
HEAD = ["Р/с №", "Негізгі іс-шаралардың атауы", "Аяқталу нысаны", "Аяқталу мерзімі"]
FIELDS = ("title", "completion_form", "deadline")


def executor(entry: str | dict[str, Any]) -> tuple[str, bool]:
    """Name and by-agreement of an executor of the truth."""
    if isinstance(entry, str):
        return entry, False
    return entry.get("group") or entry["code"], entry.get("by_agreement", False)


def cells(measure: dict[str, Any]) -> list[Cell]:
    """The row as the act prints it: what a measure takes from its parent is an empty cell."""
    number = measure["number"]
    printed = f"{number.split('.')[1]})" if "." in number else f"{number}."
    row: list[Cell] = [printed]
    inherited = measure.get("inherited", {})
    row += ["" if field in inherited else measure.get(field) or "" for field in FIELDS]
    names = [
        f"{name} (келісу бойынша)" if agreed else name
        for name, agreed in map(executor, measure.get("executors") or [])
    ]
    row.append("" if "executors" in inherited else ", ".join(names))
    return row


def test_seventy_measures(draw: tuple[str, Callable[[dict[str, Any]], bytes]]) -> None:
    """All measures of the real plan are read from a real table as a person reads them."""
    measures = TRUTH["measures"]
    rows: list[list[Cell]] = [[*HEAD, "Жауапты орындаушылар"]]
    direction = ""
    for measure in measures:
        if measure["direction"] != direction:
            direction = measure["direction"]
            title = f"{direction}-бағыт. {TRUTH['directions'][direction]}"
            rows.append([{"text": title, "across": 5}])
        rows.append(cells(measure))
    notes = [f"{code} - {meaning}" for code, meaning in TRUTH["abbreviations"].items()]
    layout = {
        "before": ["Іс-қимыл жоспары"],
        "rows": rows,
        "after": ["Ескертпе: аббревиатуралардың толық жазылуы", *notes],
    }
    form, drawn = draw
    draft = read_act(read_source(drawn(layout), f"plan.{form}"))
    assert len(draft.measures) == len(measures) == 70
    assert dict(draft.directions) == TRUTH["directions"]
    assert dict(draft.abbreviations) == TRUTH["abbreviations"]
    for read, written in zip(draft.measures, measures, strict=True):
        from_above = {
            field for field, origin in written.get("inherited", {}).items() if origin != "parent"
        }
        assert (read.number, read.parent, read.direction) == (
            written["number"],
            written.get("parent", ""),
            written["direction"],
        )
        for field in FIELDS:
            if field not in from_above:
                assert getattr(read, field) == (written.get(field) or ""), (read.number, field)
        if "executors" not in from_above:
            bodies = [(one.code, one.by_agreement) for one in read.executors]
            assert bodies == [executor(one) for one in written.get("executors") or []], read.number
