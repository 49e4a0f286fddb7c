"""The pages of execution."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.measure import measure, measure_history
from birlik.domains.execution.web.obligation import PAGES as OBLIGATION
from birlik.domains.execution.web.obligations import obligations
from birlik.domains.execution.web.plan import plan, plans
from birlik.domains.execution.web.report import PAGES as REPORT
from birlik.domains.execution.web.scorecard import region_scorecard, scorecard, scorecards

PAGES: tuple[Page, ...] = (
    *(plans, plan, measure, measure_history, obligations, *OBLIGATION, *REPORT),
    *(scorecards, scorecard, region_scorecard),
)
