"""The words of a flattened table as they stood in its lines, letters set apart closed again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from birlik.base.records.engine.plan.lexicon import SET_APART, Lexicon, core

Gap = Literal["word", "line", "blank", "page", "banner"]
# So many blank lines, or a form feed, part two pages.
PAGE_BLANKS = 2
PIECE = re.compile(r"\S+")
GROUP = re.compile(r"\S+(?: \S+)*")
# «1.Өткізу», «2)жоба»: the number stuck to the first word.
STUCK_NUMBER = re.compile(r"\d{1,3}[.)](?=[^\W\d]|[\"«“])")
# So many single letters in a row are a word whose letters were set apart («и в» is two words).
SPELT = 3
HUMP = re.compile(r"(?<=[^\W\d_])(?=[А-ЯЁӘҒҚҢӨҰҮҺІA-Z])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its place in the source, and what parts it from the word before.

    `first` and `last` say whether it stands at an end of its line. `soft` says that the line
    before it ended with a blank, the sign of a break between two words.
    """

    text: str
    start: int
    end: int
    gap: Gap = "word"
    first: bool = False
    last: bool = False
    soft: bool = True

    @property
    def core(self) -> str:
        """Its letters and digits in lower case, without the signs around them."""
        return core(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that carries words: `[start, end)`, and what parts it from the line before."""

    start: int
    end: int
    gap: Gap
    soft: bool


def read_lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of `text[start:end]` that carry words."""
    at, blanks, feed, soft = start, PAGE_BLANKS, True, True
    for raw in re.split(r"(?<=\n)", text[start:end]):
        feed = feed or "\f" in raw
        if raw.strip():
            gap: Gap = "page" if feed or blanks >= PAGE_BLANKS else "blank" if blanks else "line"
            yield Line(at, at + len(raw.rstrip("\r\n\f")), gap, soft)
            blanks, feed, soft = 0, raw.rstrip("\r\n").endswith("\f"), raw.rstrip("\r\n")[-1] == " "
        else:
            blanks += 1
        at += len(raw)


def read_words(text: str, line: Line, lexicon: Lexicon) -> list[Word]:
    """The words of `line`; where its letters were set apart to fill it, they are closed again."""
    written = text[line.start : line.end]
    if SET_APART.search(written):
        found = [
            word
            for group in GROUP.finditer(written)
            for word in _close(group[0], line.start + group.start(), lexicon)
        ]
    else:
        found = [
            Word(m[0], line.start + m.start(), line.start + m.end())
            for m in PIECE.finditer(written)
        ]
    found = _part_number(found)
    found[0] = replace(found[0], gap=line.gap, first=True, soft=line.soft)
    found[-1] = replace(found[-1], last=True)
    return found


def _part_number(words: list[Word]) -> list[Word]:
    head = words[0]
    stuck = STUCK_NUMBER.match(head.text)
    if not stuck:
        return words
    cut = head.start + stuck.end()
    rest = Word(head.text[stuck.end() :], cut, head.end)
    return [Word(stuck[0], head.start, cut), rest, *words[1:]]


def _close(group: str, offset: int, lexicon: Lexicon) -> Iterator[Word]:
    """The words of a group whose inner blanks may be gaps between letters of one word."""
    pieces = [Word(m[0], offset + m.start(), offset + m.end()) for m in PIECE.finditer(group)]
    if len(pieces) == 1 or _one_word(pieces, lexicon):
        yield from _closed(pieces, lexicon)
        return
    run: list[Word] = []
    for piece in pieces:
        if run and not (len(piece.text) == 1 and len(run[-1].text) == 1):
            yield from _closed_run(run, lexicon)
            run = []
        run.append(piece)
    yield from _closed_run(run, lexicon)


def _one_word(pieces: list[Word], lexicon: Lexicon) -> bool:
    whole = "".join(piece.text for piece in pieces)
    if all(len(piece.text) == 1 for piece in pieces):
        return len(pieces) >= SPELT or not all(lexicon.knows(piece.core) for piece in pieces)
    apart = all(lexicon.knows(piece.core) for piece in pieces if piece.core)
    return not apart and (lexicon.knows(core(whole)) or lexicon.mend(whole) != whole)


def _closed_run(run: list[Word], lexicon: Lexicon) -> Iterator[Word]:
    if len(run) >= SPELT:
        yield from _closed(run, lexicon)
    else:
        yield from run


def _closed(pieces: list[Word], lexicon: Lexicon) -> Iterator[Word]:
    whole = "".join(piece.text for piece in pieces)
    cut = _seam(whole, lexicon) if len(pieces) == len(whole) else 0
    if cut:
        yield Word(whole[:cut], pieces[0].start, pieces[cut - 1].end)
        yield Word(whole[cut:], pieces[cut].start, pieces[-1].end)
    else:
        yield Word(whole, pieces[0].start, pieces[-1].end)


def _seam(whole: str, lexicon: Lexicon) -> int:
    """Where two words whose letters ran together part; 0 when they are one word."""
    if lexicon.knows(core(whole)):
        return 0
    humps = [m.start() for m in HUMP.finditer(whole) if whole[m.start() - 1].islower()]
    known = [
        at
        for at in range(2, len(whole) - 1)
        if lexicon.knows(core(whole[:at])) and lexicon.knows(core(whole[at:]))
    ]
    return (humps + known + [0])[0]
