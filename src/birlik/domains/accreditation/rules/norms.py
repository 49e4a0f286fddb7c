"""The dated parameters of this module."""

from datetime import date
from functools import cache
from pathlib import Path

from birlik.base.values.norm import Norms

KINDS = "bodies"


@cache
def norms() -> Norms:
    """What `norms.yaml` says."""
    return Norms.read((Path(__file__).parents[1] / "norms.yaml").read_text(encoding="utf-8"))


def whole(key: str, on: date) -> int:
    """A norm of a day as a whole number."""
    return norms().norm(key, on).whole_number()


def codes(key: str, on: date) -> tuple[str, ...]:
    """A norm of a day as a list of codes."""
    value = norms().norm(key, on).value
    return tuple(str(one) for one in value) if isinstance(value, tuple) else (str(value),)
