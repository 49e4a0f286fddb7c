"""The pages of acts."""

from birlik.base.records.web.acts import act_page, acts_page
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (acts_page, act_page)
