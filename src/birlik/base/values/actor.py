"""Who acts, and with what powers."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Grant:
    """A power and where it reaches.

    `structure_id` limits it to one structure, `territory_code` (КАТО, 9 digits) to the subtree
    of a territory; None of either means no such limit.
    """

    power: str
    structure_id: int | None = None
    territory_code: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An account in one chosen appointment, or the system.

    `appointment_id` is None for an account that has chosen none: it holds no power of an office.
    `label` is how the journal names the actor. Only `is_system` lifts every limit: an actor made
    of nothing may do nothing. `awaits_second_factor` says that the office gives its powers only
    to an account with a second factor, which this one has not set up.
    """

    account_id: int | None
    appointment_id: int | None
    label: str
    powers: frozenset[Grant] = frozenset()
    is_system: bool = False
    awaits_second_factor: bool = False

    @classmethod
    def system(cls) -> Self:
        """The installation itself: nightly work, imports by command, deliveries."""
        return cls(account_id=None, appointment_id=None, label="system", is_system=True)

    def holds(self, power: str) -> bool:
        """Whether the actor has `power` anywhere at all; the system has every power."""
        return self.is_system or any(grant.power == power for grant in self.powers)

    def grants(self, power: str) -> frozenset[Grant]:
        """The grants of `power`, each with its own reach; one without limits for the system."""
        if self.is_system:
            return frozenset({Grant(power)})
        return frozenset(grant for grant in self.powers if grant.power == power)

    def reaches(
        self, power: str, *, structures: Collection[int] = (), territories: Collection[str] = ()
    ) -> bool:
        """Whether a grant of `power` has no limit, or lies in one of the structures (by number) or
        territories (by code: the place itself and those above it)."""
        return any(
            (grant.structure_id is None and grant.territory_code is None)
            or grant.structure_id in structures
            or grant.territory_code in territories
            for grant in self.grants(power)
        )
