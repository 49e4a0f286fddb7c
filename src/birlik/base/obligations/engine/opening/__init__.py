"""The opening balance: an office's own record of what fell due before control began here.

`past_rows` reads the rows of a workbook, however its columns stand; `balance` finds for each row
the obligation that it means. What cannot be read or found is told by row and cell.
"""

from birlik.base.obligations.engine.opening.matching import Balance, Owed, Taken, balance
from birlik.base.obligations.engine.opening.rows import (
    COLUMNS,
    HEADINGS,
    ORIGIN,
    Objection,
    PastRow,
    past_rows,
)
from birlik.base.obligations.engine.opening.words import named_key

__all__ = [
    "COLUMNS",
    "HEADINGS",
    "ORIGIN",
    "Balance",
    "Objection",
    "Owed",
    "PastRow",
    "Taken",
    "balance",
    "named_key",
    "past_rows",
]
