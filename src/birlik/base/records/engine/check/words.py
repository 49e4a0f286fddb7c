"""Words of Kazakh and Russian, cut down so that two forms of one word compare equal.

The stemmer is deliberately blunt: it cuts the commonest endings of nouns and adjectives. What it
cuts too short or too long costs a finding, it never makes one, because a rule asks for several
equal stems.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
_KAZAKH = frozenset("әғқңөұүһі")


def listed(words: str) -> tuple[str, ...]:
    """The words of a vocabulary written as running text, in small letters."""
    return tuple(words.casefold().split())


def _longest_first(endings: str) -> tuple[str, ...]:
    return tuple(sorted(listed(endings), key=len, reverse=True))


# Longest first; a stem keeps at least MIN_STEM letters.
_RU_ENDINGS = _longest_first(
    """
    иями ями ами иях ях ах иям ям ам ией ей ой ий ый ая яя ое ее ого его ому ему ым им ом ем
    ых их ую юю ою ею ыми ими ия ие ию ии ья ье ью ьи ов ев а я о е у ю ы и ь й
    """
)
_KK_ENDINGS = _longest_first(
    """
    лары лері дары дері тары тері лар лер дар дер тар тер
    ының інің ның нің дың дің тың тің сының сінің
    на не ға ге қа ке ына іне сына сіне
    ын ін ны ні ды ді ты ті сын сін
    нда нде да де та те ында інде сында сінде
    нан нен дан ден тан тен ынан інен сынан сінен
    мен бен пен сы сі ы і дағы дегі тағы тегі ндағы ндегі ындағы індегі
    """
)
MIN_STEM = 3
STEM_LENGTH = 12
# Final consonants that a Kazakh ending softens, and Russian e / i variants.
_HARD = str.maketrans("бғг", "пқк")


def fold(text: str) -> str:
    """Small letters, ё as е, blanks collapsed: the form in which texts are compared."""
    return " ".join(text.casefold().replace("ё", "е").split())


def is_kazakh(text: str) -> bool:
    """Whether letters stand in the text that Russian does not have."""
    return not _KAZAKH.isdisjoint(text.casefold())


@lru_cache(maxsize=50_000)
def stem(word: str, kazakh: bool) -> str:
    """The beginning of the word that its case, number and person leave alone."""
    small = word.casefold().replace("ё", "е").replace("-", "")
    for _ in range(2 if kazakh else 1):
        for ending in _KK_ENDINGS if kazakh else _RU_ENDINGS:
            if small.endswith(ending) and len(small) - len(ending) >= MIN_STEM:
                small = small[: -len(ending)]
                break
    if kazakh and small:
        small = small[:-1] + small[-1].translate(_HARD)
    return small[:STEM_LENGTH]


def stems(text: str) -> frozenset[str]:
    """The stems of the words of three letters and more."""
    kazakh = is_kazakh(text)
    return frozenset(stem(word, kazakh) for word in WORD.findall(text) if len(word) > 2)


def likeness(a: Iterable[str], b: Iterable[str]) -> float:
    """Shared share of two sets of stems (Jaccard): 1 when equal, 0 when nothing is shared."""
    left, right = frozenset(a), frozenset(b)
    return len(left & right) / len(left | right) if left | right else 0.0
