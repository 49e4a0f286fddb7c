"""The state of an obligation on a day, and what is stored of it, from what happened to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

State = Literal[
    "overdue",
    "returned",
    "behind",
    "submitted",
    "open",
    "scheduled",
    "fulfilled_late",
    "fulfilled",
    "released",
    "no_record",
    "void",
]
STATES: tuple[State, ...] = get_args(State)
"""Every state, the one that needs the eye first."""

UNSETTLED = frozenset({"overdue", "returned", "behind", "submitted", "open", "scheduled"})
"""The states in which something is still owed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is stored of an obligation and decides its state, together with the day."""

    outcome: str
    stage: str
    first_submitted_on: date | None
    due_on: date
    pace_on: date | None
    period_first: date
    recorded: bool = True

    @property
    def in_time(self) -> bool:
        """Whether the first report came by the due date as it stands now."""
        return self.first_submitted_on is not None and self.first_submitted_on <= self.due_on

    def state(self, on: date) -> str:
        """One of `STATES` on a day.

        A report that waits or was returned is told as such also after the due date: what is late
        is told by the due date beside it, and counted by the rates.
        """
        if self.outcome in {"void", "released"}:
            return self.outcome
        if self.outcome == "accepted":
            return "fulfilled" if self.in_time else "fulfilled_late"
        if not self.recorded:
            return "no_record"
        return self.stage or self.awaited(on)

    def awaited(self, on: date) -> str:
        """The state on a day of what nobody has reported on."""
        if self.due_on < on:
            return "overdue"
        if self.pace_on and self.pace_on < on:
            return "behind"
        return "open" if self.period_first <= on else "scheduled"


@dataclass(frozen=True, slots=True)
class Reported:
    """A submission by its day, and how it was judged: None while it waits."""

    on: date
    accepted: bool | None


def stage_of(reports: Sequence[Reported]) -> str:
    """Where the last of the reports stands: '' for none or an accepted one."""
    if not reports or reports[-1].accepted:
        return ""
    return "submitted" if reports[-1].accepted is None else "returned"


def outcome_of(reports: Sequence[Reported], *, released: bool, void: bool) -> str:
    """What has been settled for good, in the words of the model."""
    if void:
        return "void"
    if released:
        return "released"
    return "accepted" if reports and reports[-1].accepted else ""
