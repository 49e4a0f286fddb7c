"""Office files, which are ZIP packages of XML parts: what they are, what is dangerous in them, and
the words of all their parts.

The words are read as a stream, so that no part is ever held as a tree; a document type, with which
the bombs of entities begin, ends the reading at once.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate

from birlik.base.records.engine.content.kinds import Kind
from birlik.base.records.engine.content.portable import pdf_words
from birlik.base.records.engine.content.refusal import (
    ARCHIVE,
    BROKEN,
    HOSTILE,
    LOCKED,
    MACROS,
    TOO_LONG,
    UNKNOWN,
    UnfitFileError,
)

MAX_PARTS = 10_000
MAX_UNPACKED = 400_000_000
MAX_XML = 150_000_000
# Office XML packs about twentyfold; a bomb packs a thousandfold and more.
MAX_RATIO = 200
MAX_DEPTH = 500
PIECE = 2**16
DEEPEST = 2
INSIDE = (".docx", ".xlsx", ".pptx", ".odt", ".ods")
PACKED, PDF, PROGRAMS = b"PK\x03\x04", b"%PDF", (b"MZ", b"\x7fELF", b"#!")
# What goes wrong with a package that is not whole.
BREAKS = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError),
    *(RuntimeError, OSError),
)

MAIN = {
    b"wordprocessingml.document.main+xml": Kind.DOCX,
    b"spreadsheetml.sheet.main+xml": Kind.XLSX,
    b"presentationml.presentation.main+xml": Kind.PPTX,
}
OPEN_TYPES = {kind.value.media_type.encode(): kind for kind in (Kind.ODT, Kind.ODS)}
MACRO_PARTS = ("vbaproject", "vbadata", "macrosheets/", "activex/", "basic/", "scripts/")
# What ends a paragraph, what lies within one, and what stands for a blank in it. Any other element
# that holds words of its own (a property, a cell) is a paragraph.
ENDS = frozenset({"p", "h", "si", "is", "c", "tr", "row", "table-row", "comment"})
WITHIN = frozenset({"t", "delText", "instrText", "span", "a", "r"})
BLANKS = frozenset({"tab", "br", "cr", "s", "line-break", "noBreakHyphen", "tc", "table-cell"})
# The heads and feet of sheets hold codes before their words: &C&"Arial,Bold"&12.
MARGIN = re.compile("(?:odd|even|first)(?:Header|Footer)")
CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|.)')
# Whose words stand in an attribute: sheets, and what is printed across the page.
NAMING = {"sheet": "name", "table": "name", "textpath": "string"}


def package_of(content: bytes, depth: int = 0) -> tuple[Kind, Iterator[str]]:
    """The kind of an office file, and its words paragraph by paragraph, read while they are asked
    for, with those of the office files inside it; `depth` is how deep inside another it lies.

    Raises `UnfitFileError`, also while reading, for one that is broken, locked, dangerous, or no
    office file.
    """
    archive = opened(content)
    refuse_dangerous(archive.infolist())
    if depth > DEEPEST:
        raise UnfitFileError(HOSTILE)
    return kind_of(archive), words_of(archive, depth)


def opened(content: bytes) -> zipfile.ZipFile:
    """The package; raises `UnfitFileError` when it is none, or not whole."""
    try:
        return zipfile.ZipFile(BytesIO(content))
    except BREAKS as error:
        raise UnfitFileError(BROKEN) from error


def refuse_dangerous(parts: list[zipfile.ZipInfo], *, longest: int = MAX_XML) -> None:
    """Raise `UnfitFileError` for bombs, locked parts, macros, names that lead elsewhere, and more
    than `longest` bytes of words."""
    names = [part.filename for part in parts]
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_RATIO * max(packed, 10_000):
        raise UnfitFileError(HOSTILE)
    worded = sum(part.file_size for part in parts if is_xml(part))
    if unpacked > MAX_UNPACKED or worded > longest:
        raise UnfitFileError(TOO_LONG)
    if any(part.flag_bits & 1 for part in parts):
        raise UnfitFileError(LOCKED)
    if len(set(names)) != len(names) or any(leads_elsewhere(name) for name in names):
        raise UnfitFileError(HOSTILE)
    if any(mark in name.lower() for name in names for mark in MACRO_PARTS):
        raise UnfitFileError(MACROS)


def leads_elsewhere(name: str) -> bool:
    """Whether a part's name is no place inside the package."""
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/")


def kind_of(archive: zipfile.ZipFile) -> Kind:
    """What an office file is, by what it declares inside; raises `UnfitFileError` otherwise."""
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        types = small_part(archive, "[Content_Types].xml")
        if b"macroEnabled" in types:
            raise UnfitFileError(MACROS)
        found = [kind for mark, kind in MAIN.items() if mark in types]
        if len(found) == 1:
            return found[0]
        raise UnfitFileError(UNKNOWN)
    if "mimetype" in names:
        declared = small_part(archive, "mimetype").strip()
        if b"encryption-data" in small_part(archive, "META-INF/manifest.xml"):
            raise UnfitFileError(LOCKED)
        if declared in OPEN_TYPES:
            return OPEN_TYPES[declared]
        raise UnfitFileError(UNKNOWN)
    raise UnfitFileError(ARCHIVE)


def small_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a part that says what the package is; raises `UnfitFileError` without it."""
    try:
        with archive.open(name) as part:
            return part.read(2**20)
    except (KeyError, *BREAKS) as error:
        raise UnfitFileError(BROKEN) from error


def words_of(archive: zipfile.ZipFile, depth: int) -> Iterator[str]:
    """The words of every XML part, paragraph by paragraph: text, headers, notes, comments, shapes,
    names of sheets, properties, and what was deleted but is still there."""
    for part in archive.infolist():
        try:
            if is_xml(part):
                with archive.open(part) as source:
                    yield from streamed(source)
            else:
                yield from words_inside(archive, part, depth)
        except (*BREAKS, ExpatError) as error:
            raise UnfitFileError(BROKEN) from error


def words_inside(archive: zipfile.ZipFile, part: zipfile.ZipInfo, depth: int) -> Iterator[str]:
    """The words of a file that lies inside, known by its first bytes whatever its name; none of a
    picture, a font or an old object. Raises `UnfitFileError` for a program."""
    with archive.open(part) as source:
        head = source.read(len(PACKED))
    if head.startswith(PROGRAMS):
        raise UnfitFileError(HOSTILE)
    if head.startswith(PACKED) or part.filename.lower().endswith(INSIDE):
        yield from package_of(archive.read(part), depth + 1)[1]
    elif head.startswith(PDF):
        yield from pdf_words(archive.read(part))


def is_xml(part: zipfile.ZipInfo) -> bool:
    """Whether a part has words."""
    return part.filename.lower().endswith((".xml", ".rels"))


def streamed(source: IO[bytes]) -> Iterator[str]:
    """The paragraphs of one XML part."""
    taker = WordTaker()
    while piece := source.read(PIECE):
        taker.parser.Parse(piece, False)
        yield from taker.taken()
    taker.parser.Parse(b"", True)
    taker.finish()
    yield from taker.taken()


class WordTaker:
    """Takes down the words of an XML part as its `parser` passes them."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.open: list[str] = []
        self.worded = [False]
        self.parser = ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.take

    def taken(self) -> list[str]:
        """The paragraphs that have ended since they were last asked for."""
        done, self.done = self.done, []
        return done

    def refuse(self, *_doctype: object) -> None:
        """Office files declare no document type; raises `UnfitFileError`."""
        raise UnfitFileError(HOSTILE)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins: what stands for a blank is one, and some words are attributes.

        Raises `UnfitFileError` for elements nested deeper than any office does.
        """
        if len(self.worded) > MAX_DEPTH:
            raise UnfitFileError(HOSTILE)
        name = local(tag)
        self.worded.append(False)
        if name in BLANKS:
            self.open.append(" ")
        if name in NAMING:
            self.done += [attributes[key] for key in attributes if local(key) == NAMING[name]]

    def end(self, tag: str) -> None:
        """An element ends, and with it perhaps a paragraph."""
        name = local(tag)
        if MARGIN.fullmatch(name):
            self.open = [CODE.sub(" ", "".join(self.open))]
        if (self.worded.pop() and name not in WITHIN) or name in ENDS:
            self.finish()

    def take(self, text: str) -> None:
        """Words; the line ends with which some programs lay out their XML are none."""
        if text.strip() or "\n" not in text:
            self.worded[-1] = True
            self.open.append(text)

    def finish(self) -> None:
        """End a paragraph."""
        words = "".join(self.open)
        if words.strip():
            self.done.append(words)
        self.open = []


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]
