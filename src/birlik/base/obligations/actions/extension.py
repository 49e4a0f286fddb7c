"""A later due date: asked for, granted or refused."""

from collections.abc import Collection
from datetime import date, datetime

from birlik.base.journal.action import action, announce, note
from birlik.base.obligations import refusals
from birlik.base.obligations.facts import ExtensionAsked, ExtensionDecided
from birlik.base.obligations.models import Extension, Obligation
from birlik.base.obligations.rules import may_ask_extension, may_decide_extension
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "extension.asked",
    may=may_ask_extension,
    label=LocalText("Мерзімді ұзарту сұралды", "Запрошено продление срока", "Extension asked for"),
    withheld=("reason",),
)
def ask_extension(
    by: Actor, obligation: Obligation, /, *, at: datetime, wanted_on: date, reason: str
) -> Extension:
    """Ask for a later due date with a reason.

    Raises `RefusedError` without a reason, or for a day that is not later than the due date.
    """
    if not reason.strip():
        raise RefusedError(refusals.GROUND_NEEDED)
    if wanted_on <= obligation.due_on:
        raise RefusedError(refusals.LATER_NEEDED)
    made = Extension.objects.create(
        obligation=obligation,
        old_due_on=obligation.due_on,
        wanted_on=wanted_on,
        reason=reason.strip(),
        asked_at=at,
        asked_by_id=by.appointment_id,
    )
    announce(ExtensionAsked(obligation.pk, made.pk))
    return made


@action(
    "extension.granted",
    may=may_decide_extension,
    label=LocalText("Мерзім ұзартылды", "Срок продлен", "Extension granted"),
    withheld=("ground",),
)
def grant_extension(
    by: Actor,
    obligation: Obligation,
    /,
    *,
    at: datetime,
    due_on: date | None = None,
    ground: str = "",
) -> Extension:
    """Move the due date to the day asked for, or to `due_on`; the old one stays on record.

    Raises `RefusedError` for a day that is not later than the due date.
    """
    asked = obligation.extensions.get(granted=None)
    moved_to = due_on or asked.wanted_on
    if moved_to <= obligation.due_on:
        raise RefusedError(refusals.LATER_NEEDED)
    note(old=asked.old_due_on, due_on=moved_to)
    obligation.due_on = moved_to
    obligation.save(update_fields=["due_on"])
    return decide(by, asked, at=at, granted=True, due_on=moved_to, ground=ground)


@action(
    "extension.refused",
    may=may_decide_extension,
    label=LocalText(
        "Мерзімді ұзартудан бас тартылды", "В продлении срока отказано", "Extension refused"
    ),
    withheld=("ground",),
)
def refuse_extension(
    by: Actor, obligation: Obligation, /, *, at: datetime, ground: str
) -> Extension:
    """Refuse a later due date with a reason. Raises `RefusedError` without one."""
    if not ground.strip():
        raise RefusedError(refusals.REASON_NEEDED)
    asked = obligation.extensions.get(granted=None)
    return decide(by, asked, at=at, granted=False, due_on=None, ground=ground)


def decide(
    by: Actor,
    asked: Extension,
    *,
    at: datetime,
    granted: bool,
    due_on: date | None,
    ground: str,
) -> Extension:
    """Store the decision on a request."""
    asked.granted, asked.due_on, asked.ground = granted, due_on, ground.strip()
    asked.decided_at, asked.decided_by_id = at, by.appointment_id
    asked.save()
    announce(ExtensionDecided(asked.obligation_id, asked.pk, granted))
    return asked


def close_requests(by: Actor, obligations: Collection[int], *, at: datetime) -> None:
    """Refuse what waits for a decision on obligations that were settled otherwise."""
    Extension.objects.filter(obligation__in=obligations, granted=None).update(
        granted=False, decided_at=at, decided_by=by.appointment_id
    )
