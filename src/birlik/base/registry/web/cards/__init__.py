"""Cards of bodies: their list, one of them, what is written on it, what is proposed for it."""

from birlik.base.registry.web.cards.ends import end_page
from birlik.base.registry.web.cards.listed import structures_page
from birlik.base.registry.web.cards.one import (
    confirm_page,
    history_page,
    reopen_page,
    structure_page,
)
from birlik.base.registry.web.cards.proposing import (
    accept_page,
    decline_page,
    proposal_page,
    proposals_page,
    propose_page,
    withdraw_page,
)
from birlik.base.registry.web.cards.tree import tree_page
from birlik.base.registry.web.cards.write import edit_page, new_page
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (
    *(structures_page, tree_page, new_page, proposals_page, structure_page, history_page),
    *(edit_page, confirm_page, end_page, reopen_page, propose_page),
    *(proposal_page, accept_page, decline_page, withdraw_page),
)
