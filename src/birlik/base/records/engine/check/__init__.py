"""Questions that a careful lawyer would ask of an act, or of several acts together.

Every rule is a function from the acts to its findings and knows nothing of the others. General
rules only: what they know of the field are small dated vocabularies beside them.
"""

from collections.abc import Callable, Iterator, Sequence

from birlik.base.records.engine.check import (
    abbreviations,
    citations,
    deadlines,
    executors,
    indicators,
    languages,
    measures,
    names,
    quantities,
    regions,
    structure,
    sums,
)
from birlik.base.records.engine.check.finding import Finding, Place, Severity
from birlik.base.records.engine.check.joining import joined
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.draft import ActDraft, SourceText

__all__ = ["RULES", "Finding", "Place", "Severity", "check_acts"]

Rule = Callable[[Sequence[CheckedAct]], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    quantities.inside,
    quantities.between_acts,
    regions.former_numbers,
    citations.references,
    citations.overlapping_terms,
    citations.title_and_passport,
    languages.between_languages,
    sums.parts_and_wholes,
    sums.shares,
    sums.announced_lists,
    sums.shares_of_wholes,
    sums.growth,
    indicators.table_and_plan,
    indicators.directions_without_indicator,
    indicators.facts_and_targets,
    indicators.base_values,
    indicators.indicators_of_languages,
    indicators.facts_and_earlier_plans,
    indicators.targets_outlive_the_act,
    measures.promised_counts,
    measures.repeated_measures,
    measures.plans_of_languages,
    deadlines.parents_and_children,
    deadlines.past_at_adoption,
    deadlines.beyond_repeal,
    deadlines.outside_term,
    deadlines.unclear,
    executors.unknown_executors,
    executors.changing_agreement,
    executors.passport_and_plan,
    names.one_name_for_two,
    names.two_spellings,
    names.names_in_both_languages,
    names.replaced_names,
    names.two_meanings,
    abbreviations.unexplained,
    abbreviations.unused,
    structure.contents_and_sections,
    structure.numberings,
    structure.empty_cells,
    structure.losses,
    structure.merged_passport_rows,
)


def check_acts(
    acts: Sequence[tuple[str, SourceText, ActDraft]], after_rule: Callable[[], None] | None = None
) -> tuple[Finding, ...]:
    """The findings of all rules, each once, in the order of the rules and of the text.

    An act is (name of its file, its text, what was read from it); places speak of the file by
    that name. Two texts with one number and date are taken for the two languages of one act.
    `after_rule` is called after each of `RULES`, for whoever shows how far the check has come.
    """
    checked = tuple(CheckedAct(*act) for act in acts)
    found: dict[Finding, None] = {}
    for rule in RULES:
        found.update(dict.fromkeys(rule(checked)))
        if after_rule:
            after_rule()
    return joined(found, checked)
