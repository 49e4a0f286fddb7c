"""Facts: what happened, in the past tense, for others to react to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class Fact:
    """Base of all facts: a frozen dataclass of plain values (numbers, text, dates)."""


F = TypeVar("F", bound=Fact)
FACTS: dict[str, type[Fact]] = {}
"""Every kind of fact by name, so that a stored one can be read again."""


def fact(kind: type[F]) -> type[F]:
    """Register a kind of fact under its own name; raises ValueError when the name is taken."""
    if kind.__name__ in FACTS:
        raise ValueError(f"two facts are called {kind.__name__}")
    FACTS[kind.__name__] = kind
    return kind


Subscriber = Callable[[Any], None]
