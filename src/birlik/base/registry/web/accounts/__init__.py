"""Accounts: whoever keeps the registry opens, closes and mends them; a link begins one."""

from birlik.base.registry.web.accounts.begin import begin_page
from birlik.base.registry.web.accounts.kept import account_page, accounts_page, open_page
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (accounts_page, open_page, account_page, begin_page)
