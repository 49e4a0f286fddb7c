"""The opening balance of an act: what was known before control began here."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.balance.bring import balance_template, opening_balance
from birlik.domains.execution.web.balance.preview import balance_preview, balance_unfit

PAGES: tuple[Page, ...] = (opening_balance, balance_template, balance_preview, balance_unfit)
