"""The pages of the work of associations."""

from birlik.base.ui.pages import Page
from birlik.domains.programmes.web.activity import activity, activity_new, activity_withdraw
from birlik.domains.programmes.web.listed import work
from birlik.domains.programmes.web.one import work_of, work_return, work_submit
from birlik.domains.programmes.web.totals import work_totals

PAGES: tuple[Page, ...] = (
    *(work, work_totals, work_of, work_submit, work_return),
    *(activity_new, activity, activity_withdraw),
)
