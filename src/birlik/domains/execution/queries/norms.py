"""The norms of this module."""

from functools import cache
from pathlib import Path

from birlik.base.values.norm import Norms


@cache
def norms() -> Norms:
    """The norms of this module, read on first use."""
    return Norms.read(Path(__file__).parents[1].joinpath("norms.yaml").read_text(encoding="utf-8"))
