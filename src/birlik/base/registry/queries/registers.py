"""Reading the registers of persons."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items
from birlik.base.registry.models import Consent, Enrolment, Person, Structure
from birlik.base.registry.queries import places_within
from birlik.base.registry.queries.cards import structures_as_of, within_reach
from birlik.base.registry.queries.cards_listed import placed_in
from birlik.base.registry.queries.people import people_as_of
from birlik.base.registry.queries.personal import entries_of
from birlik.base.registry.rules.people import KEEP, READ
from birlik.base.registry.rules.reach import lasting_on
from birlik.base.values.actor import Actor


def lines_of(register: str, *, by: Actor, on: date, lasting: bool = True) -> QuerySet[Enrolment]:
    """The lines of a register whose place an actor reaches: those that last on a day, or with
    `lasting` False those that were over by it; by name."""
    over = Q(valid_until__lte=on)
    found = Enrolment.objects.filter(place_reached(by), register=register)
    found = found.filter(lasting_on(on) if lasting else over)
    found = found.filter(person__erased_at=None, person__duplicate_of=None)
    related = found.select_related("person", "structure__territory", "territory")
    return related.order_by("person__sort_key", "person__full_name", "pk")


def place_reached(by: Actor) -> Q:
    """The condition that an actor's power to read people reaches the place of a line."""
    condition = Q(pk__in=())
    for grant in by.grants(READ):
        if grant.structure_id is not None:
            condition |= Q(structure=grant.structure_id)
        elif grant.territory_code is None:
            return Q()
        else:
            places = places_within(grant.territory_code).values("pk")
            condition |= Q(structure__territory__in=places)
            condition |= Q(structure=None, territory__in=places)
    return condition


def line_numbered(number: int, *, by: Actor) -> Enrolment | None:
    """A line of a register by its number, where its place is reached; None for others."""
    found = Enrolment.objects.filter(place_reached(by), pk=number)
    return found.select_related("person", "structure__territory", "territory").first()


def overlapping_lines(person: Person, register: str, since: date, until: date | None) -> bool:
    """Whether a person stands in a register on a day of `[since, until)`."""
    meets = Q(valid_until=None) | Q(valid_until__gt=since)
    begun = Q() if until is None else Q(valid_from__lt=until)
    entries = entries_of(person).values("pk")
    found = Enrolment.objects.filter(meets, begun, person__in=entries, register=register)
    return found.exists()


def body_numbered(number: int) -> Structure | None:
    """The body of a number, not one found to be another's."""
    found = Structure.objects.filter(pk=number, duplicate_of=None)
    return found.select_related("territory").first()


def purposes_of_publication(register: str, *, on: date) -> tuple[str, ...]:
    """The purposes of the charter on which people of a register are shown to the public."""
    listed = items(Catalogue.PURPOSE, on=on).filter(properties__register=register)
    return tuple(listed.values_list("code", flat=True))


def public_lines(register: str, *, on: date) -> QuerySet[Enrolment]:
    """The lines of a register that last on a day, of people who agreed to be shown in it."""
    purposes = purposes_of_publication(register, on=on)
    agreed = Consent.objects.filter(
        person=OuterRef("person"), purpose__in=purposes, withdrawn_on=None, given_on__lte=on
    )
    found = Enrolment.objects.filter(
        lasting_on(on), Exists(agreed), register=register, person__in=people_as_of(on).values("pk")
    )
    related = found.select_related("person", "structure__territory__parent", "territory__parent")
    return related.order_by("person__sort_key", "person__full_name", "pk")


def counts_of_registers(*, by: Actor, on: date) -> dict[str, int]:
    """Register → how many lines last on a day in places that an actor reaches; one query."""
    found = Enrolment.objects.filter(
        place_reached(by), lasting_on(on), person__erased_at=None, person__duplicate_of=None
    )
    counted = found.order_by().values("register").annotate(lines=Count("pk"))
    return dict(counted.values_list("register", "lines"))


def in_place(lines: QuerySet[Enrolment], code: str) -> QuerySet[Enrolment]:
    """Those of some lines whose body, else territory, lies in a territory."""
    places = places_within(code).values("pk")
    within = Q(structure__territory__in=places) | Q(structure=None, territory__in=places)
    return lines.filter(within)


def speaking(lines: QuerySet[Enrolment], language: str) -> QuerySet[Enrolment]:
    """Those of some lines whose people work in a language."""
    return lines.filter(person__languages__contains=f" {language} ")


def ending_by(lines: QuerySet[Enrolment], day: date) -> QuerySet[Enrolment]:
    """Those of some lines that end by a day."""
    return lines.filter(valid_until__lte=day)


MOST_BODIES = 400


def bodies_to_choose(place: str, *, by: Actor, on: date) -> list[Structure]:
    """The bodies of a territory in which an actor may enrol, by name; the first four hundred."""
    found = structures_as_of(on).filter(within_reach(by, KEEP), placed_in(place))
    return list(found.select_related("territory")[:MOST_BODIES])
