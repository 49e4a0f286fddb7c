"""Who owes what in a period, as a round asks for it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items
from birlik.base.obligations.engine.rates import heir
from birlik.base.obligations.models import Obligation, Party
from birlik.base.obligations.queries import given_by_heads
from birlik.base.obligations.queries.rates import bodies_that_change
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import existing_on
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period

Outcome = Obligation.Outcome


@dataclass(frozen=True, slots=True)
class Addressee:
    """A body that a round may ask, and how much of the period it leads and contributes to."""

    structure: Structure
    leads: int = 0
    contributes: int = 0


@dataclass(frozen=True, slots=True)
class Addressees:
    """The bodies of a kind."""

    kind: str
    name: LocalText
    bodies: tuple[Addressee, ...]


def asked_of(act: Act, period: Period) -> QuerySet[Obligation]:
    """The obligations of an act whose own period overlaps another, in the order of the act: also
    those not yet due and those accepted, but nothing void, released or without a record, nor what
    heads gave inside their bodies."""
    return Obligation.objects.filter(
        ~given_by_heads(),
        act=act,
        period_first__lte=period.last_on,
        period_last__gte=period.first_on,
        outcome__in=(Outcome.NONE, Outcome.ACCEPTED),
        recorded=True,
    ).order_by("duty__provision__position", "period_first", "number", "pk")


def owed_by_body(act: Act, period: Period, *, on: date) -> dict[int, list[int]]:
    """Number of a body → the obligations of a period that it answers for on a day, in the order of
    the act: its own, and those of the bodies it succeeded. Two queries."""
    bodies = bodies_that_change()
    found: dict[int, list[int]] = {}
    for number, debtor in asked_of(act, period).values_list("pk", "debtor"):
        found.setdefault(heir(debtor, bodies, on), []).append(number)
    return found


def owing_bodies(act: Act, period: Period, *, on: date) -> tuple[Addressees, ...]:
    """The bodies that answer for anything of a period, by kind: four queries."""
    bodies = bodies_that_change()
    counts: Counter[tuple[int, str]] = Counter()
    for debtor, role in asked_of(act, period).values_list("debtor", "role"):
        counts[heir(debtor, bodies, on), role] += 1
    found = Structure.objects.filter(pk__in={number for number, _role in counts})
    listed = (
        Addressee(one, counts[one.pk, Party.Role.LEAD], counts[one.pk, Party.Role.CONTRIBUTOR])
        for one in found
    )
    return by_kind(listed, kinds(on=on))


def all_bodies(*, on: date) -> tuple[Addressees, ...]:
    """The bodies that exist on a day, by kind: two queries."""
    found = Structure.objects.filter(existing_on(on))
    return by_kind((Addressee(one) for one in found), kinds(on=on))


def kinds(*, on: date) -> dict[str, LocalText]:
    """What the charter calls the kinds of bodies, in its order."""
    return {one.code: one.name for one in items(Catalogue.BODY_KIND, on=on)}


def by_kind(listed: Iterator[Addressee], names: Mapping[str, LocalText]) -> tuple[Addressees, ...]:
    """Bodies of the same kind together, those that lead before others."""
    found: dict[str, list[Addressee]] = {}
    for one in listed:
        found.setdefault(one.structure.kind, []).append(one)
    grouped = (
        Addressees(kind, names.get(kind, LocalText(kind, kind, kind)), tuple(bodies))
        for kind, bodies in found.items()
    )
    return tuple(sorted(grouped, key=lambda one: (-leading(one), one.name.kk)))


def leading(one: Addressees) -> int:
    """How many obligations the bodies of a kind lead."""
    return sum(body.leads for body in one.bodies)
