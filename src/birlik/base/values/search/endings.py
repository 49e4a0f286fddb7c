"""Words without their endings, lightly: every stem that a word may have, not the one it has.

Kazakh puts endings one behind another (кеңес+тер+і+нің): plural, possession, case, and that of the
adjective of a place (-ғы). Each is tried with and without, so that a root that only seems to end so
("Астана", "-на") still meets its own forms. Before a vowel a final қ, к, п sounds ғ, г, б (аймақ,
аймағы), and the narrow vowel of a last syllable may fall out (халық, халқы): stems are also kept
without that voice and vowel. Russian has one ending; all that a word may end with are tried.

Words come folded (see `folding`): the endings below are written as folding leaves them.
"""

import re
from collections.abc import Callable
from functools import lru_cache

SHORTEST = 3
"""How many letters a stem has at least."""

LAYERS_KK = (
    "гы ги кы ки",
    "нын нин дын дин тын тин га ге ка ке на не ны ни ды ди ты ти н "
    "да де та те нда нде дан ден тан тен нан нен мен бен пен",
    "ы и сы си ым им мыз миз ымыз имиз",
    "лар лер дар дер тар тер",
)
"""From the outermost: the adjective of a place, case, possession, plural."""

ENDINGS_RU = (
    "а я о е и ы у ю ь й ам ям ом ем им ым ах ях их ых ов ев ей ой ый ий ая яя ое ее ые ие ую юю "
    "ью ею ия ии ию ами ями ими ыми ого его ому ему ием ией иям иях иями"
)
ENDINGS_EN = "s es"
VOICE = str.maketrans("гб", "кп")
NARROW = re.compile(r"(?<=[^аеиоуыэюя])[ыи](?=[бгджзйклмнпрстшх]$)")


def kazakh(word: str) -> frozenset[str]:
    """The stems of a Kazakh word, the word itself among them."""
    found = {word}
    for layer in LAYERS_KK:
        found |= {stem for one in found for stem in without(one, layer)}
    return frozenset(found | {plain(one) for one in found if len(one) > SHORTEST})


def russian(word: str) -> frozenset[str]:
    """The stems of a Russian word, the word itself among them."""
    return frozenset({word, *without(word, ENDINGS_RU)})


def english(word: str) -> frozenset[str]:
    """The stems of an English word, the word itself among them."""
    return frozenset({word, *without(word, ENDINGS_EN)})


def without(word: str, endings: str) -> set[str]:
    """What is left of a word without each of the endings that it has, which are given as words."""
    return {
        word[: -len(ending)]
        for ending in endings.split()
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST
    }


def plain(stem: str) -> str:
    """A stem without the voice of its last letter and without a narrow vowel before it."""
    return NARROW.sub("", stem[:-1] + stem[-1].translate(VOICE))


STEMMERS: dict[str, Callable[[str], frozenset[str]]] = {
    "kk": kazakh,
    "ru": russian,
    "en": english,
}


@lru_cache(maxsize=100_000)
def stems(word: str, language: str = "") -> frozenset[str]:
    """The stems of a folded word in a language; in all of them where nobody knows which it is.

    A number has no other stem than itself.
    """
    if not word.isalpha():
        return frozenset({word})
    if language in STEMMERS:
        return STEMMERS[language](word)
    return frozenset().union(*(stemmer(word) for stemmer in STEMMERS.values()))
