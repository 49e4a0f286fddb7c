"""Who may do what with the registers of persons."""

from datetime import datetime

from birlik.base.registry.models import Enrolment, Person, Structure, Territory
from birlik.base.registry.refusals.people import ERASED, NO_PEOPLE
from birlik.base.registry.refusals.registers import NOT_YOUR_LINE
from birlik.base.registry.rules.people import KEEP, may_read_person
from birlik.base.registry.rules.reach import reaches_structure, reaches_territory
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict


def may_enrol(actor: Actor, person: Person | None, at: datetime) -> Verdict:
    """Whoever keeps records of people enrols a person within reach, in a place of the own; where,
    the action asks. A person beyond reach is not brought within it by a guessed number."""
    if not actor.holds(KEEP):
        return Verdict.no(NO_PEOPLE)
    if person is not None and person.erased_at:
        return Verdict.no(ERASED)
    return may_read_person(actor, person, at)


def may_keep_line(actor: Actor, line: Enrolment | None, _at: datetime) -> Verdict:
    """A line is renewed and ended by whoever keeps the place it is of, a body's or a territory's;
    not once the person was erased."""
    if line is None:
        return Verdict.yes() if actor.holds(KEEP) else Verdict.no(NO_PEOPLE)
    if not reaches_place(actor, line.structure, line.territory):
        return Verdict.no(NOT_YOUR_LINE)
    return Verdict.no(ERASED) if line.person.erased_at else Verdict.yes()


def reaches_place(actor: Actor, structure: Structure | None, territory: Territory | None) -> bool:
    """Whether the power to keep people reaches a body, else a territory; without either, the whole
    republic."""
    if structure is not None:
        return reaches_structure(actor, KEEP, structure)
    return reaches_territory(actor, KEEP, territory)
