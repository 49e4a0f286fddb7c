"""The obligations that an actor may see, one by one and as a list."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import QuerySet

from birlik.base.obligations import refusals
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries.seen import listed_by
from birlik.base.obligations.queries.states import with_state
from birlik.base.obligations.rules import may_see_obligation
from birlik.base.records.models import Act, Wording
from birlik.base.records.queries.retellings import told_twice
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.refused import RefusedError, require

RELATED = ("act", "duty__provision", "debtor", "lead__debtor")


def obligations_within(
    actor: Actor,
    *,
    power: str,
    on: date,
    state: str = "",
    act: str = "",
    due: tuple[date | None, date | None] = (None, None),
) -> QuerySet[Obligation]:
    """What lies within the reach of a power, by due date, in a state of that day ("" for any), of
    the acts of a number ("" for all), due between two days, either of which may be open.

    Where an act is here itself, the demonstration's retelling of it is left out.
    """
    first, last = due
    hidden = Act.objects.filter(told_twice()).values("pk")
    found = Obligation.objects.filter(listed_by(actor, on=on, power=power)).exclude(act__in=hidden)
    if act:
        found = found.filter(act__number=act)
    if first:
        found = found.filter(due_on__gte=first)
    if last:
        found = found.filter(due_on__lte=last)
    if state:
        found = with_state(found, on=on).filter(state=state)
    return found.select_related(*RELATED).order_by("due_on", "pk")


def obligation_within(actor: Actor, number: int, *, at: datetime) -> Obligation:
    """The obligation of that number.

    Raises `RefusedError` when the actor may not see it, and for the same reason when there is none.
    """
    found = Obligation.objects.select_related(*RELATED).filter(pk=number).first()
    if found is None:
        raise RefusedError(refusals.NOT_YOURS_TO_SEE)
    require(may_see_obligation(actor, found, at))
    return found


def titles_for(provisions: Iterable[int]) -> dict[int, LocalText]:
    """Number of a provision → its words as they stand now, in the languages that have any."""
    found: dict[int, dict[str, str]] = {}
    rows = Wording.objects.filter(provision__in=set(provisions), valid_until=None)
    for provision, language, title in rows.values_list("provision", "language", "title"):
        found.setdefault(provision, {})[language] = title
    return {
        number: LocalText(*(texts.get(code, "") for code in LANGUAGES))
        for number, texts in found.items()
    }
