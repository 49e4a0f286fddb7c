"""Plain text and tables of it."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from birlik.base.records.engine.content.kinds import Kind
from birlik.base.records.engine.content.refusal import UNKNOWN, UnfitFileError
from birlik.base.records.engine.sources import UnreadableSourceError
from birlik.base.records.engine.sources.encoding import decode

WIDE = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = ";\t,"
LOOKED_AT = 20
# A cell that begins so is a formula for the programs that open tables.
FORMULA = ("=", "@", "+", "-")


def text_of(content: bytes) -> tuple[Kind, Iterator[str]]:
    """Whether a text is a table, and its words. Raises `UnfitFileError` for what is no text."""
    if b"\0" in content and not content.startswith(WIDE):
        raise UnfitFileError(UNKNOWN)
    try:
        text = decode(content)
    except UnreadableSourceError as error:
        raise UnfitFileError(UNKNOWN) from error
    return (Kind.CSV if is_table(text) else Kind.TXT), iter((text,))


def is_table(text: str) -> bool:
    """Whether the first lines have the same cells, two at least, and none is a formula: a text with
    formulas stays a text, which no program computes."""
    return any(is_parted(text, delimiter) for delimiter in DELIMITERS)


def is_parted(text: str, delimiter: str) -> bool:
    """Whether a delimiter parts a text into a table."""
    try:
        rows = [row for row in csv.reader(StringIO(text), delimiter=delimiter) if row]
    except csv.Error:
        return False
    widths = {len(row) for row in islice(rows, LOOKED_AT)}
    formulas = any(is_formula(cell) for row in rows for cell in row)
    return len(rows) > 1 and len(widths) == 1 and min(widths) > 1 and not formulas


def is_formula(cell: str) -> bool:
    """Whether a program that opens tables would compute a cell; a number with its sign is none."""
    bare = cell.strip()
    return bare.startswith(FORMULA) and not bare[1:].replace(",", ".").replace(".", "", 1).isdigit()
