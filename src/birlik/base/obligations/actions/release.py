"""Release from execution."""

from datetime import datetime

from birlik.base.journal.action import action, announce
from birlik.base.obligations import refusals
from birlik.base.obligations.actions.extension import close_requests
from birlik.base.obligations.facts import ObligationReleased
from birlik.base.obligations.models import Obligation, Release
from birlik.base.obligations.rules import may_release
from birlik.base.records.models import Provision
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "obligation.released",
    may=may_release,
    label=LocalText(
        "Орындаудан босатылды", "Освобождение от исполнения", "Released from execution"
    ),
    withheld=("reason",),
)
def release_obligation(
    by: Actor, obligation: Obligation, /, *, at: datetime, ground: Provision, reason: str
) -> Release:
    """Release an obligation from execution on the ground of a point of an act.

    It leaves the denominator of every rate. A request for a later date that waited is refused, a
    report that waited is left as it was.
    Raises `RefusedError` without a reason.
    """
    if not reason.strip():
        raise RefusedError(refusals.GROUND_NEEDED)
    obligation.outcome = Obligation.Outcome.RELEASED
    obligation.save(update_fields=["outcome"])
    close_requests(by, [obligation.pk], at=at)
    announce(ObligationReleased(obligation.pk))
    return Release.objects.create(
        obligation=obligation,
        ground=ground,
        reason=reason.strip(),
        at=at,
        by_id=by.appointment_id,
    )
