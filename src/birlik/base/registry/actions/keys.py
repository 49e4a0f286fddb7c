"""Making, renewing and revoking the keys by which programs read in a person's name."""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.engine.secret import new_secret, secret_digest
from birlik.base.registry.models import AccessKey, Appointment
from birlik.base.registry.queries import going_on
from birlik.base.registry.rules import may_issue_key, may_keep_key
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText


@action(
    "key.issued",
    may=may_issue_key,
    label=LocalText("Қолжетімділік кілті берілді", "Выдан ключ доступа", "Access key issued"),
    withheld=("name",),
)
def issue_key(
    _by: Actor, appointment: Appointment, /, *, at: datetime, kind: str, name: str = ""
) -> tuple[AccessKey, str]:
    """Make a key for an appointment, with its secret, which nobody can be shown again.

    `kind` is one of `AccessKey.Kind`; `name` is what the person calls it.
    """
    secret = new_secret()
    made = AccessKey.objects.create(
        kind=kind,
        account=appointment.person.account,
        appointment=appointment,
        name=name,
        digest=secret_digest(secret),
        made_at=at,
    )
    note(key=made.pk)
    return made, secret


@action(
    "key.renewed",
    may=may_keep_key,
    label=LocalText(
        "Қолжетімділік кілті жаңартылды", "Ключ доступа обновлен", "Access key renewed"
    ),
)
def renew_key(by: Actor, key: AccessKey, /, *, at: datetime) -> tuple[AccessKey, str]:
    """Make a new key in the place of an old one, which opens nothing any more."""
    revoke_key(by, key, at=at)
    held = going_on(key.appointment_id, on=day_of(at)) or key.appointment
    return issue_key(by, held, at=at, kind=key.kind, name=key.name)


@action(
    "key.revoked",
    may=may_keep_key,
    label=LocalText(
        "Қолжетімділік кілтінің күші жойылды", "Ключ доступа отозван", "Access key revoked"
    ),
)
def revoke_key(_by: Actor, key: AccessKey, /, *, at: datetime) -> None:
    """Let a key open nothing any more."""
    key.revoked_at = at
    key.save(update_fields=("revoked_at",))
