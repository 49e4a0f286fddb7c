"""Which column of a plan holds what, from the words of its head."""

import re
from collections.abc import Mapping
from typing import Literal

from birlik.base.records.engine.grid import Grid

Role = Literal["number", "title", "completion_form", "deadline", "executors", "other"]
# The first pattern that a heading matches gives its role, so the telling words come first.
ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^((р/с|п/п|р/н)?\s*№\s*(п/п|р/с|р/н)?|р/с|п/п)\.?$", re.IGNORECASE)),
    (
        "other",
        re.compile(
            r"қаржыл|қаражат|шығын|финанс|расход|бюджет|сумма|объ[её]м|ескертпе|примечан", re.I
        ),
    ),
    ("completion_form", re.compile(r"нысан(ы|дар\w*)?\b|форм[аы]|нәтиже|результат", re.IGNORECASE)),
    ("deadline", re.compile(r"мерзім|срок|кезең|период", re.IGNORECASE)),
    ("executors", re.compile(r"орындаушы|жауапты|исполнител|ответствен", re.IGNORECASE)),
    (
        "title",
        re.compile(r"іс-шара|шара|тапсырма|атауы|мероприят|поручени|наименован|\bмер[аы]?\b", re.I),
    ),
)
NEEDED: frozenset[Role] = frozenset({"title", "deadline", "executors"})
DEEPEST_HEAD = 5


def find_columns(grid: Grid) -> tuple[Mapping[int, Role], int] | None:
    """Roles of the columns and the first row below the head; None for a table of another kind."""
    heads: dict[int, str] = {}
    for depth, row in enumerate(grid.rows[:DEEPEST_HEAD]):
        for column, cell in row.items():
            if cell.row == depth:
                heads[column] = f"{heads.get(column, '')} {grid.words(cell)}".strip()
            if cell.row == depth and cell.column != column:
                heads[column] = heads[column].strip()
        roles = {column: _role(words) for column, words in heads.items()}
        if set(roles.values()) >= NEEDED and _head_ends(grid, depth):
            return _unique(roles), _skip_numbering(grid, depth + 1)
    return None


def _role(words: str) -> Role:
    return next((role for role, pattern in ROLES if pattern.search(words)), "other")


def _head_ends(grid: Grid, depth: int) -> bool:
    """Whether no cell of this row reaches into the next one."""
    return all(cell.row + cell.row_span <= depth + 1 for cell in grid.rows[depth].values())


def _unique(roles: Mapping[int, Role]) -> dict[int, Role]:
    """Each role once, for the column where it first stands; a head over two columns is one."""
    taken: dict[Role, int] = {}
    for column in sorted(roles):
        taken.setdefault(roles[column], column)
    return {column: role for role, column in taken.items() if role != "other"}


def _skip_numbering(grid: Grid, row: int) -> int:
    """The row after the numbering of the columns (1 2 3 4 5), where there is one."""
    if row < len(grid.rows):
        return row + is_numbering(grid, row)
    return row


def is_numbering(grid: Grid, row: int) -> bool:
    """Whether the row only numbers the columns: 1 2 3 4 5."""
    cells = [grid.words(grid.rows[row][column]) for column in sorted(grid.rows[row])]
    return cells == [str(number) for number in range(1, len(cells) + 1)]
