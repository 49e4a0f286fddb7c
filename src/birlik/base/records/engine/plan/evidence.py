"""How much each word of a flattened table looks like a word of each of its columns.

The numbers are weights, not probabilities: what they must do is order the readings. They were
set on the plan of decree No. 1014 and on plans of our own, and are tested on both.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA

from birlik.base.records.engine.executors import CITIES
from birlik.base.records.engine.plan.forms import phrase_at
from birlik.base.records.engine.plan.lexicon import core
from birlik.base.records.engine.plan.words import Word
from birlik.base.values.deadline.lexicon import lexicon
from birlik.base.values.deadline.tokens import tokenise
from birlik.base.values.local_text import Language

TITLE, FORM, DEADLINE, EXECUTORS = range(4)
COLUMNS = (TITLE, FORM, DEADLINE, EXECUTORS)
CODE, GROUP, UNLISTED, STRANGER = 3.0, 2.0, 0.0, -2.5
TERM, WEAK_TERM, UNIT, NO_TERM = 2.5, 0.7, -0.5, -2.0
FORM_BEFORE_TERM, KNOWN_FORM, OTHER_FORM = 3.5, 2.0, -0.3
ACRONYM = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}")
# One wrong letter in a code so long is a slip of the scan.
LONG_CODE = 4
GROUP_WORDS = frozenset(
    "қалаларының қалалары облыстардың облыстар облыстық аудандардың аудандық әкімдіктері әкімдігі "
    "әкімдіктер акиматы акимата акиматов акиматами городов города городские областей областные "
    "области районов районные районы столицы".split()
)
CITY = frozenset(core(city) for city in CITIES)
# «Нұр-» at the end of a line.
CITY_PIECE = frozenset(piece for city in CITIES for piece in core(city).split("-"))
AGREEMENT = (("келісу", "бойынша"), ("келісім", "бойынша"), ("по", "согласованию"))
# Words that stand whole in every plan, whatever its lines broke.
WHOLE_WORDS = (*sorted(GROUP_WORDS), *(word for pair in AGREEMENT for word in pair))
AND = frozenset({"және", "мен", "и", "пен", ""})
# The kinds of words that a deadline alone is made of, and those that other cells have as well.
TERM_KINDS = frozenset(
    "YR YR_FROM HALF QTR MON WEEK RATE ADVERB EVERY TIMES COUNT_TIMES WITHIN THROUGHOUT CONTINUOUS "
    "AS_NEEDED BEFORE NOT_LATER AT_LEAST NOT_LESS MONTH MONTH_TO DATE Y".split()
)
NO_TERM_KINDS = frozenset({"WORD", "MARK", "OUTSIDE"})


def weigh(
    words: Sequence[Word], abbreviations: Mapping[str, str], language: Language
) -> list[tuple[float, float, float, float]]:
    """For each word, how well it fits the columns title, form, deadline, executors."""
    cores = [word.core for word in words]
    codes = _code_words(words, cores, abbreviations)
    terms = _terms(words, language)
    forms = _forms(words, cores, terms)
    agreed = _agreement_words(cores)
    return [
        (
            0.0,
            forms[at],
            terms[at],
            _as_executor(words[at], at in codes, at in agreed, bool(abbreviations)),
        )
        for at in range(len(words))
    ]


def _terms(words: Sequence[Word], language: Language) -> list[float]:
    """How well each word fits a deadline, read by the language of deadlines block by block."""
    weights = [NO_TERM] * len(words)
    for block in _blocks(words):
        text = " ".join(words[at].text for at in block)
        kinds = _kinds(text, language)
        place = 0
        for at in block:
            end = place + len(words[at].text)
            found = [kind for kind, start, stop in kinds if start < end and place < stop]
            weights[at] = _as_term(found)
            place = end + 1
        for at in _units(words, block, weights):
            weights[at] = UNIT
    return weights


def _blocks(words: Sequence[Word]) -> Iterable[list[int]]:
    block: list[int] = []
    for at, word in enumerate(words):
        if block and word.gap not in ("word", "line"):
            yield block
            block = []
        block.append(at)
    if block:
        yield block


def _kinds(text: str, language: Language) -> list[tuple[str, int, int]]:
    tokens = tokenise(text, lexicon(language))
    return [(token.kind, token.start, token.end) for token in tokens if token.kind != "COMMA"]


def _as_term(kinds: Sequence[str]) -> float:
    if any(kind in TERM_KINDS for kind in kinds):
        return TERM
    return NO_TERM if any(kind in NO_TERM_KINDS for kind in kinds) else WEAK_TERM


def _units(words: Sequence[Word], block: Sequence[int], weights: Sequence[float]) -> list[int]:
    """What a number may count: the two words after it, unless they are of a deadline."""
    return [
        at
        for place, at in enumerate(block)
        if weights[at] == NO_TERM
        and any(words[before].core.isdigit() for before in block[max(0, place - 2) : place])
    ]


def _as_executor(printed: Word, of_code: bool, of_agreement: bool, listed: bool) -> float:
    word = printed.core
    if of_code:
        return CODE
    if ACRONYM.fullmatch(printed.text.strip('"(),;.')):
        return UNLISTED if listed else GROUP
    if of_agreement or word in CITY or word in GROUP_WORDS:
        return GROUP
    if word.strip("-") in CITY_PIECE:
        return GROUP
    return 0.0 if word in AND else STRANGER


def _forms(words: Sequence[Word], cores: Sequence[str], terms: Sequence[float]) -> list[float]:
    """How well each word fits a completion form.

    A form of the list counts where it opens a line, follows another, or is followed by a deadline
    on its line; inside a title it is a word like any other.
    """
    weights = [OTHER_FORM] * len(words)
    at = 0
    while at < len(words):
        end = at + phrase_at(cores, at)
        opens = words[at].first or (at and weights[at - 1] > OTHER_FORM)
        before_term = end < len(words) and words[end].gap == "word" and terms[end] == TERM
        before_term = before_term and terms[at] == NO_TERM
        if end > at and (opens or before_term):
            weight = KNOWN_FORM if opens else FORM_BEFORE_TERM
            weights[at:end] = [weight] * (end - at)
        at = max(end, at + 1)
    return weights


def _terms(words: Sequence[Word], language: Language) -> list[float]:
    """How well each word fits a deadline, read by the language of deadlines block by block."""
    weights = [NO_TERM] * len(words)
    for block in _blocks(words):
        text = " ".join(words[at].text for at in block)
        kinds = _kinds(text, language)
        place = 0
        for at in block:
            end = place + len(words[at].text)
            found = [kind for kind, start, stop in kinds if start < end and place < stop]
            weights[at] = _as_term(found)
            place = end + 1
        for at in _units(words, block, weights):
            weights[at] = UNIT
    return weights


def _blocks(words: Sequence[Word]) -> Iterable[list[int]]:
    block: list[int] = []
    for at, word in enumerate(words):
        if block and word.gap not in ("word", "line"):
            yield block
            block = []
        block.append(at)
    if block:
        yield block


def _kinds(text: str, language: Language) -> list[tuple[str, int, int]]:
    tokens = tokenise(text, lexicon(language))
    return [(token.kind, token.start, token.end) for token in tokens if token.kind != "COMMA"]


def _as_term(kinds: Sequence[str]) -> float:
    if any(kind in TERM_KINDS for kind in kinds):
        return TERM
    return NO_TERM if any(kind in NO_TERM_KINDS for kind in kinds) else WEAK_TERM


def _units(words: Sequence[Word], block: Sequence[int], weights: Sequence[float]) -> list[int]:
    """What a number may count: the two words after it, unless they are of a deadline."""
    return [
        at
        for place, at in enumerate(block)
        if weights[at] == NO_TERM
        and any(words[before].core.isdigit() for before in block[max(0, place - 2) : place])
    ]


def _as_executor(printed: Word, of_code: bool, of_agreement: bool, listed: bool) -> float:
    word = printed.core
    if of_code:
        return CODE
    if ACRONYM.fullmatch(printed.text.strip('"(),;.')):
        return UNLISTED if listed else GROUP
    if of_agreement or word in CITY or word in GROUP_WORDS:
        return GROUP
    if word.strip("-") in CITY_PIECE:
        return GROUP
    return 0.0 if word in AND else STRANGER


def _form_words(words: Sequence[Word], cores: Sequence[str]) -> set[int]:
    """Words of the known forms, where these open a line or follow one another."""
    found: set[int] = set()
    at = 0
    while at < len(cores):
        opens = words[at].first or at - 1 in found
        length = phrase_at(cores, at) if opens else 0
        found.update(range(at, at + length))
        at += max(length, 1)
    return found


def _agreement_words(cores: Sequence[str]) -> set[int]:
    return {
        place
        for at in range(len(cores) - 1)
        if (cores[at], cores[at + 1]) in AGREEMENT
        for place in (at, at + 1)
    }


def _code_words(
    words: Sequence[Word], cores: Sequence[str], abbreviations: Mapping[str, str]
) -> set[int]:
    """The places of words that spell a code of the act's list, one slip of the scan allowed."""
    lettered = [at for at, word in enumerate(cores) if word]
    found: set[int] = set()
    for code in _codes(abbreviations):
        for place in range(len(lettered) - len(code) + 1):
            spots = lettered[place : place + len(code)]
            if all(
                _spells(words[at], cores[at], part) for at, part in zip(spots, code, strict=True)
            ):
                found.update(range(spots[0], spots[-1] + 1))
    return found


def _codes(abbreviations: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    for code in abbreviations:
        yield tuple(filter(None, map(core, code.split())))


def _spells(word: Word, found: str, part: str) -> bool:
    if found == part:
        return True
    return (
        len(part) >= LONG_CODE
        and len(found) == len(part)
        and word.text.strip('"(),').isupper()
        and OSA.distance(found, part, score_cutoff=1) <= 1
    )
