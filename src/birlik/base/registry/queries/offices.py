"""Who sits in a body on a day, which seats are vacant, and whose terms end."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Case, Count, F, IntegerField, Max, Q, QuerySet, Value, When

from birlik.base.charter.engine.kinds import SeatRule
from birlik.base.charter.queries import kind_card, kind_cards
from birlik.base.registry.engine.offices import Term, end_by_rule, told_counts
from birlik.base.registry.models import Appointment, Office, Structure
from birlik.base.registry.queries import in_office_on, places_within
from birlik.base.registry.queries.norms import norms
from birlik.base.registry.rules.reach import lasting_on
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText

PLACE = "structure__territory__parent__parent__parent"
PEOPLE = ("person", f"office__{PLACE}", "represents", "provision__act")
OWN_SEAT = Q(stands_for=None)
"""A substitute sits in the seat of the absent holder, not in one of the own."""


@dataclass(frozen=True, slots=True)
class SeatsHeld:
    """An office of a body on a day: its rule in the charter, how many hold it and how many seats
    are vacant (None where there is no limit)."""

    office: Office
    rule: SeatRule | None
    held: int

    @property
    def vacant(self) -> int | None:
        """How many seats are free."""
        seats = self.office.seats
        return None if seats is None else max(seats - self.held, 0)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many members come from a group or represent a body: what may be told, by name, and how
    many people are left that are told of nowhere."""

    told: tuple[tuple[LocalText, int], ...]
    untold: int


@dataclass(frozen=True, slots=True)
class Ending:
    """A term and the first day after it; `by_rule` where the charter's term or rotation ends it,
    though nobody wrote an end."""

    appointment: Appointment
    until: date
    by_rule: bool

    @property
    def last(self) -> date:
        """The last day of the term."""
        return self.until - timedelta(days=1)


def offices_on(structure: Structure, on: date) -> list[Office]:
    """The offices that a body has on a day, in the order in which they were founded."""
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    lasting = Q(valid_until=None) | Q(valid_until__gt=on)
    return list(Office.objects.filter(begun, lasting, structure=structure).order_by("pk"))


def composition(structure: Structure, on: date) -> list[SeatsHeld]:
    """The offices of a body on a day in the order of the charter, then those that it does not
    know; with how many hold each."""
    rules = rules_of(structure.kind, on=on)
    ranks = {code: rank for rank, code in enumerate(rules)}
    offices = sorted(offices_on(structure, on), key=lambda one: ranks.get(one.kind, len(ranks)))
    held = holders_on(structure, on).filter(OWN_SEAT).order_by().values_list("office")
    counts = dict(held.annotate(count=Count("pk")))
    return [SeatsHeld(one, rules.get(one.kind), counts.get(one.pk, 0)) for one in offices]


def holders_on(structure: Structure, on: date) -> QuerySet[Appointment]:
    """Everybody who holds an office of a body on a day, by name."""
    held = Appointment.objects.filter(lasting_on(on), office__structure=structure)
    return held.select_related(*PEOPLE).order_by("person__sort_key", "person__full_name", "pk")


def sitting(structure: Structure, seats: Sequence[SeatsHeld], on: date) -> QuerySet[Appointment]:
    """Everybody who sits in a body on a day, office by office in the order of `seats`."""
    order = Case(
        *(When(office=one.office.pk, then=Value(rank)) for rank, one in enumerate(seats)),
        default=Value(len(seats)),
        output_field=IntegerField(),
    )
    found = holders_on(structure, on).filter(office__in=[one.office.pk for one in seats])
    return found.annotate(rank=order).order_by("rank", "person__sort_key", "pk")


def rules_of(kind: str, *, on: date) -> Mapping[str, SeatRule]:
    """Code of an office → its seats in bodies of a kind on a day, in the charter's order."""
    card = kind_card(kind, on=on)
    return {one.office: one for one in card.offices} if card else {}


def rule_of(office: Office, *, on: date) -> SeatRule | None:
    """What the charter says on a day of the seats of an office; None where it says nothing."""
    return rules_of(office.structure.kind, on=on).get(office.kind)


def counts_of(
    structure: Structure, groups: Mapping[str, LocalText], on: date
) -> tuple[Counted, Counted]:
    """How many members come from each group of the composition, and how many represent each body;
    small counts are withheld. `groups` are the names of groups by code."""
    found = members(structure, on).values_list("group", "represents").annotate(count=Count("pk"))
    by_group: Counter[str] = Counter()
    by_body: Counter[str] = Counter()
    for group, body, count in found:
        by_group.update({group: count} if group else {})
        by_body.update({str(body): count} if body else {})
    told = Structure.objects.in_bulk([int(one) for one in told_counts(by_body, small(on))])
    names = {code: groups.get(code, LocalText(code)) for code in by_group}
    bodies = {str(number): one.name for number, one in told.items()}
    return counted(by_group, names, on), counted(by_body, bodies, on)


def members(structure: Structure, on: date) -> QuerySet[Appointment]:
    """Those who hold seats of a body on a day, in no order."""
    return holders_on(structure, on).filter(OWN_SEAT).select_related(None).order_by()


def counted(counts: Mapping[str, int], names: Mapping[str, LocalText], on: date) -> Counted:
    """Counts with names, the small ones withheld."""
    told = told_counts(counts, small(on))
    return Counted(
        tuple((names[code], count) for code, count in told.items()),
        sum(counts.values()) - sum(told.values()),
    )


def small(on: date) -> int:
    """Below how many people a count is withheld."""
    return norms().norm("small_count", on).whole_number()


def office_numbered(number: int) -> Office | None:
    """The office of a number with its body, or None."""
    return Office.objects.select_related(PLACE).filter(pk=number).first()


def seat_numbered(number: int) -> Appointment | None:
    """The appointment of a number with its office and person, or None."""
    return Appointment.objects.filter(pk=number).select_related(*PEOPLE).first()


def terms_in(office: Office) -> QuerySet[Appointment]:
    """Everybody who held an office, holds it or is to hold it, the newest first."""
    return Appointment.objects.filter(office=office).select_related(*PEOPLE)


def ending_terms(*, on: date, days: int, by: Actor, power: str) -> list[Ending]:
    """The terms that end within some days after a day, in bodies that a power reaches; the nearest
    first. Substitutions are left out."""
    last = on + timedelta(days=days)
    held = Appointment.objects.filter(in_office_on(on), OWN_SEAT, reached(by, power, "office__"))
    held = held.select_related(*PEOPLE)
    written = held.filter(valid_until__gt=on, valid_until__lte=last)
    found = [Ending(one, one.valid_until, by_rule=False) for one in written if one.valid_until]
    found += overdue_or_near(held.filter(valid_until=None), on, last)
    return sorted(found, key=lambda one: (one.until, one.appointment.pk))


def overdue_or_near(held: QuerySet[Appointment], on: date, last: date) -> list[Ending]:
    """Of open terms, those that by the charter end by a day, or should have ended already."""
    limited = {
        (card.code, rule.office): rule
        for card in kind_cards(on=on).values()
        for rule in card.offices
        if rule.term_years or rule.rotation_years
    }
    pairs = [Q(office__structure__kind=kind, office__kind=code) for kind, code in limited]
    found = []
    for one in held.filter(reduce(or_, pairs, Q(pk__in=()))):
        until = end_by_rule(one.valid_from, limited[one.office.structure.kind, one.office.kind])
        if until is not None and until <= last:
            found.append(Ending(one, until, by_rule=True))
    return found


@dataclass(frozen=True, slots=True)
class Vacancy:
    """An office with free seats, and when its last holder left (None where nobody held it)."""

    office: Office
    free: int
    left_on: date | None


def dressed(rows: Iterable[Office]) -> list[Vacancy]:
    """What `vacancies` found."""
    found = ((one, vars(one)) for one in rows)
    return [Vacancy(one, (one.seats or 0) - said["hold"], said["left_on"]) for one, said in found]


def vacancies(*, on: date, by: Actor, power: str, since: date | None = None) -> QuerySet[Office]:
    """The offices with a free seat on a day, in bodies that a power reaches: with how many `hold`
    it and when the last holder left (`left_on`); the newest first. With `since`, those that
    somebody left on that day or later."""
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    lasting = Q(valid_until=None) | Q(valid_until__gt=on)
    there = Q(structure__closed_on=None) | Q(structure__closed_on__gt=on)
    born = Q(structure__founded_on=None) | Q(structure__founded_on__lte=on)
    own = Q(structure__duplicate_of=None) & reached(by, power)
    holding = (
        Q(appointments__valid_from__lte=on)
        & (Q(appointments__valid_until=None) | Q(appointments__valid_until__gt=on))
        & Q(appointments__stands_for=None)
    )
    past = Q(appointments__valid_until__lte=on)
    found = Office.objects.filter(begun, lasting, there, born, own, seats__isnull=False)
    found = found.annotate(
        hold=Count("appointments", filter=holding),
        left_on=Max("appointments__valid_until", filter=past),
    )
    found = found.filter(hold__lt=F("seats"), **({"left_on__gte": since} if since else {}))
    newest = F("left_on").desc(nulls_last=True)
    return found.select_related(PLACE).order_by(newest, "structure__sort_key", "pk")


def reached(by: Actor, power: str, path: str = "") -> Q:
    """The condition that a power reaches the body of an office."""
    grants = by.grants(power)
    if any(one.structure_id is None and one.territory_code is None for one in grants):
        return Q()
    return reduce(or_, (reached_by(one, path) for one in grants), Q(pk__in=()))


def reached_by(grant: Grant, path: str) -> Q:
    """The condition that a limited grant reaches the body of an office."""
    if grant.territory_code is None:
        return Q(**{f"{path}structure": grant.structure_id})
    places = places_within(grant.territory_code).values("pk")
    return Q(**{f"{path}structure__territory__in": places})


def bodies_named(words: str, *, among: QuerySet[Structure]) -> list[Structure]:
    """At most two bodies with a name or abbreviation exactly as written."""
    name = words.strip()
    same = Q(name_kk=name) | Q(name_ru=name) | Q(short_kk=name) | Q(short_ru=name)
    return list(among.filter(same)[:2])


def meeting(terms: QuerySet[Appointment], wanted: Term) -> QuerySet[Appointment]:
    """Those of some appointments that hold on a day of a term."""
    later = Q(valid_until=None) | Q(valid_until__gt=wanted.first)
    return terms.filter(later & (Q(valid_from__lt=wanted.until) if wanted.until else Q()))
