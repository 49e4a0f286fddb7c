"""What the cards of bodies lack, by place: what there is to do, and where to begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from birlik.base.registry.models import Structure
from birlik.base.registry.queries import existing_on
from birlik.base.registry.queries.lacking import LACKS, lacking, needing
from birlik.base.registry.queries.statistics.people import areas_on
from birlik.base.registry.queries.statistics.scope import WHOLE, Area, Scope


@dataclass(frozen=True, slots=True)
class Gap:
    """How many cards lack something, of how many that need it."""

    lacking: int
    needing: int

    @property
    def share(self) -> int | None:
        """The share in whole per cent, rounded; None where no card needs it."""
        return (self.lacking * 200 + self.needing) // (2 * self.needing) if self.needing else None


@dataclass(frozen=True, slots=True)
class Lacking:
    """A place: its cards, and its gaps by `LACKS`."""

    area: Area
    cards: int
    gaps: Mapping[str, Gap]

    @property
    def work(self) -> int:
        """How many gaps there are to be filled."""
        return sum(one.lacking for one in self.gaps.values())


@dataclass(frozen=True, slots=True)
class Completeness:
    """What the cards lack today: by place, those with most to do first, and in the republic."""

    rows: Sequence[Lacking]
    total: Lacking


def completeness(scope: Scope, *, today: date) -> Completeness:
    """What the cards of the bodies of a scope lack today; four queries."""
    kinds = (scope.choice.kind,) if scope.choice.kind else scope.counted
    areas = areas_on(scope.places, scope.within, on=today)
    standing = Structure.objects.filter(existing_on(today), duplicate_of=None, kind__in=kinds)
    sums = {
        **{f"lack_{one}": counted(lacking(one, scope.kinds, on=today)) for one in LACKS},
        **{f"need_{one}": counted(needing(one, scope.kinds, on=today)) for one in LACKS},
    }
    told = standing.annotate(area=areas.told("territory", "pk")).order_by().values("area")
    grouped = told.annotate(cards=Count("pk"), **sums).values_list("area", "cards", *sums)
    found = {area: dict(zip(("cards", *sums), numbers, strict=True)) for area, *numbers in grouped}
    rows = [gaps_of(area, [found[area.code]]) for area in scope.areas if area.code in found]
    return Completeness(
        rows=sorted(rows, key=lambda one: -one.work),
        total=gaps_of(WHOLE, list(found.values())),
    )


def counted(condition: Q) -> Count:
    """How many rows meet a condition."""
    return Count("pk", filter=condition)


def gaps_of(area: Area, rows: Sequence[Mapping[str, int]]) -> Lacking:
    """The gaps of a place whose numbers are the sums of `rows`."""
    return Lacking(
        area=area,
        cards=sum(row["cards"] for row in rows),
        gaps={
            one: Gap(
                sum(row[f"lack_{one}"] for row in rows), sum(row[f"need_{one}"] for row in rows)
            )
            for one in LACKS
        },
    )
