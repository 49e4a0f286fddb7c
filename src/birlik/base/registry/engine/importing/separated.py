"""A CSV as the sheet it stands for."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import islice

from birlik.base.records.engine.content.refusal import UnfitFileError
from birlik.base.records.engine.sources import UnreadableSourceError
from birlik.base.records.engine.sources.encoding import decode
from birlik.base.records.engine.workbook import Formula, Row, Sheet, Value, header_of
from birlik.base.registry.engine.importing import refusal

SEPARATORS = ";,\t"
TRIED = 40
"""How many of the first lines show what parts the columns."""
DISARMED = re.compile(r"'(?=[=+\-@\t\r\n])")
"""How an export disarms what a spreadsheet would take for a formula."""
KEPT_TEXT = re.compile(r'="([^"]*)"')
"""How some programs keep a number from being taken for one."""
LONGEST_CELL = 100_000
csv.field_size_limit(LONGEST_CELL)


def read_separated(
    content: bytes, names: Mapping[str, Sequence[str]], needed: Sequence[str]
) -> Sheet:
    """The one sheet of a CSV whose columns are parted by whatever finds most of the headings.

    The encoding is that which its bytes show: a mark, UTF-8, UTF-16, or one of the one-byte
    encodings of Kazakhstan (Windows-1251, KZ-1048, PT-154). Raises `UnfitFileError` for what is no
    table of text.
    """
    try:
        text = decode(content)
    except UnreadableSourceError as error:
        raise UnfitFileError(refusal.NOT_A_TABLE) from error
    try:
        separator = max(SEPARATORS, key=lambda one: columns_found(text, one, names, needed))
        return Sheet("", is_hidden=False, rows=tuple(rows_of(text, separator)))
    except csv.Error as error:
        raise UnfitFileError(refusal.NOT_A_TABLE) from error


def columns_found(
    text: str, separator: str, names: Mapping[str, Sequence[str]], needed: Sequence[str]
) -> int:
    """How many of the headings a separator shows."""
    sheet = Sheet("", is_hidden=False, rows=tuple(islice(rows_of(text, separator), TRIED)))
    header = header_of(sheet, names, needed=needed)
    return len(header.columns) if header else 0


def rows_of(text: str, separator: str) -> Iterator[Row]:
    """The lines that hold something; a number of a row counts lines of the table."""
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator)
    for number, line in enumerate(lines, start=1):
        values = {
            column: value
            for column, said in enumerate(line, start=1)
            if (value := value_of(said)) is not None
        }
        if values:
            yield Row(number, values)


def value_of(said: str) -> Value:
    """What a cell of text says; what begins as a formula is one."""
    said = said.strip()
    kept = KEPT_TEXT.fullmatch(said)
    if kept:
        return kept[1].strip() or None
    if said.startswith("="):
        return Formula(said)
    return DISARMED.sub("", said, count=1) or None
