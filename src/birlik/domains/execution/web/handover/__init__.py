"""An office that changes hands: what lies in it, and what was handed over."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.handover.list import office_handover
from birlik.domains.execution.web.handover.one import handover

PAGES: tuple[Page, ...] = (office_handover, handover)
