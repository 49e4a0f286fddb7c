"""The second text of an act: the same words in the other language."""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.records.actions.register import store_findings, store_points
from birlik.base.records.engine.align import align
from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.draft_record import from_record, to_record
from birlik.base.records.models import Act, ActReading, Alignment, Source
from birlik.base.records.rules import may_add_source
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

ALREADY_THERE = LocalText(
    kk="Актінің бұл тілдегі мәтіні бұрыннан бар.",
    ru="Текст акта на этом языке уже есть.",
    en="The act already has its text in this language.",
)


@action(
    "source.added",
    may=may_add_source,
    label=LocalText(
        "Актінің екінші тілдегі мәтіні қосылды",
        "Добавлен текст акта на втором языке",
        "Second text of an act added",
    ),
    digested=("text", "other"),
)
def add_source(
    _by: Actor,
    reading: ActReading,
    /,
    *,
    at: datetime,
    act: Act,
    text: SourceText,
    other: SourceText,
) -> Source:
    """Make a reading the second text of `act` and align the two, paragraph to paragraph.

    `text` is the source of the reading, `other` that of the text already there. Points of the same
    path get their words in the second language; a point that only this text has is added in its
    place. What the check found in the reading is kept with the act. Raises `RefusedError` when the
    act already has a text in this language.
    """
    if act.sources.filter(language=text.language).exists():
        raise RefusedError(ALREADY_THERE)
    draft = from_record(reading.draft)
    source = Source.objects.create(
        act=act,
        language=text.language,
        document=reading.document,
        text=text.text,
        outline=to_record(draft.outline),
        lost=to_record(draft.lost),
    )
    kk, ru = (text, other) if text.language == "kk" else (other, text)
    groups = align(kk, ru)
    Alignment.objects.create(
        act=act, groups=[[group.a, group.b, group.certain] for group in groups]
    )
    store_points(act, draft)
    own = {f"title_{text.language}": draft.title, f"issuer_{text.language}": draft.issuer}
    for column, words in own.items():
        setattr(act, column, getattr(act, column) or words)
    act.save(update_fields=list(own))
    store_findings(act, reading.findings)
    reading.act = act
    reading.state = ActReading.State.CONFIRMED
    reading.save(update_fields=["act", "state"])
    note(act=act, groups=len(groups))
    return source
