"""Who is to be told of what happens to an obligation: offices of today, by the reach of powers."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from django.db.models import Q

from birlik.base.obligations.engine.visas import GIVEN
from birlik.base.obligations.models import Obligation, Resolution, Visa
from birlik.base.records.models import Act
from birlik.base.registry.models import Appointment, Structure
from birlik.base.registry.queries import Seat, answering, answering_places, seats

REPORTS, REVIEWS, SEES = "obligations.report", "obligations.review", "plans.read"
DIRECTS = "obligations.direct"
OVERSEES = "reports.read"
"""The power by which the charter marks heads and coordinators."""

WITH_PLACES = (
    "act",
    "duty__provision",
    "debtor__territory__parent",
    "debtor__successor",
    "lead__debtor__territory__parent",
    "lead__debtor__successor",
)
"""What must be loaded beside an obligation for its recipients to be found without a query each."""


@dataclass(slots=True)
class Directory:
    """Everybody in office on a day, read once; answers with the numbers of accounts."""

    on: date
    seats: tuple[Seat, ...]
    known: dict[tuple[str, int], frozenset[int]] = field(default_factory=dict)
    parents: dict[int, Obligation | None] = field(default_factory=dict)

    @classmethod
    def of(cls, on: date) -> Self:
        """The directory of a day, by the appointments and the charter of that day."""
        return cls(on, seats(on=on))

    def reaching(self, power: str, debtor: Structure) -> frozenset[int]:
        """Whose power reaches what a structure owes, as `rules.reaches` says of one actor."""
        key = (power, debtor.pk)
        if key not in self.known:
            bodies = answering(debtor, on=self.on)
            places = answering_places(debtor, on=self.on)
            self.known[key] = frozenset(
                one.account
                for one in self.seats
                if one.actor.reaches(power, structures=bodies, territories=places)
            )
        return self.known[key]

    def reporters(self, one: Obligation) -> frozenset[int]:
        """Who reports on an obligation."""
        return self.reaching(REPORTS, one.debtor)

    def reviewers(self, one: Obligation) -> frozenset[int]:
        """Who judges a report on an obligation: of a contribution the lead, of what a resolution
        gave the body that wrote it, else coordinators."""
        if one.lead is not None:
            return self.reaching(REPORTS, one.lead.debtor)
        parent = self.parent(one)
        if parent is not None:
            return self.reaching(REPORTS, parent.debtor) | self.reaching(DIRECTS, parent.debtor)
        return self.reaching(REVIEWS, one.debtor)

    def deciders(self, one: Obligation) -> frozenset[int]:
        """Who settles an obligation and its due date: the head whose resolution gave it, else
        coordinators."""
        parent = self.parent(one)
        if parent is not None:
            return self.reaching(DIRECTS, parent.debtor)
        return self.reaching(REVIEWS, one.debtor)

    def parent(self, one: Obligation) -> Obligation | None:
        """The obligation on which the resolution that gave this one was written; asked once for an
        act."""
        if one.act_id not in self.parents:
            of = (f"obligation__{name}" for name in WITH_PLACES)
            found = Resolution.objects.select_related(*of).filter(act=one.act_id).first()
            self.parents[one.act_id] = found.obligation if found else None
        return self.parents[one.act_id]

    def sitting_in(self, office: int) -> frozenset[int]:
        """Who answers in an office."""
        held = set(Appointment.objects.filter(office=office).values_list("pk", flat=True))
        return frozenset(one.account for one in self.seats if one.actor.appointment_id in held)

    def watchers(self, debtors: Iterable[Structure]) -> frozenset[int]:
        """Who sees what any of the structures owe."""
        return frozenset().union(*(self.reaching(SEES, one) for one in debtors))

    def owing(self, debtors: Iterable[Structure]) -> frozenset[int]:
        """Who reports for any of the structures."""
        return frozenset().union(*(self.reaching(REPORTS, one) for one in debtors))

    def superiors(self, one: Obligation, step: int) -> frozenset[int]:
        """The heads and coordinators `step` occupied offices above the debtor, 1 for the nearest.

        Where there are not so many above it, those who judge the report. What a resolution gave
        stays with those who gave it.
        """
        if self.parent(one) is not None:
            return self.reviewers(one)
        above = one.debtor.parent
        passed = {one.debtor_id}
        while above is not None and above.pk not in passed:
            passed.add(above.pk)
            holders = self.overseers_in(answering(above, on=self.on))
            step -= bool(holders)
            if step == 0:
                return holders
            above = above.parent
        return self.reviewers(one)

    def overseers_in(self, structures: Collection[int]) -> frozenset[int]:
        """The heads and coordinators whose office is in one of the structures."""
        return frozenset(
            one.account
            for one in self.seats
            if one.structure in structures and one.actor.holds(OVERSEES)
        )


def obligation_to_tell(number: int) -> Obligation:
    """An obligation with all that a notice names. Raises `Obligation.DoesNotExist`."""
    return Obligation.objects.select_related(*WITH_PLACES).get(pk=number)


def obligations_to_tell(numbers: Iterable[int]) -> Iterable[Obligation]:
    """Obligations with all that a notice names, in order."""
    found = Obligation.objects.select_related(*WITH_PLACES).filter(pk__in=list(numbers))
    return found.order_by("pk")


def act_to_tell(number: int) -> Act:
    """An act by its number. Raises `Act.DoesNotExist`."""
    return Act.objects.get(pk=number)


def is_resolution(act: Act) -> bool:
    """Whether an act is a head's resolution, which concerns one body alone."""
    return Resolution.objects.filter(act=act).exists()


def debtors_of(act: Act) -> list[Structure]:
    """The structures that owe something under an act."""
    owing = Obligation.objects.filter(act=act).order_by().values("debtor").distinct()
    return list(
        Structure.objects.filter(pk__in=owing).select_related("territory__parent", "successor")
    )


def visa_to_tell(number: int) -> Visa:
    """A visa by its number. Raises `Visa.DoesNotExist`."""
    return Visa.objects.get(pk=number)


def round_offices(obligation: int, turn: int) -> list[int]:
    """The offices that had a draft in a turn which ended, by number: who gave their visas, and the
    one whose turn it was."""
    rows = list(Visa.objects.filter(obligation=obligation, turn=turn))
    given = [one for one in rows if one.decision in GIVEN]
    return [one.office_id for one in rows[: len(given) + 1]]


def given_by_resolution(number: int) -> list[Obligation]:
    """What a resolution gave and is owed, with all that a notice names."""
    found = Obligation.objects.filter(act__resolution=number, outcome="")
    return list(found.select_related(*WITH_PLACES, "duty__assignment").order_by("pk"))


def orphans(parents: Q) -> list[Obligation]:
    """What is still owed under resolutions on obligations that ended otherwise than by a report,
    of those that meet a condition; with all that a notice names."""
    ended = Obligation.objects.filter(parents, outcome__in=("void", "released"))
    found = Obligation.objects.filter(
        act__in=Resolution.objects.filter(obligation__in=ended.values("pk")).values("act"),
        outcome="",
        recorded=True,
    )
    return list(found.select_related(*WITH_PLACES).order_by("pk"))
