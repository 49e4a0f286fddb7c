"""What happened to reporting rounds and their sheets."""

from dataclasses import dataclass

from birlik.base.journal.facts import Fact, fact


@fact
@dataclass(frozen=True, slots=True)
class RoundOpened(Fact):
    """A round was opened: each body addressed has a sheet to fill."""

    round: int


@fact
@dataclass(frozen=True, slots=True)
class SheetReturned(Fact):
    """A sheet was returned to its body with a reason; it may be several times: the
    instant (ISO) tells them apart."""

    sheet: int
    returned_at: str
