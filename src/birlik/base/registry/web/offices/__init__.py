"""Who sits in a body on any day, appointing, the end of a term, and what ends or is vacant."""

from birlik.base.registry.web.offices.composition import composition_page, found_seats_page
from birlik.base.registry.web.offices.filling import fill_seat_page
from birlik.base.registry.web.offices.leaving import leave_seat_page, strike_seat_page
from birlik.base.registry.web.offices.seat import office_page
from birlik.base.registry.web.offices.terms import terms_page
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (
    composition_page,
    found_seats_page,
    office_page,
    fill_seat_page,
    leave_seat_page,
    strike_seat_page,
    terms_page,
)
