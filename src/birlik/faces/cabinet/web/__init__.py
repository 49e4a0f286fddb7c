"""The cabinet's own pages."""

from birlik.base.ui.pages import Page
from birlik.faces.cabinet.web.home import home
from birlik.faces.cabinet.web.indicators import indicator_chart, indicator_values, indicators
from birlik.faces.cabinet.web.journal import journal
from birlik.faces.cabinet.web.matrix import rights
from birlik.faces.cabinet.web.notices import digest, digests, notices
from birlik.faces.cabinet.web.search import search
from birlik.faces.cabinet.web.second_factor import account

PAGES: tuple[Page, ...] = (
    home,
    account,
    journal,
    rights,
    indicators,
    indicator_values,
    indicator_chart,
    notices,
    digests,
    digest,
    search,
)
