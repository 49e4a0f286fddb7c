"""Who may do what with the records of people.

Whoever reaches a person sees the card; what is kept apart, and every change, is for those who keep
the record: the secretary of its territory and those above.
"""

from datetime import datetime

from birlik.base.registry.models import Person, Territory
from birlik.base.registry.refusals.people import (
    ERASED,
    NO_PEOPLE,
    NOT_YOUR_PERSON,
    NOT_YOUR_TERRITORY,
)
from birlik.base.registry.rules.reach import reaches_person, reaches_territory
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.verdict import Verdict

READ, KEEP = "people.read", "people.keep"


def may_read_people(actor: Actor, at: datetime) -> Verdict:
    """Whoever reads records of people anywhere opens the register, and finds in it only those
    within reach."""
    return may_read_person(actor, None, at)


def may_read_person(actor: Actor, person: Person | None, at: datetime) -> Verdict:
    """A card is read by whoever reaches the person: the record's territory, or an office or a
    place in a register there on the day."""
    reached = reaches_person(actor, READ, person, on=day_of(at))
    return Verdict.yes() if reached else Verdict.no(NO_PEOPLE)


def may_open_keeping(actor: Actor, at: datetime) -> Verdict:
    """Whoever keeps records of people anywhere."""
    return may_keep_person(actor, None, at)


def may_keep_person(actor: Actor, person: Person | None, _at: datetime) -> Verdict:
    """A record is changed by whoever keeps it, and not once it was erased."""
    if person is None:
        return Verdict.yes() if actor.holds(KEEP) else Verdict.no(NO_PEOPLE)
    if not reaches_territory(actor, KEEP, person.territory):
        return Verdict.no(NOT_YOUR_PERSON)
    return Verdict.no(ERASED) if person.erased_at else Verdict.yes()


def may_see_restricted(actor: Actor, person: Person | None, at: datetime) -> Verdict:
    """What is kept apart (number, contacts, consents) is shown to whoever keeps the record: an
    office that the person holds in another region gives that region the card alone."""
    return may_keep_person(actor, person, at)


def may_keep_people_in(actor: Actor, territory: Territory | None) -> Verdict:
    """Records of a territory, None for those of the republic, are kept by whoever reaches it."""
    if reaches_territory(actor, KEEP, territory):
        return Verdict.yes()
    return Verdict.no(NOT_YOUR_TERRITORY)
