"""Giving an act its words in a further language."""

from collections.abc import Mapping
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.records.models import Act, Wording
from birlik.base.records.rules import may_register_act
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import Language, LocalText


@action(
    "act.worded",
    may=may_register_act,
    label=LocalText("Акт аударылды", "Акт изложен на языке", "Act worded in a language"),
    digested=("words",),
)
def word_act(
    _by: Actor,
    act: Act,
    /,
    *,
    at: datetime,
    language: Language,
    title: str,
    words: Mapping[str, str],
) -> int:
    """Give an act its title, and its provisions their words by path, in a language it lacks.

    Returns how many provisions were worded; paths that the act does not have are left out.
    """
    setattr(act, f"title_{language}", title)
    act.save(update_fields=[f"title_{language}"])
    worded = Wording.objects.bulk_create(
        Wording(
            provision=provision,
            language=language,
            title=words[provision.path],
            valid_from=act.in_force_from,
        )
        for provision in act.provisions.exclude(wordings__language=language)
        if provision.path in words
    )
    note(worded=len(worded))
    return len(worded)
