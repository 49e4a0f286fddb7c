"""How much each word looks like a word of an executor cell: codes, groups, «by agreement»."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from birlik.base.records.engine.executors import CITIES
from birlik.base.records.engine.plan.lexicon import core
from birlik.base.records.engine.plan.words import Word

CODE, GROUP, UNLISTED, AND, STRANGER = 3.0, 2.0, 0.0, 0.0, -2.5
# One wrong letter in a code so long is a slip of the scan.
LONG_CODE = 4
ACRONYM = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}")
# What groups of bodies are named by; parts of a city's name may stand at a line's end («Нұр-»).
GROUP_WORDS = (
    *("қалаларының", "қалалары", "облыстардың", "облыстар", "облыстық", "аудандардың", "аудандық"),
    *("әкімдіктері", "әкімдіктер", "әкімдігі", "акиматы", "акимата", "акиматов", "акиматами"),
    *("городов", "города", "городские", "областей", "областные", "области", "районов", "районы"),
)
CITY_WORDS = [part for city in CITIES for part in (core(city), *core(city).split("-"))]
NAMES = frozenset((*GROUP_WORDS, *CITY_WORDS))
JOINING = frozenset({"және", "мен", "пен", "и", ""})
AGREEMENT = (("келісу", "бойынша"), ("келісім", "бойынша"), ("по", "согласованию"))
# Words that stand whole in every plan, whatever its lines broke.
WHOLE_WORDS = (*GROUP_WORDS, *(word for pair in AGREEMENT for word in pair))


def weigh_executors(words: Sequence[Word], abbreviations: Mapping[str, str]) -> list[float]:
    """For each word, how well it fits an executor cell, given the act's own abbreviations."""
    cores = [word.core for word in words]
    codes = set(_code_words(words, cores, abbreviations))
    agreed = set(_agreement_words(cores))
    return [
        CODE
        if at in codes
        else GROUP
        if at in agreed or cores[at].strip("-") in NAMES
        else _weigh_other(words[at], listed=bool(abbreviations))
        for at in range(len(words))
    ]


def _weigh_other(word: Word, listed: bool) -> float:
    if ACRONYM.fullmatch(word.text.strip('"(),;.')):
        return UNLISTED if listed else GROUP
    return AND if word.core in JOINING else STRANGER


def _agreement_words(cores: Sequence[str]) -> Iterator[int]:
    for at in range(len(cores) - 1):
        if (cores[at], cores[at + 1]) in AGREEMENT:
            yield from (at, at + 1)


def _code_words(
    words: Sequence[Word], cores: Sequence[str], abbreviations: Mapping[str, str]
) -> Iterator[int]:
    """The places of words that spell a code of the act's list, one slip of the scan allowed."""
    lettered = [at for at, word in enumerate(cores) if word]
    for code in abbreviations:
        parts = [core(part) for part in code.split()]
        for place in range(len(lettered) - len(parts) + 1):
            spots = lettered[place : place + len(parts)]
            if all(
                _spells(words[at], cores[at], part) for at, part in zip(spots, parts, strict=True)
            ):
                yield from range(spots[0], spots[-1] + 1)


def _spells(word: Word, found: str, part: str) -> bool:
    if found == part:
        return True
    return (
        len(part) >= LONG_CODE
        and len(found) == len(part)
        and word.text.strip('"(),').isupper()
        and OSA.distance(found, part, score_cutoff=1) <= 1
    )
