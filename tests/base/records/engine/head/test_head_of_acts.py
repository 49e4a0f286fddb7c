"""The heads of the real acts, against what was written by hand."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.draft import ActDraft
from birlik.base.records.engine.sources import read_source

TRUTH: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[4] / "truth" / "heads.yaml").read_text("utf-8")
)
LOST = {"title", "stamp", "contents"}


@cache
def reading(file: Path) -> ActDraft:
    """The act in `file`, read once for all tests."""
    return read_act(read_source(file.read_bytes(), file.name))


@pytest.fixture(params=TRUTH)
def read(request: pytest.FixtureRequest, acts: Path) -> tuple[ActDraft, dict[str, Any]]:
    """An act as read, and as written by hand."""
    return reading(acts / request.param), TRUTH[request.param]


def test_head(read: tuple[ActDraft, dict[str, Any]]) -> None:
    """Kind, number, date, issuer, title and language are those of the act."""
    draft, truth = read
    for field in ("kind", "number", "adopted_on", "issuer", "title", "language"):
        assert getattr(draft, field) == truth[field], field


def test_certainty(read: tuple[ActDraft, dict[str, Any]]) -> None:
    """Everything that the act prints is certain; a title that it lost is not."""
    draft, truth = read
    doubtful = {field for field, certain in draft.certain.items() if not certain}
    assert doubtful == ({"title"} if "title" in truth["lost"] else set())


def test_repeals(read: tuple[ActDraft, dict[str, Any]]) -> None:
    """The acts it repeals are found, and of which only a point falls."""
    draft, truth = read
    found = [
        {
            "kind": one.kind,
            "number": one.number,
            "adopted_on": one.adopted_on,
            "part": one.part,
        }
        for one in draft.repeals
    ]
    assert found == truth["repeals"]


def test_passport(read: tuple[ActDraft, dict[str, Any]]) -> None:
    """The rows of the passport are read in printed order."""
    draft, truth = read
    assert [[row.name, row.value] for row in draft.passport] == truth["passport"]


def test_lost_headings(read: tuple[ActDraft, dict[str, Any]]) -> None:
    """Headings that the text lost are listed."""
    draft, truth = read
    found = {
        one.what
        for one in draft.lost
        if one.kind == "heading" and (one.what in LOST or "бөлім" in one.what)
    }
    assert found == set(truth["lost"])
