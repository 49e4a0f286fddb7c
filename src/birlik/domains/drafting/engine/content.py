"""A draft as plain values: what is checked, compared, frozen and printed."""

from dataclasses import dataclass, field
from typing import Literal

from birlik.base.values.local_text import LocalText

PlanLanguage = Literal["kk", "ru"]
PLAN_LANGUAGES: tuple[PlanLanguage, ...] = ("kk", "ru")
Column = Literal["title", "form", "deadline", "executors"]
NOTHING = LocalText()
COLUMNS: tuple[Column, ...] = ("title", "form", "deadline", "executors")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A direction (`direction` is '') or a task of the direction that has that number."""

    number: str
    title: LocalText
    direction: str = ""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure in the columns of the form.

    `key` tells it from every other through all versions; `number` is its place in the plan.
    `unknown` are the names among its executors that nobody bears. `form_known` says whether the
    charter knows the completion form. `tasks` and `indicators` are what it serves.
    """

    key: int
    number: str
    direction: str
    title: LocalText = NOTHING
    form: LocalText = NOTHING
    deadline: LocalText = NOTHING
    executors: LocalText = NOTHING
    unknown: tuple[str, ...] = ()
    form_known: bool = True
    tasks: tuple[str, ...] = ()
    indicators: tuple[int, ...] = ()

    def cell(self, column: Column) -> LocalText:
        """What stands in a column."""
        found: LocalText = getattr(self, column)
        return found


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator of the concept: its number in the registry and its title."""

    key: int
    title: LocalText


@dataclass(frozen=True, slots=True)
class DraftContent:
    """The whole draft. `abbreviations` maps each short name to the full one, in both languages."""

    title: LocalText
    first_year: int
    last_year: int
    tasks: tuple[TaskRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    indicators: tuple[IndicatorRow, ...] = ()
    abbreviations: tuple[tuple[LocalText, LocalText], ...] = field(default=())

    def directions(self) -> tuple[TaskRow, ...]:
        """The directions, in their order."""
        return tuple(one for one in self.tasks if not one.direction)

    def tasks_of(self, direction: str) -> tuple[TaskRow, ...]:
        """The tasks of a direction, in their order."""
        return tuple(one for one in self.tasks if one.direction == direction)

    def measures_of(self, direction: str) -> tuple[MeasureRow, ...]:
        """The measures of a direction, in their order."""
        return tuple(one for one in self.measures if one.direction == direction)

    def codes(self, language: PlanLanguage) -> dict[str, str]:
        """Short name → full name in a language."""
        pairs = ((short.get(language), name.get(language)) for short, name in self.abbreviations)
        return {short: name for short, name in pairs if short}
