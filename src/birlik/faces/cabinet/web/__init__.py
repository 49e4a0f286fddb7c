"""The cabinet's own pages."""

from birlik.base.ui.pages import Page
from birlik.faces.cabinet.web.home import home
from birlik.faces.cabinet.web.indicators import indicator_chart, indicator_values, indicators

PAGES: tuple[Page, ...] = (home, indicators, indicator_values, indicator_chart)
