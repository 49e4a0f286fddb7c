"""Telling people what they should know, once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.models import Notice
from birlik.base.registry.rules import may_see_notices, may_tell
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

BATCH = 500


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """What an account is to be told: `key` says what happened, `address` where to look."""

    account: int
    key: str
    text: LocalText
    address: str


@action(
    "notice.given",
    may=may_tell,
    label=LocalText("Хабарлама жіберілді", "Направлено уведомление", "Notice given"),
    withheld=("rows",),
)
def give_notices(
    _by: Actor, _subject: None, /, *, at: datetime, about: str, rows: Sequence[NoticeRow]
) -> int:
    """Tell accounts what happened; return how many notices are new.

    An account is told of a key once, so repeating changes nothing. `about` is what all of them are
    about, for the journal.
    """
    rows = unknown(rows)
    Notice.objects.bulk_create(
        (
            Notice(
                account_id=row.account,
                key=row.key,
                name_kk=row.text.kk,
                name_ru=row.text.ru,
                name_en=row.text.en,
                address=row.address,
                at=at,
            )
            for row in rows
        ),
        batch_size=BATCH,
        ignore_conflicts=True,
    )
    note(given=len(rows), accounts=sorted({row.account for row in rows}))
    return len(rows)


def unknown(rows: Iterable[NoticeRow]) -> list[NoticeRow]:
    """The rows of which their accounts have not been told yet, each once."""
    wanted = {(row.account, row.key): row for row in rows}
    keys = sorted({key for _account, key in wanted})
    for begin in range(0, len(keys), BATCH):
        told = Notice.objects.filter(key__in=keys[begin : begin + BATCH])
        for pair in told.values_list("account", "key"):
            wanted.pop(pair, None)
    return list(wanted.values())


@action(
    "notices.seen",
    may=may_see_notices,
    label=LocalText("Хабарламалар қаралды", "Уведомления просмотрены", "Notices seen"),
    entered=False,
)
def see_notices(by: Actor, _subject: None, /, *, at: datetime) -> int:
    """Mark all notices of one's own account as seen; return how many were not."""
    return Notice.objects.filter(account=by.account_id, seen_at=None).update(seen_at=at)
