"""The words of a text around a place in it."""

import re
from dataclasses import dataclass

CONTEXT = 140
"""How many characters before and after the place are shown at most."""

LONGEST = 4000
"""More words than this are not a point of a plan; the rest is left to the act itself."""

EMPTY_LINES = re.compile(r"\n[ \t\f]*\n\s*")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a source with the place in it: `before`, `words`, `after`.

    `cut_before` and `cut_after` say that the source goes on there.
    """

    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool


def excerpt(text: str, start: int, end: int) -> Excerpt | None:
    """The words at `[start, end)` with some context, cut between words; None where the place is
    empty or lies outside of the text."""
    if not 0 <= start < end <= len(text):
        return None
    stop = min(end, start + LONGEST)
    first = edge(text, max(0, start - CONTEXT), start)
    last = min(len(text), stop + CONTEXT)
    while stop < last < len(text) and not text[last - 1].isspace():
        last -= 1
    return Excerpt(
        before=unwrapped(text[first:start]).lstrip(),
        words=unwrapped(text[start:stop]),
        after=unwrapped(text[stop:last]).rstrip(),
        cut_before=first > 0,
        cut_after=last < len(text),
    )


def unwrapped(text: str) -> str:
    """A text whose lines are joined; what an empty line sets apart stays apart, by one break."""
    pieces = (" ".join(piece.split("\n")) for piece in EMPTY_LINES.split(text))
    return "\n".join(re.sub(r"[ \t\f]+", " ", piece) for piece in pieces)


def edge(text: str, first: int, start: int) -> int:
    """The first beginning of a word from `first` on; `start` when there is none before it."""
    if first == 0:
        return 0
    return next((at for at in range(first, start) if text[at - 1].isspace()), start)


def overlaps(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two places, both half-open, have a character in common."""
    return start < other_end and other_start < end
