"""A sheet without the rows at its end that are formatted and hold nothing.

Programs write such rows down to the last one that was ever touched, a million of them at times.
They are found in the bytes, without being parsed: whatever might be the sign of a value counts as
one, so that nothing is ever lost, at worst nothing is saved.
"""

import re
import zipfile
from collections.abc import Iterator

PIECE = 2**18
OVERLAP = 64
SIGNS = (b"v>", b"v ", b"is>", b"is ", b"<f", b":f")
ROW_END = re.compile(rb"</(?:[\w.-]+:)?row\s*>|<(?:[\w.-]+:)?row\b[^<>]*/>")
CONTENT_END = re.compile(rb"</(?:[\w.-]+:)?sheetData\s*>")


class Trimmed:
    """A sheet's bytes to be read once, from the front, in pieces of the reader's own choice."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.pieces = trimmed(archive, name)

    def read(self, _size: int = -1) -> bytes:
        """The next piece; empty at the end."""
        return next(self.pieces, b"")


def trimmed(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The bytes of a sheet but for those of the rows at its end that hold nothing."""
    start, end = silent_span(archive, name)
    offset = 0
    with archive.open(name) as source:
        while piece := source.read(PIECE):
            kept = piece[: max(0, start - offset)] + piece[max(0, end - offset) :]
            offset += len(piece)
            if kept:
                yield kept


def silent_span(archive: zipfile.ZipFile, name: str) -> tuple[int, int]:
    """From which byte to which a sheet has only rows that hold nothing; (0, 0) where none."""
    is_spoken, start, offset, tail = True, 0, 0, b""
    with archive.open(name) as source:
        while piece := source.read(PIECE):
            window = tail + piece
            end = CONTENT_END.search(window)
            body = window[: end.start()] if end else window
            if any(sign in body for sign in SIGNS):
                is_spoken = True
            elif is_spoken and (closed := ROW_END.search(body)):
                is_spoken, start = False, offset - len(tail) + closed.end()
            if end:
                return (0, 0) if is_spoken else (start, offset - len(tail) + end.start())
            offset += len(piece)
            tail = window[-OVERLAP:]
    return 0, 0
