"""The table of indicators where it was printed into narrow columns and lost its rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from birlik.base.records.engine.draft import IndicatorDraft
from birlik.base.records.engine.indicators.values import (
    YEAR,
    Column,
    is_values,
    kind_named,
    pair,
    split_values,
)
from birlik.base.records.engine.indicators.words import is_unit
from birlik.base.records.engine.lexicon import Lexicon
from birlik.base.records.engine.mending import flat, tidy_quotes

BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
NUMBER = re.compile(r"^(\d{1,2})\.?$")
CORNER = re.compile(r"^(р/с\s*№|№\s*(п/п|р/с)?|р/с)$", re.IGNORECASE)
SPACED_LINE = re.compile(r"^(?:[^\W\d_]\s+)*[^\W\d_]\s*$")
# Between two rows of values lie one row's words, broken into narrow lines.
ROW_REACH = 900
HEAD_REACH = 900
NARROW = 40


@dataclass(frozen=True, slots=True)
class Block:
    """Lines between blank lines; `[start, end)` without the white space at the ends."""

    start: int
    end: int
    raw: str

    @property
    def words(self) -> str:
        """The block on one line, its broken words still broken."""
        return flat(self.raw)


@dataclass(slots=True)
class _Row:
    number: str = ""
    title: list[Block] = field(default_factory=list)
    unit: str = ""
    source: list[Block] = field(default_factory=list)
    values: Block | None = None


def read_flattened(text: str) -> tuple[tuple[IndicatorDraft, ...], tuple[int, int] | None]:
    """The rows of the flattened table and where it lies; none where the text has none.

    A row ends with its values; the unit stands between the words of its title and those of its
    source; its number may stand anywhere among them, where a page's end moved it.
    """
    blocks = [_block(match) for match in BLOCK.finditer(text)]
    ends = _row_ends(blocks)
    if not ends:
        return (), None
    head = _head(blocks, ends[0])
    if head is None:
        return (), None
    first, columns = head
    span = (blocks[first].start, blocks[ends[-1]].end)
    lexicon = Lexicon(text[: span[0]] + " " + text[span[1] :])
    body = _body_start(blocks, first, ends[0])
    # Where no line keeps the blank at its end, a line's end says nothing about the word's.
    trimmed = not any(" \n" in block.raw for block in blocks[body : ends[-1]])
    rows = [
        _draft(_row(blocks[before + 1 : end + 1]), columns, lexicon, trimmed=trimmed)
        for before, end in pairwise([body - 1, *ends])
    ]
    return tuple(rows), span


def _block(match: re.Match[str]) -> Block:
    raw = match[0].rstrip("\n")
    lead = len(raw) - len(raw.lstrip())
    return Block(match.start() + lead, match.start() + len(raw.rstrip()), raw)


def _row_ends(blocks: list[Block]) -> list[int]:
    """Where values end a row; of several runs of such rows the longest is the table."""
    runs: list[list[int]] = [[]]
    for index, block in enumerate(blocks):
        if not is_values(block.words):
            continue
        if runs[-1] and block.start - blocks[runs[-1][-1]].end > ROW_REACH:
            runs.append([])
        runs[-1].append(index)
    return max(runs, key=len)


def _head(blocks: list[Block], first_row: int) -> tuple[int, list[Column]] | None:
    """The head of the table above its first row: where it opens, and its columns of years."""
    first = first_row
    while first and blocks[first_row].start - blocks[first - 1].start < HEAD_REACH:
        first -= 1
        if CORNER.match(blocks[first].words):
            break
    columns: list[Column] = []
    planned = False
    for block in blocks[first:first_row]:
        kind = kind_named(_close(block.words))
        years = [int(match["year"]) for match in YEAR.finditer(block.words)]
        planned = planned or kind == "plan"
        if not years or len(block.words) > NARROW * 2:
            continue
        columns += [Column(year, kind or "plan") for year in years if kind or planned]
    ordered = [column.year for column in columns]
    if not ordered or ordered != sorted(set(ordered)):
        return None
    return first, columns


def _close(words: str) -> str:
    """A heading without any blanks: «Жоспарл ы мәндері» still names its kind."""
    return words.replace(" ", "")


def _body_start(blocks: list[Block], first: int, first_row: int) -> int:
    """The block after the last year of the head."""
    last = max(index for index in range(first, first_row) if YEAR.search(blocks[index].words))
    return last + 1


def _row(blocks: list[Block]) -> _Row:
    row = _Row()
    for block in blocks:
        if is_values(block.words):
            row.values = block
        elif (number := NUMBER.match(block.words)) and not row.number:
            row.number = number[1]
        elif is_unit(block.words) and not row.unit:
            row.unit = block.words
        elif row.unit:
            row.source.append(block)
        else:
            row.title.append(_without_unit(block, row))
    return row


def _without_unit(block: Block, row: _Row) -> Block:
    """A title whose last line is the unit: the columns had no blank line between them."""
    lines = block.raw.rstrip().split("\n")
    if len(lines) > 1 and is_unit(lines[-1].strip()):
        row.unit = lines[-1].strip()
        raw = "\n".join(lines[:-1])
        return Block(block.start, block.start + len(raw), raw)
    return block


def _draft(row: _Row, columns: list[Column], lexicon: Lexicon, *, trimmed: bool) -> IndicatorDraft:
    title, title_certain = _words(row.title, lexicon, trimmed=trimmed)
    source, source_certain = _words(row.source, lexicon, trimmed=trimmed)
    printed = split_values(row.values.words) if row.values else []
    whole = bool(row.number and row.unit and title) and len(printed) == len(columns)
    blocks = [*row.title, *row.source, *([row.values] if row.values else [])]
    return IndicatorDraft(
        number=row.number,
        title=title,
        unit=row.unit,
        source=source,
        values=pair(columns, printed) if len(printed) == len(columns) else (),
        certain=whole and title_certain and source_certain,
        start=min(block.start for block in blocks),
        end=max(block.end for block in blocks),
    )


def _words(blocks: list[Block], lexicon: Lexicon, *, trimmed: bool) -> tuple[str, bool]:
    """The words of a cell, and whether all of them are known to be whole.

    A line that ends with a blank ends a word; one that ends without may have filled its column
    exactly, so the act's other words decide. A line that begins with a blank was moved there when
    a hyperlink was printed, and letters before it may be missing.
    """
    pieces: list[tuple[str, bool]] = []
    moved = False
    for block in blocks:
        for line in block.raw.split("\n"):
            if line.startswith(" ") and pieces:
                moved = moved or not pieces[-1][1]
                pieces[-1] = (pieces[-1][0], True)
            pieces += _pieces(line)
    words, clear = lexicon.join(pieces, blanks=trimmed)
    known = not trimmed or all(lexicon.attests(word) for word in words.split())
    return tidy_quotes(words), clear and known and not moved


def _pieces(line: str) -> Iterator[tuple[str, bool]]:
    """The words and broken words of a line, each with whether it certainly ends there."""
    ends = line.endswith(" ")
    if SPACED_LINE.match(line.strip()) and len(line.strip()) > 1:
        words = [part.replace(" ", "") for part in re.split(r"\s{2,}", line.strip())]
    else:
        words = line.split()
    for index, word in enumerate(words):
        yield word, ends or index < len(words) - 1
