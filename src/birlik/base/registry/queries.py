"""Every read of the registry."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Q, QuerySet

from birlik.base.charter.engine.wording import folded
from birlik.base.charter.queries import powers_of
from birlik.base.registry.models import Account, Appointment, Structure, Territory
from birlik.base.values.actor import Actor, Grant


def existing_on(on: date) -> Q:
    """The condition that a structure exists on a day."""
    return (Q(founded_on=None) | Q(founded_on__lte=on)) & (Q(closed_on=None) | Q(closed_on__gt=on))


def structures_of_kind(kind: str, *, on: date) -> QuerySet[Structure]:
    """The structures of a kind that exist on a day, in the order of their territories."""
    return Structure.objects.filter(existing_on(on), kind=kind).select_related("territory")


def named_structures() -> dict[str, Structure]:
    """Name or abbreviation, in Kazakh or Russian and folded → the structure that bears it.

    Where two bear the same one, the later founded is meant, and an abbreviation before a name.
    """
    names: dict[str, Structure] = {}
    codes: dict[str, Structure] = {}
    for one in Structure.objects.order_by(F("founded_on").asc(nulls_first=True)):
        names |= {folded(name): one for name in (one.name_kk, one.name_ru) if name}
        codes |= {folded(code): one for code in (one.short_kk, one.short_ru) if code}
    return names | codes


def account_known(email: str) -> bool:
    """Whether an account has this address, whatever the case of its letters."""
    return Account.objects.filter(email__iexact=email).exists()


def structures_known() -> bool:
    """Whether the registry knows any structure yet."""
    return Structure.objects.exists()


def regions() -> QuerySet[Territory]:
    """The territories of the first level: oblasts and cities of republican significance."""
    return Territory.objects.filter(parent=None)


def appointments_of(account: Account, *, on: date) -> QuerySet[Appointment]:
    """The appointments an account may act in on a day."""
    return (
        Appointment.objects.filter(person=account.person_id, valid_from__lte=on)
        .filter(Q(valid_until=None) | Q(valid_until__gt=on))
        .select_related("person", "office__structure__territory")
    )


def holders(numbers: Iterable[int]) -> dict[int, Appointment]:
    """Number → the appointment with its person and office: who acted in it."""
    return Appointment.objects.select_related("person", "office").in_bulk(numbers)


def actor_in(appointment: Appointment, account: Account, *, on: date) -> Actor:
    """The account acting in an appointment, with the powers that the charter gives the office.

    It is labelled by the office alone: the journal cannot forget, so it holds no person's name.
    """
    structure = appointment.office.structure
    powers = frozenset(
        granted(power, reach, structure)
        for power, reach in powers_of(appointment.office.kind, on=on).items()
    )
    return Actor(account.pk, appointment.pk, str(appointment.office), powers)


def granted(power: str, reach: str, structure: Structure) -> Grant:
    """A power with its reach: "all" is everywhere, "territory" the structure's territory, and
    everything else, also a territory that the structure lacks, the structure alone."""
    if reach == "all":
        return Grant(power)
    if reach == "territory" and structure.territory:
        return Grant(power, territory_code=structure.territory.code)
    return Grant(power, structure_id=structure.pk)


def answering(structure: Structure, *, on: date) -> tuple[int, ...]:
    """The numbers of a structure and, from the day on which it no longer exists, of those that took
    over from it."""
    found = [structure.pk]
    heir: Structure | None = structure
    while heir and heir.closed_on and heir.closed_on <= on and heir.successor_id not in found:
        heir = heir.successor
        if heir:
            found.append(heir.pk)
    return tuple(found)


def answered_for(structure: int, *, on: date) -> frozenset[int]:
    """The numbers of a structure and of all whom it had succeeded by a day."""
    found = {structure}
    closed = Structure.objects.filter(successor__isnull=False, closed_on__lte=on)
    successors = dict(closed.values_list("pk", "successor"))
    while grown := {one for one, heir in successors.items() if heir in found} - found:
        found |= grown
    return frozenset(found)


def territory_line(territory: Territory | None) -> tuple[str, ...]:
    """The codes of a territory and of those it lies in, the nearest first."""
    found = []
    while territory:
        found.append(territory.code)
        territory = territory.parent
    return tuple(found)


def territories_within(code: str) -> frozenset[int]:
    """The numbers of a territory and of everything that lies in it."""
    found: set[int] = set()
    layer = set(Territory.objects.filter(code=code).values_list("pk", flat=True))
    while layer := layer - found:
        found |= layer
        layer = set(Territory.objects.filter(parent__in=layer).values_list("pk", flat=True))
    return frozenset(found)
