"""The sheets of which people are told: by notices, and on the first screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from birlik.base.values.actor import Actor
from birlik.domains.execution.models import Round, Sheet
from birlik.domains.execution.queries.recipients import REPORTS
from birlik.domains.execution.queries.rounds.sheet import reached_by

SHORT = 8
"""How many sheets the first screen lists."""


@dataclass(frozen=True, slots=True)
class SheetsToFill:
    """How many sheets wait for an office, and the first of them by their terms."""

    count: int
    sheets: Sequence[Sheet]


def sheets_to_tell(number: int) -> list[Sheet]:
    """The sheets of a round that has been opened, with all that a notice names."""
    found = Sheet.objects.filter(round=number, round__state=Round.State.OPEN)
    return list(found.select_related("round", "structure__territory", "structure__successor"))


def sheet_to_tell(number: int) -> list[Sheet]:
    """A sheet with all that a notice names, or none where it is gone."""
    found = Sheet.objects.filter(pk=number)
    return list(found.select_related("round", "structure__territory", "structure__successor"))


def sheets_to_fill(actor: Actor, *, on: date) -> SheetsToFill:
    """The sheets of open rounds that the office of `actor` reports on and has not sent; none for
    who reports on nothing."""
    if not actor.holds(REPORTS):
        return SheetsToFill(0, ())
    reached = reached_by(actor, on=on, powers=(REPORTS,))
    waiting = Sheet.objects.filter(reached, round__state=Round.State.OPEN)
    found = waiting.exclude(state=Sheet.State.SENT).select_related("round", "structure")
    ordered = list(found.order_by("round__due_at", "pk")[: SHORT + 1])
    count = len(ordered) if len(ordered) <= SHORT else found.count()
    return SheetsToFill(count, ordered[:SHORT])
