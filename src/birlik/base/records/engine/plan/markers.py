"""The numbers of measures and sub-measures where they may stand: at the head of a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from birlik.base.records.engine.plan.words import Word

MEASURE = re.compile(r"(\d{1,3})\.")
ITEM = re.compile(r"(\d{1,3})\)")
DOTTED = re.compile(r"(\d{1,3})\.(\d{1,3})[.)]?")
ALONE = re.compile(r"(\d{1,3})")
# What it costs to take a number for a word of the text: a number with its sign, and one without.
UNREAD, UNREAD_ALONE = 8.0, 2.0


@dataclass(frozen=True, slots=True)
class Marker:
    """A number at the head of a line: `parent` is that printed before it ("4" of "4.2"), else 0.

    `leap` is how many numbers are missing before it (below 0: it comes again); `unread` is the
    cost of not reading it as a number.
    """

    number: int
    parent: int = 0
    is_measure: bool = True
    leap: int = 0
    unread: float = UNREAD

    @property
    def in_order(self) -> bool:
        """Whether it follows the number before it."""
        return self.leap == 0


def find_markers(words: Sequence[Word]) -> dict[int, Marker]:
    """The numbers that words at the head of a line spell, by the place of the word."""
    found: dict[int, Marker] = {}
    measure, item = 0, 0
    for at, word in enumerate(words):
        if not word.first:
            continue
        marker = _read(word, words[at + 1] if at + 1 < len(words) else None, measure, item)
        if marker is None:
            continue
        found[at] = marker
        if marker.is_measure:
            measure, item = marker.number, item if marker.in_order else 0
        else:
            item = marker.number
    return found


def _read(word: Word, after: Word | None, measure: int, item: int) -> Marker | None:
    if match := MEASURE.fullmatch(word.text):
        number = int(match[1])
        return Marker(number, leap=number - measure - 1)
    if match := ITEM.fullmatch(word.text):
        number = int(match[1])
        return Marker(number, is_measure=False, leap=_item_leap(number, item))
    if match := DOTTED.fullmatch(word.text):
        parent, number = int(match[1]), int(match[2])
        leap = _item_leap(number, item) if parent in (measure, measure + 1) else parent - measure
        return Marker(number, parent, is_measure=False, leap=leap)
    if match := ALONE.fullmatch(word.text):
        number = int(match[1])
        alone = word.last and word.gap != "line" and (after is None or after.gap != "line")
        if alone and number == measure + 1:
            return Marker(number, unread=UNREAD_ALONE)
    return None


def _item_leap(number: int, before: int) -> int:
    return 0 if number == 1 else number - before - 1
