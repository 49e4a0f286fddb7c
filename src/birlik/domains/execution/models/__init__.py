"""Consolidated reports, reporting rounds, and offices that change hands."""

from birlik.domains.execution.models.handover import Handover
from birlik.domains.execution.models.reports import Report, ReportFile, ReportTemplate
from birlik.domains.execution.models.rounds import (
    BroughtSheet,
    Round,
    RoundColumn,
    Sheet,
    SheetRow,
)

__all__ = [
    "BroughtSheet",
    "Handover",
    "Report",
    "ReportFile",
    "ReportTemplate",
    "Round",
    "RoundColumn",
    "Sheet",
    "SheetRow",
]
