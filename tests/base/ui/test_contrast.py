"""The colours of the house can be read by everyone (WCAG 2.2, success criterion 1.4.3)."""

import re
from pathlib import Path

import pytest

STYLES = (
    Path(__file__).resolve().parents[3] / "src/birlik/base/ui/static/ui/birlik.css"
).read_text(encoding="utf-8")
TOKENS = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", STYLES))
TEXT = 4.5
EDGE = 3.0


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours."""
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("ink", "ink-2", "ink-3") for ground in ("paper", "ground")),
        *(("sky-deep", ground) for ground in ("paper", "ground", "sky-soft")),
        *((tone, f"{tone}-soft") for tone in ("ok", "late", "wait", "void")),
        ("gold-deep", "gold-soft"),
        ("late", "paper"),
        ("paper", "sky-deep"),
    ],
)
def test_words_stand_out(ink: str, ground: str) -> None:
    """Every ink reaches 4.5:1 on every ground it is used on."""
    assert contrast(TOKENS[ink], TOKENS[ground]) >= TEXT


@pytest.mark.parametrize("ground", ["paper", "ground"])
@pytest.mark.parametrize("edge", ["edge", "sky"])
def test_edges_of_controls_stand_out(edge: str, ground: str) -> None:
    """The edge of a control and the ring of focus reach 3:1 (success criterion 1.4.11)."""
    assert contrast(TOKENS[edge], TOKENS[ground]) >= EDGE


def test_cells_of_a_strip_stand_out() -> None:
    """The letter in each cell of a strip reaches 4.5:1 on the cell's colour."""
    cells = re.findall(r"\.strip \.\w+ \{ background: (#\w{6}); color: (#\w{6});", STYLES)
    assert len(cells) >= 4
    assert [pair for pair in cells if contrast(*pair) < TEXT] == []
