"""What may stand in a mapping of a charter, and what is said where something else stands there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class UnreadableCharterError(ValueError):
    """The YAML is not a charter; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Wants:
    """What a property is: of a type, needed or not, and one (or, in a list, some) of few values."""

    type: type
    needed: bool = False
    among: tuple[str, ...] = ()

    def objection(self, value: object) -> str:
        """What is wrong with a value, in words; '' where nothing is."""
        if type(value) is not self.type:
            return f"is {type(value).__name__}, and should be {self.type.__name__}"
        chosen = value if isinstance(value, list) else [value]
        wrong = [str(one) for one in chosen if self.among and one not in self.among]
        return f"{', '.join(wrong)} is none of {', '.join(self.among)}" if wrong else ""


def checked(place: str, row: object, wants: Mapping[str, Wants]) -> dict[str, Any]:
    """A mapping whose properties are what they should be.

    Raises `UnreadableCharterError` for what is no mapping, for a property that is unknown, needed
    and missing, or of another kind.
    """
    if not isinstance(row, Mapping):
        raise UnreadableCharterError(f"{place}: {row!r} is no mapping")
    unknown = sorted(str(name) for name in set(row) - set(wants))
    if unknown:
        raise UnreadableCharterError(f"{place}: nobody knows {', '.join(unknown)}")
    missing = sorted(name for name, want in wants.items() if want.needed and name not in row)
    if missing:
        raise UnreadableCharterError(f"{place} lacks {', '.join(missing)}")
    for name, value in row.items():
        objection = wants[name].objection(value)
        if objection:
            raise UnreadableCharterError(f"{place}: {name} {objection}")
    return dict(row)
