"""The cabinet's own pages."""

from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = ()
