"""A corrected or amended version of an act: what it changes is shown before it is confirmed."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.corrections.point import add_point_page, correct_point_page
from birlik.domains.execution.web.corrections.text import corrected_text_page

PAGES: tuple[Page, ...] = (add_point_page, correct_point_page, corrected_text_page)
