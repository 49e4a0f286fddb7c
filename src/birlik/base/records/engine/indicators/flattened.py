"""The table of indicators where it was printed into narrow columns and lost its rules."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from birlik.base.records.engine.draft import IndicatorDraft, Span
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


@dataclass(frozen=True, slots=True)
class _Head:
    """The block in which the head opens, its columns of years, whether these are beyond doubt."""

    first: int
    columns: list[Column]
    sure: bool


@dataclass(slots=True)
class _Row:
    number: str = ""
    title: list[Block] = field(default_factory=list)
    unit: str = ""
    source: list[Block] = field(default_factory=list)
    values: Block | None = None


@dataclass(frozen=True, slots=True)
class FlatTable:
    """The rows of a flattened table, where it lies, and the numbers of the rows that lost letters.

    Empty, with `span` None, where the text has no such table.
    """

    rows: tuple[IndicatorDraft, ...] = ()
    span: Span | None = None
    torn: frozenset[str] = frozenset()


def read_flattened(text: str) -> FlatTable:
    """The flattened table of indicators.

    A row ends with its values; the unit stands between the words of its title and those of its
    source; its number may stand anywhere among them, where a page's end moved it.
    """
    blocks = [_block(match) for match in BLOCK.finditer(text)]
    ends = _row_ends(blocks)
    head = _head(blocks, ends[0]) if ends else None
    if head is None:
        return FlatTable()
    span = (blocks[head.first].start, blocks[ends[-1]].end)
    lexicon = Lexicon(text[: span[0]] + " " + text[span[1] :])
    body = _body_start(blocks, head.first, ends[0])
    # Where no line keeps the blank at its end, a line's end says nothing about the word's.
    trimmed = not any(" \n" in block.raw for block in blocks[body : ends[-1]])
    rows = [_row(blocks[before + 1 : end + 1]) for before, end in pairwise([body - 1, *ends])]
    drafts = [_draft(row, head, lexicon, trimmed=trimmed) for row in rows]
    torn = frozenset(row.number for row in rows if _is_torn(row.title) or _is_torn(row.source))
    return FlatTable(tuple(_doubted(drafts, lexicon, trimmed=trimmed)), span, torn)


def _doubted(
    rows: list[IndicatorDraft], lexicon: Lexicon, *, trimmed: bool
) -> Iterator[IndicatorDraft]:
    """Rows with a word that neither the act's text nor another row writes are not certain.

    Where the lines were trimmed, rows may be broken alike, so another row is no witness.
    """
    written = [set(f"{row.title} {row.source}".split()) for row in rows]
    counts = Counter(word for words in written for word in words)
    for row, words in zip(rows, written, strict=True):
        known = all((counts[word] > 1 and not trimmed) or lexicon.attests(word) for word in words)
        yield row if known and row.title[:1].isupper() else replace(row, certain=False)


def _block(match: re.Match[str]) -> Block:
    # What ends a line says whether its last word is whole, so the end itself must not differ.
    raw = match[0].rstrip("\r\n").replace("\r\n", "\n")
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


def _head(blocks: list[Block], first_row: int) -> _Head | None:
    """The head of the table above its first row; None where no years rise there."""
    first = first_row
    while first and blocks[first_row].start - blocks[first - 1].start < HEAD_REACH:
        first -= 1
        if CORNER.match(blocks[first].words):
            break
    columns: list[Column] = []
    planned, sure = False, True
    for block in blocks[first:first_row]:
        kind = kind_named(_close(block.words))
        years = [int(match["year"]) for match in YEAR.finditer(block.words)]
        planned = planned or kind == "plan"
        if not years or len(block.words) > NARROW * 2:
            continue
        # A fact or an estimate is of one year: two in one block lost what stood between them.
        sure = sure and (len(years) == 1 or kind in (None, "plan"))
        columns += [Column(year, kind or "plan") for year in years if kind or planned]
    ordered = [column.year for column in columns]
    if not ordered or ordered != sorted(set(ordered)):
        return None
    return _Head(first, columns, sure)


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


def _draft(row: _Row, head: _Head, lexicon: Lexicon, *, trimmed: bool) -> IndicatorDraft:
    title, title_certain = _words(row.title, lexicon, trimmed=trimmed)
    source, source_certain = _words(row.source, lexicon, trimmed=trimmed)
    printed = split_values(row.values.words) if row.values else []
    fits = len(printed) == len(head.columns)
    whole = bool(row.number and row.unit and title) and fits and head.sure
    blocks = [*row.title, *row.source, *([row.values] if row.values else [])]
    return IndicatorDraft(
        number=row.number,
        title=title,
        unit=row.unit,
        source=source,
        values=pair(head.columns, printed) if fits else (),
        certain=whole and title_certain and source_certain,
        start=min(block.start for block in blocks),
        end=max(block.end for block in blocks),
    )


def _words(blocks: list[Block], lexicon: Lexicon, *, trimmed: bool) -> tuple[str, bool]:
    """The words of a cell, and whether all of them are known to be whole.

    A line that ends with a blank ends a word; one that ends without may have filled its column
    exactly, so the act's other words decide.
    """
    pieces: list[tuple[str, bool]] = []
    filled: list[bool] = []
    lines = _lines(blocks)
    width = max((len(line.strip()) for line in lines), default=0)
    for line in lines:
        if line.startswith(" ") and pieces:
            pieces[-1] = (pieces[-1][0], True)
        pieces += _pieces(line)
        filled += [len(line.strip()) >= width] * (len(pieces) - len(filled))
    joined, clear = lexicon.join(pieces, blanks=trimmed)
    words = joined.split()
    whole = trimmed or all(lexicon.writes(one) for one in _cut_short(words, pieces, filled))
    return tidy_quotes(joined), clear and whole and not _is_torn(blocks)


def _lines(blocks: list[Block]) -> list[str]:
    return [line for block in blocks for line in block.raw.split("\n") if line.strip()]


def _is_torn(blocks: list[Block]) -> bool:
    """Whether letters may be missing: before a line that opens with a blank no word has ended.

    Such a line was moved there when a hyperlink was printed.
    """
    return any(
        after.startswith(" ") and not before.endswith(" ")
        for before, after in pairwise(_lines(blocks))
    )


def _cut_short(
    words: list[str], pieces: list[tuple[str, bool]], filled: list[bool]
) -> Iterator[str]:
    """Words that end with a line that had room for more, with no blank to say that they end.

    The next letters of such a word may be missing. The cell's last line needs no blank.
    """
    at = -1
    for word in words[:-1]:
        length = len(word)
        while length > 0:
            at += 1
            length -= len(pieces[at][0])
        if not pieces[at][1] and not filled[at]:
            yield word


def _pieces(line: str) -> Iterator[tuple[str, bool]]:
    """The words and broken words of a line, each with whether it certainly ends there."""
    ends = line.endswith(" ")
    if SPACED_LINE.match(line.strip()) and len(line.strip()) > 1:
        words = ["".join(part.split()) for part in re.split(r"\s{2,}", line.strip())]
    else:
        words = line.split()
    for index, word in enumerate(words):
        yield word, ends or index < len(words) - 1
