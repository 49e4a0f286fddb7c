"""The words of a flattened table as they stood in its lines, letters set apart closed again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from birlik.base.records.engine.plan.lexicon import PARTICLES, Lexicon, core, native

Gap = Literal["word", "line", "blank", "page", "banner"]
# So many blank lines, or a form feed, part two pages.
PAGE_BLANKS = 2
PIECE = re.compile(r"\S+")
GROUP = re.compile(r"\S+(?: \S+)*")
# «1.Өткізу», «2)жоба»: the number stuck to the first word.
STUCK_NUMBER = re.compile(r"\d{1,3}[.)](?=[^\W\d]|[\"«“])")
APART_NUMBER = re.compile(r"\s*\d{1,3} \)")
NUMBER = re.compile(r"\d{1,3}\)")
# So many single letters in a row are a word whose letters were set apart («и в» is two words).
SPELT = 3
# What it costs to take for a word: pieces that spell a known one, letters that spell an unknown
# one, an unknown piece, and a letter by itself.
JOINED, SPELT_OUT, UNKNOWN, LOOSE = 0.2, 1.2, 1.0, 2.0


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
    """The words of `line`; where letters of a word were set apart, they are closed again."""
    written = text[line.start : line.end]
    groups = [
        [
            Word(m[0], line.start + group.start() + m.start(), line.start + group.start() + m.end())
            for m in PIECE.finditer(group[0])
        ]
        for group in GROUP.finditer(written)
    ]
    pieces = [piece for group in groups for piece in group]
    if APART_NUMBER.match(written) or any(is_loose(piece.text) for piece in pieces):
        single = len(groups) == 1
        pieces = [word for group in groups for word in _close(group, single, lexicon)]
    found = _part_number(pieces)
    found[0] = replace(found[0], gap=line.gap, first=True, soft=line.soft)
    found[-1] = replace(found[-1], last=True)
    return found


def is_loose(piece: str) -> bool:
    """Whether `piece` is a letter that no text sets by itself."""
    return piece.isalpha() and len(piece) == 1 and piece.lower() not in PARTICLES


def _part_number(words: list[Word]) -> list[Word]:
    head = words[0]
    stuck = STUCK_NUMBER.match(head.text)
    if not stuck:
        return words
    cut = head.start + stuck.end()
    rest = Word(head.text[stuck.end() :], cut, head.end)
    return [Word(stuck[0], head.start, cut), rest, *words[1:]]


def _close(pieces: list[Word], single: bool, lexicon: Lexicon) -> list[Word]:
    """The words that pieces parted by single blanks spell: the cheapest way to join neighbours.

    Where wider gaps part the words of the line (it is not a `single` group), a quotation mark in
    a group is one of its letters; else it stands by itself.
    """
    best: list[tuple[float, list[Word]]] = [(0.0, [])]
    for end in range(1, len(pieces) + 1):
        ways = []
        for start in range(end):
            run = pieces[start:end]
            cost, words = best[start]
            ways.append((cost + _cost(run, single, lexicon), [*words, _joined(run)]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _joined(run: list[Word]) -> Word:
    return Word(native("".join(piece.text for piece in run)), run[0].start, run[-1].end)


def _cost(run: list[Word], single: bool, lexicon: Lexicon) -> float:
    """What it costs to take `run` for one word."""
    whole = _joined(run).text
    known = lexicon.knows(core(lexicon.mend(whole)).rstrip("-"))
    if len(run) == 1:
        return LOOSE if is_loose(whole) else 0.0 if known or not whole.isalpha() else UNKNOWN
    if NUMBER.fullmatch(whole):
        return -JOINED
    if single and any(piece.text == '"' for piece in run):
        return len(run) * LOOSE
    if known:
        return JOINED
    spelt = len(run) >= SPELT and all(len(piece.text) == 1 for piece in run)
    return SPELT_OUT if spelt else len(run) * LOOSE
