"""What an act to be makes, as the page shows it before anything is kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from birlik.base.obligations.actions.foresight import Foreseen
from birlik.base.obligations.models import Party
from birlik.base.records.engine.by_hand import HandPoint
from birlik.base.records.engine.draft_record import restore
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.web.acts_by_hand.deadline import SHOWN
from birlik.domains.execution.web.imports.spoken import spoken


@dataclass(frozen=True, slots=True)
class ShownParty:
    """An executor of a point: its name, how it was written, whether it leads, whether the registry
    is to learn it, and how many bodies a group stands for (0 for a single body)."""

    name: LocalText
    words: str
    leads: bool
    by_agreement: bool
    unknown: bool
    members: int


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A point of the act to be with what it would make."""

    point: HandPoint
    meaning: str
    certain: bool
    parties: tuple[ShownParty, ...]
    days: tuple[date, ...]
    more: int
    obligations: int
    contributions: int
    unrecorded: int


@dataclass(frozen=True, slots=True)
class Totals:
    """What the whole act would make."""

    duties: int
    obligations: int
    contributions: int
    unread: int


def shown_points(act: Act, foreseen: Iterable[Foreseen]) -> Iterator[ShownPoint]:
    """The points as the page shows them."""
    for one in foreseen:
        duty = one.made.duty
        schedule: Schedule | None = restore(Schedule | None, duty.schedule)
        days = sorted({due.due_on for due in one.leads})
        yield ShownPoint(
            point=one.point,
            meaning=spoken(schedule),
            certain="schedule" not in duty.doubtful,
            parties=tuple(shown_party(party, one) for party in one.made.parties),
            days=tuple(days[:SHOWN]),
            more=max(len(days) - SHOWN, 0),
            obligations=len(one.leads),
            contributions=len(one.made.owed) - len(one.leads),
            unrecorded=sum(due.due_on < act.controlled_from for due in one.made.owed),
        )


def shown_party(party: Party, one: Foreseen) -> ShownParty:
    """An executor with its name in the registry, or as it was written."""
    body: Structure | None = one.bodies.get(party.structure_id or 0)
    debtors = {due.debtor for due in one.made.owed if due.role == party.role}
    return ShownParty(
        name=body.name if body else LocalText(kk=party.words),
        words=party.words,
        leads=party.role == Party.Role.LEAD,
        by_agreement=party.by_agreement,
        unknown=body is not None and body.pk < 0,
        members=0 if body else len(debtors),
    )


def totals_of(act: Act, foreseen: Sequence[Foreseen]) -> Totals:
    """The sums over all points."""
    points = list(shown_points(act, foreseen))
    return Totals(
        duties=len(points),
        obligations=sum(one.obligations for one in points),
        contributions=sum(one.contributions for one in points),
        unread=sum(not one.meaning for one in points),
    )
