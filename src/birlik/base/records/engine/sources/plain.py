"""Plain and Markdown text: offsets are code points of the file, so nothing is changed."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from birlik.base.records.engine.draft import Cell, SourceText, Span, Table
from birlik.base.records.engine.sources.language import detect_language
from birlik.base.records.engine.sources.paragraphs import Line, find_paragraphs, lines_of

MARKDOWN = re.compile(r"^(#{1,6} |\*\*\S.*\*\*\s*$|\|.*\|\s*$)", re.MULTILINE)
PIPE_ROW = re.compile(r"^\s*\|.*\|\s*$")
PIPE_RULE = re.compile(r"^[\s|:-]+$")
NUMBERED = re.compile(r"^(\d+(\.\d+)*[.)]?|\d+-(бөлім|тарау)\.?|(раздел|глава) \d+\.?)$", re.I)
CONTENTS_COLUMNS = 3
# Tables printed into the narrow columns of a page leave many lines of a word or two behind.
NARROW = 24
NARROW_LINES = 30


def read_plain(text: str, name: str) -> SourceText:
    """The text with its paragraphs, and the tables that tabs or pipes still mark."""
    lines = list(lines_of(text))
    tables = tuple(_tables(text, lines))
    markdown = name.lower().endswith((".md", ".markdown")) or bool(MARKDOWN.search(text))
    narrow = sum(
        len(line.words) <= NARROW and len(before.words) <= NARROW and not line.blank_before
        for before, line in pairwise(lines)
    )
    form: Literal["markdown", "text"] = "markdown" if markdown else "text"
    return SourceText(
        text=text,
        format=form,
        language=detect_language(text),
        paragraphs=find_paragraphs(text, [(table.start, table.end) for table in tables]),
        tables=tables,
        flattened=narrow >= NARROW_LINES,
    )


def _tables(text: str, lines: list[Line]) -> Iterator[Table]:
    """Runs of neighbouring lines that are rows of the same kind (tabs, or pipes)."""
    run: list[Line] = []
    for line in [*lines, None]:
        kind = _row_kind(line) if line else ""
        if run and kind != _row_kind(run[0]):
            table = _table(text, run)
            if not _is_contents(text, table):
                yield table
            run = []
        if line and kind:
            run.append(line)


def _is_contents(text: str, table: Table) -> bool:
    """A table of contents: numbered titles and their pages, which tabs only align."""
    columns = 1 + max(cell.column for cell in table.cells)
    numbers = [text[cell.start : cell.end] for cell in table.cells if cell.column == 0]
    return columns <= CONTENTS_COLUMNS and all(NUMBERED.match(number) for number in numbers)


def _row_kind(line: Line) -> str:
    if PIPE_ROW.match(line.words):
        return "|"
    return "\t" if "\t" in line.words else ""


def _table(text: str, run: list[Line]) -> Table:
    mark = _row_kind(run[0])
    rows = [line for line in run if not (mark == "|" and PIPE_RULE.match(line.words))]
    cells: list[Cell] = []
    for number, line in enumerate(rows):
        first, last = _whole_row(text, line) if mark == "\t" else (line.start, line.end)
        cuts = [at for at in range(first, last) if text[at] == mark]
        edges = cuts if mark == "|" else [first - 1, *cuts, last]
        for column, (before, after) in enumerate(pairwise(edges)):
            start, end = trim(text, before + 1, after)
            cells.append(Cell(number, column, start, end))
    return Table(run[0].start, run[-1].end, tuple(cells))


def _whole_row(text: str, line: Line) -> Span:
    """The line with the tabs at its ends, which are empty cells."""
    first, last = line.start, line.end
    while first and text[first - 1] in "\t ":
        first -= 1
    while last < len(text) and text[last] in "\t ":
        last += 1
    return first, last


def trim(text: str, start: int, end: int) -> Span:
    """`[start, end)` without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
