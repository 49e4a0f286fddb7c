"""A language's words, found as they are printed, misprinted or scanned.

Kinds of tokens: N a cardinal, R an ordinal or Roman numeral, Y a year, DATE a numeric date; YR HALF
QTR MON WEEK the nouns of periods, DAY and DAY_OF ("числа", "күніне") those of days, MONTH a month's
name (MONTH_TO in the Kazakh dative, YR_FROM a year in the ablative); RATE "in each" period,
ADVERB "quarterly", EVERY, TIMES, COUNT_TIMES "twice"; what limits and joins is named as it reads.
COMMA, DASH and MARK are punctuation, WORD is a word the language of deadlines does not have, NEAR
one that may be a misprint of a word it has.
"""

import re
from dataclasses import dataclass
from functools import cache

from birlik.base.values.deadline.words import Table
from birlik.base.values.deadline.words.en import WORDS as EN
from birlik.base.values.deadline.words.kk import WORDS as KK
from birlik.base.values.deadline.words.ru import WORDS as RU
from birlik.base.values.local_text import Language

TABLES: dict[Language, Table] = {"kk": KK, "ru": RU, "en": EN}

_CYRILLIC = "асеорхуіктвнмАСЕОРХУІКТВНМ"
_LATIN = "aceopxyiktbhmACEOPXYIKTBHM"
_TO_CYRILLIC = str.maketrans(_LATIN + "0", _CYRILLIC + "о")
_TO_LATIN = str.maketrans(_CYRILLIC + "0", _LATIN + "o")

_SLIPS = (
    ("ьі", "ы"),
    ("ін", "ш"),
    ("rn", "m"),
    ("vv", "w"),
    *((letter, "у") for letter in "үұ"),
    *((letter, "о") for letter in "өеё"),
    *((letter, "а") for letter in "әэ"),
    *((letter, "к") for letter in "қ"),
    *((letter, "г") for letter in "ғ"),
    *((letter, "н") for letter in "ңпий"),
    *((letter, "ш") for letter in "щ"),
    *((letter, "х") for letter in "һ"),
    *((letter, "д") for letter in "ц"),
    *((letter, "ь") for letter in "ъ"),
    ("l", "i"),
)
"""What a scanner takes for something else, folded to one letter of each set."""

SHORTEST_MISPRINT = 4
"""A shorter word is found only as it is spelt: too many words are one letter away."""

SHORTEST_NEAR = 5
"""A shorter unknown word is taken for the misprint only of a word that follows numbers."""

_SHORTEST_COUNTED = {"TIMES": 3} | dict.fromkeys(
    ["YR", "HALF", "QTR", "MON", "WEEK", "DAY", "DAY_OF", "MONTH", "MONTH_TO", "MONTH_OF"], 4
)
"""The kinds of words that follow numbers, and how short one may be to be missed by a letter."""

_ROMAN_LOOKS = str.maketrans({**dict.fromkeys("IІіil1|", "I"), **dict.fromkeys("VvУ", "V")})
_ROMAN_NUMBERS = {
    roman: number
    for number, roman in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1
    )
}
_ROMAN = re.compile(r"[IІіil1VvУХX|ПШ]+")
_SMALL = set("iіv")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word is: its kind, and its number or period where it has one."""

    kind: str
    value: str | int | None = None


@dataclass(frozen=True)
class Lexicon:
    """The words of one language by their letters, with spaces and hyphens left out."""

    language: Language
    exact: dict[str, Meaning]
    misprinted: dict[str, Meaning | None]
    counted: tuple[str, ...]
    longest: int

    def spell(self, word: str) -> str:
        """The word in lower-case letters of the language's own alphabet, look-alikes replaced."""
        return word.translate(_TO_LATIN if self.language == "en" else _TO_CYRILLIC).lower()

    def find(self, letters: str) -> tuple[Meaning, bool] | None:
        """The meaning of spelt letters and whether they are spelt right; None when unknown.

        A misprint that could be two different words is unknown.
        """
        if meaning := self.exact.get(letters):
            return meaning, True
        if len(letters) >= SHORTEST_MISPRINT and (near := self.misprinted.get(_fold(letters))):
            return near, False
        return None

    def is_near(self, letters: str) -> bool:
        """Whether spelt letters are a letter away from a known word, or two letters turned round:
        after a number («25 декбря», «2 рза») that is more likely a misprint than a thing to count.

        Of all words when they begin alike and are not short; else only of those that follow
        numbers.
        """
        folded = _fold(letters)
        return any(
            abs(len(known) - len(folded)) <= 1 and _differ(known, folded)
            for known in self.counted
            + tuple(
                known
                for known in self.misprinted
                if min(len(folded), len(known)) >= SHORTEST_NEAR and known[0] == folded[0]
            )
        )


def roman(word: str) -> int | None:
    """The number 1-12 of a Roman numeral in whatever letters look like one; None otherwise.

    A scanner's «П» and «Ш» are II and III, «І», «l» and «1» are I, «У» is V.
    """
    if not _ROMAN.fullmatch(word) or not (re.search(r"[IІVУХXПШ]", word) or set(word) <= _SMALL):
        return None
    plain = word.replace("П", "II").replace("Ш", "III").replace("Х", "X").translate(_ROMAN_LOOKS)
    return _ROMAN_NUMBERS.get(plain)


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of `language`, built from its table once."""
    exact: dict[str, Meaning] = {}
    misprinted: dict[str, Meaning | None] = {}
    for kind, value, forms in TABLES[language]:
        meaning = Meaning(kind, value)
        for form in forms.split(";"):
            letters = re.sub(r"[^\w/]", "", form).lower()
            exact[letters] = meaning
            folded = _fold(letters)
            misprinted[folded] = meaning if misprinted.get(folded, meaning) == meaning else None
    counted = tuple(
        _fold(letters)
        for letters, meaning in exact.items()
        if len(letters) >= _SHORTEST_COUNTED.get(meaning.kind, len(letters) + 1)
    )
    return Lexicon(language, exact, misprinted, counted, max(map(len, exact)))


def _fold(letters: str) -> str:
    for taken, meant in _SLIPS:
        letters = letters.replace(taken, meant)
    return letters


def _differ(one: str, other: str) -> bool:
    """Whether two different words are equal but for one letter changed, added or left out."""
    short, long = sorted((one, other), key=len)
    place = next(
        (n for n, pair in enumerate(zip(short, long, strict=False)) if len({*pair}) > 1), None
    )
    if place is None:
        return len(short) < len(long)
    turned = short[place : place + 2] == long[place : place + 2][::-1]
    if turned and short[place + 2 :] == long[place + 2 :]:
        return True
    return short[place + (len(short) == len(long)) :] == long[place + 1 :]
