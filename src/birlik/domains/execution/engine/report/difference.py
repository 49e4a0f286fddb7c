"""In what a report differs from the one that was sent before it."""

from dataclasses import dataclass
from typing import Literal

from birlik.domains.execution.engine.report.content import Content, Measure

Change = Literal["added", "gone", "words", "execution"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure that is told otherwise than before: new in the report, no longer in it, its own
    words changed, or what is said of its execution."""

    number: str
    change: Change


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """The measures that two reports on the same act and period tell otherwise, in the order of the
    later one, those that are gone at the end."""
    old, new = before.measures, after.measures
    found = [
        Difference(number, change)
        for number, measure in new.items()
        if (change := change_of(old.get(number), measure))
    ]
    return (*found, *(Difference(number, "gone") for number in old if number not in new))


def change_of(old: Measure | None, new: Measure) -> Change | None:
    """What changed of a measure; None where nothing did."""
    if old is None:
        return "added"
    if old.executions != new.executions:
        return "execution"
    return None if old == new else "words"
