"""Merging what several people entered in a row, cell by cell.

Each brings what a cell was when they began, and what they made of it. What they left as it was
says nothing. What nobody else has changed meanwhile is taken. What somebody else changed otherwise
is a conflict, and a person decides; until then what is there stays. So nothing that anybody entered
is lost, merging the same twice changes nothing, and files that touch different cells may come in
any order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

Cells = Mapping[str, str]
"""The code of a column → what stands in its cell, in canonical form; absent or empty alike."""

MARK = 12
"""How many letters of a digest tell whether a cell is what it was."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell in which two differ: what it was before, what is there now, what was brought.

    `before` is '' where it is not known.
    """

    column: str
    before: str
    there: str
    brought: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The cells of a row after merging, which columns of it were taken, and what waits."""

    cells: dict[str, str]
    taken: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = field(default=())


def merged(base: Cells, there: Cells, brought: Cells) -> Merged:
    """A row as it is when what was `brought` is merged into what is `there`.

    A column that `brought` lacks was not brought at all; '' in it means that the cell was emptied.
    """
    return merged_by({code: mark_of(text) for code, text in base.items()}, there, brought, base)


def merged_by(marks: Cells, there: Cells, brought: Cells, base: Cells | None = None) -> Merged:
    """The same where only the marks of what was there before are known, as `mark_of` makes them."""
    cells = {code: text for code, text in there.items() if text}
    taken: list[str] = []
    conflicts: list[Conflict] = []
    for code, text in brought.items():
        now, was = there.get(code, ""), marks.get(code, "")
        if text == now or mark_of(text) == was:
            continue
        if mark_of(now) == was:
            cells.pop(code, None)
            cells |= {code: text} if text else {}
            taken.append(code)
        else:
            conflicts.append(Conflict(code, (base or {}).get(code, ""), now, text))
    return Merged(cells, tuple(taken), tuple(conflicts))


def mark_of(text: str) -> str:
    """A short mark that tells a text from others; '' for the empty one."""
    return sha256(text.encode()).hexdigest()[:MARK] if text else ""


def marks_of(cells: Cells) -> dict[str, str]:
    """The marks of the cells of a row that are not empty."""
    return {code: mark_of(text) for code, text in cells.items() if text}


def told_marks(cells: Cells) -> str:
    """The marks of a row as a form carries them: "text_kk:0123456789ab quantity:…"."""
    return " ".join(f"{code}:{mark}" for code, mark in sorted(marks_of(cells).items()))


def read_marks(words: str) -> dict[str, str]:
    """The marks that `told_marks` wrote; what is none is left out."""
    return dict(pairs_of(words))


def pairs_of(words: str) -> Iterator[tuple[str, str]]:
    """The code and mark of each word that has both."""
    for word in words.split():
        code, colon, mark = word.partition(":")
        if code and colon and mark:
            yield code, mark
