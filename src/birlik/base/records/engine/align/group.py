"""What an alignment is made of, and how a reader finds a place in it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from birlik.base.records.engine.draft import Span


@dataclass(frozen=True, slots=True)
class AlignedGroup:
    """Paragraphs of text a and the paragraphs of text b that say the same; one side may be empty.

    Spans are `[start, end)` in code points of the own text, in order.
    """

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    certain: bool

    def mirrored(self) -> "AlignedGroup":
        """The same group with the two texts changed over."""
        return AlignedGroup(self.b, self.a, self.certain)


class Concordance:
    """An alignment as a reader uses it: from a place in one text to the group it belongs to."""

    def __init__(self, groups: Sequence[AlignedGroup]) -> None:
        self.groups = tuple(groups)
        self._spans = {
            side: sorted(
                (span, group) for group, item in enumerate(groups) for span in getattr(item, side)
            )
            for side in ("a", "b")
        }

    def groups_for(self, span: Span, side: Literal["a", "b"] = "a") -> tuple[AlignedGroup, ...]:
        """The groups whose paragraphs touch `span` of the text `side`, in the order of that text.

        An empty span stands for the place between its neighbours and touches nothing unless it
        lies inside a paragraph.
        """
        spans = self._spans[side]
        at = max(bisect_right(spans, span[0], key=lambda entry: entry[0][0]) - 1, 0)
        found: dict[int, None] = {}
        for (start, end), group in spans[at:]:
            if start >= max(span[1], span[0] + 1):
                break
            if end > span[0]:
                found[group] = None
        return tuple(self.groups[group] for group in found)
