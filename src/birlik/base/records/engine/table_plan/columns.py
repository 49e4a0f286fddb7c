"""Which column of a plan holds what, from the words of its head."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from birlik.base.records.engine.grid import Grid

Role = Literal[
    "number", "title", "completion_form", "deadline", "executors", "contributors", "other"
]
# The first pattern that a heading matches gives its role, so the telling words come first.
ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "number",
        re.compile(
            r"^(\w/\w\s*)?(№|n)?\s*(\w/\w)?\.?$|^(рет(тік)?|порядковый)?\s*(нөмірі|саны|номер)$",
            re.IGNORECASE,
        ),
    ),
    (
        "other",
        re.compile(
            r"қаржыл|қаражат|шығын|шығыс|финанс|расход|бюджет|сумма|объ[её]м|ескертпе|примечан",
            re.I,
        ),
    ),
    (
        "completion_form",
        re.compile(
            r"нысан(ы|дар\w*)?\b|форм[аы]|(вид|тип)\w*\s+документ|құжат\w*\s+түрі", re.IGNORECASE
        ),
    ),
    (
        "deadline",
        re.compile(r"мерзім|срок|кезең|период|\bдата\b|\bкүні\b|уақыты|время", re.IGNORECASE),
    ),
    ("contributors", re.compile(r"соисполнител|бірлесіп орындаушы|тең орындаушы", re.IGNORECASE)),
    ("executors", re.compile(r"орындаушы|жауапты|исполнител|ответствен", re.IGNORECASE)),
    ("title", re.compile(r"іс-шара|шара|мероприят|\bмер[аы]?\b", re.IGNORECASE)),
)
# What a heading stands for only where no column says it better: plans call the completion form a
# result, and a measure a task; a plan that has both columns means two things.
ELSE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("completion_form", re.compile(r"нәтиже|результат|завершение|аяқталуы", re.IGNORECASE)),
    (
        "title",
        re.compile(
            r"тапсырма|атауы|мазмұны|іс-қимыл|поручени|наименован|содержани|действи|задач", re.I
        ),
    ),
)
ANY_NUMBER = re.compile(r"^(№\s*)?\d{1,3}([.-]\d{1,3})*\s*[.)]*$")
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
        roles = _roles(heads)
        if set(roles.values()) >= NEEDED and _head_ends(grid, depth):
            first = _skip_numbering(grid, depth + 1)
            return _with_numbers(grid, roles, first), first
    return None


def _roles(heads: Mapping[int, str]) -> dict[int, Role]:
    """Each role once, for the column where it first stands; a head over two columns is one."""
    taken: dict[Role, int] = {}
    loose: dict[Role, int] = {}
    for column in sorted(heads):
        taken.setdefault(_role(heads[column], ROLES), column)
        loose.setdefault(_role(heads[column], ELSE), column)
    named: dict[int, Role] = {column: role for role, column in taken.items() if role != "other"}
    for role, column in loose.items():
        if role != "other" and role not in taken and column not in named:
            named[column] = role
    return named


def _role(words: str, patterns: Iterable[tuple[Role, re.Pattern[str]]]) -> Role:
    """The role of a heading; a narrow column may have broken its words anywhere."""
    whole = "".join(words.split())
    roles = (role for role, pattern in patterns if pattern.search(words) or pattern.search(whole))
    return next(roles, "other")


def _with_numbers(grid: Grid, roles: Mapping[int, Role], first: int) -> Mapping[int, Role]:
    """The roles, and a first column that its head does not name but whose cells are numbers."""
    if "number" in roles.values() or 0 in roles:
        return roles
    cells = {row[0] for row in grid.rows[first:] if 0 in row and row[0].column_span == 1}
    words = [grid.words(cell) for cell in cells if grid.words(cell)]
    numbers = sum(bool(ANY_NUMBER.match(word)) for word in words)
    return {0: "number", **roles} if words and numbers > len(words) // 2 else roles


def _head_ends(grid: Grid, depth: int) -> bool:
    """Whether no cell of this row reaches into the next one."""
    return all(cell.row + cell.row_span <= depth + 1 for cell in grid.rows[depth].values())


def _skip_numbering(grid: Grid, row: int) -> int:
    """The row after the numbering of the columns (1 2 3 4 5), where there is one."""
    if row < len(grid.rows):
        return row + is_numbering(grid, row)
    return row


def is_numbering(grid: Grid, row: int) -> bool:
    """Whether the row only numbers the columns: 1 2 3 4 5."""
    cells = [grid.words(grid.rows[row][column]) for column in sorted(grid.rows[row])]
    return cells == [str(number) for number in range(1, len(cells) + 1)]
