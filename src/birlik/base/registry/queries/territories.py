"""Every read of territories: the tree on a day, the classifier on its way, what was given up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, Q, QuerySet

from birlik.base.registry.engine.territories import Difference, Known, difference, places_of
from birlik.base.registry.models import BroughtFile, Structure, Territory
from birlik.base.registry.queries import existing_on
from birlik.base.values.actor import Actor

TERRITORIES = "territories"
"""The kind of a brought file that is an edition of the classifier."""
MOST_FOUND = 200
LINE = ("territory", "territory__parent", "territory__parent__parent")
KAZAKH = str.maketrans("әғқңөұүһіё", "агкноуухие")


def standing_on(on: date) -> Q:
    """The condition that a place is one on a day."""
    return (Q(valid_from=None) | Q(valid_from__lte=on)) & (
        Q(valid_until=None) | Q(valid_until__gt=on)
    )


def known_places() -> dict[str, Known]:
    """Code → place, all that the registry has ever known."""
    rows = Territory.objects.values_list("code", "name_kk", "name_ru", "parent__code")
    lasting = set(Territory.objects.filter(valid_until=None).values_list("code", flat=True))
    return {
        code: Known(code, kk, ru, above or "", code in lasting)
        for code, kk, ru, above in rows.iterator()
    }


def brought_classifier(pk: int) -> BroughtFile | None:
    """An edition of the classifier that was brought, by its number."""
    return BroughtFile.objects.filter(pk=pk, kind=TERRITORIES).first()


def classifiers_taken() -> QuerySet[BroughtFile]:
    """The editions that were taken over, the newest first."""
    return BroughtFile.objects.filter(kind=TERRITORIES, state=BroughtFile.State.TAKEN)


def difference_of(brought: BroughtFile) -> Difference:
    """What a brought edition changes now."""
    return difference(places_of(brought.report.get("places", ())), known_places())


def is_first_edition() -> bool:
    """Whether the registry knows no settlement yet: what a first edition lists was there before."""
    return not Territory.objects.filter(parent__parent__isnull=False).exists()


@dataclass(frozen=True, slots=True)
class Place:
    """A place with how many bodies exist in it and in all that lies in it."""

    territory: Territory
    bodies: int


def place_of(code: str) -> Territory | None:
    """The place of a code, with those above it."""
    line = "parent__parent__parent"
    return Territory.objects.select_related(line).filter(code=code).first()


def parts_of(place: Territory | None, *, on: date) -> list[Place]:
    """What lies in a place at once, the regions without one, with the bodies on a day."""
    parts = list(Territory.objects.filter(standing_on(on), parent=place).order_by("code"))
    return with_bodies(parts, on=on)


def found_places(words: str, *, on: date) -> list[Place]:
    """The places whose name or code has these words in it, whatever their case and whether or not
    Kazakh letters are typed; at most `MOST_FOUND`."""
    wanted = bare(words)
    rows = Territory.objects.filter(standing_on(on)).values_list("pk", "code", "name_kk", "name_ru")
    met = [pk for pk, *said in rows.iterator() if any(wanted in bare(one) for one in said)]
    places = Territory.objects.filter(pk__in=met[:MOST_FOUND])
    parts = list(places.select_related("parent__parent__parent").order_by("code"))
    return with_bodies(parts, on=on)


def bare(words: str) -> str:
    """Words as places are searched by."""
    return " ".join(words.casefold().translate(KAZAKH).split())


def with_bodies(parts: Iterable[Territory], *, on: date) -> list[Place]:
    """Places with the bodies that exist on a day in each and in all that lies in it."""
    listed = list(parts)
    counts = dict.fromkeys((one.pk for one in listed), 0)
    bodies = Structure.objects.filter(existing_on(on), duplicate_of=None, territory__isnull=False)
    lines = [f"{above}_id" for above in LINE] + [f"{LINE[-1]}__parent_id"]
    within = reduce(or_, (Q(**{f"{line}__in": list(counts)}) for line in lines))
    if listed:
        grouped = bodies.filter(within).order_by().values_list(*lines).annotate(Count("pk"))
        for *line, count in grouped:
            for pk in counts.keys() & set(line):
                counts[pk] += count
    return [Place(one, counts[one.pk]) for one in listed]


def heirs_of(place: Territory) -> QuerySet[Territory]:
    """The places that continue one that was given up."""
    return Territory.objects.filter(predecessor_code=place.code)


def left_behind(actor: Actor, *, on: date) -> QuerySet[Structure]:
    """The bodies that exist on a day in a place that was given up by then, within reach; their
    cards are to be moved."""
    given_up = Structure.objects.filter(
        existing_on(on), duplicate_of=None, territory__valid_until__lte=on
    )
    return given_up.filter(reached_by(actor)).select_related("territory__parent__parent__parent")


def reached_by(actor: Actor) -> Q:
    """The condition that a body lies within the reach of those who keep cards."""
    reach = Q(pk__in=())
    for grant in actor.grants("structures.keep"):
        if grant.territory_code:
            lines = ("code", "parent__code", "parent__parent__code", "parent__parent__parent__code")
            for line in lines:
                reach |= Q(**{f"territory__{line}": grant.territory_code})
        elif grant.structure_id:
            reach |= Q(pk=grant.structure_id)
        else:
            return Q()
    return reach


def heirs_by_code(codes: Iterable[str]) -> dict[str, Territory]:
    """Code of a place that was given up → the first place that continues it."""
    found = Territory.objects.filter(predecessor_code__in=set(codes)).order_by("-code")
    return {one.predecessor_code: one for one in found.select_related("parent__parent__parent")}
