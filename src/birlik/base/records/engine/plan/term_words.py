"""How much each word looks like a word of a deadline, by the language of deadlines itself."""

from collections.abc import Iterator, Sequence

from birlik.base.records.engine.plan.words import Word
from birlik.base.values.deadline.lexicon import lexicon
from birlik.base.values.deadline.tokens import tokenise
from birlik.base.values.local_text import Language

TERM, WEAK_TERM, UNIT, NO_TERM = 2.5, 0.7, -0.5, -2.0
# The kinds of words that are rare outside deadlines, and those that are no part of one.
TERM_KINDS = frozenset(
    (
        *("YR", "YR_FROM", "HALF", "QTR", "MON", "WEEK", "RATE", "ADVERB", "EVERY", "TIMES", "Y"),
        *("COUNT_TIMES", "WITHIN", "THROUGHOUT", "CONTINUOUS", "AS_NEEDED", "BEFORE", "NOT_LATER"),
        *("AT_LEAST", "NOT_LESS", "MONTH", "MONTH_TO", "DATE"),
    )
)
NO_TERM_KINDS = frozenset({"WORD", "MARK", "OUTSIDE"})
# A number may count what the next words name («3 әдістемелік құрал»).
UNIT_WORDS = 2


def weigh_terms(words: Sequence[Word], language: Language) -> list[float]:
    """For each word, how well it fits a deadline; read block by block between blank lines."""
    weights: list[float] = []
    for block in _blocks(words):
        own = _weigh_block(block, language)
        weights += [
            UNIT if weight == NO_TERM and _is_counted(block, at) else weight
            for at, weight in enumerate(own)
        ]
    return weights


def _blocks(words: Sequence[Word]) -> Iterator[list[Word]]:
    block: list[Word] = []
    for word in words:
        if block and word.gap not in ("word", "line"):
            yield block
            block = []
        block.append(word)
    if block:
        yield block


def _weigh_block(block: Sequence[Word], language: Language) -> Iterator[float]:
    tokens = tokenise(" ".join(word.text for word in block), lexicon(language))
    place = 0
    for word in block:
        end = place + len(word.text)
        yield _weigh({one.kind for one in tokens if one.start < end and place < one.end})
        place = end + 1


def _weigh(kinds: set[str]) -> float:
    if kinds & TERM_KINDS:
        return TERM
    return NO_TERM if kinds & NO_TERM_KINDS else WEAK_TERM


def _is_counted(block: Sequence[Word], at: int) -> bool:
    return any(word.core.isdigit() for word in block[max(0, at - UNIT_WORDS) : at])
