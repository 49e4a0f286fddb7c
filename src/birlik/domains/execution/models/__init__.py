"""Consolidated reports and reporting rounds."""

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
    "Report",
    "ReportFile",
    "ReportTemplate",
    "Round",
    "RoundColumn",
    "Sheet",
    "SheetRow",
]
