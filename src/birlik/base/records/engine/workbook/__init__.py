"""Workbooks that offices fill in and send back: read safely, whoever made them.

`read_workbook` gives the sheets of an XLSX as plain values. A formula stays a formula: what was
last worked out of it is not trusted. What is no XLSX, locked, dangerous or beyond measure is
refused with what to do instead. `header_of` finds the columns by their headings, wherever and
however they stand. The words of a workbook are not looked through for marks of limited access;
`content.examine` does that when a file is to be kept.
"""

from birlik.base.records.engine.content.refusal import UnfitFileError
from birlik.base.records.engine.workbook.headings import Header, header_of, is_alike
from birlik.base.records.engine.workbook.reading import read_workbook
from birlik.base.records.engine.workbook.shape import (
    Fault,
    Formula,
    Plain,
    Row,
    Sheet,
    Value,
    Workbook,
    column_letter,
    spread,
)

__all__ = [
    "Fault",
    "Formula",
    "Header",
    "Plain",
    "Row",
    "Sheet",
    "UnfitFileError",
    "Value",
    "Workbook",
    "column_letter",
    "header_of",
    "is_alike",
    "read_workbook",
    "spread",
]
