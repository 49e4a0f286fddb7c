"""The daily digest: made once for a person and day, and never sent twice.

Before a digest is given to the mail it is claimed, and the claim is committed. Whatever happens
next, nobody claims it again: a mail that certainly did not leave gives the claim back, one that did
is settled, and where the worker died in between the claim stays and shows (`doubtful_digests`), so
that a person decides. So a digest leaves at most once; it can be read in the cabinet in any case.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.models import Digest
from birlik.base.registry.rules import may_tell
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import Language, LocalText


@dataclass(frozen=True, slots=True)
class DigestRow:
    """What an account is told on a day, in its language."""

    account: int
    language: Language
    subject: str
    text: str


@action(
    "digests.made",
    may=may_tell,
    label=LocalText("Күнделікті шолу жасалды", "Составлены ежедневные сводки", "Digests made"),
    withheld=("rows",),
)
def make_digests(
    _by: Actor, _subject: None, /, *, at: datetime, on: date, rows: Sequence[DigestRow]
) -> int:
    """Store the digests of a day; return how many are new. Who has one that day keeps it."""
    told = set(Digest.objects.filter(on=on).values_list("account", flat=True))
    fresh = [row for row in rows if row.account not in told]
    Digest.objects.bulk_create(
        (
            Digest(
                account_id=row.account,
                on=on,
                language=row.language,
                subject=row.subject,
                text=row.text,
                made_at=at,
            )
            for row in fresh
        ),
        batch_size=200,
        ignore_conflicts=True,
    )
    note(made=len(fresh))
    return len(fresh)


@action(
    "digest.claimed",
    may=may_tell,
    label=LocalText("Шолу жіберілуде", "Сводка отправляется", "Digest being sent"),
    entered=False,
)
def claim_digest(_by: Actor, digest: Digest, /, *, at: datetime) -> bool:
    """Take a digest for sending; False when it was sent, or somebody else has taken it."""
    if digest.sent_at is not None or digest.sending_at is not None:
        return False
    digest.sending_at = at
    digest.attempts += 1
    digest.save(update_fields=["sending_at", "attempts"])
    return True


@action(
    "digest.sent",
    may=may_tell,
    label=LocalText("Шолу поштамен жіберілді", "Сводка отправлена почтой", "Digest sent by mail"),
)
def settle_digest(_by: Actor, digest: Digest, /, *, at: datetime) -> None:
    """Record that a digest has left, or that it shall not be sent again."""
    digest.sent_at = digest.sent_at or at
    digest.failure = ""
    digest.save(update_fields=["sent_at", "failure"])


@action(
    "digest.released",
    may=may_tell,
    label=LocalText(
        "Шолуды жіберу қайталанады", "Отправка сводки будет повторена", "Digest to be sent again"
    ),
    withheld=("failure",),
)
def release_digest(_by: Actor, digest: Digest, /, *, at: datetime, failure: str) -> None:
    """Give back a digest that did not leave, with what the mail said; it may be sent again.

    One that has left stays as it is.
    """
    if digest.sent_at is None:
        digest.sending_at = None
        digest.failure = failure[:300]
        digest.save(update_fields=["sending_at", "failure"])
