"""How much each word of a flattened table looks like a word of each of its columns.

The numbers are weights, not probabilities: what they must do is order the readings. A title may
hold any word, so it weighs nothing; what another column's vocabulary knows weighs for that column,
what it does not know, against it. The weights were set on the plan of decree No. 1014 and are
tested on plans set in other columns and pages as well.
"""

from collections.abc import Mapping, Sequence

from birlik.base.records.engine.plan.executor_words import weigh_executors
from birlik.base.records.engine.plan.form_words import weigh_forms
from birlik.base.records.engine.plan.term_words import weigh_terms
from birlik.base.records.engine.plan.words import Word
from birlik.base.values.local_text import Language

ANY = 0.0


def weigh(
    words: Sequence[Word], abbreviations: Mapping[str, str], language: Language
) -> list[tuple[float, float, float, float]]:
    """For each word, how well it fits the columns title, form, deadline, executors."""
    terms = weigh_terms(words, language)
    forms = weigh_forms(words, terms)
    executors = weigh_executors(words, abbreviations)
    return [
        (ANY, form, term, executor)
        for form, term, executor in zip(forms, terms, executors, strict=True)
    ]
