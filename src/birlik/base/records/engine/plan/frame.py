"""Where a flattened plan stands in an act, and the lines that run across all its columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from birlik.base.records.engine.abbreviations import HEADING
from birlik.base.records.engine.draft import Span
from birlik.base.records.engine.plan.cells import put_together
from birlik.base.records.engine.plan.lexicon import Lexicon
from birlik.base.records.engine.plan.words import Line, Word, read_lines, read_words

# The words that the headings of the columns have, white space left out: form, deadline, executors.
HEADINGS = (
    re.compile(r"нысаны|форма(завершения|исполнения|реализации)"),
    re.compile(r"мерзім|срок"),
    re.compile(r"орындаушылар|исполнител"),
)
# A flattened heading takes at most so many lines, each at most so wide; or one line.
HEADING_LINES, HEADING_WIDTH, WHOLE_HEADING_WIDTH = 12, 60, 130
COLUMN_NUMBERS = ("12345", "123456")
DIRECTION = re.compile(
    r"\s*(?:(\d+(?:\.\d+)*)\s*-\s*(?:бағыт|направление)|направление\s+№?\s*(\d+(?:\.\d+)*))"
    r"\s*[.:–—-]\s*",
    re.I,
)
INDICATOR = re.compile(
    r"\s*(\d+(\.\d+)*\s*-\s*нысаналы\s+индикатор|целевой\s+индикатор\s+№?\s*\d)", re.I
)
UNFINISHED = re.compile(r"[;,:–—-]\s*$")
PAGE_NUMBER = re.compile(r"\s*[–—-]?\s*\d{1,3}\s*[–—-]?\s*")
FOOT = re.compile(r"^\s*(©|_{5,}|ескертпе\b|примечани[ея]\b)", re.I | re.M)


@dataclass(slots=True)
class Frame:
    """A flattened plan: its words in printed order, and the direction each falls under."""

    span: Span
    words: list[Word] = field(default_factory=list)
    under: list[str] = field(default_factory=list)
    directions: dict[str, str] = field(default_factory=dict)


def find_plan(text: str) -> Span | None:
    """The body of the plan, from below its heading to its note or the end; None without one."""
    lines = list(read_lines(text, 0, len(text)))
    at = _below_heading(text, lines)
    if at is None:
        return None
    note = HEADING.search(text, lines[at].start) if at < len(lines) else None
    foot = FOOT.search(text, lines[at].start) if at < len(lines) else None
    ends = [found.start() for found in (note, foot) if found]
    return (lines[at].start, min(ends, default=len(text))) if at < len(lines) else None


def read_frame(text: str, span: Span, lexicon: Lexicon) -> Frame:
    """The plan's words without the lines that run across it (directions, indicators)."""
    frame = Frame(span)
    direction, banner = "", False
    lines = list(read_lines(text, *span))
    at = 0
    while at < len(lines):
        end = _banner_end(text, lines, at)
        if end > at:
            direction = _read_banner(text, lines[at:end], frame, lexicon) or direction
            at, banner = end, True
            continue
        if not _is_page_sign(text, lines, at):
            words = read_words(text, lines[at], lexicon)
            if banner:
                words[0] = replace(words[0], gap="banner")
            frame.words += words
            frame.under += [direction] * len(words)
            banner = False
        at += 1
    return frame


def _below_heading(text: str, lines: Sequence[Line]) -> int | None:
    """The first line below the first heading that names the plan's columns."""
    tight = ["".join(text[line.start : line.end].split()).casefold() for line in lines]
    for at in range(len(lines)):
        near = tight[at : at + HEADING_LINES]
        named = [place for place, line in enumerate(near) if _names_column(line)]
        if not named or named[0] != 0 or not _is_heading(near):
            continue
        last = max(place for place, line in enumerate(near) if HEADINGS[-1].search(line))
        below = at + last + 1
        numbers = [
            below + place
            for place, line in enumerate(tight[below : below + 3])
            if line in COLUMN_NUMBERS
        ]
        return numbers[-1] + 1 if numbers else below
    return None


def _names_column(line: str) -> bool:
    named = sum(bool(sign.search(line)) for sign in HEADINGS)
    whole = named == len(HEADINGS) and len(line) <= WHOLE_HEADING_WIDTH
    return whole or (named > 0 and len(line) <= HEADING_WIDTH)


def _is_heading(near: Sequence[str]) -> bool:
    return all(any(_names_column(line) and sign.search(line) for line in near) for sign in HEADINGS)


def _banner_end(text: str, lines: Sequence[Line], at: int) -> int:
    """The line after the banner that opens at `lines[at]`; `at` itself when none opens there."""
    if not _opens_banner(_written(text, lines[at])):
        return at
    end = at + 1
    while end < len(lines) and not _opens_banner(_written(text, lines[end])):
        unfinished = UNFINISHED.search(_written(text, lines[end - 1]))
        if lines[end].gap != "line" and not unfinished:
            break
        end += 1
    return end


def _opens_banner(line: str) -> bool:
    return bool(DIRECTION.match(line) or INDICATOR.match(line))


def _read_banner(text: str, lines: Sequence[Line], frame: Frame, lexicon: Lexicon) -> str:
    """Keep the direction that the banner names; '' where it names none."""
    match = DIRECTION.match(_written(text, lines[0]))
    if not match:
        return ""
    number = match[1] or match[2]
    words = [word for line in lines for word in read_words(text, line, lexicon)]
    title = [word for word in words if word.start >= lines[0].start + match.end()]
    frame.directions[number] = put_together(title, lexicon).text
    return number


def _is_page_sign(text: str, lines: Sequence[Line], at: int) -> bool:
    """A page's number alone between two pages, or the columns' numbers printed again."""
    line = _written(text, lines[at])
    if "".join(line.split()) in COLUMN_NUMBERS and " " in line.strip():
        return True
    after = lines[at + 1].gap if at + 1 < len(lines) else "page"
    return lines[at].gap == "page" and after == "page" and bool(PAGE_NUMBER.fullmatch(line))


def _written(text: str, line: Line) -> str:
    return text[line.start : line.end]
