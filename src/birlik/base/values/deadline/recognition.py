"""Words recognised however they are broken, spaced out, run together or misprinted.

The letters of a run of printed words are covered by entries of the lexicon in the cheapest way,
whatever spaces and hyphens stand between them: so «жарты- жылдықта», «т о қ с а н» and «жылсайын»
are read, and «не позднее» is one entry. A printed word that no entry covers stays whole: a WORD.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from birlik.base.values.deadline.lexicon import Lexicon, Meaning, roman
from birlik.base.values.deadline.token import Token

FOUND = 1.0
CROSSED = 0.05
MISPRINTED = 0.5
SPLIT = 1.5
UNKNOWN = 10.0
"""What a step costs: an entry found, and on top of it each space it crosses, a misprint, each end
that lies inside a printed word; a word left unknown costs most, so it is the last resort."""

SHORTEST_PART = 3
"""Entries shorter than this are never cut out of a printed word."""

_WORD = Meaning("WORD")


@dataclass(frozen=True, slots=True)
class _Step:
    """A stretch of letters `[begin, end)` taken as one token; `cost` is of the whole way here."""

    begin: int
    end: int
    meaning: Meaning
    cost: float


def recognise(text: str, run: list[Token], words: Lexicon) -> list[Token]:
    """The tokens that the printed words `run` of `text` make up in the language of `words`."""
    spelt = [words.spell(text[word.start : word.end]) for word in run]
    places = [
        word.start + n
        for word, letters in zip(run, spelt, strict=True)
        for n in range(len(letters))
    ]
    bounds = list(accumulate(map(len, spelt), initial=0))
    letters = "".join(spelt)
    best: dict[int, _Step] = {0: _Step(0, 0, _WORD, 0.0)}
    for begin in range(len(places)):
        if begin not in best:
            continue
        steps = [*_entries(letters, begin, bounds, words), *_whole(text, run, bounds, begin)]
        for step in steps:
            cost = best[begin].cost + step.cost
            if step.end not in best or cost < best[step.end].cost:
                best[step.end] = _Step(begin, step.end, step.meaning, cost)
    tokens: list[Token] = []
    end = len(places)
    while end:
        step = best[end]
        tokens.append(
            Token(step.meaning.kind, places[step.begin], places[end - 1] + 1, step.meaning.value)
        )
        end = step.begin
    return tokens[::-1]


def _entries(letters: str, begin: int, bounds: list[int], words: Lexicon) -> Iterator[_Step]:
    """The entries of the lexicon that begin at a letter."""
    for end in range(begin + 1, min(len(letters), begin + words.longest) + 1):
        first, last = bisect_left(bounds, begin), bisect_left(bounds, end)
        split = (bounds[first] != begin) + (bounds[last] != end)
        found = words.find(letters[begin:end])
        if found is None or (split and (end - begin < SHORTEST_PART or not found[1])):
            continue
        crossed = last - bisect_right(bounds, begin)
        slip = 0.0 if found[1] else MISPRINTED
        yield _Step(begin, end, found[0], FOUND + CROSSED * crossed + SPLIT * split + slip)


def _whole(text: str, run: list[Token], bounds: list[int], begin: int) -> Iterator[_Step]:
    """The printed word that begins at a letter: a Roman numeral, or left unknown.

    Letters printed apart are one numeral («I I») or one unknown word («м е д и а»).
    """
    first = bisect_left(bounds, begin)
    if bounds[first] != begin:
        return
    last = first
    while (
        last + 1 < len(run) and _is_letter(run[last]) and _is_next_letter(run[last], run[last + 1])
    ):
        last += 1
    for stop in range(first, last + 1):
        printed = "".join(text[word.start : word.end] for word in run[first : stop + 1])
        if number := roman(printed):
            cost = FOUND + CROSSED * (stop - first)
            yield _Step(begin, bounds[stop + 1], Meaning("R", number), cost)
    yield _Step(begin, bounds[last + 1], _WORD, UNKNOWN)
    yield _Step(begin, bounds[first + 1], _WORD, UNKNOWN)


def _is_letter(word: Token) -> bool:
    return word.end - word.start == 1


def _is_next_letter(word: Token, following: Token) -> bool:
    return _is_letter(following) and following.start - word.end == 1
