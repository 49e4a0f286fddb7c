"""A list as CSV.

It opens by a double click in the spreadsheets of Kazakhstan, whose regional settings (kk, ru) part
columns by a semicolon and write a decimal comma: UTF-8 with its mark, ";" and ",". Days stand as
2026-11-20, which every setting takes for that day.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice

from django.utils.translation import override

from birlik.base.ui.export.listing import Plain

MARK = "\ufeff"
ARMED = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"-?\d+([.,]\d+)?")
CHUNK = 500
"""How many lines leave together."""


class Written:
    """Keeps what a writer of CSV last wrote."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        """Keep `text`."""
        self.text = text


def csv_chunks(lines: Iterator[Sequence[Plain]], language: str) -> Iterator[str]:
    """The file in parts, as they are read; each part is made in the reader's language, for the
    answer still leaves when the request has given that up."""
    yield MARK
    while True:
        with override(language):
            chunk = "".join(csv_lines(islice(lines, CHUNK)))
        if not chunk:
            return
        yield chunk


def csv_lines(lines: Iterable[Sequence[Plain]]) -> Iterator[str]:
    """Each line as text, with its end."""
    written = Written()
    writer = csv.writer(written, delimiter=";")
    for line in lines:
        writer.writerow([csv_cell(cell) for cell in line])
        yield written.text


def csv_cell(value: Plain) -> str:
    """A cell as text; words that a spreadsheet would take for a formula are disarmed by an
    apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if is_armed(value) else value
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return f"{Decimal(str(value)).normalize():f}".replace(".", ",")


def is_armed(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula; a plain number with a minus is none."""
    return bool(ARMED.match(text)) and not NUMBER.fullmatch(text)
