"""The act's own table of contents, and the headings it promises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from birlik.base.records.engine.draft import SourceText, Span

_TITLE = re.compile(r"^[#*\s]*(?:мазмұны|содержание|оглавление)[*:.\s]*$", re.IGNORECASE)
_ENTRY = re.compile(
    r"^[#*\s]*(?P<word>раздел|глава)?\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)"
    r"(?P<kazakh>\s*-\s*(?:бөлім|тарау))?\s*\.?(?:\s+|\t|$)(?P<title>.*?)(?:\t\d+)?[*\s]*$",
    re.IGNORECASE,
)
MOST_BETWEEN = 3
"""Lines of a wrapped title that may stand between two entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered title: of the contents, or of the section itself."""

    number: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: its heading and its entries; `[start, end)` covers both."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def read_contents(source: SourceText) -> Contents | None:
    """The table of contents, or None where the text has none."""
    lines = [line for line in _lines(source.text) if source.text[line[0] : line[1]].strip()]
    for at, (start, end) in enumerate(lines):
        if _TITLE.match(source.text[start:end]):
            entries = _entries(source.text, lines[at + 1 :])
            return Contents(start, entries[-1].span[1] if entries else end, entries)
    return None


def read_sections(source: SourceText, after: int) -> tuple[Entry, ...]:
    """The numbered headings that stand after the offset `after`."""
    found = []
    for paragraph in source.paragraphs:
        words = " ".join(source.text[paragraph.start : paragraph.end].split())
        match = _ENTRY.match(words)
        if not match or paragraph.start < after or not match["title"]:
            continue
        if paragraph.level or match["word"] or match["kazakh"]:
            found.append(
                Entry(match["number"], _bare(match["title"]), (paragraph.start, paragraph.end))
            )
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _entries(text: str, lines: list[Span]) -> tuple[Entry, ...]:
    """Entries until a number comes back (the first section itself) or the prose begins."""
    entries: list[Entry] = []
    between = 0
    for start, end in lines:
        match = _ENTRY.match(text[start:end])
        if match and any(entry.number == match["number"] for entry in entries):
            break
        if match:
            entries.append(Entry(match["number"], _bare(match["title"]), (start, end)))
            between = 0
        elif entries and between < MOST_BETWEEN:
            between += 1
            last = entries[-1]
            title = f"{last.title} {_bare(text[start:end])}".strip()
            entries[-1] = Entry(last.number, title, (last.span[0], end))
        else:
            break
    return tuple(entries)


def _bare(title: str) -> str:
    return " ".join(re.sub(r"[*#]", "", title).split())
