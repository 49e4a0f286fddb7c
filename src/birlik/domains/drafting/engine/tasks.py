"""The directions and tasks of a concept, read from its text by the outline that the reader gave."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from birlik.base.records.engine.draft import OutlineNode
from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.engine.content import TaskRow

FEWEST = 2
"""A direction has at least so many tasks; a numbered sentence that has fewer is none."""

HEADING = re.compile(r"^\s*\d+\s*[.)]\s*(?P<title>[^:]{5,400}):\s*", re.DOTALL)
ITEM_END = re.compile(r"(?P<mark>[;.])[ \t]*(?=\n|$)")


@dataclass(frozen=True, slots=True)
class DirectionRead:
    """A direction as a text has it: its title, and its tasks in their order."""

    title: str
    tasks: tuple[str, ...]


def read_directions(outline: Sequence[OutlineNode], text: str) -> tuple[DirectionRead, ...]:
    """The directions of a concept: of all lists numbered from 1 the one with most tasks.

    A direction is a numbered heading with a colon, and after it a list of tasks parted by
    semicolons that ends with a full stop, whether each task stands in a paragraph of its own or the
    first of them in that of the heading.
    """
    lists = [
        tuple(one for one in read if one)
        for run in runs(outline)
        if all(read := [direction(node, text) for node in run])
    ]
    return max(lists, key=lambda one: sum(len(found.tasks) for found in one), default=())


def runs(nodes: Sequence[OutlineNode]) -> Iterator[list[OutlineNode]]:
    """Every list of siblings numbered 1, 2, 3 …, at any depth."""
    run: list[OutlineNode] = []
    for node in nodes:
        if node.number and node.number == str(len(run) + 1):
            run.append(node)
        elif node.number == "1":
            yield run
            run = [node]
        yield from runs(node.children)
    if run:
        yield run


def direction(node: OutlineNode, text: str) -> DirectionRead | None:
    """A numbered node as a direction with its tasks; None where it is none."""
    words = text[node.start : node.end]
    heading = HEADING.match(words)
    if heading is None:
        return None
    tasks = tuple(items(words[heading.end() :]))
    return DirectionRead(one_line(heading["title"]), tasks) if len(tasks) >= FEWEST else None


def items(words: str) -> Iterator[str]:
    """The items of a list: each ends a line with a semicolon, the last one with a full stop."""
    start = 0
    for end in ITEM_END.finditer(words):
        yield one_line(words[start : end.start()])
        start = end.end()
        if end["mark"] == ".":
            return


def one_line(words: str) -> str:
    """Words without the breaks of their lines."""
    return " ".join(words.split())


def task_rows(kk: Sequence[DirectionRead], ru: Sequence[DirectionRead]) -> tuple[TaskRow, ...]:
    """Directions numbered 1, 2 … and their tasks 1.1, 1.2 …, the languages side by side.

    Where one language has fewer, what it lacks is empty: a person sees that and writes it.
    """
    rows: list[TaskRow] = []
    for place in range(max(len(kk), len(ru))):
        one, other = at(kk, place), at(ru, place)
        number = str(place + 1)
        rows.append(
            TaskRow(number, LocalText(one.title if one else "", other.title if other else ""))
        )
        pairs = side_by_side(one.tasks if one else (), other.tasks if other else ())
        rows += [
            TaskRow(f"{number}.{nth}", LocalText(*pair), number)
            for nth, pair in enumerate(pairs, start=1)
        ]
    return tuple(rows)


def at(found: Sequence[DirectionRead], place: int) -> DirectionRead | None:
    """What stands at a place, or None beyond the end."""
    return found[place] if place < len(found) else None


def side_by_side(kk: Sequence[str], ru: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Two lists in pairs, the shorter one filled with nothing."""
    for place in range(max(len(kk), len(ru))):
        yield (
            kk[place] if place < len(kk) else "",
            ru[place] if place < len(ru) else "",
        )
