"""An act entered by hand: composed into texts, it goes the one way by which acts become duties."""

from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.obligations import refusals
from birlik.base.obligations.actions.add_text import add_text
from birlik.base.obligations.actions.adopt_act import adopt_act
from birlik.base.obligations.rules import may_adopt_act
from birlik.base.records.actions import kept_reading
from birlik.base.records.engine.by_hand import HandAct, composed_texts
from birlik.base.records.models import Act, Document
from birlik.base.records.queries.readings import act_read_before
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "act.entered",
    may=may_adopt_act,
    label=LocalText("Акт қолмен енгізілді", "Акт внесен вручную", "Act entered by hand"),
    digested=("entered",),
)
def enter_act(
    by: Actor,
    _subject: None,
    /,
    *,
    at: datetime,
    entered: HandAct,
    controlled_from: date | None = None,
    paper: Document | None = None,
    told: str = "",
) -> Act:
    """Make what a person entered an act with its duties; `paper` is the file of the paper itself,
    `told` what of the act is not the act itself (`Act.told`).

    Whoever enters a point vouches for it; deadlines that could not be read stay marked. Raises
    `RefusedError` when nothing is worded in Kazakh or Russian, and when an act of this kind,
    number, day and issuer is already here.
    """
    texts = composed_texts(entered)
    if not texts:
        raise RefusedError(refusals.NO_WORDS)
    main, *others = texts
    if act_read_before(main.draft, told=told):
        raise RefusedError(refusals.ACT_KNOWN)
    act = adopt_act(
        by,
        kept_reading(by, main, at=at),
        at=at,
        controlled_from=controlled_from,
        accept_doubtful=True,
        told=told,
    )
    for other in others:
        reading = kept_reading(by, other, at=at)
        add_text(
            by,
            reading,
            at=at,
            act=act,
            text=other.source,
            other=main.source,
            accept_doubtful=True,
        )
    if paper:
        act.paper = paper
        act.save(update_fields=["paper"])
    note(act=act, points=len(entered.points))
    return act
