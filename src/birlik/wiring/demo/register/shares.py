"""Sharing a whole number out."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def shared(total: int, weights: Mapping[Key, int]) -> dict[Key, int]:
    """Parts of `total` in the proportion of positive weights, which sum to it: by the method of
    largest remainders (Hamilton); of equal remainders the earlier key takes the unit."""
    whole = sum(weights.values())
    parts = {key: total * weight // whole for key, weight in weights.items()}
    rests = sorted(weights, key=lambda key: -(total * weights[key] % whole))
    for key in rests[: total - sum(parts.values())]:
        parts[key] += 1
    return parts
