"""Files of rows: templates, the place to bring them, what they mean, and what was not taken."""

from birlik.base.registry.web.importing.bring import (
    rows_export,
    rows_import,
    rows_template,
)
from birlik.base.registry.web.importing.file import rows_file, rows_progress, rows_unfit
from birlik.base.ui.pages import Page

PAGES: tuple[Page, ...] = (
    rows_import,
    rows_template,
    rows_export,
    rows_file,
    rows_progress,
    rows_unfit,
)
