"""Who is to be told of what happens to an obligation: offices of today, by the reach of powers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from birlik.base.obligations.models import Obligation
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import Seat, answering, seats, territory_line

REPORTS, REVIEWS, SEES = "obligations.report", "obligations.review", "plans.read"
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

    @classmethod
    def of(cls, on: date) -> Self:
        """The directory of a day, by the appointments and the charter of that day."""
        return cls(on, seats(on=on))

    def reaching(self, power: str, debtor: Structure) -> frozenset[int]:
        """Whose power reaches what a structure owes, as `rules.reaches` says of one actor."""
        key = (power, debtor.pk)
        if key not in self.known:
            bodies = answering(debtor, on=self.on)
            places = territory_line(debtor.territory)
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
        """Who judges a report on an obligation: of a contribution the lead, else coordinators."""
        if one.lead is not None:
            return self.reaching(REPORTS, one.lead.debtor)
        return self.reaching(REVIEWS, one.debtor)

    def watchers(self, debtors: Iterable[Structure]) -> frozenset[int]:
        """Who sees what any of the structures owe."""
        return frozenset().union(*(self.reaching(SEES, one) for one in debtors))

    def superiors(self, one: Obligation, step: int) -> frozenset[int]:
        """The heads and coordinators `step` occupied offices above the debtor, 1 for the nearest.

        Where there are not so many above it, those who judge the report.
        """
        above = one.debtor.parent
        passed = {one.debtor_id}
        while above is not None and above.pk not in passed:
            passed.add(above.pk)
            holders = self.overseers_in(above.pk)
            step -= bool(holders)
            if step == 0:
                return holders
            above = above.parent
        return self.reviewers(one)

    def overseers_in(self, structure: int) -> frozenset[int]:
        """The heads and coordinators whose office is in a structure."""
        return frozenset(
            one.account
            for one in self.seats
            if one.structure == structure and one.actor.holds(OVERSEES)
        )


def obligation_to_tell(number: int) -> Obligation:
    """An obligation with all that a notice names. Raises `Obligation.DoesNotExist`."""
    return Obligation.objects.select_related(*WITH_PLACES).get(pk=number)


def act_to_tell(number: int) -> Act:
    """An act by its number. Raises `Act.DoesNotExist`."""
    return Act.objects.get(pk=number)


def debtors_of(act: Act) -> list[Structure]:
    """The structures that owe something under an act."""
    owing = Obligation.objects.filter(act=act).order_by().values("debtor").distinct()
    return list(
        Structure.objects.filter(pk__in=owing).select_related("territory__parent", "successor")
    )
