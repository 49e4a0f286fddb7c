"""The second text of an act under control: what only that text carries is owed too."""

from dataclasses import replace
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.mandate.actions import record_indicators, word_indicators
from birlik.base.obligations.actions.adopt_act import DOUBTFUL, make_duties
from birlik.base.obligations.rules import may_adopt_act
from birlik.base.records.actions import add_source
from birlik.base.records.engine.amendment import doubtful_count
from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.draft_record import from_record
from birlik.base.records.models import Act, ActReading
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "act.text_added",
    may=may_adopt_act,
    label=LocalText(
        "Актіге екінші тілдегі мәтін қосылды",
        "К акту добавлен текст на втором языке",
        "Act given its text in a second language",
    ),
    digested=("text", "other"),
)
def add_text(
    by: Actor,
    reading: ActReading,
    /,
    *,
    at: datetime,
    act: Act,
    text: SourceText,
    other: SourceText,
    accept_doubtful: bool = False,
) -> Act:
    """Make a reading the second text of an act that is under control; see `add_source`.

    Indicators get their names in this language. Rows of the table and measures that the first text
    had lost become targets, observations and duties as they do in an adoption: raises
    `RefusedError` when cells of those measures are doubtful and `accept_doubtful` is not given.
    """
    known = set(act.provisions.values_list("path", flat=True))
    draft = from_record(reading.draft)
    lost = replace(
        draft,
        indicators=tuple(row for row in draft.indicators if f"indicator/{row.number}" not in known),
        measures=tuple(one for one in draft.measures if f"measure/{one.number}" not in known),
    )
    if not accept_doubtful and doubtful_count(lost):
        raise RefusedError(DOUBTFUL)
    add_source(by, reading, at=at, act=act, text=text, other=other)
    word_indicators(by, act, at=at, language=text.language)
    record_indicators(by, act, at=at, language=text.language, table=lost.indicators)
    note(act=act, **make_duties(by, act, lost, at=at))
    return act
