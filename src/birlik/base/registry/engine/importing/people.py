"""Rows of people: whom they mean, what they change, and the offices and places in registers that
they give.

A row means the person of the number in the register, else the one with the ИИН. Without these, it
means the one of the name who holds an office in the body that the row names, else who is kept in
the territory; but where somebody of that name is kept there whom nothing else ties to the row, or
several are, nobody can tell: the row is not taken until it gives a number, or says "new". Another
ИИН is another person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from birlik.base.registry.engine.importing import refusal
from birlik.base.registry.engine.importing.cells import EitherError, NotFoundError, Said
from birlik.base.registry.engine.importing.columns import Column
from birlik.base.registry.engine.importing.known import (
    Bodies,
    Held,
    KnownBody,
    KnownPerson,
    Persons,
)
from birlik.base.registry.engine.importing.lines import PersonLine, SeatLine
from birlik.base.registry.engine.importing.scripts import name_key
from birlik.base.registry.engine.importing.seats import PersonTerms, SeatCells, territory_of
from birlik.base.registry.engine.importing.verdict import (
    HIDDEN,
    Change,
    Lists,
    Means,
    Weighed,
    in_words,
)
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.engine.registers import EnrolmentRow
from birlik.base.registry.refusals.people import IIN_ELSEWHERE, PERSON_NAME_NEEDED
from birlik.base.values.local_text import LocalText

OWN = ("full_name", "full_name_ru", "full_name_latin", "territory", "languages", "fields")
APART = ("iin", "phone", "email")
NAMES = ("full_name", "full_name_ru", "full_name_latin")


class PersonRows:
    """Weighs the rows of a file."""

    def __init__(
        self,
        terms: PersonTerms,
        persons: Persons,
        bodies: Bodies,
        lists: Lists,
        columns: Sequence[Column],
    ) -> None:
        self.terms, self.persons, self.bodies, self.lists = terms, persons, bodies, lists
        self.columns = {one.name: one for one in columns}
        self.cells = SeatCells(terms, persons, lists)
        self.first: dict[object, int] = {}

    def weigh(self, rows: Iterable[Said]) -> Iterable[Weighed]:
        """What each row means, one after another."""
        for said in rows:
            yield self.weighed(said)

    def weighed(self, said: Said) -> Weighed:
        """What a row means."""
        result = Weighed(said)
        body = self.body(said)
        known = self.person_meant(said, body)
        self.refuse_double(said, known)
        row = self.row(said, known)
        if not row.full_name.strip():
            said.object_to("full_name", PERSON_NAME_NEEDED)
        seats = self.cells.seats(said, known, body)
        registers = self.cells.registers(said, known, body)
        changes = self.changes(said, known, row) if known else []
        self.object_to_reach(said, known, row, bool(changes or seats or registers))
        if said.objections:
            return result
        result.changes = changes + self.added(said, known, seats, registers)
        if known and not result.changes:
            result.means = Means.SAME
            return result
        result.means = Means.CHANGED if known else Means.NEW
        number = known.number if known else None
        result.person = PersonLine(row, number, tuple(seats), tuple(registers))
        for seat in seats:
            key = seat.structure or 0, seat.office
            self.persons.holding[key].append(Held(*key, seat.valid_from, seat.valid_until))
        return result

    def body(self, said: Said) -> KnownBody | None:
        """The body that a row names."""
        if "structure" not in said.values:
            return None
        words = str(said.values["structure"])
        try:
            return self.bodies.find(words, territory_of(said, self.terms.home))
        except EitherError:
            said.object_to("structure", refusal.BODY_EITHER, words)
        except NotFoundError:
            said.object_to("structure", refusal.UNKNOWN_BODY, words)
        return None

    def person_meant(self, said: Said, body: KnownBody | None) -> KnownPerson | None:
        """The person whom a row means; None for somebody new, and for a row that cannot be told,
        which then has an objection."""
        if said.entry is not None:
            found = self.persons.by_number.get(said.entry)
            if found is None or not found.kept:
                said.object_to("number", refusal.NO_SUCH_ENTRY, said.entry)
                return None
            return found
        digests = self.terms.digests(said.values["iin"]) if "iin" in said.values else ()
        for digest in digests:
            if found := self.persons.by_digest.get(digest):
                if not found.kept:
                    said.object_to("iin", IIN_ELSEWHERE)
                    return None
                return found
        return None if said.is_other else self.named(said, body, bool(digests))

    def named(self, said: Said, body: KnownBody | None, numbered: bool) -> KnownPerson | None:
        """The person of the name, where nobody else may be meant; one with another number is
        not."""
        alike = self.persons.named(said.values.get(name, "") for name in NAMES)
        alike = [one for one in alike if not (numbered and one.digest)]
        tied = [one for one in alike if body and is_tied(one, body.number)]
        there = [
            one
            for one in alike
            if one.row.territory == territory_of(said, self.terms.home) and one.kept
        ]
        near = tied or there
        if len(near) > 1:
            words = "; ".join(one.words for one in near if one.kept)
            said.object_to("", refusal.COULD_BE_TWO, words)
        elif near and not tied and body and self.is_tied_elsewhere(near[0]):
            said.object_to("", refusal.COULD_BE_KNOWN, near[0].words)
        elif near:
            return near[0]
        return None

    def is_tied_elsewhere(self, one: KnownPerson) -> bool:
        """Whether somebody holds an office, or works as one of a register, in some body."""
        return bool(one.held) or any(place.structure for place in one.stood)

    def refuse_double(self, said: Said, known: KnownPerson | None) -> None:
        """Object to a row that gives a new person whom a row before it gives. A person of the
        register may stand in several rows, with several offices."""
        if known:
            return
        keys: list[object] = [("iin", said.values["iin"])] if "iin" in said.values else []
        if not said.is_other and "iin" not in said.values:
            keys.append(
                (name_key(said.values.get("full_name", "")), territory_of(said, self.terms.home))
            )
        for key in keys:
            before = self.first.setdefault(key, said.number)
            if before != said.number:
                said.object_to("", refusal.SAME_PERSON, row=before)

    def row(self, said: Said, known: KnownPerson | None) -> PersonRow:
        """What is written of the person: what was known with the cells that say something."""
        values = {name: said.values[name] for name in (*OWN, *APART) if name in said.values}
        if known:
            bare = replace(known.row, iin=None, phone=None, email=None)
            return replace(bare, **values)
        values.setdefault("territory", self.terms.home)
        return replace(PersonRow(""), **values)

    def changes(self, said: Said, known: KnownPerson, row: PersonRow) -> list[Change]:
        """What a row changes of what is written of a person; of what is kept apart only that it
        changes."""
        found = [
            Change(name, self.shown(name, was), self.shown(name, becomes))
            for name in OWN
            if name in said.values
            and (was := getattr(known.row, name)) != (becomes := getattr(row, name))
        ]
        for name in ("phone", "email"):
            if name in said.values and said.values[name] != (getattr(known.row, name) or ""):
                found.append(Change(name, HIDDEN, HIDDEN))
        if "iin" in said.values and known.digest not in self.terms.digests(said.values["iin"]):
            found.append(Change("iin", HIDDEN, HIDDEN))
        return found

    def added(
        self,
        said: Said,
        known: KnownPerson | None,
        seats: Sequence[SeatLine],
        registers: Sequence[EnrolmentRow],
    ) -> list[Change]:
        """The offices and places in registers that somebody known gets, as changes."""
        if known is None:
            return []
        nothing = LocalText()
        return [
            *(
                Change("office", nothing, self.lists.words_of("office", [one.office]))
                for one in seats
            ),
            *(Change("valid_from", nothing, in_words(one.valid_from)) for one in registers),
        ]

    def shown(self, name: str, value: Any) -> LocalText:
        """A value in words."""
        if name == "territory":
            return self.lists.words_of("territory", [value] if value else [])
        if name in ("languages", "fields"):
            return self.lists.words_of(self.columns[name].choice, value)
        return in_words(value)

    def object_to_reach(
        self, said: Said, known: KnownPerson | None, row: PersonRow, changes: bool
    ) -> None:
        """Object to a person who is not the actor's to keep."""
        foreign = known is not None and not known.kept and changes
        if foreign or not (self.terms.keeps(row.territory) or (known and not changes)):
            said.object_to("territory", refusal.ELSEWHERE)


def is_tied(one: KnownPerson, body: int) -> bool:
    """Whether somebody holds, or held, an office in a body, or works there as one of a register."""
    return any(seat.structure == body for seat in one.held) or any(
        place.structure == body for place in one.stood
    )
