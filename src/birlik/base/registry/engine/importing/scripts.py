"""Words in which letters of two alphabets stand mixed, and how names are compared."""

import re
from functools import lru_cache
from typing import Literal

from birlik.base.values.search.folding import LOOKS, tokens

Script = Literal["cyrillic", "latin"]

WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile("[\u0400-\u052f]")
LATIN = re.compile("[A-Za-zÀ-ɏ]")
TO_CYRILLIC = str.maketrans(LOOKS)
TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in LOOKS.items()})


class MixedScriptsError(ValueError):
    """A word mixes the alphabets so that nobody can tell which is meant; `word` is that word."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def in_one_script(text: str, *, script: Script) -> str:
    """A text in which each word has letters of one alphabet: those of the other that look the same
    are put right.

    A word that could be put right either way is taken for `script`, that of its column; words of
    one alphabet stay as they are. Raises `MixedScriptsError` for a word that can be put right
    neither way.
    """
    return WORD.sub(lambda found: word_in_one_script(found[0], script), text)


def word_in_one_script(word: str, script: Script) -> str:
    """One word, see `in_one_script`."""
    if not (CYRILLIC.search(word) and LATIN.search(word)):
        return word
    ways = {"cyrillic": word.translate(TO_CYRILLIC), "latin": word.translate(TO_LATIN)}
    fit = {
        name: mended
        for name, mended in ways.items()
        if not (CYRILLIC.search(mended) and LATIN.search(mended))
    }
    if not fit:
        raise MixedScriptsError(word)
    return fit.get(script) or next(iter(fit.values()))


@lru_cache(maxsize=200_000)
def name_key(text: str) -> str:
    """A name as it is compared: without case, quotes, hyphens and doubled spaces, whatever the
    keyboard, Latin letters that look Cyrillic taken for those."""
    return " ".join(token.forms[-1] for token in tokens(text))
