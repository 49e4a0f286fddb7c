"""Who may do what with plans, reports and rounds."""

from birlik.domains.execution.rules.plans import (
    NO_PLANS,
    NOTHING_HERE,
    may_see_plan,
    may_see_region_card,
    may_see_scorecard,
    may_see_what_is_found,
)
from birlik.domains.execution.rules.reports import (
    NO_MAKING,
    NO_REPORTS,
    REPORT_MADE,
    REPORT_NOT_MADE,
    REPORT_SENT,
    may_begin_report,
    may_open_making,
    may_read_reports,
    may_record_report,
    may_send_report,
)

__all__ = [
    "NOTHING_HERE",
    "NO_MAKING",
    "NO_PLANS",
    "NO_REPORTS",
    "REPORT_MADE",
    "REPORT_NOT_MADE",
    "REPORT_SENT",
    "may_begin_report",
    "may_open_making",
    "may_read_reports",
    "may_record_report",
    "may_see_plan",
    "may_see_region_card",
    "may_see_scorecard",
    "may_see_what_is_found",
    "may_send_report",
]
