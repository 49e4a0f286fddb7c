"""Who owes what by when, and what is done about it."""

from birlik.base.obligations.models.office import (
    Assignment,
    FormerDebtor,
    PaperSignature,
    Passage,
    PastRecord,
    Resolution,
    Visa,
    VisaStep,
)
from birlik.base.obligations.models.owing import Duty, FormerDuty, Obligation, Party
from birlik.base.obligations.models.reporting import (
    Draft,
    Evidence,
    Extension,
    Release,
    Remark,
    Review,
    Submission,
    TakenOff,
    Upload,
)

__all__ = [
    "Assignment",
    "Draft",
    "Duty",
    "Evidence",
    "Extension",
    "FormerDebtor",
    "FormerDuty",
    "Obligation",
    "PaperSignature",
    "Party",
    "Passage",
    "PastRecord",
    "Release",
    "Remark",
    "Resolution",
    "Review",
    "Submission",
    "TakenOff",
    "Upload",
    "Visa",
    "VisaStep",
]
