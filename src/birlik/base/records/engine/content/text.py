"""Plain text and tables of it."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from birlik.base.records.engine.content.kinds import Kind
from birlik.base.records.engine.content.refusal import TOO_LONG, UNKNOWN, UnfitFileError
from birlik.base.records.engine.sources import UnreadableSourceError
from birlik.base.records.engine.sources.encoding import decode

WIDE = (b"\xff\xfe", b"\xfe\xff")
MAX_TEXT = 10_000_000
DELIMITERS = ";\t,"
LOOKED_AT = 20
# What programs that open tables compute: a cell that begins so, with a plain or a wide sign. A
# number with a sign is none.
FORMULA = re.compile(
    r'(?:^|[;,\t"\n])[^\S\n]*(?:[=@\uff1d\uff20\uff0b\uff0d]|[+-](?!\d[\d.,]*[^\S\n]*(?:$|[;\t"\n])))'
)


def text_of(content: bytes) -> tuple[Kind, Iterator[str]]:
    """Whether a text is a table, and its words. Raises `UnfitFileError` for what is no text."""
    if b"\0" in content and not content.startswith(WIDE):
        raise UnfitFileError(UNKNOWN)
    try:
        text = decode(content)
    except UnreadableSourceError as error:
        raise UnfitFileError(UNKNOWN) from error
    if len(text) > MAX_TEXT:
        raise UnfitFileError(TOO_LONG)
    return (Kind.CSV if is_table(text) else Kind.TXT), iter((text,))


def is_table(text: str) -> bool:
    """Whether the first lines have the same cells, two at least, and none anywhere is a formula: a
    text with formulas stays a text, which no program computes."""
    parted = any(is_parted(text, delimiter) for delimiter in DELIMITERS)
    return parted and not FORMULA.search(text)


def is_parted(text: str, delimiter: str) -> bool:
    """Whether a delimiter parts the first lines of a text into the same cells."""
    rows = (row for row in csv.reader(StringIO(text), delimiter=delimiter) if row)
    try:
        widths = [len(row) for row in islice(rows, LOOKED_AT)]
    except csv.Error:
        return False
    return len(widths) > 1 and len(set(widths)) == 1 and widths[0] > 1
