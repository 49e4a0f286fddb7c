"""From a duty's schedule and parties to dated occurrences with debtors.

The rules are those of the domain page: the first executor that is named leads and the others
contribute; a group behind a named lead gives one contribution for each member, a group alone one
obligation for each member; a due date is tested against the force of the act before it is moved
to a working day.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from birlik.base.values.schedule import Occurrence, Schedule
from birlik.base.values.working_days import WorkingDays

Role = Literal["lead", "contributor"]
VoidReason = Literal["", "before_adoption", "after_repeal", "period_cut_by_repeal"]


@dataclass(frozen=True, slots=True)
class PartyTerm:
    """An executor of a duty: a structure by its number, or a group by its code."""

    structure: int | None
    group: str
    by_agreement: bool = False


@dataclass(frozen=True, slots=True)
class Force:
    """The days on which an act can make something fall due: `[first, last]`; `last` None while
    it is not repealed."""

    first: date
    last: date | None = None

    def void_reason(self, occurrence: Occurrence) -> VoidReason:
        """Why nothing is owed for an occurrence, or '' when it is owed."""
        return self.reason_on(occurrence.nominal_on, occurrence.period.first_on)

    def reason_on(self, nominal_on: date, period_first: date) -> VoidReason:
        """The same for a nominal day and the first day of its period."""
        if nominal_on < self.first:
            return "before_adoption"
        if self.last is None or nominal_on <= self.last:
            return ""
        return "period_cut_by_repeal" if period_first <= self.last else "after_repeal"


@dataclass(frozen=True, slots=True)
class Owed:
    """One occurrence for one debtor; `leader` is the debtor of the lead's obligation, or None."""

    occurrence: Occurrence
    debtor: int
    role: Role
    due_on: date
    by_agreement: bool
    quantity: int | None
    shared: bool
    void_reason: VoidReason
    leader: int | None = None


Members = Callable[[PartyTerm, date], Sequence[int]]
"""The structures that a party stands for on a day: itself, its successor, or a group's members."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What governs all the duties of an act: its force, the years it plans for, the working days,
    and how many days before the lead a contribution falls due."""

    force: Force
    first_year: int
    last_year: int
    working_days: WorkingDays | None
    contribution_days: int


def roles(parties: Sequence[PartyTerm]) -> tuple[Role, ...]:
    """Who leads: the first that is named; where only groups are named, every one of them."""
    named = next((place for place, one in enumerate(parties) if one.structure is not None), None)
    return tuple(
        "lead" if named is None or place == named else "contributor"
        for place in range(len(parties))
    )


def dated(schedule: Schedule, terms: Terms) -> tuple[Occurrence, ...]:
    """Every time a schedule falls due in the years of its act.

    A report on the act's last year may fall due in the year after it. What is owed once without a
    year is owed by the end of the act's years.
    """
    first = terms.last_year if schedule.per == "once" else terms.first_year
    years = schedule.years or tuple(range(first, terms.last_year + 1))
    since, until = date(min(years), 1, 1), date(max(years) + 1, 12, 31)
    return replace(schedule, years=years).occurrences(since, until, terms.working_days)


def owed(
    schedule: Schedule, parties: Sequence[PartyTerm], members: Members, terms: Terms
) -> Iterator[Owed]:
    """Everything a duty makes somebody owe in the years of its act, leads before contributions."""
    for occurrence in dated(schedule, terms):
        yield from owed_once(schedule, occurrence, parties, members, terms)


def owed_once(
    schedule: Schedule,
    occurrence: Occurrence,
    parties: Sequence[PartyTerm],
    members: Members,
    terms: Terms,
) -> Iterator[Owed]:
    """What one occurrence makes each debtor owe; a debtor named twice owes once."""
    part = roles(parties)
    ordered = sorted(zip(part, parties, strict=True), key=lambda pair: pair[0] != "lead")
    alone = all(one.structure is None for one in parties)
    void_reason = terms.force.void_reason(occurrence)
    leader: int | None = None
    seen: set[int] = set()
    for role, party in ordered:
        for debtor in members(party, occurrence.nominal_on):
            if debtor in seen:
                continue
            seen.add(debtor)
            one = Owed(
                occurrence=occurrence,
                debtor=debtor,
                role=role,
                due_on=occurrence.due_on,
                by_agreement=party.by_agreement,
                quantity=schedule.quantity,
                shared=alone and schedule.quantity is not None,
                void_reason=void_reason,
            )
            if role == "lead":
                leader = debtor
                yield one
            else:
                yield contribution(one, leader, terms)


def contribution(one: Owed, leader: int | None, terms: Terms) -> Owed:
    """The same occurrence for a contributor: due earlier by the norm, yet never before the act,
    and without a quantity of its own."""
    return replace(one, due_on=contributed_by(one.due_on, terms), quantity=None, leader=leader)


def contributed_by(due_on: date, terms: Terms) -> date:
    """By when a contribution to what falls due on a day is needed."""
    earlier = due_on - timedelta(days=terms.contribution_days)
    return max(earlier, min(due_on, terms.force.first))
