"""Territories: the tree on a day, and the editions of its classifier."""

from birlik.base.registry.web.territories.bring import classifier_page, import_page
from birlik.base.registry.web.territories.tree import left_page, territories_page, territory_page
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (
    territories_page,
    import_page,
    classifier_page,
    left_page,
    territory_page,
)
