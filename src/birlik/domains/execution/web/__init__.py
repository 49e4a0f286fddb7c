"""The pages of execution."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.measure import measure
from birlik.domains.execution.web.obligation import PAGES as OBLIGATION
from birlik.domains.execution.web.obligations import obligations
from birlik.domains.execution.web.plan import plan, plans

PAGES: tuple[Page, ...] = (plans, plan, measure, obligations, *OBLIGATION)
