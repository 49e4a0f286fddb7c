"""The keys by which a workbook that comes back is known: those who write it and those who read it
use the same."""

HIDDEN = "birlik"
"""The name of the hidden sheet."""

MARK, ROUND, SHEET = "birlik-sheet", "round", "sheet"
"""What stands in its first column, beside the number of the format, of the round, of the sheet."""

FORMAT = 1
KEYS = "birlik-row"
"""What stands at the crossing of the hidden row of columns and the hidden column of rows."""

NUMBER, TITLE = "@number", "@title"
"""The columns of the plan by which a row is known whose key was lost."""

ABOUT, HEAD = "@about", "@head"
"""The keys of the rows that hold no answers."""

BASE_FROM = 5
"""From which row of the hidden sheet on it tells what stood in the cells: row, column, text."""
