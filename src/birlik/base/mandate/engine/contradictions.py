"""Where the papers about one indicator disagree: questions for a lawyer, not verdicts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from birlik.base.mandate.engine.course import Planned, Seen, last_fact

ContradictionKind = Literal[
    "plans_differ", "target_reached", "estimate_against_plan", "estimate_against_fact"
]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Values that do not go together, and which ones they are.

    - plans_differ: `planned` holds the different plans for one year, the oldest first;
    - target_reached: the fact `seen` already lies beyond `planned[0]`, the last plan of an act
      that was adopted when the fact was known;
    - estimate_against_plan: the estimate `seen` is not what the earlier act planned for its year,
      `planned[0]`;
    - estimate_against_fact: the estimate `seen` is worse than the fact `fact` of a year before.
    """

    kind: ContradictionKind
    planned: tuple[Planned, ...] = ()
    seen: Seen | None = None
    fact: Seen | None = None


def contradictions(
    seen: Sequence[Seen], planned: Sequence[Planned], *, rising: bool
) -> tuple[Contradiction, ...]:
    """The contradictions of one indicator, by kind; `rising` is True where more is better.

    `seen` holds one value for each year and kind, as `newest` returns them.
    """
    return (
        *targets_reached(seen, planned, rising=rising),
        *estimates_against_facts(seen, rising=rising),
        *plans_that_differ(planned),
        *estimates_against_plans(seen, planned),
    )


def targets_reached(
    seen: Sequence[Seen], planned: Sequence[Planned], *, rising: bool
) -> Iterator[Contradiction]:
    """Acts whose last plan lies behind a fact that was known when they were adopted."""
    fact = last_fact(seen)
    if fact is None:
        return
    last: dict[int, Planned] = {}
    for plan in sorted(planned, key=lambda one: (one.year, one.provision)):
        last[plan.act] = plan
    for plan in last.values():
        known = fact.year < plan.year and fact.vintage <= plan.set_on
        if known and better(fact.value > plan.value, fact.value < plan.value, rising=rising):
            yield Contradiction("target_reached", (plan,), seen=fact)


def estimates_against_facts(seen: Sequence[Seen], *, rising: bool) -> Iterator[Contradiction]:
    """Estimates that fall back behind the last fact of an earlier year."""
    for estimate in (one for one in seen if one.kind == "estimate"):
        fact = last_fact([one for one in seen if one.year < estimate.year])
        if fact is not None and better(
            fact.value > estimate.value, fact.value < estimate.value, rising=rising
        ):
            yield Contradiction("estimate_against_fact", seen=estimate, fact=fact)


def plans_that_differ(planned: Sequence[Planned]) -> Iterator[Contradiction]:
    """Years for which different values were planned, by two acts or by two points of one."""
    by_year: defaultdict[int, list[Planned]] = defaultdict(list)
    for plan in sorted(planned, key=lambda one: (one.year, one.set_on, one.provision)):
        by_year[plan.year].append(plan)
    for plans in by_year.values():
        if len({plan.value for plan in plans}) > 1:
            yield Contradiction("plans_differ", tuple(plans))


def estimates_against_plans(
    seen: Sequence[Seen], planned: Sequence[Planned]
) -> Iterator[Contradiction]:
    """Estimates that are not what an act adopted before them planned for their year."""
    for estimate in (one for one in seen if one.kind == "estimate"):
        for plan in planned:
            earlier = plan.year == estimate.year and plan.set_on < estimate.vintage
            if earlier and plan.value != estimate.value:
                yield Contradiction("estimate_against_plan", (plan,), seen=estimate)


def better(more: bool, less: bool, *, rising: bool) -> bool:
    """Whether the first of two values is the better one: the larger where `rising`."""
    return more if rising else less
