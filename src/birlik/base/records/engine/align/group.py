"""What an alignment is made of."""

from dataclasses import dataclass

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
