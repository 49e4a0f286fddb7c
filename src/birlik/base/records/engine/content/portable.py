"""PDF: whether it can be opened, what it would do by itself, and its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
)

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
MAX_REPEATED = 200_000_000
MAX_OPERATIONS = 1_000_000
"""So many bytes may the pages of a file be drawn with, so many again where they draw one thing many
times, and in so many steps. Each is some ten seconds of work: a book has a tenth of that, a bomb a
thousand times more."""

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
            limit.end_if_spent()
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
    """How much of a PDF has been read; raises `UnfitFileError` when it is more than is good.

    `forms` are the sizes of what the present page draws by a name (and of what that draws), the
    largest of each name; `known` those of the whole file, by the numbers of their objects.
    """

    drawn: int = 0
    repeated: int = 0
    operations: int = 0
    forms: dict[str, int] = field(default_factory=dict)
    known: dict[int, int] = field(default_factory=dict)

    def look_at(self, page: PageObject) -> None:
        """Count the bytes with which a page is drawn, before they are taken apart."""
        contents = page.get("/Contents")
        streams = contents.get_object() if isinstance(contents, PdfObject) else None
        parts = streams if isinstance(streams, ArrayObject) else (streams,)
        self.drawn += sum(size_of(one) for one in parts)
        self.forms = {}
        self.look_under(dictionary(page.get("/Resources")), set())
        if self.drawn > MAX_DRAWN:
            raise UnfitFileError(TOO_LONG)

    def look_under(self, resources: Mapping[str, object], seen: set[int]) -> None:
        """Note the forms under some resources, each once on a page; one that is part of itself
        ends here."""
        for name, one in raw_items(dictionary(resources.get("/XObject"))):
            form = dictionary(one)
            number = one.idnum if isinstance(one, IndirectObject) else id(form)
            if form.get("/Subtype") != "/Form":
                continue
            if number not in self.known:
                self.known[number] = size_of(form)
                self.drawn += self.known[number]
            self.forms[name] = max(self.forms.get(name, 0), self.known[number])
            if number not in seen:
                seen.add(number)
                self.look_under(dictionary(form.get("/Resources")), seen)

    def count(self, operator: bytes, operands: Sequence[object], *_place: object) -> None:
        """Count a step of drawing, and what it draws by a name."""
        self.operations += 1
        if operator == b"Do" and operands:
            self.repeated += self.forms.get(str(operands[0]), 0)
        self.end_if_spent()

    def end_if_spent(self) -> None:
        """Raise when the steps are too many. The reader passes over what is raised within a form,
        so this is asked again after each page."""
        if self.operations > MAX_OPERATIONS or self.repeated > MAX_REPEATED:
            raise UnfitFileError(TOO_LONG)


def raw_items(found: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The entries of a dictionary, those that lie elsewhere as references."""
    if isinstance(found, DictionaryObject):
        yield from ((str(name), found.raw_get(name)) for name in found)


def size_of(found: object) -> int:
    """How many bytes a stream unpacks to; 0 for what is none."""
    stream = found.get_object() if isinstance(found, PdfObject) else None
    return len(stream.get_data()) if isinstance(stream, StreamObject) else 0


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
