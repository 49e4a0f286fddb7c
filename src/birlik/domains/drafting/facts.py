"""What happened to the draft of a plan."""

from dataclasses import dataclass

from birlik.base.journal.facts import Fact, fact


@fact
@dataclass(frozen=True, slots=True)
class AgreementAsked(Fact):
    """A draft was sent for agreement to the executors that it names."""

    draft: int
    round: int


@fact
@dataclass(frozen=True, slots=True)
class AgreementGiven(Fact):
    """A body answered: it agrees, agrees with remarks, or disagrees."""

    draft: int
    agreement: int


@fact
@dataclass(frozen=True, slots=True)
class DraftSubmitted(Fact):
    """A draft was submitted for approval."""

    draft: int


@fact
@dataclass(frozen=True, slots=True)
class DraftReopened(Fact):
    """A submitted draft went back to those who write it."""

    draft: int


@fact
@dataclass(frozen=True, slots=True)
class DraftApproved(Fact):
    """A plan was approved."""

    draft: int
