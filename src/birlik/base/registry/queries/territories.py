"""Every read of territories: the tree on a day, the classifier on its way, what was given up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from birlik.base.registry.engine.territories import Difference, Known, difference, places_of
from birlik.base.registry.models import BroughtFile, Structure, Territory
from birlik.base.registry.queries import existing_on
from birlik.base.registry.queries.cards import as_then, structures_as_of, within_reach
from birlik.base.registry.rules.cards import KEEP
from birlik.base.values.actor import Actor

TERRITORIES = "territories"
"""The kind of a brought file that is an edition of the classifier."""
MOST_FOUND = 200
THEN = ("territory_then",)
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
    parents = dict(Territory.objects.order_by().values_list("pk", "parent")) if listed else {}
    bodies = structures_as_of(on).order_by().values_list(*THEN) if listed else ()
    for lying, count in Counter(place for (place,) in bodies).items():
        for pk in counts.keys() & set(line_above(lying, parents)):
            counts[pk] += count
    return [Place(one, counts[one.pk]) for one in listed]


def line_above(place: int | None, parents: Mapping[int, int | None]) -> Iterator[int]:
    """The number of a place and of those above it."""
    while place is not None:
        yield place
        place = parents[place]


def heirs_of(place: Territory) -> QuerySet[Territory]:
    """The places that continue one that was given up."""
    return Territory.objects.filter(predecessor_code=place.code)


def left_behind(actor: Actor, *, on: date) -> QuerySet[Structure]:
    """The bodies that exist on a day in a place that was given up by then, within the reach of who
    keeps their cards; these are to be moved."""
    given_up = Structure.objects.filter(
        existing_on(on), duplicate_of=None, territory__valid_until__lte=on
    )
    found = as_then(given_up, on).filter(within_reach(actor, KEEP))
    return found.select_related("territory__parent__parent__parent").order_by(
        "territory__code", "sort_key", "pk"
    )


def heirs_by_code(codes: Iterable[str]) -> dict[str, Territory]:
    """Code of a place that was given up → the first place that continues it."""
    found = Territory.objects.filter(predecessor_code__in=set(codes)).order_by("-code")
    return {one.predecessor_code: one for one in found.select_related("parent__parent__parent")}
