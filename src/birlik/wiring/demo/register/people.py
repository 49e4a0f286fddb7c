"""The people of the invented register: who sits where, and in which registers they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from birlik.base.charter.engine.kinds import KindCard, SeatRule
from birlik.base.registry.engine.importing.lines import PersonLine, SeatLine
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.engine.registers import EnrolmentRow
from birlik.wiring.demo.fates import Lot
from birlik.wiring.demo.register.bodies import GROUND, DrawnBody, scaled
from birlik.wiring.demo.register.names import PersonName, written

YEAR = timedelta(days=365)
VACANT = 7
"""Of how many bodies in a hundred nobody leads."""


class Crowd:
    """Draws the people of bodies; names never come twice."""

    def __init__(
        self, names: Iterator[PersonName], kinds: Mapping[str, KindCard], share: float
    ) -> None:
        self.names, self.kinds, self.share = names, kinds, share

    def person(self, region: str, lot: Lot) -> PersonRow:
        """Somebody whose record is kept in a region."""
        name, told = next(self.names), lot.below(10)
        return PersonRow(
            name.kk,
            full_name_ru=name.ru if told < 4 else "",
            full_name_latin=name.latin if told == 0 else "",
            territory=region,
            languages=("kk", "ru") if told < 7 else ("kk",),
        )

    def seated(self, body: DrawnBody, number: int, *, on: date) -> Iterator[PersonLine]:
        """Those who hold the seats of a body, entered under a number, on a day; and now and then
        who led it before."""
        lot = Lot(f"people/{number}/{body.card.name_kk}")
        on = min(on, date(body.until, 1, 1)) if body.until else on
        begun = max(body.card.founded_on or on, on - 3 * YEAR)
        if lot.below(4) == 0 and body.card.founded_on and begun > body.card.founded_on:
            yield self.former_head(body, number, begun, lot)
        for place in range(body.people):
            office = self.office(body, place)
            if place == 0 and "spread" in body.rule and lot.below(100) < VACANT:
                continue
            valid_from = begun + timedelta(days=lot.below(max((on - begun).days, 1)))
            if place == 0:
                valid_from = begun
            seat = SeatLine(
                office.office,
                valid_from,
                ended(body, valid_from, office),
                structure=number,
                ground=GROUND,
                group=office.groups[place % len(office.groups)] if office.groups else "",
            )
            yield PersonLine(self.person(body.region, lot), seats=(seat,))

    def former_head(self, body: DrawnBody, number: int, until: date, lot: Lot) -> PersonLine:
        """Who led a body until a day."""
        begun = body.card.founded_on or until - YEAR
        seat = SeatLine(self.office(body, 0).office, begun, until, structure=number, ground=GROUND)
        return PersonLine(self.person(body.region, lot), seats=(seat,))

    def office(self, body: DrawnBody, place: int) -> SeatRule:
        """The office at a place: the first leads, then comes a deputy, then members."""
        rules = self.kinds[body.card.kind].offices
        if place < len(rules) - 1 and body.people > len(rules):
            return rules[place]
        return rules[0] if place == 0 else rules[-1]


def ended(body: DrawnBody, valid_from: date, office: SeatRule) -> date | None:
    """The end of a term: that of the body, or as the charter has it."""
    if body.until:
        return date(body.until, 6, 8)
    years = office.rotation_years or office.term_years
    return valid_from.replace(year=valid_from.year + years, day=1) if years else None


def enrolled(
    lines: Sequence[PersonLine], bodies: Sequence[tuple[DrawnBody, int]], crowd: Crowd
) -> Iterator[PersonLine]:
    """The same people and those who stand only in registers; whoever is a member of a body whose
    members a register gathers stands in it."""
    rules = [scaled(rule, crowd.share) for rule in written("bodies.yaml")["registers"]]
    gathered = {rule["of"]: rule for rule in rules if rule.get("members")}
    kinds = {number: body.card.kind for body, number in bodies}
    for line in lines:
        number = line.seats[0].structure or 0
        rule = gathered.get(kinds[number])
        yield replace(line, registers=(place_in(rule, number, line),)) if rule else line
    for rule in rules:
        if not rule.get("members"):
            yield from only_enrolled(rule, bodies, crowd)


def place_in(rule: Mapping[str, Any], number: int | None, line: PersonLine) -> EnrolmentRow:
    """The place of a person in a register."""
    lot = Lot(f"{rule['register']}/{line.row.full_name}")
    first, last = rule["since"]
    begun = date(lot.between(first, last), lot.between(1, 9), 1)
    years = rule.get("years")
    return EnrolmentRow(
        rule["register"],
        begun,
        begun.replace(year=begun.year + years) if years else None,
        structure=number,
        territory=line.row.territory,
        number=f"Д-{lot.below(1_000_000):06}" if years else "",
        ground=GROUND,
    )


def only_enrolled(
    rule: Mapping[str, Any], bodies: Sequence[tuple[DrawnBody, int]], crowd: Crowd
) -> Iterator[PersonLine]:
    """Those who stand in a register, shared out among the bodies they work with."""
    homes = [
        (body.region, number) for body, number in bodies if body.card.kind == rule.get("of", "")
    ]
    for place in range(rule["count"]):
        region, number = homes[place % len(homes)] if homes else ("", None)
        line = PersonLine(crowd.person(region, Lot(f"{rule['register']}/{place}")))
        yield replace(line, registers=(place_in(rule, number, line),))
