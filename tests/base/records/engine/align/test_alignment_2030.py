"""The two texts of the concept to 2030 against a reading of all their paragraphs by hand."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from birlik.base.records.engine.align import AlignedGroup, align
from birlik.base.records.engine.draft import SourceText, Span
from birlik.base.records.engine.sources import read_source

TRUTH = Path(__file__).parents[4] / "truth" / "alignment_2030.yaml"
Place = tuple[int, int] | None


@pytest.fixture(scope="module")
def texts(acts: Path) -> dict[str, SourceText]:
    """The Kazakh and the Russian text, as the truth knows them."""
    truth = _truth()
    found = {}
    for language, digest in truth["digests"].items():
        path = acts / f"concept-2030.{language}.txt"
        content = path.read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest, f"{path} is another file"
        found[language] = read_source(content, path.name)
    return found


@pytest.fixture(scope="module")
def groups(texts: dict[str, SourceText]) -> tuple[AlignedGroup, ...]:
    """The alignment of the two."""
    return align(texts["kk"], texts["ru"])


def _truth() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(TRUTH.read_text(encoding="utf-8"))
    return loaded


def _trimmed(text: str, spans: tuple[Span, ...]) -> Place:
    """From the first letter or digit of the spans to the last."""
    places = [at for start, end in spans for at in range(start, end) if text[at].isalnum()]
    return (places[0], places[-1]) if places else None


def _wrong(groups: tuple[AlignedGroup, ...], texts: dict[str, SourceText]) -> list[AlignedGroup]:
    """The groups that are not those of the truth."""
    kk, ru = texts["kk"].text, texts["ru"].text
    true = {
        (_trimmed(kk, (tuple(a),) if a else ()), _trimmed(ru, (tuple(b),) if b else ()))
        for a, b in _truth()["groups"]
    }
    return [g for g in groups if (_trimmed(kk, g.a), _trimmed(ru, g.b)) not in true]


def test_at_least_98_percent_of_groups_are_right(
    groups: tuple[AlignedGroup, ...], texts: dict[str, SourceText]
) -> None:
    """Of the groups of the whole act at least 98 in 100 hold exactly the words that the reading
    put together."""
    wrong = _wrong(groups, texts)
    assert len(wrong) <= 0.02 * len(groups), wrong


def test_no_wrong_group_is_certain(
    groups: tuple[AlignedGroup, ...], texts: dict[str, SourceText]
) -> None:
    """What is marked certain is right, and most of the act is."""
    assert not [group for group in _wrong(groups, texts) if group.certain]
    assert sum(group.certain for group in groups) >= 0.8 * len(groups)


def test_the_texts_may_change_places(
    groups: tuple[AlignedGroup, ...], texts: dict[str, SourceText]
) -> None:
    """The Russian text beside the Kazakh gives the same groups mirrored."""
    assert align(texts["ru"], texts["kk"]) == tuple(group.mirrored() for group in groups)
