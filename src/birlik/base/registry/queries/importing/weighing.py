"""Weighing the rows of a file against the register."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from birlik.base.charter.queries import kind_cards, office_rights
from birlik.base.registry.engine.importing.bodies import BodyRows, BodyTerms, body_lines
from birlik.base.registry.engine.importing.cells import Reader, Said
from birlik.base.registry.engine.importing.columns import Column
from birlik.base.registry.engine.importing.lines import BodyLine, PersonLine
from birlik.base.registry.engine.importing.people import PersonRows
from birlik.base.registry.engine.importing.seats import PersonTerms
from birlik.base.registry.engine.importing.table import Table
from birlik.base.registry.engine.importing.verdict import Lists, Weighed
from birlik.base.registry.models import Territory
from birlik.base.registry.queries.importing.files import body_kind, columns_for, register_of
from birlik.base.registry.queries.importing.known import known_bodies, known_people
from birlik.base.registry.queries.importing.lists import lists_for, stands
from birlik.base.registry.queries.importing.places import all_places
from birlik.base.registry.rules import cards, people
from birlik.base.registry.rules.importing import power_for
from birlik.base.registry.rules.reach import reaches_territory, territory_line
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor


@dataclass(slots=True)
class Weighing:
    """What the rows of a file of a kind mean for somebody on a day; `home` is the territory of rows
    that name none, by code, '' for the republic."""

    by: Actor
    kind: str
    home: str
    on: date
    columns: tuple[Column, ...]
    places: dict[str, Territory]
    lists: Lists

    def keeps(self, code: str) -> bool:
        """Whether the actor keeps what lies in a territory; '' is the republic."""
        place = self.places.get(code)
        if code and place is None:
            return False
        return reaches_territory(self.by, power_for(self.kind), place)

    @property
    def kept(self) -> list[str]:
        """The codes of the places that stand on the day and are the actor's to keep."""
        return [
            code
            for code, one in sorted(self.places.items())
            if stands(one, self.on) and self.keeps(code)
        ]

    def said(self, table: Table) -> Iterator[Said]:
        """What each row of a table says, one after another."""
        yield from Reader(self.columns, self.lists.choices).rows(table)

    def weigh(self, said: Sequence[Said]) -> tuple[list[Weighed], list[BodyLine]]:
        """What each row means; of bodies also the lines to be taken, in one another."""
        keeps = lru_cache(maxsize=None)(self.keeps)
        kind = body_kind(self.kind, on=self.on)
        register = register_of(self.kind, on=self.on)
        power = people.KEEP if register else cards.KEEP
        bodies = known_bodies(self.by, power, self.places, on=self.on)
        if kind:
            barred = cards.may_make_kind(self.by, kind.code, on=self.on).reason
            depths = {code: len(territory_line(one)) - 1 for code, one in self.places.items()}
            terms = BodyTerms(kind, self.home, self.on, depths, keeps, barred)
            rows = BodyRows(terms, bodies, self.lists, self.columns)
            weighed = rows.weigh(said)
            return weighed, body_lines(weighed, rows.within)
        persons = PersonRows(
            PersonTerms(
                home=self.home,
                on=self.on,
                keeps=keeps,
                digests=seal().digests,
                kinds=kind_cards(on=self.on),
                register=register,
                barred=self.barred(),
                apart=apart(on=self.on),
                any_office=self.by.holds(cards.CENTRAL),
            ),
            known_people(keeps),
            bodies,
            self.lists,
            self.columns,
        )
        return list(persons.weigh(said)), []

    def barred(self) -> frozenset[str]:
        """The offices that the actor does not give."""
        if self.by.holds(cards.CENTRAL):
            return frozenset()
        rights = office_rights(on=self.on)
        return frozenset(
            code for code, one in rights.items() if one.powers and not one.given_locally
        )


def apart(*, on: date) -> dict[str, frozenset[str]]:
    """Office → the offices of any body that must not be held beside it, named by either."""
    rights = office_rights(on=on)
    return {
        code: frozenset(one.not_with)
        | {other for other in rights if code in rights[other].not_with}
        for code, one in rights.items()
    }


def weighing_of(by: Actor, kind: str, home: str, *, on: date) -> Weighing:
    """What is needed to read and weigh a file of a kind; `home` as in `Weighing`."""
    places = all_places()
    body, register = body_kind(kind, on=on), register_of(kind, on=on)
    fields = body.fields if body else register.fields if register else ()
    power = power_for(kind)
    kept = frozenset(code for code, one in places.items() if reaches_territory(by, power, one))
    lists = lists_for(fields, places, kept, on=on)
    return Weighing(by, kind, home, on, columns_for(kind, on=on), places, lists)


def person_lines(weighed: Sequence[Weighed]) -> list[PersonLine]:
    """The lines of people to be taken."""
    return [one.person for one in weighed if one.person]
