"""PDF: whether it can be opened, what it would do by itself, and its words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

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
MAX_DRAWN = 20_000_000
MAX_OPERATIONS = 1_000_000
"""So many bytes may the pages of a file be drawn with, and in so many steps, each of which takes
some fifty microseconds: a book has a tenth of that, a bomb a thousand times more."""

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
        limit = Patience()
        for page in reader.pages:
            refuse_acting(page)
            limit.look_at(page)
            text = page.extract_text(visitor_operand_before=limit.count)
            size += len(text)
            if size > MAX_TEXT:
                raise UnfitFileError(TOO_LONG)
            yield text
            for note in page.annotations or ():
                yield from noted(dictionary(note))
    except BREAKS as error:
        raise UnfitFileError(BROKEN) from error


@dataclass
class Patience:
    """How much of a PDF has been read; raises `UnfitFileError` when it is more than is good."""

    drawn: int = 0
    operations: int = 0

    def look_at(self, page: PageObject) -> None:
        """Count the bytes with which a page is drawn, before they are taken apart."""
        contents = page.get("/Contents")
        streams = contents.get_object() if isinstance(contents, PdfObject) else None
        parts = streams if isinstance(streams, ArrayObject) else (streams,)
        for one in parts:
            part = one.get_object() if isinstance(one, PdfObject) else None
            if isinstance(part, StreamObject):
                self.drawn += len(part.get_data())
            if self.drawn > MAX_DRAWN:
                raise UnfitFileError(TOO_LONG)

    def count(self, *_operation: object) -> None:
        """Count a step of drawing."""
        self.operations += 1
        if self.operations > MAX_OPERATIONS:
            raise UnfitFileError(TOO_LONG)


def refuse_active(reader: PdfReader) -> None:
    """Raise `UnfitFileError` for a PDF that runs a script or a program when it is opened."""
    root = dictionary(reader.trailer.get("/Root"))
    opening = dictionary(root.get("/OpenAction"))
    if opening.get("/S") in ACTIVE or "/JavaScript" in dictionary(root.get("/Names")):
        raise UnfitFileError(MACROS)
    refuse_acting(root)


def refuse_acting(found: Mapping[str, object]) -> None:
    """Raise `UnfitFileError` for a document or page that runs a script or a program when it is
    shown, printed or left."""
    doings = dictionary(found.get("/AA")).values()
    if any(dictionary(one).get("/S") in ACTIVE for one in doings):
        raise UnfitFileError(MACROS)


def dictionary(found: object) -> Mapping[str, object]:
    """What an entry of a PDF leads to; nothing for what is no dictionary."""
    led_to = found.get_object() if isinstance(found, PdfObject) else None
    return led_to if isinstance(led_to, DictionaryObject) else {}


def noted(note: Mapping[str, object]) -> Iterator[str]:
    """The words of a note, a stamp or a field that lies on a page."""
    yield from (str(note[key]) for key in ("/Contents", "/V", "/Name") if key in note)
