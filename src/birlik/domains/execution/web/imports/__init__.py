"""The import wizard: a file, its reading, a person's check, and the act with its duties."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.imports.check import reading_page
from birlik.domains.execution.web.imports.confirm import confirm_page, second_text_page
from birlik.domains.execution.web.imports.rows import (
    deadline_page,
    head_page,
    row_page,
    row_right_page,
)
from birlik.domains.execution.web.imports.upload import again_page, imports_page, progress_page

PAGES: tuple[Page, ...] = (
    imports_page,
    deadline_page,
    reading_page,
    progress_page,
    again_page,
    head_page,
    row_page,
    row_right_page,
    confirm_page,
    second_text_page,
)
