"""What the text of a deadline is cut into."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark, at `[start, end)` of the cleaned text.

    `value` is the number of N, R, Y, MONTH and COUNT_TIMES and the period of a period's noun;
    `on` the day, month and written year of a DATE.
    """

    kind: str
    start: int
    end: int
    value: int | str | None = None
    on: tuple[int, int, int | None] = (0, 0, None)

    @property
    def number(self) -> int:
        """The value of a token that has a number; 0 for one that has none."""
        return self.value if isinstance(self.value, int) else 0
