"""Words as they are compared: without case, without the letters that a keyboard lacks or confuses.

A word with any Cyrillic letter is Cyrillic: its Latin letters stand for those that look like them
("AҚДM"). A word of Latin letters alone stays as it is, and is also tried as the Cyrillic word that
looks the same ("COBET"), where every letter has such a double. Letters of Kazakh alone are folded
into those by which people without a Kazakh keyboard write them (қ → к, ә → а, і → и, ү → у).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
CYRILLIC = re.compile("[\u0400-\u052f]")
LOOKS = dict(
    zip(
        "aceopxyiABCEHKMOPTXYIhñ",
        "асеорхуіАВСЕНКМОРТХУІһң",
        strict=True,
    )
)
"""A Latin letter → the Cyrillic one that looks like it, in its case: "H" looks like "Н", "h" like
"һ"."""

DOUBLES = str.maketrans(LOOKS)
FOLDS = str.maketrans("ёәғқңөұүһі", "еагкноуухи")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number of a text on `[start, end)`, with the forms in which it is compared."""

    start: int
    end: int
    forms: tuple[str, ...]


def tokens(text: str) -> Iterator[Token]:
    """The words and numbers of a text; "8.1" is one number, "іс-шара" are two words.

    Offsets are those of `text`, whose letters are composed, as in everything that was read.
    """
    for found in WORD.finditer(text):
        yield Token(found.start(), found.end(), folded(found[0]))


def folded(word: str) -> tuple[str, ...]:
    """The forms in which a word is compared; more than one where it may be of either script."""
    word = unicodedata.normalize("NFC", word)
    if CYRILLIC.search(word):
        return (cyrillic(word),)
    if word.isalpha() and all(letter in LOOKS for letter in word):
        return (word.casefold(), cyrillic(word))
    return (word.casefold(),)


def cyrillic(word: str) -> str:
    """A word with Cyrillic letters alone, case and Kazakh letters folded."""
    return word.translate(DOUBLES).casefold().translate(FOLDS)
