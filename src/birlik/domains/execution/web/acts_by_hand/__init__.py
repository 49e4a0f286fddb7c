"""An act entered by hand: its points, what they make before it is confirmed, and the paper."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.acts_by_hand.deadline import deadline_page
from birlik.domains.execution.web.acts_by_hand.paper import paper_page
from birlik.domains.execution.web.acts_by_hand.write import new_act_page

PAGES: tuple[Page, ...] = (new_act_page, deadline_page, paper_page)
