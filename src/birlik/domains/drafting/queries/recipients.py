"""Who is to be told of what happens to a draft: offices of today, by the reach of powers."""

from collections.abc import Iterable
from datetime import date

from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import Seat, answering, seats
from birlik.base.registry.rules.reach import territory_line
from birlik.domains.drafting.models import Agreement, PlanDraft
from birlik.domains.drafting.rules import AGREES, APPROVES, DRAFTS


def reaching(power: str, region: Territory | None, *, on: date) -> frozenset[int]:
    """The accounts whose power reaches the plan of a region, or the national one."""
    codes = territory_line(region)
    return accounts(one for one in seats(on=on) if one.actor.reaches(power, territories=codes))


def writers(draft: PlanDraft, *, on: date) -> frozenset[int]:
    """The accounts of those who write a draft."""
    return reaching(DRAFTS, draft.region, on=on)


def approvers(draft: PlanDraft, *, on: date) -> frozenset[int]:
    """The accounts of those who approve a region's draft; nobody here approves a national one."""
    return reaching(APPROVES, draft.region, on=on) if draft.region else frozenset()


def agreeing(body: Structure, *, on: date) -> frozenset[int]:
    """The accounts of those who agree for a body."""
    bodies = answering(body, on=on)
    return accounts(one for one in seats(on=on) if one.actor.reaches(AGREES, structures=bodies))


def accounts(found: Iterable[Seat]) -> frozenset[int]:
    """The accounts of some seats."""
    return frozenset(one.account for one in found)


def draft_to_tell(number: int) -> PlanDraft:
    """A draft by its number. Raises `PlanDraft.DoesNotExist`."""
    return PlanDraft.objects.select_related("region__parent").get(pk=number)


def agreement_to_tell(number: int) -> Agreement:
    """A request for agreement by its number. Raises `Agreement.DoesNotExist`."""
    return Agreement.objects.select_related("structure__territory", "structure__successor").get(
        pk=number
    )


def agreements_to_tell(draft: int, round_: int) -> list[Agreement]:
    """The bodies that were asked in a round."""
    found = Agreement.objects.filter(draft=draft, round=round_)
    return list(found.select_related("structure__territory__parent", "structure__successor"))
