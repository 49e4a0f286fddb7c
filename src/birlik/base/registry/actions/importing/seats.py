"""Offices, appointments and places in registers of many rows at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from birlik.base.charter.engine.kinds import KindCard, SeatRule
from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import kind_cards, named_items
from birlik.base.registry.actions.offices import office_of
from birlik.base.registry.engine.importing.lines import PersonLine, SeatLine
from birlik.base.registry.engine.registers import EnrolmentRow
from birlik.base.registry.models import (
    Appointment,
    Enrolment,
    Office,
    Person,
    Structure,
    Territory,
)
from birlik.base.registry.refusals.importing import BEYOND_REACH
from birlik.base.registry.refusals.offices import GIVES_POWERS
from birlik.base.registry.rules.cards import CENTRAL, may_keep_structure
from birlik.base.registry.rules.offices import is_given_locally
from birlik.base.registry.rules.registers import reaches_place
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require

BATCH = 1_000
Key = tuple[int, str]
"""The number of a body and the kind of an office in it."""


class Seats:
    """Founds offices and fills them; `taken` are the bodies of the same call by their places."""

    def __init__(
        self,
        by: Actor,
        places: Mapping[str, Territory],
        at: datetime,
        taken: Sequence[Structure],
    ) -> None:
        self.by, self.places, self.at, self.taken = by, places, at, taken
        self.kinds: dict[str, KindCard] = kind_cards(on=day_of(at))
        self.names = named_items(Catalogue.OFFICE_KIND, on=day_of(at))
        self.offices: dict[Key, Office] = {}
        self.bodies: dict[int, Structure] = {one.pk: one for one in taken}
        self.gives = lru_cache(maxsize=None)(self.is_given)

    def is_given(self, kind: str) -> bool:
        """Whether an office is the actor's to found and to give."""
        return self.by.holds(CENTRAL) or is_given_locally(kind, on=day_of(self.at))

    def found(self, entered: Iterable[Structure], lines: Sequence[PersonLine]) -> int:
        """Found the offices of new bodies, and those that people take up where there are none; how
        many are new. Raises `RefusedError` for a body beyond reach."""
        wanted = {self.body_of(seat): None for line in lines for seat in line.seats}
        wanted |= {one.structure: None for line in lines for one in line.registers if one.structure}
        self.load(wanted)
        new: dict[Key, Office] = {}
        for body in entered:
            for rule in self.rules_of(body):
                if self.gives(rule.office):
                    new[body.pk, rule.office] = office_of(body, rule)
        for key in {self.key(seat): None for line in lines for seat in line.seats}:
            if not self.gives(key[1]):
                raise RefusedError(GIVES_POWERS)
            if key not in self.offices and key not in new:
                new[key] = self.office_wanted(*key)
        Office.objects.bulk_create(list(new.values()), batch_size=BATCH)
        self.offices |= new
        return len(new)

    def load(self, numbers: Iterable[int]) -> None:
        """Load the bodies in which people take up offices, and the offices that these have."""
        missing = [number for number in numbers if number not in self.bodies]
        by_pk = {one.pk: one for one in self.places.values()}
        for begin in range(0, len(missing), BATCH):
            some = Structure.objects.in_bulk(missing[begin : begin + BATCH])
            for one in some.values():
                one.territory = by_pk.get(one.territory_id or 0)
                require(may_keep_structure(self.by, one, self.at))
            self.bodies |= some
        for begin in range(0, len(wanted := list(self.bodies)), BATCH):
            there = Office.objects.filter(structure__in=wanted[begin : begin + BATCH])
            for seat in there.order_by("-pk"):
                self.offices[seat.structure_id, seat.kind] = seat

    def body_of(self, seat: SeatLine) -> int:
        """The number of the body in which an office is taken up."""
        if seat.of is not None:
            return self.taken[seat.of].pk
        return seat.structure or 0

    def key(self, seat: SeatLine) -> Key:
        """By what an office is known."""
        return self.body_of(seat), seat.office

    def rules_of(self, body: Structure) -> Sequence[SeatRule]:
        """The offices that the charter gives a body."""
        kind = self.kinds.get(body.kind)
        return kind.offices if kind else ()

    def office_wanted(self, number: int, kind: str) -> Office:
        """An office that a body lacks, as the charter has it for its kind, else without a limit of
        seats. Raises `RefusedError` for a body or an office that there is not."""
        body = self.bodies.get(number)
        if body is None or kind not in self.names:
            raise RefusedError(BEYOND_REACH)
        rule = next((one for one in self.rules_of(body) if one.office == kind), None)
        if rule is None and not self.by.holds(CENTRAL):
            raise RefusedError(BEYOND_REACH)
        return office_of(body, rule or SeatRule(kind, self.names[kind]))

    def appoint(self, lines: Sequence[PersonLine], people: Sequence[Person]) -> int:
        """Appoint people to the offices of their lines; how many appointments there are."""
        made = [
            Appointment(
                person=person,
                office=self.offices[self.key(seat)],
                valid_from=seat.valid_from,
                valid_until=seat.valid_until,
                ground=seat.ground,
                group=seat.group,
                represents_id=seat.represents,
            )
            for line, person in zip(lines, people, strict=True)
            for seat in line.seats
        ]
        Appointment.objects.bulk_create(made, batch_size=BATCH)
        return len(made)

    def enrol(self, lines: Sequence[PersonLine], people: Sequence[Person]) -> int:
        """Give people their places in registers; how many there are."""
        made = list(self.enrolments(lines, people))
        Enrolment.objects.bulk_create(made, batch_size=BATCH)
        return len(made)

    def enrolments(
        self, lines: Sequence[PersonLine], people: Sequence[Person]
    ) -> Iterator[Enrolment]:
        """The places in registers that lines give."""
        for line, person in zip(lines, people, strict=True):
            for one in line.registers:
                self.refuse_foreign(one)
                yield Enrolment(
                    person=person,
                    register=one.register,
                    structure_id=one.structure,
                    territory=self.places.get(one.territory),
                    number=one.number,
                    ground=one.ground,
                    particulars=dict(one.particulars),
                    valid_from=one.valid_from,
                    valid_until=one.valid_until,
                )

    def refuse_foreign(self, row: EnrolmentRow) -> None:
        """Raise `RefusedError` for a place in a register that is of another's territory."""
        body = self.bodies.get(row.structure or 0)
        place = None if body else self.places.get(row.territory)
        unknown = (row.structure and not body) or (row.territory and not body and not place)
        if unknown or not reaches_place(self.by, body, place):
            raise RefusedError(BEYOND_REACH)
