"""Who may see who sits in a body, and who appoints to its offices.

Whoever keeps the bodies of a territory founds their offices and appoints to them, but to none that
gives powers, save those that the charter lets be given locally. The keeper of the registry
appoints anywhere.
"""

from datetime import date, datetime

from birlik.base.charter.queries import OfficeRights, rights_of
from birlik.base.registry.models import Appointment, Office, Structure
from birlik.base.registry.refusals import offices as refusals
from birlik.base.registry.rules.reach import reaches_structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.verdict import Verdict

READ, KEEP, CENTRAL = "structures.read", "structures.keep", "registry.keep"


def may_see_composition(actor: Actor, structure: Structure | None, _at: datetime) -> Verdict:
    """Whoever reads the card of a body sees who sits in it."""
    seen = reaches_structure(actor, READ, structure)
    return Verdict.yes() if seen else Verdict.no(refusals.NO_COMPOSITION)


def may_see_terms(actor: Actor, at: datetime) -> Verdict:
    """Whoever appoints anywhere looks after the terms that end."""
    return may_found_seats(actor, None, at)


def may_found_seats(actor: Actor, structure: Structure | None, _at: datetime) -> Verdict:
    """Whoever keeps a body gives it the offices that the charter has for its kind."""
    kept = actor.holds(CENTRAL) or reaches_structure(actor, KEEP, structure)
    return Verdict.yes() if kept else Verdict.no(refusals.NOT_YOUR_OFFICE)


def may_fill_office(actor: Actor, office: Office | None, at: datetime) -> Verdict:
    """Whoever keeps a body appoints to its offices; to one that gives powers, the keeper of the
    registry alone, unless it is given locally."""
    kept = may_found_seats(actor, office.structure if office else None, at)
    if office is None or not kept or actor.holds(CENTRAL):
        return kept
    given = is_given_locally(office.kind, on=day_of(at))
    return kept if given else Verdict.no(refusals.GIVES_POWERS)


def may_open_filling(actor: Actor, at: datetime) -> Verdict:
    """Whoever appoints to any office."""
    return may_fill_office(actor, None, at)


def may_end_seat(actor: Actor, appointment: Appointment | None, at: datetime) -> Verdict:
    """Whoever appoints to an office also ends a term in it."""
    return may_fill_office(actor, appointment.office if appointment else None, at)


def may_strike_seat(actor: Actor, appointment: Appointment | None, at: datetime) -> Verdict:
    """An appointment entered by mistake is struck by whoever appoints; one that gave powers stays,
    for it may have been used."""
    kept = may_end_seat(actor, appointment, at)
    if appointment is None or not kept:
        return kept
    powers = rights_of(appointment.office.kind, on=day_of(at)).powers
    return Verdict.no(refusals.STRUCK_WITH_POWERS) if powers else kept


def is_given_locally(kind: str, *, on: date) -> bool:
    """Whether an office may be given by whoever keeps the bodies of a territory."""
    return is_local(rights_of(kind, on=on))


def is_local(rights: OfficeRights) -> bool:
    """Whether rights are none, or such that the charter lets them be given locally."""
    return rights.given_locally or not rights.powers
