"""PDF: whether it can be opened, what it would do by itself, and its words."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from birlik.base.records.engine.content.refusal import (
    BROKEN,
    LOCKED,
    MACROS,
    TOO_LONG,
    UnfitFileError,
)

MAX_PAGES = 1_000
MAX_TEXT = 20_000_000
ACTIVE = {"/JavaScript", "/Launch"}
# A damaged file can fail anywhere inside the reader, with many kinds of error.
BREAKS = (
    *(PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(NotImplementedError, OSError, RecursionError),
)


def pdf_words(content: bytes) -> Iterator[str]:
    """The words of a PDF, page by page: text layer, notes and fields, and its title; read while
    they are asked for.

    Raises `UnfitFileError`, also while reading, for one that is damaged, locked, too long, or that
    runs a script or a program when it is opened.
    """
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnfitFileError(LOCKED)
        refuse_active(reader)
        if len(reader.pages) > MAX_PAGES:
            raise UnfitFileError(TOO_LONG)
        yield from (str(value) for value in (reader.metadata or {}).values())
        size = 0
        for page in reader.pages:
            text = page.extract_text()
            size += len(text)
            if size > MAX_TEXT:
                raise UnfitFileError(TOO_LONG)
            yield text
            for note in page.annotations or ():
                yield from noted(note.get_object())
    except UnfitFileError:
        raise
    except BREAKS as error:
        raise UnfitFileError(BROKEN) from error


def refuse_active(reader: PdfReader) -> None:
    """Raise `UnfitFileError` for a PDF that runs a script or a program when it is opened."""
    root = reader.trailer["/Root"].get_object()
    opening = root.get("/OpenAction")
    names = root.get("/Names")
    action = opening.get_object() if opening is not None else None
    runs = isinstance(action, DictionaryObject) and action.get("/S") in ACTIVE
    if runs or (names is not None and "/JavaScript" in names.get_object()):
        raise UnfitFileError(MACROS)


def noted(note: object) -> Iterator[str]:
    """The words of a note, a stamp or a field that lies on a page."""
    if isinstance(note, DictionaryObject):
        yield from (str(note[key]) for key in ("/Contents", "/V", "/Name") if key in note)
