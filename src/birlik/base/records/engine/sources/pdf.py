"""PDF that carries text; a scan is refused, because nothing in it can be traced to words."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from birlik.base.records.engine.draft import Loss, SourceText
from birlik.base.records.engine.sources.assembly import Assembly, Rows
from birlik.base.records.engine.sources.refusal import (
    BROKEN_PDF,
    LOCKED_PDF,
    SCANNED_PDF,
    TOO_LARGE,
    UnreadableSourceError,
)
from birlik.base.records.engine.sources.ruled_page import page_pieces

# The reader warns of every small fault of a file; a person needs only the refusal.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

MAX_PAGES = 2_000
MAX_TEXT = 20_000_000
# The blank lines that legal databases print between the pages.
PAGE_BREAK = "\n\n\n\n"


def read_pdf(content: bytes) -> SourceText:
    """The text layer of every page; pages without one are listed as lost.

    Raises UnreadableSourceError when the file is damaged, locked, too long or a scan.
    """
    pages = _pages(content)
    if not any(text.strip() for text, _ in pages):
        raise UnreadableSourceError(SCANNED_PDF)
    assembly = Assembly()
    for number, (page, pieces) in enumerate(pages, start=1):
        if not page.strip():
            assembly.append_loss(Loss("page", str(number)))
        for piece in pieces:
            if isinstance(piece, str):
                assembly.append_lines(piece)
            else:
                assembly.append_table(piece)
        assembly.append_lines(PAGE_BREAK)
    return assembly.source("pdf")


def _pages(content: bytes) -> list[tuple[str, list[str | Rows]]]:
    # A damaged file can fail anywhere inside the reader, with many kinds of error.
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableSourceError(LOCKED_PDF)
        if len(reader.pages) > MAX_PAGES:
            raise UnreadableSourceError(TOO_LARGE)
        pages: list[tuple[str, list[str | Rows]]] = []
        size = 0
        for page in reader.pages:
            pages.append(page_pieces(page))
            size += len(pages[-1][0])
            if size > MAX_TEXT:
                raise UnreadableSourceError(TOO_LARGE)
        return pages
    except UnreadableSourceError:
        raise
    except (
        PyPdfError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        ArithmeticError,
        NotImplementedError,
        OSError,
        RecursionError,
    ) as error:
        raise UnreadableSourceError(BROKEN_PDF) from error
