"""Files of acts turned into text with its paragraphs and tables."""

import re

from birlik.base.records.engine.draft import Paragraph, SourceText
from birlik.base.records.engine.sources.encoding import decode
from birlik.base.records.engine.sources.paragraphs import find_paragraphs, paragraph_text
from birlik.base.records.engine.sources.pdf import read_pdf
from birlik.base.records.engine.sources.plain import read_plain
from birlik.base.records.engine.sources.refusal import (
    EMPTY,
    OLD_WORD,
    TOO_LARGE,
    UnreadableSourceError,
)
from birlik.base.records.engine.sources.web_page import read_web_page
from birlik.base.records.engine.sources.word import read_word

__all__ = ["UnreadableSourceError", "paragraph_text", "paragraphs", "read_source"]

MAX_BYTES = 20_000_000
MARKUP = re.compile(rb"<!doctype html|<html[\s>]|<body[\s>]", re.IGNORECASE)
OLD = (b"\xd0\xcf\x11\xe0", b"{\\rtf")


def read_source(content: bytes, name: str) -> SourceText:
    """The text of a file, whatever its format; the content decides, not the file's name.

    For plain and Markdown text the offsets are code points of the decoded file; for the other
    formats they are code points of the extracted text. Raises UnreadableSourceError, with the
    reason in three languages.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableSourceError(TOO_LARGE)
    if not content:
        raise UnreadableSourceError(EMPTY)
    if content.startswith(b"PK"):
        return read_word(content)
    if content.startswith(OLD):
        raise UnreadableSourceError(OLD_WORD)
    if b"%PDF-" in content[:1_024]:
        return read_pdf(content)
    if MARKUP.search(content[:4_096]) or name.lower().endswith((".html", ".htm")):
        return read_web_page(content)
    return read_plain(decode(content), name)


def paragraphs(source: SourceText | str) -> tuple[Paragraph, ...]:
    """The logical paragraphs of a source, or of a text that is not yet one."""
    return find_paragraphs(source) if isinstance(source, str) else source.paragraphs
