"""What the pages of sheets say."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from birlik.domains.execution.models import Round, Sheet

PILLS: dict[str, tuple[str, str | Promise]] = {
    "open": ("open", pgettext_lazy("sheet", "to be filled in")),
    "late": ("late", pgettext_lazy("sheet", "late")),
    "sent": ("ok", pgettext_lazy("sheet", "sent")),
    "returned": ("warn", pgettext_lazy("sheet", "returned")),
    "closed": ("void", pgettext_lazy("sheet", "not answered")),
}


def state_of(sheet: Sheet, *, at: datetime) -> str:
    """How a sheet stands for its body: by its state, its term and whether its round is over."""
    if sheet.state == Sheet.State.SENT:
        return "sent"
    if sheet.round.state == Round.State.CLOSED:
        return "closed"
    if sheet.state == Sheet.State.RETURNED:
        return "returned"
    return "late" if sheet.round.due_at < at else "open"
