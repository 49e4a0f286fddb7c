"""The pages of this installation: what each module declares."""

from birlik.base.records.web import PAGES as RECORDS
from birlik.base.ui.pages import Page
from birlik.domains.execution.web import PAGES as EXECUTION
from birlik.domains.execution.web.imports import PAGES as IMPORTS
from birlik.faces.cabinet.web import PAGES as CABINET

PAGES: tuple[Page, ...] = (*CABINET, *RECORDS, *EXECUTION, *IMPORTS)
