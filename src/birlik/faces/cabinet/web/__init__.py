"""The cabinet's own pages."""

from birlik.base.ui.pages import Page
from birlik.faces.cabinet.web.home import home

PAGES: tuple[Page, ...] = (home,)
