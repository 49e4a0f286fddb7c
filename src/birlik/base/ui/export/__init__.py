"""Any list as a file: a page says its columns once, and `?format=xlsx` or `?format=csv` on its own
address brings the whole list, filters and all.

    listing = Listing("acts", _("Acts"), COLUMNS, rows)
    return exported(request, listing, at=at) or render(...)
"""

from birlik.base.ui.export.answer import exported, workbook_of
from birlik.base.ui.export.listing import Cell, Column, Listing

__all__ = ["Cell", "Column", "Listing", "exported", "workbook_of"]
