"""A sheet that was sent goes back to its body with a reason."""

from datetime import datetime

from birlik.base.journal.action import action, announce
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.facts import SheetReturned
from birlik.domains.execution.models import Sheet
from birlik.domains.execution.rules.rounds import may_return_sheet

NO_REASON = LocalText(
    kk="Органға не түзету керегін жазыңыз.",
    ru="Напишите, что органу нужно исправить.",
    en="Say what the body should correct.",
)


@action(
    "sheet.returned",
    may=may_return_sheet,
    label=LocalText("Кесте қайтарылды", "Таблица возвращена", "Sheet returned"),
    withheld=("reason",),
)
def return_sheet(_by: Actor, sheet: Sheet, /, *, at: datetime, reason: str) -> None:
    """Return a sheet: its body sees the reason, mends it and sends it again. Reports that were made
    of it stay and are judged by themselves. Raises `RefusedError` without a reason."""
    if not reason.strip():
        raise RefusedError(NO_REASON)
    sheet.state, sheet.reason, sheet.changed_at = Sheet.State.RETURNED, reason.strip(), at
    sheet.save(update_fields=["state", "reason", "changed_at"])
    announce(SheetReturned(sheet.pk, at.isoformat()))
