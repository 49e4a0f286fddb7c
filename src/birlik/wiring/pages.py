"""The pages of this installation: what each module declares."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web import PAGES as EXECUTION
from birlik.faces.cabinet.web import PAGES as CABINET

PAGES: tuple[Page, ...] = (*CABINET, *EXECUTION)
