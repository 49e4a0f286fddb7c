"""The offices and the places in registers that rows of people give."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from birlik.base.charter.engine.kinds import KindCard, RegisterCard, SeatRule
from birlik.base.registry.engine.importing import refusal
from birlik.base.registry.engine.importing.cells import Said, day_after
from birlik.base.registry.engine.importing.columns import EXTRA
from birlik.base.registry.engine.importing.known import Held, KnownBody, KnownPerson, Persons
from birlik.base.registry.engine.importing.lines import SeatLine
from birlik.base.registry.engine.importing.verdict import Lists
from birlik.base.registry.engine.offices import Term, end_by_rule, most_at_once
from birlik.base.registry.engine.registers import EnrolmentRow, fault_of_line
from birlik.base.registry.refusals import offices as refusals


@dataclass(frozen=True, slots=True)
class PersonTerms:
    """On what rows of people are weighed: the territory of a new person whose row names none, the
    day, in which territories the actor keeps people, the digests of a number, the kinds of bodies,
    and the register that the rows are of, or None.

    `barred` are the offices that the actor does not give, for they give powers; `apart` says which
    offices must not be held beside one, in whatever body; `any_office` that the actor gives offices
    that the charter does not give the kind.
    """

    home: str
    on: date
    keeps: Callable[[str], bool]
    digests: Callable[[str], Sequence[str]]
    kinds: Mapping[str, KindCard]
    register: RegisterCard | None = None
    barred: frozenset[str] = frozenset()
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    any_office: bool = False


class SeatCells:
    """Reads of rows what people take up."""

    def __init__(self, terms: PersonTerms, persons: Persons, lists: Lists) -> None:
        self.terms, self.persons, self.lists = terms, persons, lists

    def seats(
        self, said: Said, known: KnownPerson | None, body: KnownBody | None
    ) -> list[SeatLine]:
        """The office that a row gives, where the person does not hold it already."""
        if self.terms.register is not None:
            return []
        if ("structure" in said.values) != ("office" in said.values):
            missing = "office" if "structure" in said.values else "structure"
            if missing not in said.cells:
                said.object_to(missing, refusal.OFFICE_NEEDED)
            return []
        office = said.values.get("office", "")
        if body is None or not office:
            return []
        return self.seat(said, known, body, office)

    def seat(
        self, said: Said, known: KnownPerson | None, body: KnownBody, office: str
    ) -> list[SeatLine]:
        """The office that a row gives in a body, unless it is held already."""
        since, until = said.values.get("valid_from"), until_of(said)
        for one in known.held if known else ():
            if (one.structure, one.office) == (body.number, office) and is_same_term(one, since):
                if until is not None and until != one.valid_until:
                    words = f"{one.valid_from:%d.%m.%Y}"
                    said.object_to("valid_until", refusal.HOLDS_OTHERWISE, words)
                return []
        since = self.since(said)
        if since is None:
            return []
        ground = said.values.get("ground", "")
        if not ground and "ground" not in said.cells:
            said.object_to("ground", refusals.GROUND_NEEDED)
        rule = self.rule(body, office)
        longest = end_by_rule(since, rule)
        wanted = Held(body.number, office, since, until or longest)
        self.object_to_term(said, body, wanted, longest)
        self.object_to_office(said, body, wanted, rule)
        self.object_to_company(said, known, body, wanted)
        return [SeatLine(office, since, wanted.valid_until, structure=body.number, ground=ground)]

    def object_to_term(
        self, said: Said, body: KnownBody, wanted: Held, longest: date | None
    ) -> None:
        """Object to days on which the office cannot be held."""
        first, until = wanted.valid_from, wanted.valid_until
        founded, closed = body.card.founded_on, body.closed_on
        if until is not None and until <= first:
            said.object_to("valid_until", refusals.TERM_BACKWARDS)
        elif until and longest and until > longest:
            said.object_to("valid_until", refusals.TERM_TOO_LONG)
        if (founded and first < founded) or (closed and first >= closed):
            said.object_to("valid_from", refusals.OUTSIDE_SEAT)

    def object_to_office(
        self, said: Said, body: KnownBody, wanted: Held, rule: SeatRule | None
    ) -> None:
        """Object to an office that the body has not, that is not the actor's to give, or whose
        seats are taken."""
        name = self.lists.words_of("office", [wanted.office])
        held = self.persons.holding[wanted.structure, wanted.office]
        if not body.kept:
            said.object_to("structure", refusal.ELSEWHERE)
        if wanted.office in self.terms.barred:
            said.object_to("office", refusals.GIVES_POWERS)
        elif rule is None and not self.terms.any_office:
            said.object_to("office", refusal.NOT_ITS_OFFICE, name.ru)
        elif rule and rule.seats and most_at_once(map(term, held), term(wanted)) >= rule.seats:
            said.object_to("office", refusals.SEATS_TAKEN)

    def object_to_company(
        self, said: Said, known: KnownPerson | None, body: KnownBody, wanted: Held
    ) -> None:
        """Object to an office that the person holds on other days that meet these, or that must not
        be combined with one that the person holds."""
        apart = self.terms.apart.get(wanted.office, frozenset())
        for one in known.held if known else ():
            if not one.meets(wanted):
                continue
            here = one.structure == body.number
            if here and one.office == wanted.office:
                said.object_to("valid_from", refusals.HOLDS_ALREADY)
            elif one.office in apart or (here and self.are_barred(body, one.office, wanted.office)):
                said.object_to("office", refusals.NOT_TOGETHER)

    def rule(self, body: KnownBody, office: str) -> SeatRule | None:
        """What the charter says of an office in a body; None where it says nothing."""
        kind = self.terms.kinds.get(body.card.kind)
        found = kind.offices if kind else ()
        return next((one for one in found if one.office == office), None)

    def are_barred(self, body: KnownBody, first: str, second: str) -> bool:
        """Whether the charter forbids two offices in one body to the same person."""
        rules = {one: self.rule(body, one) for one in (first, second)}
        one, other = rules[first], rules[second]
        return bool((one and second in one.not_with) or (other and first in other.not_with))

    def registers(
        self, said: Said, known: KnownPerson | None, body: KnownBody | None
    ) -> list[EnrolmentRow]:
        """The place in the register that a row gives, where the person has none already."""
        register = self.terms.register
        if register is None or self.stands(said, known, register.code):
            return []
        since = self.since(said)
        if since is None:
            return []
        if body and not body.kept:
            said.object_to("structure", refusal.ELSEWHERE)
        row = self.enrolment(said, register, since, body)
        if fault := fault_of_line(row, register):
            said.object_to("", fault)
        return [row]

    def stands(self, said: Said, known: KnownPerson | None, register: str) -> bool:
        """Whether somebody stands in a register on the days that a row gives; an objection where
        the row says since another day."""
        since, until = said.values.get("valid_from"), until_of(said)
        for one in known.stood if known else ():
            if one.register == register and (since is None or one.meets(since, until)):
                if since not in (None, one.valid_from):
                    words = f"{one.valid_from:%d.%m.%Y}"
                    said.object_to("valid_from", refusal.STANDS_OTHERWISE, words)
                return True
        return False

    def since(self, said: Said) -> date | None:
        """The first day that a row gives; an objection where it gives none."""
        since: date | None = said.values.get("valid_from")
        if since is None and "valid_from" not in said.cells:
            said.object_to("valid_from", refusal.SINCE_NEEDED)
        return since

    def enrolment(
        self, said: Said, register: RegisterCard, since: date, body: KnownBody | None
    ) -> EnrolmentRow:
        """The line of a register that a row gives."""
        particulars = {
            name.removeprefix(EXTRA): value
            for name, value in said.values.items()
            if name.startswith(EXTRA)
        }
        return EnrolmentRow(
            register.code,
            since,
            until_of(said),
            structure=body.number if body else None,
            territory="" if body else territory_of(said, self.terms.home),
            number=said.values.get("certificate", ""),
            ground=said.values.get("ground", ""),
            particulars=particulars,
        )


def term(one: Held) -> Term:
    """The days on which an office is held."""
    return Term(one.valid_from, one.valid_until)


def is_same_term(one: Held, since: date | None) -> bool:
    """Whether a term in office is the one that begins on a day; any is where no day is given."""
    return since is None or one.valid_from == since


def territory_of(said: Said, home: str) -> str:
    """The territory that a row names, or that of the file."""
    return str(said.values.get("territory", home))


def until_of(said: Said) -> date | None:
    """The first day on which it no longer holds, from the last one that a row gives."""
    last = said.values.get("valid_until")
    return day_after(last) if last else None
