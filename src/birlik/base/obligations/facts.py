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


@fact
@dataclass(frozen=True, slots=True)
class ActCorrected(Fact):
    """Points of an act got a corrected or amended version."""

    act: int


@fact
@dataclass(frozen=True, slots=True)
class ReportSubmitted(Fact):
    """A report came in and waits for review."""

    obligation: int
    submission: int


@fact
@dataclass(frozen=True, slots=True)
class ReportReturned(Fact):
    """A report was returned with a reason."""

    obligation: int
    submission: int


@fact
@dataclass(frozen=True, slots=True)
class ReportAccepted(Fact):
    """A report was accepted."""

    obligation: int
    submission: int


@fact
@dataclass(frozen=True, slots=True)
class ExtensionAsked(Fact):
    """A later due date was asked for."""

    obligation: int
    extension: int


@fact
@dataclass(frozen=True, slots=True)
class ExtensionDecided(Fact):
    """A request for a later due date was granted or refused."""

    obligation: int
    extension: int
    granted: bool


@fact
@dataclass(frozen=True, slots=True)
class ObligationReleased(Fact):
    """An obligation was released from execution."""

    obligation: int


@fact
@dataclass(frozen=True, slots=True)
class RemarkMade(Fact):
    """Somebody spoke of an obligation."""

    obligation: int
    remark: int
