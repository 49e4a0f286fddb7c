"""People: the list, the card, what is kept apart, consents, and what a person may ask for."""

from birlik.base.registry.web.people.card import find_page, person_page, restricted_page
from birlik.base.registry.web.people.consents import affiliation_page, consents_page
from birlik.base.registry.web.people.keep import edit_page, new_page
from birlik.base.registry.web.people.listed import people_page
from birlik.base.registry.web.people.own import erase_page, extract_page
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (
    people_page,
    find_page,
    new_page,
    person_page,
    restricted_page,
    edit_page,
    consents_page,
    affiliation_page,
    extract_page,
    erase_page,
)
