"""Puts extracted pieces into one text and keeps where each of them lies."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from birlik.base.records.engine.draft import Cell, Loss, Paragraph, SourceText, Span, Table
from birlik.base.records.engine.sources.encoding import plain_blanks
from birlik.base.records.engine.sources.language import detect_language
from birlik.base.records.engine.sources.paragraphs import HEADING, SENTENCE_END
from birlik.base.records.engine.sources.plain import read_plain

# A file of so many paragraphs, this share of which go on in a small letter, is a text whose every
# printed line was made a paragraph.
MANY = 40
CUT_SHARE = 0.25
# So is a text that keeps this many of Markdown's marks of headings.
MARKED = 3
# Places where a word may break, and marks that nothing prints.
UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


@dataclass(slots=True)
class PlacedCell:
    """A table's cell with its words and its place in the grid; it may grow downwards."""

    words: str
    column: int
    row_span: int = 1
    column_span: int = 1


Rows = Sequence[Sequence[PlacedCell]]


@dataclass(frozen=True, slots=True)
class _Words:
    """A paragraph by the format's own word, or (`loose`) lines whose paragraphs are to be found."""

    text: str
    level: int = 0
    loose: bool = False


@dataclass(slots=True)
class Assembly:
    """A text under construction: paragraphs, loose lines and tables in their order."""

    _pieces: list[_Words | Rows] = field(default_factory=list)
    _lost: list[tuple[int, Loss]] = field(default_factory=list)

    def append_paragraph(self, words: str, level: int = 0) -> None:
        """Append a paragraph; one without words is a blank line."""
        self._pieces.append(_Words(words, level))

    def append_lines(self, words: str) -> None:
        """Append lines as they are; which of them are one paragraph is found afterwards."""
        self._pieces.append(_Words(words, loose=True))

    def append_table(self, rows: Rows) -> None:
        """Append a table by its rows."""
        if any(rows):
            self._pieces.append(rows)

    def append_loss(self, loss: Loss) -> None:
        """Note that something is lost at this place."""
        self._lost.append((len(self._pieces), loss))

    def source(self, form: Literal["docx", "html", "pdf"]) -> SourceText:
        """The text of the pieces, with where its paragraphs and tables lie."""
        pieces = list(self._pieces)
        if _is_set_in_lines(pieces):
            pieces = [_loosened(piece) for piece in pieces]
        pieces = list(_rows_by_tabs(pieces))
        setting = _Setting()
        places = [0]
        for piece in pieces:
            setting.set(piece)
            places.append(setting.length)
        lost = tuple(Loss(one.kind, one.what, places[at], places[at]) for at, one in self._lost)
        return setting.source(form, lost)


def _is_set_in_lines(pieces: Sequence[_Words | Rows]) -> bool:
    """Whether the paragraphs are but the lines of a printed page."""
    words = [piece for piece in pieces if isinstance(piece, _Words) and piece.text.strip()]
    if any(piece.loose for piece in words):
        return False
    if sum(bool(HEADING.match(piece.text)) for piece in words) >= MARKED:
        return True
    cut = sum(
        not SENTENCE_END.search(before.text.rstrip()) and after.text.strip()[0].islower()
        for before, after in pairwise(words)
    )
    return len(words) >= MANY and cut >= CUT_SHARE * len(words)


def _loosened(piece: _Words | Rows) -> _Words | Rows:
    return _Words(f"{piece.text}\n", loose=True) if isinstance(piece, _Words) else piece


def _rows_by_tabs(pieces: Sequence[_Words | Rows]) -> Iterator[_Words | Rows]:
    """Neighbouring paragraphs with tabs are the rows of a table that was never drawn."""
    tabs = [isinstance(piece, _Words) and "\t" in piece.text.strip() for piece in pieces]
    for piece, before, own, after in zip(
        pieces, [False, *tabs], tabs, [*tabs[1:], False], strict=False
    ):
        loose = isinstance(piece, _Words) and piece.loose
        yield _loosened(piece) if own and (before or after) and not loose else piece


class _Setting:
    """The text as it grows, and what is known of its parts."""

    def __init__(self) -> None:
        self._set: list[str] = []
        self.length = 0
        self._paragraphs: list[Paragraph] = []
        self._tables: list[Table] = []
        self._has_loose = False

    def set(self, piece: _Words | Rows) -> None:
        """Append a piece of either kind."""
        if not isinstance(piece, _Words):
            self._set_table(piece)
        elif piece.loose:
            self._append(piece.text)
            self._has_loose = True
        elif words := piece.text.strip():
            self._paragraphs.append(Paragraph(*self._append(words), piece.level))
            self._append("\n\n")

    def _set_table(self, rows: Rows) -> None:
        """Cells parted by tabs, rows by line breaks."""
        cells: list[Cell] = []
        if self._has_loose:
            self._append("\n")
        first = self.length
        for number, row in enumerate(rows):
            for index, cell in enumerate(row):
                if index:
                    self._append("\t")
                start, end = self._append(cell.words.strip())
                cells.append(Cell(number, cell.column, start, end, cell.row_span, cell.column_span))
            self._append("\n")
        self._tables.append(Table(first, cells[-1].end, tuple(cells)))
        self._append("\n")

    def _append(self, piece: str) -> Span:
        start = self.length
        # Some programs write a letter and its mark apart.
        piece = plain_blanks(UNSEEN.sub("", unicodedata.normalize("NFC", piece)))
        self._set.append(piece)
        self.length += len(piece)
        return start, self.length

    def source(self, form: Literal["docx", "html", "pdf"], lost: tuple[Loss, ...]) -> SourceText:
        """The finished text; paragraphs and tables of loose lines are found in what is left."""
        text = "".join(self._set)
        paragraphs, tables, flattened = list(self._paragraphs), list(self._tables), False
        if self._has_loose:
            plain = read_plain(self._loose_only(text), "")
            paragraphs += plain.paragraphs
            tables += plain.tables
            flattened = plain.flattened
        return SourceText(
            text=text,
            format=form,
            language=detect_language(text),
            paragraphs=tuple(sorted(paragraphs, key=lambda one: one.start)),
            tables=tuple(sorted(tables, key=lambda one: one.start)),
            flattened=flattened,
            lost=lost,
        )

    def _loose_only(self, text: str) -> str:
        """The text with blanks for all that is settled, so that offsets stay."""
        pieces, at = [], 0
        settled = [(one.start, one.end) for one in self._paragraphs]
        settled += [(one.start, one.end) for one in self._tables]
        for start, end in sorted(settled):
            pieces += [text[at:start], " " * (end - start)]
            at = end
        return "".join([*pieces, text[at:]])
