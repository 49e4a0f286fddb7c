"""Empty cells filled from where a merged cell or the parent measure gives their value."""

from collections.abc import Sequence
from dataclasses import replace

from birlik.base.records.engine.draft import MeasureDraft
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import Language

INHERITABLE = ("completion_form", "deadline", "executors")


def inherit(own: Sequence[MeasureDraft], language: Language) -> tuple[MeasureDraft, ...]:
    """The drafts with empty cells filled from the parent measure, else from the merged cell above.

    What is filled in is never certain. A measure over sub-measures that print a cell of their own
    leaves its own empty: it is their heading, and the cell above belongs to another measure.
    """
    filled: list[MeasureDraft] = []
    for draft in own:
        parent = next((one for one in filled if one.number == draft.parent), None)
        above = next((one for one in reversed(filled) if one.parent == draft.parent), None)
        children = [one for one in own if one.parent == draft.number]
        whole = draft
        for name in INHERITABLE:
            if getattr(draft, name):
                continue
            if parent and getattr(parent, name):
                whole = _take(whole, name, parent, "parent")
            elif above and not any(getattr(child, name) for child in children):
                whole = _take(whole, name, above, "above")
        filled.append(_with_period_of(parent, whole, language) if parent else whole)
    return tuple(filled)


def _take(draft: MeasureDraft, name: str, source: MeasureDraft, place: str) -> MeasureDraft:
    if not getattr(source, name):
        return draft
    names = (name, "schedule") if name == "deadline" else (name,)
    return replace(
        draft,
        **{one: getattr(source, one) for one in names},
        inherited={**draft.inherited, **dict.fromkeys(names, place)},
        spans={**draft.spans, **{one: source.spans[one] for one in names}},
        certain={**draft.certain, **dict.fromkeys(names, False)},
    )


def _with_period_of(parent: MeasureDraft, draft: MeasureDraft, language: Language) -> MeasureDraft:
    """A deadline that names only a count («кемінде 10 эфир») takes its period from the parent."""
    own = read_deadline(draft.deadline, language)
    if "deadline" in draft.inherited or "per" not in own.assumed:
        return draft
    joined = read_deadline(f"{parent.deadline}, {draft.deadline}", language)
    if joined.schedule is None or joined.assumed:
        return draft
    return replace(
        draft,
        schedule=joined.schedule,
        inherited={**draft.inherited, "schedule": "parent"},
        certain={**draft.certain, "schedule": False},
    )
