"""The act's own table of contents, and the headings it promises."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from birlik.base.records.engine.check.words import likeness, stems
from birlik.base.records.engine.draft import SourceText, Span

_TITLE = re.compile(r"^[#*\s]*(?:мазмұны|содержание|оглавление)[*:.\s]*$", re.IGNORECASE)
_ENTRY = re.compile(
    r"^[#*\s]*(?P<word>раздел|глава)?\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)"
    r"(?P<kazakh>\s*-\s*(?:бөлім|тарау))?\s*\.?(?:\s+|\t|$)(?P<title>.*?)(?:\t\d+)?[*\s]*$",
    re.IGNORECASE,
)
ALIKE = 0.6
"""Share of common words from which a paragraph is the heading that the contents announce."""


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


def read_sections(source: SourceText, contents: Contents) -> tuple[Entry, ...]:
    """The numbered headings behind the contents.

    A paragraph that the format or its own words do not make a heading is one when the contents
    have it, with its number or without.
    """
    found = []
    for paragraph in source.paragraphs:
        if paragraph.start < contents.end:
            continue
        words = " ".join(source.text[paragraph.start : paragraph.end].split())
        span = (paragraph.start, paragraph.end)
        match = _ENTRY.match(words)
        if match and match["title"]:
            entry = Entry(match["number"], _bare(match["title"]), span)
            heading = paragraph.level or match["word"] or match["kazakh"]
            if heading or _listed(entry.title, contents.entries, entry.number):
                found.append(entry)
        elif number := _listed(_bare(words), contents.entries):
            found.append(Entry(number, _bare(words), span))
    return tuple(found)


def _listed(title: str, entries: Iterable[Entry], number: str = "") -> str:
    """The number under which the contents have nearly this title; '' when they do not."""
    own = stems(title)
    return next(
        (
            entry.number
            for entry in entries
            if number in ("", entry.number) and likeness(own, stems(entry.title)) >= ALIKE
        ),
        "",
    )


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def _entries(text: str, lines: list[Span]) -> tuple[Entry, ...]:
    """Entries until a number comes back (the first section itself) or the prose begins."""
    entries: list[Entry] = []
    for start, end in lines:
        match = _ENTRY.match(text[start:end])
        if match and any(entry.number == match["number"] for entry in entries):
            break
        if match:
            entries.append(Entry(match["number"], _bare(match["title"]), (start, end)))
        elif entries and _continues(text, entries[-1], start):
            last = entries[-1]
            title = f"{last.title} {_bare(text[start:end])}".strip()
            entries[-1] = Entry(last.number, title, (last.span[0], end))
        else:
            break
    return tuple(entries)


def _continues(text: str, entry: Entry, start: int) -> bool:
    """A line is the rest of a wrapped title when no blank line parts them, or when the entry has
    no title yet."""
    return not entry.title or text.count("\n", entry.span[1], start) == 1


def _bare(title: str) -> str:
    return " ".join(re.sub(r"[*#]", "", title).split())
