"""What happened to duties and obligations."""

from dataclasses import dataclass

from birlik.base.journal.facts import Fact, fact


@fact
@dataclass(frozen=True, slots=True)
class ActAdopted(Fact):
    """An act's provisions became duties."""

    act: int


@fact
@dataclass(frozen=True, slots=True)
class ActRepealed(Fact):
    """An act was repealed; what would fall due later is void."""

    act: int
