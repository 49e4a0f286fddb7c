"""How a word sounds, in Latin letters: where two scripts, and the ways of writing one name, meet.

"Жұмабаев", "Zhumabayev" and "Jumabaev" sound alike. No one standard is followed, for passports,
papers and people follow several (BGN/PCGN 1979, ICAO Doc 9303, the Kazakh Latin alphabets of 2018
and 2021): what any of them writes for a sound is brought to the same letters here.
"""

import re
import unicodedata

CYRILLIC = {
    **dict(zip("абвгдеёжзиійклмноп", "abvgdeejziiiklmnop", strict=True)),
    **dict(zip("рстуфхцчшщыэһ", "rstufhcqssieh", strict=True)),
    **{"ю": "iu", "я": "ia", "ь": "", "ъ": ""},
}
"""A folded Cyrillic letter → its sound: `j` is ж, `c` ц, `q` ч; `s` stands for ш and щ too, and `i`
for every vowel that is written y or i."""

LATIN = {
    **{"shch": "s", "dzh": "j", "tch": "q", "zh": "j", "kh": "h", "gh": "g", "sh": "s"},
    **{"ch": "q", "ts": "c", "ye": "e", "yo": "e", "x": "ks", "w": "u", "y": "i"},
    **{"q": "k"},
}
"""What Latin writes for a sound, the longest first."""

WRITTEN = re.compile("|".join(LATIN))
DOTLESS = str.maketrans("ı", "i")
DOUBLED = re.compile(r"(.)\1+|(?<=n)g")
"""Doubled letters, and the г of нг, which Latin writes for ң too."""


def sound(word: str) -> str:
    """How a folded word of either script sounds; '' for a number."""
    if not word.isalpha():
        return ""
    parts = unicodedata.normalize("NFD", word.translate(DOTLESS))
    latin = "".join(sign for sign in parts if not unicodedata.combining(sign))
    if latin.isascii():
        heard = WRITTEN.sub(lambda found: LATIN[found[0]], latin)
    else:
        heard = "".join(CYRILLIC.get(letter, letter) for letter in word)
    return DOUBLED.sub(lambda found: found[1] or "", heard)
