"""What a row means for the register."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from birlik.base.registry.engine.importing.cells import Choices, Said
from birlik.base.registry.engine.importing.lines import BodyLine, PersonLine
from birlik.base.values.local_text import LANGUAGES, LocalText

HIDDEN = LocalText("•••", "•••", "•••")


class Means(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNFIT = "unfit"


class Change(NamedTuple):
    """A column whose value differs from what the register has: what was, and what becomes."""

    column: str
    was: LocalText
    becomes: LocalText


@dataclass(slots=True)
class Weighed:
    """A row and what it means; a `line` is there where it is to be taken."""

    said: Said
    means: Means = Means.UNFIT
    changes: list[Change] = field(default_factory=list)
    body: BodyLine | None = None
    person: PersonLine | None = None

    @property
    def is_good(self) -> bool:
        """Whether something of it is to be taken."""
        return self.means in (Means.NEW, Means.CHANGED)


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists in which codes stand: `choices` to find them by words, `names` to say them."""

    choices: Mapping[str, Choices]
    names: Mapping[str, Mapping[str, LocalText]]

    def words_of(self, choice: str, codes: Iterable[str]) -> LocalText:
        """Codes by their names, in every language."""
        named = self.names.get(choice, {})
        return LocalText(
            *(
                ", ".join(named[one].get(code) if one in named else one for one in codes)
                for code in LANGUAGES
            )
        )


def in_words(value: Any) -> LocalText:
    """A value that is no code, as a change shows it."""
    if value in (None, "", ()):
        return LocalText()
    if isinstance(value, bool):
        return LocalText("иә", "да", "yes") if value else LocalText("жоқ", "нет", "no")
    text = f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)
    return LocalText(text, text, text)


def counts(weighed: Sequence[Weighed]) -> dict[str, int]:
    """How many rows mean what."""
    found = dict.fromkeys((one.value for one in Means), 0)
    for one in weighed:
        found[one.means] += 1
    return found


Progress = Callable[[int], object]
"""Is told how many rows were looked at."""
