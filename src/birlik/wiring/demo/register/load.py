"""Taking the invented register in, as an installation does with the tables of its regions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from birlik.base.charter.queries import kind_cards
from birlik.base.registry.actions import TerritoryRow, load_territories
from birlik.base.registry.actions.importing import take_rows
from birlik.base.registry.actions.personal import enter_consent
from birlik.base.registry.engine.importing.lines import BodyLine, PersonLine
from birlik.base.registry.models import Person
from birlik.base.registry.queries import regions
from birlik.base.registry.queries.importing import all_places
from birlik.base.values.actor import Actor
from birlik.base.values.clock import ZONE, day_of
from birlik.wiring.demo.people import Staff
from birlik.wiring.demo.register.bodies import GROUND, DrawnBody, districts_of, drawn_bodies
from birlik.wiring.demo.register.names import person_names
from birlik.wiring.demo.register.people import Crowd, enrolled

SYSTEM = Actor.system()
FIRST_AT = datetime(2025, 10, 6, 11, tzinfo=ZONE)
REST_AT = datetime(2026, 3, 16, 11, tzinfo=ZONE)
"""When the tables of the regions came: half of the regions were quicker."""

BEFORE_REFORM = date(2022, 1, 1)
"""A day on which there still were the bodies that the reform of 2022 ended."""

PUBLIC = "public_mediators"
AGREE = 8
"""Each eighth mediator agrees to be shown to the public."""

SLIPS = 8
"""How many associations of a table were typed in twice, the second time with a slip."""


class Register:
    """A share of the register on its way in: the bodies entered so far, with their numbers."""

    def __init__(self, share: float) -> None:
        self.share = share
        self.entered: list[tuple[DrawnBody, int]] = []
        self.heads: dict[str, int] = {}

    def take_first(self, _staff: Staff) -> None:
        """Enter invented districts, the bodies of the republic and those of half of the regions."""
        load_territories(SYSTEM, None, at=FIRST_AT, rows=list(districts()))
        first = [one for one in self.drawn() if is_quick(one) and is_there(one, FIRST_AT)]
        self.take(first, FIRST_AT)

    def take_rest(self, _staff: Staff) -> None:
        """Enter all other bodies, and everybody who sits in them or stands in a register."""
        known = {one.card.name_kk for one, _number in self.entered}
        rest = [one for one in self.drawn() if one.card.name_kk not in known]
        self.take([*rest, *typed_twice(rest)], REST_AT)
        kinds = kind_cards(on=BEFORE_REFORM) | kind_cards(on=day_of(REST_AT))
        crowd = Crowd(person_names(), kinds, self.share)
        people = [
            line
            for body, number in self.entered
            for line in crowd.seated(body, number, on=day_of(REST_AT))
        ]
        lines = list(enrolled(people, self.entered, crowd))
        twice = [replace(one, seats=()) for one in lines[:SLIPS]]
        taken = take_rows(SYSTEM, None, at=REST_AT, people=[*lines, *twice], source="demonstration")
        self.agree(lines, taken.people)

    def agree(self, lines: Sequence[PersonLine], numbers: Sequence[int]) -> None:
        """Some mediators agree to be found by the public."""
        mediators = [
            number
            for line, number in zip(lines, numbers, strict=False)
            if any(one.register == "mediators" for one in line.registers)
        ]
        for person in Person.objects.filter(pk__in=mediators[::AGREE]):
            enter_consent(
                SYSTEM, person, at=REST_AT, purpose=PUBLIC, given_on=day_of(REST_AT), ground=GROUND
            )

    def drawn(self) -> list[DrawnBody]:
        """Every body of the register in the places of this installation."""
        return drawn_bodies(all_places(), self.share)

    def take(self, bodies: Iterable[DrawnBody], at: datetime) -> None:
        """Enter bodies under the assembly of their region."""
        listed = list(bodies)
        places = {
            one.region: place
            for place, one in enumerate(listed)
            if one.card.kind in {"assembly", "regional_assembly"}
        }
        lines = [self.line(one, place, places) for place, one in enumerate(listed)]
        taken = take_rows(SYSTEM, None, at=at, structures=lines, source="demonstration")
        self.entered += zip(listed, taken.structures, strict=True)
        self.heads |= {region: taken.structures[place] for region, place in places.items()}

    def line(self, one: DrawnBody, place: int, places: dict[str, int]) -> BodyLine:
        """The row of a body, in the assembly of its region, as that is in the republic's."""
        above = "" if places.get(one.region) == place else one.region
        if places.get(above) == place:
            return BodyLine(one.card)
        if above in places:
            return BodyLine(one.card, within=places[above])
        return BodyLine(replace(one.card, parent=self.heads.get(above)))


def districts() -> Iterator[TerritoryRow]:
    """The invented districts of every region, so that councils of settlements have a place."""
    for region in regions():
        for code, name in districts_of(region):
            yield TerritoryRow(
                code, "", "district", region.code, name, "", "", "", region.valid_from, None
            )


def is_quick(one: DrawnBody) -> bool:
    """Whether a body is of the republic, or of a region that brought its table early."""
    return not one.region or int(one.region[:2]) // 4 % 2 == 0


def is_there(one: DrawnBody, at: datetime) -> bool:
    """Whether a body exists at an instant."""
    return one.card.founded_on is None or one.card.founded_on < day_of(at)


def typed_twice(bodies: Iterable[DrawnBody]) -> list[DrawnBody]:
    """The first associations again, with a doubled letter and without their number."""
    found = [one for one in bodies if one.card.kind == "ethnocultural_association"][:SLIPS]
    return [
        replace(
            one,
            card=replace(one.card, name_kk=one.card.name_kk.replace("ны", "нны", 1), bin=""),
            people=0,
        )
        for one in found
    ]


def register_events(share: float = 1.0) -> tuple[tuple[datetime, Callable[[Staff], None]], ...]:
    """What happens to the register, and when; `share` is how much of it there is to be, 0 to 1."""
    register = Register(share)
    return ((FIRST_AT, register.take_first), (REST_AT, register.take_rest))
