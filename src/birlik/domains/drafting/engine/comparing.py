"""Two versions of a draft side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.engine.content import (
    COLUMNS,
    PLAN_LANGUAGES,
    Column,
    DraftContent,
    MeasureRow,
)

Change = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that says something else: in which column and language it was what, and is what."""

    column: Column
    language: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """A measure that was added, removed or changed; `cells` are the changed ones alone.

    `moved` says that it went to another direction; `tasks` are the numbers of the tasks that it
    covers before and after, where they differ.
    """

    change: Change
    before: MeasureRow | None
    after: MeasureRow | None
    cells: tuple[CellChange, ...] = ()
    moved: bool = False
    tasks: tuple[tuple[str, ...], tuple[str, ...]] | None = None

    @property
    def number(self) -> str:
        """The number by which it is found: the new one, else the old."""
        row = self.after or self.before
        return row.number if row else ""

    @property
    def title(self) -> LocalText:
        """What it is called now, or was."""
        row = self.after or self.before
        return row.title if row else LocalText()


def compare(before: DraftContent, after: DraftContent) -> tuple[MeasureChange, ...]:
    """What changed from one version to another, in the order of the later one; what was removed
    comes last. A number that only moved because of its neighbours is no change."""
    old = {one.key: one for one in before.measures}
    new = {one.key for one in after.measures}
    found = [change_of(old.get(one.key), one) for one in after.measures]
    removed = [MeasureChange("removed", one, None) for one in before.measures if one.key not in new]
    return tuple(one for one in found if one) + tuple(removed)


def change_of(before: MeasureRow | None, after: MeasureRow) -> MeasureChange | None:
    """How a measure changed; None where it says the same."""
    if before is None:
        return MeasureChange("added", None, after)
    cells = tuple(changed_cells(before, after))
    moved = before.direction != after.direction
    tasks = (before.tasks, after.tasks) if before.tasks != after.tasks else None
    if not cells and not moved and tasks is None:
        return None
    return MeasureChange("changed", before, after, cells, moved, tasks)


def changed_cells(before: MeasureRow, after: MeasureRow) -> Iterator[CellChange]:
    """The cells that say something else, column by column, Kazakh before Russian."""
    for column in COLUMNS:
        for language in PLAN_LANGUAGES:
            was, now = (getattr(row.cell(column), language) for row in (before, after))
            if " ".join(was.split()) != " ".join(now.split()):
                yield CellChange(column, language, was, now)
