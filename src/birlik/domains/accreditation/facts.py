"""What happened in the accreditation of associations."""

from dataclasses import dataclass

from birlik.base.journal.facts import Fact, fact


@fact
@dataclass(frozen=True, slots=True)
class AccreditationOpened(Fact):
    """A round was opened: associations may apply."""

    round: int


@fact
@dataclass(frozen=True, slots=True)
class ApplicationMoved(Fact):
    """An application took a step: it was submitted, returned, decided, appealed."""

    application: int
    step: int


@fact
@dataclass(frozen=True, slots=True)
class CertificateMoved(Fact):
    """Something was decided of a certificate, or appealed: suspended, resumed, withdrawn."""

    certificate: int
    step: int
