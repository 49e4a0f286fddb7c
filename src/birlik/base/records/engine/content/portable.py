"""PDF: whether it can be opened, what it would do by itself, and its words."""

from collections.abc import Iterator, Mapping
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, PdfObject

from birlik.base.records.engine.content.refusal import (
    BROKEN,
    LOCKED,
    MACROS,
    TOO_LONG,
    UnfitFileError,
)

MAX_PAGES = 500
MAX_TEXT = 10_000_000
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
                yield from noted(dictionary(note))
    except BREAKS as error:
        raise UnfitFileError(BROKEN) from error


def refuse_active(reader: PdfReader) -> None:
    """Raise `UnfitFileError` for a PDF that runs a script or a program when it is opened."""
    root = dictionary(reader.trailer.get("/Root"))
    opening = dictionary(root.get("/OpenAction"))
    if opening.get("/S") in ACTIVE or "/JavaScript" in dictionary(root.get("/Names")):
        raise UnfitFileError(MACROS)


def dictionary(found: object) -> Mapping[str, object]:
    """What an entry of a PDF leads to; nothing for what is no dictionary."""
    led_to = found.get_object() if isinstance(found, PdfObject) else None
    return led_to if isinstance(led_to, DictionaryObject) else {}


def noted(note: Mapping[str, object]) -> Iterator[str]:
    """The words of a note, a stamp or a field that lies on a page."""
    yield from (str(note[key]) for key in ("/Contents", "/V", "/Name") if key in note)
