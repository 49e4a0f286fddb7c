"""Where a measure of a plan stands, in one word for its row."""

from collections.abc import Sequence
from dataclasses import dataclass

from birlik.base.obligations.engine.state import UNSETTLED
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.engine.occurrences import Tally, counts, worst

AHEAD = UNSETTLED - {"overdue"}
"""The states of what is still to come."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The state that a measure's row tells.

    `kind` is the state of an obligation that needs the eye most, and `count` how many obligations
    stand in it; or "unread" (the deadline could not be read), "as_needed" (nothing falls due by
    itself), "elsewhere" (owed in other years only, the next of them in `year`), "never" (nothing
    falls due in the years of the act).
    """

    kind: str
    count: int = 0
    year: int | None = None


def standing(schedule: Schedule | None, shown: Sequence[Tally], every: Sequence[Tally]) -> Standing:
    """Where a measure stands: `shown` are the occurrences chosen by the reader, `every` all."""
    if schedule is None:
        return Standing("unread")
    if schedule.per == "as_needed":
        return Standing("as_needed")
    if shown:
        found = counts(shown)
        state = worst({one.state for one in shown})
        return Standing(state, found[state])
    owed = sorted({one.year for one in every if one.state != "void"})
    ahead = [one.year for one in every if one.state in AHEAD]
    return Standing("elsewhere", year=min(ahead, default=owed[-1])) if owed else Standing("never")
