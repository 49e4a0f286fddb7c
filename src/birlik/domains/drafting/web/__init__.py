"""The pages of drafting."""

from birlik.base.ui.pages import Page
from birlik.domains.drafting.web.adopted import adopted
from birlik.domains.drafting.web.agreement import agreement, answer, reply
from birlik.domains.drafting.web.approval import approval
from birlik.domains.drafting.web.draft import draft, draft_check, draft_matrix
from birlik.domains.drafting.web.listed import draft_new, drafts, region_new
from birlik.domains.drafting.web.measure import deadline, measure, measure_new, task, withdraw
from birlik.domains.drafting.web.paper import paper
from birlik.domains.drafting.web.versions import compared, versions

PAGES: tuple[Page, ...] = (
    *(drafts, draft_new, region_new, deadline, draft, draft_matrix, draft_check),
    *(measure_new, measure, withdraw, task, agreement, answer, reply),
    *(versions, compared, paper, approval, adopted),
)
