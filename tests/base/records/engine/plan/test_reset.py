"""The plan written by hand as the truth, set anew in other columns and pages, and read back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from birlik.base.records.engine.draft import MeasureDraft, SourceText
from birlik.base.records.engine.plan import PlanReading, read_flat_plan

TRUTH = Path(__file__).resolve().parents[4] / "truth" / "plan_2022_2026.yaml"
HEAD = """Іске асыру жөніндегі іс-қимыл жоспары

Р/с №

Іс-шаралардың
атауы

Аяқталу нысаны Аяқталу мерзімі
Жауапты
орындаушылар

1 2 3 4 5
"""
SETTINGS: list[dict[str, Any]] = [
    {"widths": (4, 20, 19, 19, 20), "page": 50},
    {"widths": (4, 25, 20, 18, 25), "page": 38},
    {"widths": (5, 16, 16, 16, 16), "page": 46},
    {"widths": (4, 34, 22, 20, 30), "page": 58},
    {"widths": (4, 25, 20, 18, 25), "page": 62, "soft_ends": False},
]
TEXT_FIELDS = ("title", "completion_form", "deadline")


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Any]:
    expected: Mapping[str, Any] = yaml.safe_load(TRUTH.read_text(encoding="utf-8"))
    return expected


@pytest.fixture(params=SETTINGS, ids=str)
def reading(
    request: pytest.FixtureRequest, truth: Mapping[str, Any], flatten: Any, settings: Any
) -> PlanReading:
    setting = settings(**request.param)
    pages = []
    for number, title in truth["directions"].items():
        rows = [_row(one) for one in truth["measures"] if one["direction"] == number]
        pages.append(f"{number}-бағыт. {title}\n\n{flatten(rows, setting)}")
    listed = "\n\n".join(f"{code} - {name}" for code, name in truth["abbreviations"].items())
    note = f"\n\nЕскертпе: аббревиатуралардың толық жазылуы\n\n{listed}\n"
    text = HEAD + "\n".join(pages) + note
    return read_flat_plan(SourceText(text, "text", "kk", flattened=True))


def test_all_rows_are_found(reading: PlanReading, truth: Mapping[str, Any]) -> None:
    """Wherever the columns and the pages end, the numbers and parents are those of the plan."""
    assert [one.number for one in reading.measures] == [one["number"] for one in truth["measures"]]


def test_most_fields_are_right_and_those_that_are_certain_all_are(
    reading: PlanReading, truth: Mapping[str, Any]
) -> None:
    """Nine fields of ten are right though pages cut other rows, and no certain field is wrong.

    Forgiven: blanks beside a hyphen, which a line's end may have taken or left.
    """
    expected = {one["number"]: one for one in truth["measures"]}
    wrong = [
        (measure.number, name, getattr(measure, name), measure.certain[name])
        for measure in reading.measures
        for name in (*TEXT_FIELDS, "executors")
        if not _is_right(measure, name, expected[measure.number])
    ]
    assert len(wrong) <= 0.10 * 4 * len(expected)
    assert [one for one in wrong if one[-1]] == []


def _row(row: Mapping[str, Any]) -> tuple[str, str, str | None, str | None, str | None]:
    inherited = row.get("inherited", {})
    number, _, item = row["number"].partition(".")
    form, deadline = (
        None if name in inherited else row[name] for name in ("completion_form", "deadline")
    )
    executors = None if "executors" in inherited else ", ".join(map(_printed, row["executors"]))
    title = f"{item}) {row['title']}" if item else row["title"]
    return "" if item else f"{number}.", title, form, deadline, executors


def _printed(executor: str | Mapping[str, Any]) -> str:
    if isinstance(executor, str):
        return executor
    code: str = executor.get("group") or executor["code"]
    return f"{code} (келісу бойынша)" if executor.get("by_agreement") else code


def _is_right(measure: MeasureDraft, name: str, expected: Mapping[str, Any]) -> bool:
    if name == "executors":
        read = [
            f"{one.code} (келісу бойынша)" if one.by_agreement else one.code
            for one in measure.executors
        ]
        return read == list(map(_printed, expected[name]))
    return _closed(getattr(measure, name)) == _closed(expected[name])


def _closed(text: str) -> str:
    return text.replace(" - ", "-").replace("- ", "-")
