"""The look at a file: what it is, whether it may be kept, and whether it bears a mark."""

from collections.abc import Iterable
from typing import NamedTuple

from birlik.base.records.engine.content.kinds import Family, Kind, family_of
from birlik.base.records.engine.content.marks import is_marked, is_marked_name
from birlik.base.records.engine.content.naming import titled
from birlik.base.records.engine.content.package import package_of
from birlik.base.records.engine.content.picture import picture_of
from birlik.base.records.engine.content.portable import pdf_words
from birlik.base.records.engine.content.refusal import MARKED, UnfitFileError
from birlik.base.records.engine.content.signature import refuse_unless_signature
from birlik.base.records.engine.content.text import text_of


class Examined(NamedTuple):
    """A file that may be kept: the name to show, its media type, and the bytes to keep."""

    title: str
    media_type: str
    content: bytes


def examine(content: bytes, name: str, *, smaller: bool = False) -> Examined:
    """What a file is by its content, and the bytes to keep of it: its own, or those of the picture
    made smaller.

    Raises `UnfitFileError` for a file that is empty, of no kind that is taken, damaged, locked,
    dangerous, or marked as of limited access in its name or its words.
    """
    refuse_marked_name(name)
    kind, content = looked_into(content, smaller=smaller)
    return Examined(titled(name, kind.value.ending), kind.value.media_type, content)


def looked_into(content: bytes, *, smaller: bool) -> tuple[Kind, bytes]:
    """The kind of a file and the bytes to keep; raises `UnfitFileError` as `examine` does."""
    family = family_of(content)
    if family == Family.PICTURE:
        return picture_of(content, smaller=smaller)
    if family == Family.SIGNATURE:
        refuse_unless_signature(content)
        return Kind.CMS, content
    if family == Family.PDF:
        kind, words = Kind.PDF, pdf_words(content)
    else:
        kind, words = package_of(content) if family == Family.PACKAGE else text_of(content)
    refuse_marked(words)
    return kind, content


def refuse_marked_name(name: str) -> None:
    """Raise `UnfitFileError` when the name of a file bears a mark of limited access."""
    if is_marked_name(name):
        raise UnfitFileError(MARKED, is_marked=True)


def refuse_marked(words: Iterable[str]) -> None:
    """Raise `UnfitFileError` when the words of a file bear a mark of limited access. All of them
    are read, so that what is broken further on is found too."""
    if is_marked(words):
        raise UnfitFileError(MARKED, is_marked=True)
