"""Entries that may be one: found, compared, merged, or said to be two."""

from birlik.base.registry.web.duplicates.listed import duplicates_page, seek_page, undo_page
from birlik.base.registry.web.duplicates.pair import pair_page
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (duplicates_page, seek_page, pair_page, undo_page)
