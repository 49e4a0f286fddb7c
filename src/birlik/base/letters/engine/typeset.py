"""Outgoing letters as one PDF, set with the fonts that typst carries in itself.

Those have the letters of Kazakh; the system's fonts are never asked. What letters say is given to
the source as values, so no mark in a text is taken for a command.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from json import dumps

import typst

from birlik.base.values.local_text import LocalText


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """What stands on a letter; `number` and `day` are '' where they will be written by hand."""

    number: str
    day: str
    addressee: LocalText
    subject: LocalText
    text: LocalText
    signatory: str
    executor: str
    phone: str


def typeset(source: str, letters: Sequence[PrintedLetter], *, at: datetime) -> bytes:
    """The letters as PDF, each from a page of its own; `at` is the day in the document's record."""
    told = dumps([asdict(one) for one in letters], ensure_ascii=False)
    pdf = typst.compile(
        source.encode(),
        ignore_system_fonts=True,
        sys_inputs={"letters": told},
        timestamp=at.replace(microsecond=0),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives one PDF")
    return pdf
