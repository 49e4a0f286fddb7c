"""Marks of limited access, looked for in words: «Для служебного пользования», «ДСП», «Қызмет
бабында пайдалану үшін», «ҚБП», and the stamps of secrecy.

A mark is found whatever its case, with letters of another alphabet that look alike, and however it
is broken by blanks, line ends, hyphens or invisible characters. It is found too where a text merely
speaks of it: refusing a harmless file costs a card, keeping a marked one cannot be undone. Only two
things are told apart, because they are common: a word that merely contains the letters, and the
board of the same name (плита ДСП, ДСП 16 мм).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

# Letters of other alphabets as the Cyrillic ones that they look like; what is invisible is dropped.
ALIKE = dict(zip("abcehikmnoprtuxyαβδεικμνοπρτυχ", "авсенікмпоргтихуавдеікмвопртух", strict=True))
ALIKE |= dict.fromkeys("ķҡӄƙ", "қ")
UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u0300-\u036f]+"
)
# Kazakh letters as they are typed without a Kazakh keyboard, and figures that stand for letters.
PLAIN = dict(zip("қәғңөһүұійё036", "кагнохууииеозб", strict=True))
NO_LETTERS = re.compile(r"[\W\d_]+")
PHRASES = (
    *("дляслужебногопользовани", "кызметбабындапаидалануушин", "кызметбабындапаидалануга"),
    *("кызметтепаидалануушин", "кызметтикпаидалануушин"),
)
LETTER = r"[^\W\d_]"
PAUSE = r"[ .\-‐‑–_/]{0,2}"
BOARD = re.compile(
    rf"(?:плит|тақта){LETTER}{{0,8}}[ \-]{{0,2}}(?:из )?[«\"(]?дсп(?!{LETTER})"
    rf"|(?<!{LETTER})дсп[»\")]?[ \-,]{{0,2}}(?:плит|тақта|\d+(?:[.,]\d+)? ?мм)"
)
SHORT = re.compile(
    rf"(?<!{LETTER})(?:д{PAUSE}с{PAUSE}п|қ{PAUSE}б{PAUSE}п(?:{PAUSE}[үұу])?)(?!{LETTER})"
)
# A stamp of secrecy stands at the beginning of a line, and the number of the copy follows it.
SECRET = re.compile(
    r"^[^\w\n]*(?:(?:совершенно )?секретно|особой важности|(?:өте )?құпия|ерекше маңызды)"
    r"\W{1,20}(?:экз|дана|\d{1,4}\W{0,3}дана)",
    re.MULTILINE,
)
LATIN_NAME = re.compile(r"(?<![a-z])dsp(?![a-z])")

WINDOW = 2**16
OVERLAP = 300
"""No mark with its board is longer than this."""


def is_marked(paragraphs: Iterable[str]) -> bool:
    """Whether words bear a mark of limited access, also one that is parted by the end of a
    paragraph. All paragraphs are read, unless a mark is found."""
    held = ""
    for words in paragraphs:
        held += f"{words}\n"
        if len(held) >= WINDOW:
            starts = range(0, len(held), WINDOW)
            if any(bears_mark(held[start : start + WINDOW + OVERLAP]) for start in starts):
                return True
            held = held[-OVERLAP:]
    return bears_mark(held)


def bears_mark(text: str) -> bool:
    """Whether a text bears a mark.

    >>> bears_mark("Для слу-\\nжебного пользования"), bears_mark("ЛДСП"), bears_mark("№ 5дсп")
    (True, False, True)
    """
    folded = fold(text)
    letters = NO_LETTERS.sub("", respelled(folded, PLAIN))
    if any(phrase in letters for phrase in PHRASES):
        return True
    short = SHORT.search(folded) and SHORT.search(BOARD.sub(" ", folded))
    return bool(short or SECRET.search(folded))


def is_marked_name(name: str) -> bool:
    """Whether the name of a file bears a mark; there also in Latin letters: "hat_12_dsp.pdf"."""
    return bears_mark(name) or bool(LATIN_NAME.search(name.casefold()))


def fold(text: str) -> str:
    """A text in small letters of one alphabet, without what is invisible, its blanks plain."""
    # Normalised, the numero sign would be two letters.
    plain = unicodedata.normalize("NFKC", text.replace("№", "#")).casefold()
    return re.sub(r"[^\S\n]+", " ", respelled(UNSEEN.sub("", plain), ALIKE))


def respelled(text: str, letters: Mapping[str, str]) -> str:
    """A text with each of the letters as another one; many times faster than `str.translate`."""
    for old, new in letters.items():
        text = text.replace(old, new)
    return text
