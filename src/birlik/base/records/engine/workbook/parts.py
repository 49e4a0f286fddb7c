"""The parts of a workbook's package: where its sheets lie, its shared words, which styles are days.

Parts are read one by one as they stand in the package; what other parts there may be (drawings,
pivot tables, properties) is never opened. No document type and no entity is followed.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from birlik.base.records.engine.content.package import BREAKS
from birlik.base.records.engine.content.refusal import BROKEN, HOSTILE, UnfitFileError
from birlik.base.records.engine.workbook.trimming import Trimmed

Element = Any
"""An element of XML; the stubs of lxml do not know all of it."""

RELATION = "{*}Relationship"
SMALL = 20_000_000
"""How many bytes a part may have that is held as a whole."""
FALSE = ("", "0", "false")
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
KEPT_CONTROLS = "\t\n"


class SheetPart(NamedTuple):
    """A sheet as the workbook announces it: its title, whether it is hidden, where it lies."""

    title: str
    is_hidden: bool
    path: str


class Package(NamedTuple):
    """A workbook ready to be read: its sheets, its shared words, the styles (by number) that show
    a day or a span of time, and the day from which days are counted."""

    archive: zipfile.ZipFile
    sheets: tuple[SheetPart, ...]
    words: tuple[str, ...]
    days: frozenset[int]
    spans: frozenset[int]
    epoch: datetime


def workbook_package(archive: zipfile.ZipFile) -> Package:
    """The parts of a workbook; raises `UnfitFileError` when they do not hang together."""
    main = next((path for kind, path, _key in related(archive, "") if kind == "officeDocument"), "")
    book = whole(archive, main)
    linked = related(archive, main)
    paths = {kind: path for kind, path, _key in linked}
    days, spans = day_styles(archive, paths.get("styles"))
    properties = book.find("{*}workbookPr")
    since_1904 = properties is not None and properties.get("date1904", "") not in FALSE
    return Package(
        archive,
        tuple(sheets_of(book, {key: path for kind, path, key in linked if kind == "worksheet"})),
        tuple(shared_words(archive, paths.get("sharedStrings"))),
        days,
        spans,
        MAC_EPOCH if since_1904 else WINDOWS_EPOCH,
    )


def related(archive: zipfile.ZipFile, path: str) -> list[tuple[str, str, str]]:
    """What a part (the package itself: "") refers to inside the package: the kind, where it lies,
    and the key by which it is named."""
    folder, name = posixpath.split(path)
    own = posixpath.join(folder, "_rels", f"{name}.rels")
    return [
        (
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            one.get("Id", ""),
        )
        for one in whole(archive, own).findall(RELATION)
        if one.get("TargetMode") != "External"
    ]


def sheets_of(book: Element, paths: dict[str, str]) -> Iterator[SheetPart]:
    """The sheets with cells, in the workbook's order; sheets of charts have none."""
    for sheet in book.findall("{*}sheets/{*}sheet"):
        keys = [value for name, value in sheet.items() if name.endswith("}id")]
        if keys and keys[0] in paths:
            state = sheet.get("state", "visible")
            yield SheetPart(sheet.get("name", ""), state != "visible", paths[keys[0]])


def shared_words(archive: zipfile.ZipFile, path: str | None) -> Iterator[str]:
    """The words that cells refer to by number."""
    if path is None:
        return
    for item in streamed(archive, path, "{*}si"):
        yield worded(item)


def worded(item: Element) -> str:
    """The words of a text in runs, without the reading aids of other scripts."""
    texts = [
        one.text or ""
        for one in item.iter("{*}t")
        if etree.QName(one.getparent()).localname != "rPh"
    ]
    return unescaped("".join(texts))


def unescaped(text: str) -> str:
    """A text with the signs that XML cannot hold: "_x000A_" is a line end; other controls go."""
    return ESCAPED.sub(sign_of, text)


def sign_of(found: re.Match[str]) -> str:
    """The sign that an escape stands for; what is no sign stays as it is written."""
    sign = chr(int(found[1], 16))
    if 0xD800 <= ord(sign) <= 0xDFFF:
        return found[0]
    return sign if sign >= " " or sign in KEPT_CONTROLS else ""


def day_styles(archive: zipfile.ZipFile, path: str | None) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the styles that show days, and of those that show spans of time."""
    if path is None:
        return frozenset(), frozenset()
    styles = whole(archive, path)
    formats = BUILTIN_FORMATS | {
        numbered(one, "numFmtId"): one.get("formatCode", "")
        for one in styles.findall("{*}numFmts/{*}numFmt")
    }
    shown = [
        formats.get(numbered(one, "numFmtId"), "") for one in styles.findall("{*}cellXfs/{*}xf")
    ]
    days = frozenset(place for place, code in enumerate(shown) if is_date_format(code))
    return days, frozenset(place for place in days if is_timedelta_format(shown[place]))


def numbered(element: Element, name: str) -> int:
    """A whole number in an attribute, 0 without it; raises `UnfitFileError` for anything else."""
    try:
        return int(element.get(name, "0"))
    except ValueError as error:
        raise UnfitFileError(BROKEN) from error


def whole(archive: zipfile.ZipFile, path: str) -> Element:
    """A small part as a tree; raises `UnfitFileError` without it, and when it is not whole."""
    try:
        part = archive.getinfo(named(archive, path))
        if part.file_size > SMALL:
            raise UnfitFileError(HOSTILE)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(archive.read(part), parser)
    except (KeyError, etree.XMLSyntaxError, *BREAKS) as error:
        raise UnfitFileError(BROKEN) from error
    refuse_doctype(root)
    return root


def streamed(archive: zipfile.ZipFile, path: str, *tags: str) -> Iterator[Element]:
    """The elements with these tags, one by one as each ends; it is emptied when the next is asked
    for, so that a part of any length takes the same memory.

    Raises `UnfitFileError` without the part, and when it is not whole.
    """
    try:
        for _event, element in etree.iterparse(
            Trimmed(archive, named(archive, path)),
            events=("end",),
            tag=tags,
            resolve_entities=False,
            no_network=True,
        ):
            refuse_doctype(element)
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (KeyError, etree.XMLSyntaxError, *BREAKS) as error:
        raise UnfitFileError(BROKEN) from error


def refuse_doctype(element: Element) -> None:
    """Office files declare no document type; raises `UnfitFileError`."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise UnfitFileError(HOSTILE)


def named(archive: zipfile.ZipFile, path: str) -> str:
    """The name of a part, also where the package writes it in another case."""
    if path in archive.NameToInfo:
        return path
    return next((name for name in archive.namelist() if name.lower() == path.lower()), path)
