"""Reorganisations of bodies: their list, one of them, and the steps by which one is entered."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.reorganisation.listed import (
    reorganisation_page,
    reorganisations_page,
    undo_page,
)
from birlik.domains.execution.web.reorganisation.steps import new_page

PAGES: tuple[Page, ...] = (reorganisations_page, new_page, reorganisation_page, undo_page)
