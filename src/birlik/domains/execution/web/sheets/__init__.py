"""The sheets that bodies fill in: on the page, in a workbook, or by letter through a registrar."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.sheets.files import bring, file, settle
from birlik.domains.execution.web.sheets.fill import save, send
from birlik.domains.execution.web.sheets.listed import sheets
from birlik.domains.execution.web.sheets.one import letter, row, sheet_page, take_up

PAGES: tuple[Page, ...] = (
    *(sheets, sheet_page, save, send),
    *(file, bring, settle),
    *(row, letter, take_up),
)
