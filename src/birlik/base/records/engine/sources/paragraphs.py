"""Logical paragraphs: hard line breaks of a printed page are joined again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from birlik.base.records.engine.draft import Paragraph, Span

HEADING = re.compile(r"^(#{1,6})\s+\S")
BOLD_LINE = re.compile(r"^\*\*[^*]+\*\*:?$")
# A line wholly in bold is the lowest of headings.
BOLD_LEVEL = 6
RULE = re.compile(r"^[\W_]+$")
SECTION = re.compile(
    r"^(\d+(\.\d+)*-(бөлім|тарау|бағыт|нысаналы индикатор)\b|(раздел|глава)\s+\d|"
    r"(целевой индикатор|направление)\s+\d+)",
    re.IGNORECASE,
)
ITEM = re.compile(r"^(\d{1,2}(\.\d{1,2})*[.)](\s|\t|$)|[-–—•*]\s+\S|\d\s+\)\s)")
SENTENCE_END = re.compile(r"[.;:!?…][\"»”*)]*$")
INDENT = 4
PAGE_WIDTH = 130
# A line this far from the page's edge was not broken by the edge.
SHORT = 60
# The blank lines that stand between two pages of a printed text.
PAGE_GAP = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: `[start, end)` without its white space, and how it stood on the page."""

    start: int
    end: int
    words: str
    indent: int
    blank_before: int = 0
    hard_break: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """How the text was set: with indents, wrapped at an edge, or one paragraph to a line."""

    indented: bool
    wrapped: bool


def lines_of(text: str) -> Iterator[Line]:
    """The lines of `text` that carry words, with the count of blank lines before each."""
    at, blank = 0, 0
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        words = body.strip()
        if words:
            indent = len(body) - len(body.lstrip())
            yield Line(
                start=at + indent,
                end=at + indent + len(words),
                words=words,
                indent=indent,
                blank_before=blank,
                hard_break=body.endswith("  "),
            )
        blank = 0 if words else blank + 1
        at += len(raw)


def find_paragraphs(text: str, outside: Iterable[Span] = ()) -> tuple[Paragraph, ...]:
    """The logical paragraphs of `text`, leaving out the spans `outside` (tables)."""
    skip = sorted(outside)
    lines = [(line, _within(line, skip)) for line in lines_of(text)]
    page = _page([line for line, skipped in lines if not skipped])
    groups: list[list[Line]] = [[]]
    for line, skipped in lines:
        if groups[-1] and (skipped or _starts(line, groups[-1][-1], page)):
            groups.append([])
        if not skipped:
            groups[-1].append(line)
    return tuple(paragraph for group in groups if group for paragraph in _paragraph(group))


def paragraph_text(text: str, start: int, end: int) -> str:
    """The words of `[start, end)` as a reader sees them: no breaks, no Markdown marks."""
    words = re.sub(r"^#{1,6}\s+|^[-*•]\s+(?=\S)|\*\*|\\(?=[*_#])", "", text[start:end].strip())
    return " ".join(words.split())


def _within(line: Line, spans: list[Span]) -> bool:
    return any(start <= line.start < end for start, end in spans)


def _page(lines: list[Line]) -> Page:
    indented = sum(line.indent >= INDENT and line.words[:1].isalnum() for line in lines)
    lengths = sorted(len(line.words) for line in lines)
    widest = lengths[int(len(lengths) * 0.95)] if lengths else 0
    return Page(indented=indented >= 5, wrapped=widest <= PAGE_WIDTH)


def _paragraph(group: list[Line]) -> list[Paragraph]:
    words = " ".join(line.words for line in group)
    if RULE.match(words):
        return []
    heading = HEADING.match(words)
    level = len(heading[1]) if heading else BOLD_LEVEL if BOLD_LINE.match(words) else 0
    return [Paragraph(group[0].start, group[-1].end, level)]


def _starts(line: Line, before: Line, page: Page) -> bool:
    """Whether `line` opens a paragraph, given the line before it."""
    if RULE.match(line.words) and len(line.words) == 1:
        return False
    if SECTION.match(line.words) or HEADING.match(line.words) or HEADING.match(before.words):
        return True
    if "\t" in line.words or "\t" in before.words:
        return True
    if line.blank_before:
        return not _broken_by_page(line, before, page)
    if page.indented and line.indent >= INDENT:
        return True
    return _starts_without_blank(line, before, page)


def _starts_without_blank(line: Line, before: Line, page: Page) -> bool:
    ended = bool(SENTENCE_END.search(before.words))
    if ITEM.match(line.words):
        return not page.indented or ended
    if before.hard_break and not page.wrapped:
        return False
    if page.wrapped:
        return ended and len(before.words) < SHORT and not page.indented
    return ended or len(before.words) >= SHORT


def _broken_by_page(line: Line, before: Line, page: Page) -> bool:
    """A sentence that a page's end cut goes on without an indent, mostly in a small letter."""
    if (
        len(before.words) < SHORT
        or SENTENCE_END.search(before.words)
        or SECTION.match(before.words)
        or ITEM.match(line.words)
        or line.indent >= INDENT
    ):
        return False
    return line.words[0].islower() or (page.indented and line.blank_before >= PAGE_GAP)
