"""The calendar of working days: a year of it, what acts moved, and the keeper's form."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.working_days.moving import move_days_page, restore_day_page
from birlik.domains.execution.web.working_days.year import working_days_page

PAGES: tuple[Page, ...] = (working_days_page, move_days_page, restore_day_page)
