"""The consolidated reports: their list, the choice and the preview, one report, the templates."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.report.choose import new_report
from birlik.domains.execution.web.report.listed import reports
from birlik.domains.execution.web.report.one import (
    report,
    report_again,
    report_file,
    report_progress,
    report_send,
)
from birlik.domains.execution.web.report.templates import (
    report_template_file,
    report_template_reset,
    report_templates,
)

PAGES: tuple[Page, ...] = (
    reports,
    new_report,
    report_templates,
    report_template_file,
    report_template_reset,
    report,
    report_progress,
    report_again,
    report_send,
    report_file,
)
