"""How much each word looks like a word of a completion form."""

from collections.abc import Sequence

from birlik.base.records.engine.plan.forms import phrase_at
from birlik.base.records.engine.plan.term_words import NO_TERM, TERM, WEAK_TERM
from birlik.base.records.engine.plan.words import Word

BEFORE_TERM, KNOWN_FORM, OTHER_FORM = 3.5, 2.0, -0.3


def weigh_forms(words: Sequence[Word], terms: Sequence[float]) -> list[float]:
    """For each word, how well it fits a completion form; `terms` is how well it fits a deadline.

    A form of the list counts where it opens a line, follows another, or is followed by a deadline
    on its line; inside a title it is a word like any other.
    """
    cores = [word.core for word in words]
    weights = [OTHER_FORM] * len(words)
    at = 0
    while at < len(words):
        end = at + phrase_at(cores, at)
        if end > at and (words[at].first or weights[max(at - 1, 0)] > OTHER_FORM):
            weights[at:end] = [KNOWN_FORM] * (end - at)
        elif end > at and terms[at] == NO_TERM and _opens_term(words, terms, end):
            weights[at:end] = [BEFORE_TERM] * (end - at)
        at = max(end, at + 1)
    return weights


def _opens_term(words: Sequence[Word], terms: Sequence[float], at: int) -> bool:
    """Whether a deadline begins at `at`, on the line of the word before: «ежегодно», «2 раза»."""
    if at >= len(words) or words[at].gap != "word":
        return False
    return terms[at] == TERM or (terms[at] == WEAK_TERM and TERM in terms[at + 1 : at + 2])
