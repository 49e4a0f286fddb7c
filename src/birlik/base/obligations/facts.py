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


@fact
@dataclass(frozen=True, slots=True)
class ResolutionWritten(Fact):
    """A head gave an obligation to others by a resolution."""

    obligation: int
    resolution: int


@fact
@dataclass(frozen=True, slots=True)
class VisaAwaited(Fact):
    """A draft report has come to an office that gives its visa or signs."""

    obligation: int
    visa: int


@fact
@dataclass(frozen=True, slots=True)
class DraftSentBack(Fact):
    """An office sent a draft report back to its author with a remark."""

    obligation: int
    visa: int


@fact
@dataclass(frozen=True, slots=True)
class RoundWithdrawn(Fact):
    """A draft report was changed while it went round, and the round is over."""

    obligation: int
    turn: int


@fact
@dataclass(frozen=True, slots=True)
class ObligationsRedated(Fact):
    """The calendar of working days changed, and with it the due date of obligations; both days in
    ISO form."""

    obligations: tuple[int, ...]
    was_on: str
    due_on: str


@fact
@dataclass(frozen=True, slots=True)
class ObligationsPassed(Fact):
    """What a reorganisation passes on was passed to the successors."""

    reorganisation: int
