"""The list of people within reach, as of a day, as a page and as a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Exists, OuterRef, Q, QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import by_name, valid_on
from birlik.base.registry.engine.cards_sought import REPUBLIC
from birlik.base.registry.engine.people_sought import PeopleSought
from birlik.base.registry.models import Appointment, Enrolment, Person, Posting
from birlik.base.registry.queries import in_office_on
from birlik.base.registry.queries.cards_named import Named
from birlik.base.registry.queries.people import people_as_of, reached_by
from birlik.base.registry.queries.searching import KNOWN
from birlik.base.registry.rules.people import READ
from birlik.base.registry.rules.reach import lasting_on
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.search import asked_words

PORTION = 1000
CATALOGUES = (
    *(Catalogue.LANGUAGE, Catalogue.WORK_FIELD),
    *(Catalogue.OFFICE_KIND, Catalogue.REGISTER),
)
"""What the list is narrowed by, and says by name."""


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person with the offices held and the places in registers on the day; never more."""

    person: Person
    offices: tuple[Appointment, ...] = ()
    places: tuple[Enrolment, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleNames:
    """Code → name of languages, fields of work, kinds of office and registers of persons."""

    languages: Named
    fields: Named
    offices: Named
    registers: Named


def names_on(on: date) -> PeopleNames:
    """The names of the charter on a day; one query."""
    found: dict[str, dict[str, LocalText]] = {one: {} for one in CATALOGUES}
    for item in by_name(valid_on(on).filter(catalogue__in=CATALOGUES)):
        found[item.catalogue][item.code] = item.name
    return PeopleNames(*(found[one] for one in CATALOGUES))


def people_listed(sought: PeopleSought, *, by: Actor, today: date) -> QuerySet[Person]:
    """The people within reach that a reader asks for, by name."""
    on = sought.on or today
    found = people_as_of(on, by=by).filter(*conditions(sought, on))
    return named(sought.q, found) if sought.q else found


def conditions(sought: PeopleSought, on: date) -> Iterator[Q]:
    """What a reader asks of a person, beside words."""
    if sought.place == REPUBLIC:
        yield Q(territory=None)
    elif sought.place:
        yield reached_by(Grant(READ, territory_code=sought.place), on)
    if sought.register:
        stood = Enrolment.objects.filter(lasting_on(on), register=sought.register)
        yield Q(pk__in=stood.values("person"))
    if sought.office:
        held = Appointment.objects.filter(in_office_on(on), office__kind=sought.office)
        yield Q(pk__in=held.values("person"))
    if sought.language:
        yield Q(languages__contains=f" {sought.language} ")
    if sought.field:
        yield Q(fields__contains=f" {sought.field} ")


def named(words: str, found: QuerySet[Person]) -> QuerySet[Person]:
    """Those of some people whose names hold every word, slips forgiven where nobody's do without;
    nobody for a number, which is not sought here."""
    asked = asked_words(words)
    for slips in (False, True):
        terms = KNOWN.fits(asked, slips=slips) if asked else []
        if terms and all(terms):
            hits = found
            for term in terms:
                holding = Posting.objects.filter(
                    person=OuterRef("pk"), word__in=[KNOWN.numbers[word] for word in term]
                )
                hits = hits.filter(Exists(holding))
            if hits.exists():
                return hits
    return found.none()


def dressed(people: Iterable[Person], *, on: date) -> list[ListedPerson]:
    """Some people with what they are on a day, in two queries."""
    rows = list(people)
    offices: dict[int, list[Appointment]] = {one.pk: [] for one in rows}
    places: dict[int, list[Enrolment]] = {one.pk: [] for one in rows}
    held = Appointment.objects.filter(in_office_on(on), person__in=offices)
    for seat in held.select_related("office__structure").order_by("valid_from", "pk"):
        offices[seat.person_id].append(seat)
    stood = Enrolment.objects.filter(lasting_on(on), person__in=places)
    for place in stood.select_related("structure").order_by("valid_from", "pk"):
        places[place.person_id].append(place)
    return [ListedPerson(one, tuple(offices[one.pk]), tuple(places[one.pk])) for one in rows]


def dressed_in_parts(found: QuerySet[Person], *, on: date) -> Iterator[ListedPerson]:
    """A whole list with what people are on a day, read in portions."""
    rows = found.iterator(chunk_size=PORTION)
    while some := list(islice(rows, PORTION)):
        yield from dressed(some, on=on)


def reached_today(people: Iterable[Person], *, by: Actor, today: date) -> frozenset[int]:
    """The numbers of those of some people whose cards the actor may open today."""
    numbers = [one.pk for one in people]
    found = people_as_of(today, by=by).filter(pk__in=numbers)
    return frozenset(found.order_by().values_list("pk", flat=True))
