"""The conversation about an obligation."""

from datetime import datetime

from birlik.base.journal.action import action, announce, note
from birlik.base.obligations import refusals
from birlik.base.obligations.facts import RemarkMade
from birlik.base.obligations.models import Obligation, Remark
from birlik.base.obligations.rules import may_remark
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "remark.made",
    may=may_remark,
    label=LocalText("Хабарлама жазылды", "Написано сообщение", "Remark made"),
    withheld=("text",),
)
def make_remark(by: Actor, obligation: Obligation, /, *, at: datetime, text: str) -> Remark:
    """Say something about an obligation to all who see it. Raises `RefusedError` when empty."""
    if not text.strip():
        raise RefusedError(refusals.EMPTY_REMARK)
    made = Remark.objects.create(
        obligation=obligation, text=text.strip(), at=at, by_id=by.appointment_id
    )
    note(remark=made.pk)
    announce(RemarkMade(obligation.pk, made.pk))
    return made
