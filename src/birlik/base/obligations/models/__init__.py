"""Who owes what by when, and what is done about it."""

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
    "Draft",
    "Duty",
    "Evidence",
    "Extension",
    "FormerDuty",
    "Obligation",
    "Party",
    "Release",
    "Remark",
    "Review",
    "Submission",
    "TakenOff",
    "Upload",
]
