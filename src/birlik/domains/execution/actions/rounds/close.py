"""A round is closed, and may be opened again."""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.letters.models import Mailing
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.models import Round, Sheet
from birlik.domains.execution.rules.rounds import (
    may_attach_request,
    may_close_round,
    may_reopen_round,
)


@action(
    "round.closed",
    may=may_close_round,
    label=LocalText("Ақпарат сұрату жабылды", "Сбор информации закрыт", "Reporting round closed"),
)
def close_round(_by: Actor, one: Round, /, *, at: datetime) -> int:
    """Close a round: nothing is entered any more; of how many bodies an answer is missing. A sheet
    that is sent at this instant is waited for and counts as answered."""
    sheets = Sheet.objects.select_for_update(of=("self",)).filter(round=one).order_by("pk")
    missing = sum(sheet.state != Sheet.State.SENT for sheet in sheets)
    one.state, one.closed_at = Round.State.CLOSED, at
    one.save(update_fields=["state", "closed_at"])
    note(missing=missing)
    return missing


@action(
    "round.reopened",
    may=may_reopen_round,
    label=LocalText(
        "Ақпарат сұрату қайта ашылды", "Сбор информации открыт заново", "Reporting round reopened"
    ),
)
def reopen_round(_by: Actor, one: Round, /, *, at: datetime, due_at: datetime | None) -> None:
    """Open a closed round again, until another term where one is given."""
    one.state, one.closed_at = Round.State.OPEN, None
    one.due_at = due_at or one.due_at
    one.save(update_fields=["state", "closed_at", "due_at"])


@action(
    "round.request_attached",
    may=may_attach_request,
    label=LocalText(
        "Сұрату хаты тіркелді", "К сбору приложено письмо-запрос", "Request letter put to a round"
    ),
)
def attach_request(_by: Actor, one: Round, /, *, at: datetime, mailing: Mailing) -> None:
    """Keep with a round the letter that asks for it."""
    one.request = mailing
    one.save(update_fields=["request"])
