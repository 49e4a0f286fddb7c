"""A cell's words put together again: broken words joined, signs and quotation marks attached.

Only white space, hyphens at breaks and slips of the scan are touched; every repair that is not
beyond doubt makes the cell doubtful.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from birlik.base.records.engine.draft import Span
from birlik.base.records.engine.plan.lexicon import ROMAN, Lexicon, core
from birlik.base.records.engine.plan.words import Word, is_loose

CLOSES = tuple(",.;:!?)»”…")
OPENS = tuple("(«“„")
# An ending shorter than this may be a word by itself («мен», «да»).
SHORT = 4
LONE_HYPHEN = re.compile(r"[а-яәғқңөұүһі] - [а-яәғқңөұүһі]")
ONE_SIDED = re.compile(r"\w[-–—] \w|\w [-–—]\w")
ALNUM_HYPHEN = re.compile(r"\w-$")


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell's mended words, whether the mending leaves no doubt, and where they were printed."""

    text: str = ""
    sure: bool = False
    spans: tuple[Span, ...] = ()
    whole: bool = False
    spelt: bool = False


def put_together(words: Sequence[Word], lexicon: Lexicon, repair: bool = True) -> CellText:
    """The text of the cell that `words` are, in printed order.

    `whole` says that they stood together, without a page's end or another cell between them;
    `spelt`, that none of them is suspiciously near another word of the act.
    Without `repair` the slips of the scan stay.
    """
    if not words:
        return CellText()
    text, sure = words[0].text, True
    for before, word in pairwise(words):
        glue, beyond_doubt = _glue(text, before, word, lexicon)
        text = text[: len(text) - glue.cut] + glue.sign + word.text
        sure = sure and beyond_doubt
    mended = " ".join(map(lexicon.mend, text.split(" "))) if repair else text
    return CellText(
        text=mended,
        sure=sure
        and mended == text
        and _balanced(mended)
        and not _loose(words)
        and not _hyphens_doubted(mended),
        spans=_spans(words),
        spelt=not any(map(lexicon.is_doubtful, mended.split(" "))),
        whole=all(word.gap in ("word", "line") for word in words[1:]),
    )


@dataclass(frozen=True, slots=True)
class _Glue:
    sign: str = " "
    cut: int = 0


SPACE, NOTHING, NO_HYPHEN = _Glue(), _Glue(""), _Glue("", 1)


def _glue(text: str, before: Word, word: Word, lexicon: Lexicon) -> tuple[_Glue, bool]:
    """What stands between the text so far and `word`, and whether that is beyond doubt."""
    if word.text.startswith(CLOSES) or text.endswith(OPENS):
        return NOTHING, True
    if word.text[0] == '"' and word.core == "":
        return (NOTHING if _closes(text) else SPACE), _as_set(text, word)
    if before.text.endswith('"') and (before.core == "" or before.text[:-1].endswith(OPENS)):
        return (SPACE if _closes(text[:-1]) else NOTHING), _as_set(text[:-1], before)
    if ALNUM_HYPHEN.search(text):
        return _over_hyphen(before, word, lexicon)
    if not text[-1].isalpha() or not word.text[0].isalpha():
        return SPACE, True
    if word.gap == "word":
        # Where lines were joined before the file was saved, a piece of a word stands like a word.
        return SPACE, len(word.core) >= SHORT or not _is_piece(before.core, word.core, lexicon)
    return _over_break(before, word, lexicon)


def _closes(text: str) -> bool:
    """Whether a quotation mark after `text` closes one that `text` opens."""
    return text.count('"') % 2 == 1


def _as_set(text: str, mark: Word) -> bool:
    """Whether a lone quotation mark stands at that end of its line where it belongs."""
    return mark.first == mark.last or _closes(text) == mark.first


def _over_hyphen(before: Word, word: Word, lexicon: Lexicon) -> tuple[_Glue, bool]:
    left, right = before.text.rstrip("-"), word.text
    if left[-1:].isdigit():
        return NOTHING, True
    joined, hyphened = core(left + right), core(f"{left}-{right}")
    if lexicon.count(joined) > lexicon.count(hyphened):
        return NO_HYPHEN, True
    return NOTHING, lexicon.knows(hyphened) and not lexicon.knows(joined)


def _over_break(before: Word, word: Word, lexicon: Lexicon) -> tuple[_Glue, bool]:
    """Whether a line's end broke a word or stood between two."""
    left, right = before.core, word.core
    apart = lexicon.knows(left), lexicon.knows(right)
    if word.soft or (word.text[0].isupper() and not before.text.isupper()):
        return SPACE, True
    if lexicon.knows(core(lexicon.mend(left + right))):
        broken = not all(apart) or lexicon.count(left + right) > lexicon.count(right)
        return (NOTHING if broken else SPACE), not all(apart)
    if all(apart):
        return SPACE, True
    if not apart[1] and (lexicon.is_ending(right) or _is_stem(left, right, lexicon)):
        return NOTHING, lexicon.is_ending(right)
    return SPACE, len(right) >= SHORT and (apart[1] or lexicon.begins(right[: len(right) - 2]))


def _is_piece(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a short word looks like the end of the word before it."""
    if lexicon.knows(left + right):
        return True
    return not lexicon.knows(right) and lexicon.is_ending(right)


def _is_stem(left: str, right: str, lexicon: Lexicon) -> bool:
    return len(left) >= SHORT and lexicon.begins(left + right[:1])


def _loose(words: Sequence[Word]) -> bool:
    """Whether a letter stands by itself that must be part of a word."""
    return any(is_loose(word.text) and not ROMAN.fullmatch(word.text) for word in words)


def _balanced(text: str) -> bool:
    pairs = (("(", ")"), ("«", "»"), ("“", "”"))
    return text.count('"') % 2 == 0 and all(
        text.count(first) == text.count(last) for first, last in pairs
    )


def _hyphens_doubted(text: str) -> bool:
    """Whether a hyphen stands as if a line's end had set it apart from one of its two words."""
    outside = "".join(text.split('"')[::2])
    return LONE_HYPHEN.search(outside) is not None or ONE_SIDED.search(text) is not None


def _spans(words: Sequence[Word]) -> tuple[Span, ...]:
    """Where the words were printed: one span for each run of lines that stood together."""
    runs = 0
    numbered: list[tuple[int, Word]] = []
    for word in words:
        runs += word.gap not in ("word", "line")
        numbered.append((runs, word))
    spans = []
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        run = [word for _, word in group]
        spans.append((run[0].start, run[-1].end))
    return tuple(spans)
