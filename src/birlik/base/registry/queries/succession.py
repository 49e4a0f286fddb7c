"""Reorganisations, the lines of succession, and what speaks against a plan for one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from birlik.base.registry import refusals
from birlik.base.registry.models import (
    Appointment,
    Office,
    Reorganisation,
    Structure,
    Succession,
    Territory,
)
from birlik.base.registry.queries import existing_on, in_office_on
from birlik.base.values.local_text import LocalText

Kind = Reorganisation.Kind
ONE, SOME, SEVERAL, NONE = (1, 1), (1, 99), (2, 99), (0, 0)
COUNTS: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {
    Kind.RENAME: (ONE, ONE),
    Kind.MERGE: (SOME, ONE),
    Kind.SPLIT: (ONE, SEVERAL),
    Kind.SEPARATE: (ONE, ONE),
    Kind.ABOLISH: (ONE, NONE),
    Kind.ENTRUST: (ONE, ONE),
}
"""For each kind, how many bodies are reorganised and how many take over, at least and at most."""
REMAINING = frozenset({Kind.SEPARATE, Kind.ENTRUST})
"""The kinds that end no body."""


def objection_to(
    *,
    kind: str,
    on: date,
    ground: str,
    predecessors: Sequence[int],
    successors: Sequence[int | None],
    names: Sequence[LocalText],
    offices: Sequence[tuple[int, int]] = (),
) -> LocalText | None:
    """Why a reorganisation cannot be as planned, or None; of `successors` those to be founded stand
    as None, with their `names`."""
    known = [one for one in successors if one is not None]
    bodies = Structure.objects.in_bulk([*predecessors, *known])
    found = wrong_counts(kind, predecessors, successors)
    found = found or (refusals.SAME_BODY if repeats([*predecessors, *known]) else None)
    found = found or (None if len(bodies) == len({*predecessors, *known}) else refusals.NOT_THERE)
    found = found or (None if ground.strip() else refusals.GROUND_NEEDED)
    found = found or (None if all(one.kk and one.ru for one in names) else refusals.NAME_NEEDED)
    return (
        found
        or wrong_days(kind, on, bodies, predecessors)
        or wrong_offices(offices, predecessors, len(successors))
    )


def repeats(numbers: Sequence[int]) -> bool:
    """Whether a body is named twice."""
    return len(set(numbers)) < len(numbers)


def wrong_counts(
    kind: str, predecessors: Sequence[int], successors: Sequence[int | None]
) -> LocalText | None:
    """What is wrong with how many bodies are named, or None."""
    (least, most), (few, many) = COUNTS[kind]
    if not least <= len(predecessors) <= most:
        return refusals.ONE_BODY if most == 1 else refusals.SEVERAL_BODIES
    if len(successors) < few:
        return refusals.SEVERAL_SUCCESSORS if few > 1 else refusals.ONE_SUCCESSOR
    if len(successors) > many:
        return refusals.ONE_SUCCESSOR if many else refusals.NO_SUCCESSOR
    founds_one = kind == Kind.MERGE and successors[0] is None
    return refusals.SEVERAL_BODIES if founds_one and len(predecessors) < 2 else None


def wrong_days(
    kind: str, on: date, bodies: Mapping[int, Structure], predecessors: Sequence[int]
) -> LocalText | None:
    """What is wrong with when the bodies exist, or None."""
    heirs = [one for number, one in bodies.items() if number not in predecessors]
    if any(not exists(one, on) for one in heirs):
        return refusals.NOT_THERE
    later = Q(predecessor__in=bodies) | Q(successor__in=predecessors)
    if Succession.objects.filter(later, reorganisation__on__gt=on).exists():
        return refusals.LATER_KNOWN
    olds = [bodies[one] for one in predecessors]
    if kind == Kind.ENTRUST:
        abandoned = all(one.closed_on and one.closed_on <= on for one in olds)
        free = all(one.successor_id is None for one in olds)
        return None if abandoned and free else refusals.NOT_ABANDONED
    if any(one.founded_on and one.founded_on >= on for one in olds):
        return refusals.NOT_THERE
    if any(one.closed_on for one in olds):
        return refusals.ENDS_ALREADY
    circle = kind not in REMAINING and any(runs_into(one, predecessors) for one in heirs)
    return refusals.CIRCLE if circle else None


def exists(one: Structure, on: date) -> bool:
    """Whether a body exists on a day, as `existing_on` says."""
    begun = one.founded_on is None or one.founded_on <= on
    return begun and (one.closed_on is None or one.closed_on > on)


def runs_into(one: Structure, others: Sequence[int]) -> bool:
    """Whether the line of successors of a body comes to one of others."""
    passed = set()
    heir: Structure | None = one
    while heir and heir.pk not in passed:
        if heir.pk in others:
            return True
        passed.add(heir.pk)
        heir = heir.successor
    return False


def wrong_offices(
    offices: Sequence[tuple[int, int]], predecessors: Sequence[int], heirs: int
) -> LocalText | None:
    """What is wrong with the seats that are to go on, or None."""
    if not offices:
        return None
    ours = Office.objects.filter(pk__in=[one for one, _place in offices])
    placed = all(0 <= place < heirs for _office, place in offices)
    if ours.filter(structure__in=predecessors).count() < len(offices) or not placed:
        return refusals.NOT_OF_THESE
    return None


def reorganisations() -> QuerySet[Reorganisation]:
    """What became of bodies, the newest first, with who took over from whom."""
    successions = Succession.objects.select_related("predecessor", "successor")
    return Reorganisation.objects.prefetch_related(Prefetch("successions", successions))


def reorganisation_numbered(number: int) -> Reorganisation | None:
    """The reorganisation of a number with who took over from whom, or None."""
    return reorganisations().filter(pk=number).first()


def ahead_of(on: date) -> QuerySet[Reorganisation]:
    """The reorganisations whose day has come and of which nothing was passed on yet, in order."""
    return Reorganisation.objects.filter(effected_at=None, on__lte=on).order_by("on", "pk")


def existing_bodies(*, on: date) -> QuerySet[Structure]:
    """The bodies that exist on a day."""
    return Structure.objects.filter(existing_on(on)).order_by("name_kk", "pk")


def abandoned_bodies(*, on: date) -> QuerySet[Structure]:
    """The bodies that ended by a day without successor."""
    return Structure.objects.filter(closed_on__lte=on, successor=None).order_by("name_kk", "pk")


def structures_numbered(numbers: Iterable[int]) -> dict[int, Structure]:
    """Number → the structure."""
    return Structure.objects.in_bulk(list(numbers))


def places() -> QuerySet[Territory]:
    """All regions, in the order of the classifier."""
    return Territory.objects.filter(parent=None)


def seats_of(bodies: Iterable[int], *, on: date) -> QuerySet[Office]:
    """The seats of bodies, with those who hold them on a day as `holding`."""
    held = Appointment.objects.filter(in_office_on(on)).select_related("person")
    found = Office.objects.filter(structure__in=list(bodies)).select_related("structure")
    return found.prefetch_related(Prefetch("appointments", held, to_attr="holding"))


def successions_around(structures: Iterable[int]) -> QuerySet[Succession]:
    """Every succession from or to one of the structures, the oldest first."""
    numbers = list(structures)
    found = Succession.objects.filter(Q(predecessor__in=numbers) | Q(successor__in=numbers))
    return found.select_related("reorganisation", "predecessor", "successor").order_by(
        "reorganisation__on", "pk"
    )


def people_going_on(made: Reorganisation) -> int:
    """How many appointments go on in the seats of successors by a reorganisation."""
    heirs = made.successions.values("successor")
    found = Appointment.objects.filter(continues__isnull=False, valid_from=made.on)
    return found.filter(office__structure__in=heirs).count()
