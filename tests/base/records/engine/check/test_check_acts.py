"""All rules together, on an invented act and on the real ones."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.check import RULES, Finding, Place, check_acts
from birlik.base.records.engine.check.reading import CheckedAct, Passage
from birlik.base.records.engine.sources import read_source

TRUTH = Path(__file__).resolve().parents[4] / "truth"
MakeAct = Callable[..., CheckedAct]

# What a listed contradiction may be called by the check, beside its own kind.
ALSO: Mapping[str, frozenset[str]] = {
    "executor_unknown": frozenset({"executor_agreement"}),
    "indicator_table_plan": frozenset({"indicator_acts"}),
    "missing_row": frozenset({"missing_section", "deadline_unclear"}),
    "missing_section": frozenset({"missing_row"}),
    "one_name_two_things": frozenset({"repeated_measure"}),
    "parent_child_deadline": frozenset({"deadline_unclear"}),
    "target_exceeded": frozenset({"indicator_course"}),
}
OF_NAMES = ("two_names_one_thing", "one_name_two_things", "missing_section")


def test_every_rule_is_run_and_a_finding_stands_once(act: MakeAct) -> None:
    """The check calls back after each rule, and does not say the same thing twice."""
    checked = act("Совет объединяет около 1294 медиаторов.\n")
    one = (checked.name, checked.source, checked.draft)
    steps: list[int] = []
    findings = check_acts([one], lambda: steps.append(1))
    assert len(steps) == len(RULES)
    assert [finding.kind for finding in findings] == ["quantity_inside"]
    assert len(check_acts([one, one])) == 1


def test_a_sound_act_gives_no_findings() -> None:
    """An act without contradictions is not asked anything."""
    text = (
        "Об утверждении Положения о совете\n\nПриказ Министра от 3 марта 2031 года № 417\n\n"
        "ПРИКАЗЫВАЮ:\n\n1. Утвердить Положение о совете, в который входят 12 экспертов.\n\n"
        "2. Приказ вводится в действие со дня подписания.\n"
    )
    source = read_source(text.encode(), "order.txt")
    assert check_acts([("order.txt", source, read_act(source))]) == ()


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    """The contradictions listed by hand."""
    content = yaml.safe_load((TRUTH / "contradictions.yaml").read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


@pytest.fixture(scope="module")
def texts(acts: Path, truth: dict[str, Any]) -> dict[str, str]:
    """The texts of the real acts by the short names of the list."""
    return {
        short: (acts / name).read_text(encoding="utf-8") for short, name in truth["files"].items()
    }


@pytest.fixture(scope="module")
def findings(texts: dict[str, str]) -> tuple[Finding, ...]:
    """What the check finds in the four acts."""
    sources = {short: read_source(text.encode(), f"{short}.txt") for short, text in texts.items()}
    return check_acts([(short, source, read_act(source)) for short, source in sources.items()])


@cache
def whole(text: str) -> Passage:
    """A text with its blanks collapsed, as the search keys are written."""
    return Passage(text, 0, len(text))


def listed_places(item: dict[str, Any], texts: Mapping[str, str]) -> Iterator[Place]:
    """Where the search keys of a listed contradiction stand."""
    for key in item["places"]:
        passage = whole(texts[key["file"]])
        at = [match.start() for match in re.finditer(re.escape(key["find"]), passage.text)]
        start = at[key.get("nth", 1) - 1]
        yield Place(key["file"], *passage.locate(start, start + len(key["find"])))


def touches(a: Place, b: Place) -> bool:
    """Whether two places share words; an empty place touches the line it stands in."""
    return a.file == b.file and a.start <= b.end and b.start <= a.end


def is_found(item: dict[str, Any], found: Sequence[Finding], texts: Mapping[str, str]) -> bool:
    """Whether a finding of the same kind touches the item in each of its files.

    A name stands in many places: there it is enough to touch one and to speak of all the files.
    """
    kinds = ALSO.get(item["kind"], frozenset()) | {item["kind"]}
    places = list(listed_places(item, texts))
    files = {place.file for place in places}
    for finding in found:
        touched = {
            place.file for place in places if any(touches(place, own) for own in finding.places)
        }
        spoken = {own.file for own in finding.places}
        enough = touched and files <= spoken if item["kind"] in OF_NAMES else files <= touched
        if finding.kind in kinds and enough:
            return True
    return False


@pytest.mark.acts
def test_recall_against_the_list_made_by_hand(
    truth: dict[str, Any], texts: dict[str, str], findings: tuple[Finding, ...]
) -> None:
    """Of the contradictions listed by hand three quarters are found, and of those on which a duty
    or a figure hangs nine in ten (measured: 85 of 109, and 30 of 30)."""
    items = truth["items"]
    found = [item for item in items if is_found(item, findings, texts)]
    weights, kept = (Counter(item["weight"] for item in some) for some in (items, found))
    assert len(found) >= 0.75 * len(items)
    assert kept["high"] >= 0.9 * weights["high"]


@pytest.mark.acts
def test_no_finding_is_new_and_few_are_false(
    texts: dict[str, str], findings: tuple[Finding, ...]
) -> None:
    """Every finding was judged by a reader; at most one in ten is false (measured: 82 findings, 65
    true, 17 doubtful, none false)."""
    content = yaml.safe_load((TRUTH / "findings_judged.yaml").read_text(encoding="utf-8"))
    judged = content["findings"]
    new = [finding for finding in findings if not judgement(finding, judged, texts)]
    assert new == []
    verdicts = Counter(judgement(finding, judged, texts) for finding in findings)
    assert verdicts["false"] <= len(findings) / 10


def judgement(
    finding: Finding, judged: Sequence[Mapping[str, str]], texts: Mapping[str, str]
) -> str:
    """The judgement on a finding, '' when there is none: the same kind, within three lines."""
    place = finding.places[0]
    line = texts[place.file].count("\n", 0, place.start) + 1
    for entry in judged:
        file, _, number = entry["at"].partition(":")
        if (entry["kind"], file) == (finding.kind, place.file) and abs(int(number) - line) <= 3:
            return entry["judgement"]
    return ""
