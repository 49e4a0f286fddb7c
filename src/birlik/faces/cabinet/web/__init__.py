"""The cabinet's own pages."""

from birlik.base.ui.pages import Page
from birlik.faces.cabinet.web.absence import absence
from birlik.faces.cabinet.web.calendar import calendar_feed, calendar_page
from birlik.faces.cabinet.web.home import home
from birlik.faces.cabinet.web.indicators import indicator_chart, indicators
from birlik.faces.cabinet.web.journal import journal
from birlik.faces.cabinet.web.keys import keys
from birlik.faces.cabinet.web.matrix import rights
from birlik.faces.cabinet.web.notices import digest, digests, notices
from birlik.faces.cabinet.web.search import search
from birlik.faces.cabinet.web.second_factor import account
from birlik.faces.cabinet.web.today import today

PAGES: tuple[Page, ...] = (
    home,
    today,
    account,
    journal,
    rights,
    indicators,
    indicator_chart,
    notices,
    digests,
    digest,
    search,
    calendar_page,
    calendar_feed,
    keys,
    absence,
)
