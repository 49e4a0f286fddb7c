"""Every write of execution."""

from birlik.domains.execution.actions.report import (
    begin_report,
    fail_report,
    finish_report,
    send_report,
    show_progress,
)
from birlik.domains.execution.actions.report_template import replace_template, reset_template

__all__ = [
    "begin_report",
    "fail_report",
    "finish_report",
    "replace_template",
    "reset_template",
    "send_report",
    "show_progress",
]
