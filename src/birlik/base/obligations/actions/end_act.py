"""The end of an act: what would fall due after its repeal is void."""

from datetime import date, datetime

from django.db.models import Case, Value, When

from birlik.base.journal.action import action, announce, note
from birlik.base.obligations.facts import ActRepealed
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.rules import may_adopt_act
from birlik.base.records.actions.register import repeal_act
from birlik.base.records.models import Act
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

BY_REPEAL = (Obligation.Reason.AFTER_REPEAL, Obligation.Reason.PERIOD_CUT_BY_REPEAL)


@action(
    "act.ended",
    may=may_adopt_act,
    label=LocalText(
        "Күші жойылған актінің тапсырмалары жабылды",
        "Закрыты поручения утратившего силу акта",
        "Obligations of a repealed act ended",
    ),
)
def end_act(
    by: Actor, act: Act, /, *, at: datetime, repealed_on: date, repealed_by: Act | None = None
) -> int:
    """Repeal an act and make void what its words put after that day; return how many are void.

    What was open at the repeal keeps its state. The nominal day decides, before any move to a
    working day. Where another day of repeal was recorded before, what that one alone had made void
    is owed again.
    """
    repeal_act(by, act, at=at, repealed_on=repealed_on, repealed_by=repealed_by)
    under = Obligation.objects.filter(act=act)
    before = under.filter(outcome=Obligation.Outcome.VOID)
    before.filter(void_reason__in=BY_REPEAL).update(
        outcome=Obligation.Outcome.NONE, void_reason=Obligation.Reason.NONE
    )
    ended = under.filter(outcome=Obligation.Outcome.NONE, nominal_on__gt=repealed_on).update(
        outcome=Obligation.Outcome.VOID,
        void_reason=Case(
            When(period_first__lte=repealed_on, then=Value(Obligation.Reason.PERIOD_CUT_BY_REPEAL)),
            default=Value(Obligation.Reason.AFTER_REPEAL),
        ),
    )
    note(void=ended)
    announce(ActRepealed(act.pk))
    return ended
