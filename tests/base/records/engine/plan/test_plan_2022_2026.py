"""The flattened plan of decree No. 1014 against the table written by hand from its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from birlik.base.records.engine.draft import (
    MEASURE_FIELDS,
    ExecutorDraft,
    MeasureDraft,
    SourceText,
)
from birlik.base.records.engine.plan import PlanReading, read_flat_plan
from birlik.base.values.schedule import MonthDay, Schedule, Window

TRUTH = Path(__file__).resolve().parents[4] / "truth" / "plan_2022_2026.yaml"
ACT = "concept-2022-2026-with-plan.kk.txt"
pytestmark = pytest.mark.acts


@dataclass(frozen=True)
class Verdict:
    """One field of one row: whether it is right, and whether it was promised to be."""

    number: str
    field: str
    right: bool
    certain: bool
    read: object
    expected: object


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Any]:
    expected: Mapping[str, Any] = yaml.safe_load(TRUTH.read_text(encoding="utf-8"))
    return expected


@pytest.fixture(scope="module")
def source(acts: Path) -> SourceText:
    text = (acts / ACT).read_text(encoding="utf-8")
    return SourceText(text, "text", "kk", flattened=True)


@pytest.fixture(scope="module")
def reading(source: SourceText) -> PlanReading:
    return read_flat_plan(source)


@pytest.fixture(scope="module")
def verdicts(reading: PlanReading, truth: Mapping[str, Any]) -> list[Verdict]:
    """Every field compared letter for letter, nothing forgiven: white space, quotation marks,
    hyphens, letter case, order of executors, flags, and where an inherited value comes from."""
    expected = {row["number"]: row for row in truth["measures"]}
    return [
        verdict
        for measure in reading.measures
        for verdict in _compare(measure, expected[measure.number])
    ]


def test_all_numbers_parents_and_directions_are_read(
    reading: PlanReading, truth: Mapping[str, Any]
) -> None:
    """The 17 measures and 53 sub-measures come in printed order under the right parents."""
    read = [(one.number, one.parent, one.direction) for one in reading.measures]
    expected = [
        (row["number"], row.get("parent", ""), row["direction"]) for row in truth["measures"]
    ]
    assert read == expected
    assert len([one for one in reading.measures if not one.parent]) == 17
    assert len([one for one in reading.measures if one.parent]) == 53


def test_fields_are_read_as_well_as_was_promised(
    verdicts: list[Verdict], capsys: pytest.CaptureFixture[str]
) -> None:
    """Deadlines and schedules are right in 95 %, titles, forms and executors in 90 %."""
    shares = {}
    with capsys.disabled():
        print("\n\nfield             right   certain   right among certain")
        for name in MEASURE_FIELDS:
            own = [one for one in verdicts if one.field == name]
            right = sum(one.right for one in own)
            certain = [one for one in own if one.certain]
            print(
                f"{name:16} {right:3}/{len(own)} {len(certain):6}/{len(own)}"
                f" {sum(one.right for one in certain):10}/{len(certain)}"
            )
            shares[name] = right / len(own)
    wrong = [(one.number, one.field, one.read) for one in verdicts if not one.right]
    assert min(shares["deadline"], shares["schedule"]) >= 0.95, wrong
    assert min(shares["title"], shares["completion_form"], shares["executors"]) >= 0.90, wrong


def test_certainty_is_honest_and_not_idle(verdicts: list[Verdict]) -> None:
    """At least 60 % of all fields are certain, and no field that is certain is wrong."""
    certain = [one for one in verdicts if one.certain]
    assert len(certain) >= 0.60 * len(verdicts)
    assert [one for one in certain if not one.right] == []


def test_inherited_fields_are_never_certain(reading: PlanReading) -> None:
    """What is taken from the parent or from above is marked so and left doubtful."""
    inherited = [
        measure.certain[name] for measure in reading.measures for name in measure.inherited
    ]
    assert inherited
    assert not any(inherited)


def test_directions_and_abbreviations_are_read(
    reading: PlanReading, truth: Mapping[str, Any]
) -> None:
    """Headings and the act's own list come out as printed, the slips of the scan mended."""
    assert reading.directions == truth["directions"]
    assert reading.abbreviations == truth["abbreviations"]


def test_the_heading_that_the_numbering_calls_for_is_lost(reading: PlanReading) -> None:
    """The act prints a direction 1.2 and no 1.1, and no row is missing."""
    assert [(loss.kind, loss.what) for loss in reading.lost] == [("heading", "1.1")]


def test_spans_lead_back_to_the_printed_words(reading: PlanReading, source: SourceText) -> None:
    """The letters of every field are those at its offsets, whatever was joined or repaired."""
    by_number = {one.number: one for one in reading.measures}
    title = by_number["4.3"].spans["title"]
    assert source.text[title[0][0] :].startswith("Астана, Алматы,")
    assert source.text[: title[0][1]].endswith("отырысы")
    cut = by_number["4.7"]
    assert len(cut.spans["title"]) == 2
    assert cut.start < cut.spans["title"][0][0] < cut.end
    for measure in reading.measures:
        assert measure.start <= measure.spans["title"][0][0] < measure.end


def _compare(measure: MeasureDraft, expected: Mapping[str, Any]) -> Iterator[Verdict]:
    wanted = {
        "title": expected["title"],
        "completion_form": expected["completion_form"],
        "deadline": expected["deadline"],
        "executors": tuple(_executor(one) for one in expected["executors"]),
        "schedule": _schedule(expected["schedule"]),
    }
    for name in MEASURE_FIELDS:
        origin = expected.get("inherited", {}).get(name)
        right = getattr(measure, name) == wanted[name] and measure.inherited.get(name) == origin
        yield Verdict(
            measure.number, name, right, measure.certain[name], getattr(measure, name), wanted[name]
        )


def _executor(entry: str | Mapping[str, Any]) -> ExecutorDraft:
    if isinstance(entry, str):
        return ExecutorDraft(entry)
    if "group" in entry:
        return ExecutorDraft(entry["group"], group=True)
    return ExecutorDraft(entry["code"], by_agreement=entry.get("by_agreement", False))


def _schedule(entry: Mapping[str, Any] | None) -> Schedule | None:
    if entry is None:
        return None
    return Schedule(
        per=entry["per"],
        times=entry.get("times", 1),
        window=_window(entry.get("window")),
        years=tuple(entry.get("years", ())),
        quantity=entry.get("quantity"),
        at_least=entry.get("at_least", False),
        unit=entry.get("unit", ""),
    )


def _window(entry: Mapping[str, Any] | None) -> Window | None:
    if entry is None:
        return None
    if entry["kind"] in ("by", "on"):
        month, day = map(int, entry["value"].split("-"))
        days = (MonthDay(month, day),)
        return Window(entry["kind"], days=days, inclusive=entry.get("inclusive", True))
    return Window(entry["kind"], number=entry["value"])
