"""The dated parameters of this module."""

from functools import cache
from pathlib import Path

from birlik.base.values.norm import Norms


@cache
def norms() -> Norms:
    """What `norms.yaml` says."""
    return Norms.read((Path(__file__).parents[1] / "norms.yaml").read_text(encoding="utf-8"))
