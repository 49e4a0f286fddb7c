"""Registers of persons: within reach, kept, and shown to the public."""

from birlik.base.registry.web.registers.keep import enrol_page, line_page
from birlik.base.registry.web.registers.listed import register_page, registers_page
from birlik.base.registry.web.registers.public import public_register_page
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (
    registers_page,
    register_page,
    enrol_page,
    line_page,
    public_register_page,
)
