"""What a paragraph carries that survives translation: the signs by which two texts are matched.

A sign is a string with its kind before a colon: `number:1144`, `item:3)`, `roman:XXXIV`,
`name:жомарт`, `root:ассам`, `word:қазан`. Signs are compared for equality only.
"""

import re
from collections.abc import Iterator
from typing import Literal

from birlik.base.records.engine.align.vocabulary import VOCABULARY

Language = Literal["kk", "ru"]

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_ITEM = re.compile(r"(?:[-–—•]\s*)?(\d{1,2}[.)])\s")
_QUOTED = re.compile(r"[\"«“]\s?([^\"«»“”]{2,80}?)\s?[\"»”]")
_ROMAN = re.compile(r"\b[IVXLІVХ]{2,}\b")
_ROMAN_LOOKS = str.maketrans("ІХ", "IX")
_FOLD = str.maketrans("әғқңөұүһіёэй", "агкноуухиееи", "ьъ")
ROOT_LENGTH = 5


def fold(word: str) -> str:
    """The word in small letters with the letters of Kazakh written as their Russian neighbours,
    so that a loanword is spelled alike in both languages."""
    return word.lower().translate(_FOLD)


def signs_of(text: str, language: Language) -> frozenset[str]:
    """All signs of a paragraph."""
    return frozenset(
        (
            *_numbers(text),
            *(f"roman:{found.translate(_ROMAN_LOOKS)}" for found in _ROMAN.findall(text)),
            *_names(text),
            *_words(text, language),
        )
    )


def roots_of(text: str) -> frozenset[str]:
    """The beginnings of the paragraph's longer words, as far as they identify a word family."""
    return frozenset(
        fold(word)[:ROOT_LENGTH] for word in _WORD.findall(text) if len(word) >= ROOT_LENGTH - 1
    )


def _numbers(text: str) -> Iterator[str]:
    item = _ITEM.match(text)
    if item:
        yield f"item:{item[1]}"
    for found in _NUMBER.findall(text):
        yield "number:" + re.sub(r"[ \u00a0]", "", found).replace(",", ".")


def _names(text: str) -> Iterator[str]:
    for quoted in _QUOTED.findall(text):
        for word in _WORD.findall(quoted):
            yield f"name:{fold(word)}"


def _words(text: str, language: Language) -> Iterator[str]:
    side = 0 if language == "kk" else 1
    for word in map(str.lower, _WORD.findall(text)):
        if word.isascii() and len(word) > 2:
            yield f"latin:{word}"
        elif len(word) >= ROOT_LENGTH:
            yield f"root:{fold(word)[:ROOT_LENGTH]}"
        for stem, entry in _STEMS[side].get(word[:2], ()):
            if word == stem[:-1] if stem.endswith("$") else word.startswith(stem):
                yield f"word:{entry}"


def _stems(side: int) -> dict[str, list[tuple[str, str]]]:
    """The stems of one language by their first two letters, each with the name of its entry."""
    stems: dict[str, list[tuple[str, str]]] = {}
    for entry in VOCABULARY:
        for stem in entry[side]:
            stems.setdefault(stem[:2], []).append((stem, entry[0][0]))
    return stems


_STEMS = (_stems(0), _stems(1))
