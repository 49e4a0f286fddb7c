"""Measures told apart where a plan begins its numbers anew under each direction."""

from collections import Counter
from dataclasses import replace

from birlik.base.records.engine.draft import ActDraft, MeasureDraft


def told_apart(draft: ActDraft) -> ActDraft:
    """The draft with every measure under a number of its own.

    A draft whose numbers are all different comes back as it is. Else each number is led by that of
    its direction ("2:3" is point 3 under direction 2), and a number that stands twice even there
    gets its count ("2:3 (2)").
    """
    if len({one.number for one in draft.measures}) == len(draft.measures):
        return draft
    seen: Counter[str] = Counter()
    return replace(draft, measures=tuple(apart(one, seen) for one in draft.measures))


def apart(measure: MeasureDraft, seen: Counter[str]) -> MeasureDraft:
    """A measure with its direction before its number; `seen` counts the numbers given so far."""
    number = f"{measure.direction}:{measure.number}"
    parent = f"{measure.direction}:{measure.parent}" if measure.parent else ""
    seen[number] += 1
    again = f" ({seen[number]})" if seen[number] > 1 else ""
    return replace(measure, number=number + again, parent=parent)
