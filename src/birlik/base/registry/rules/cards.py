"""Who may do what with the cards of bodies.

A card is read by whoever reaches the body, also where it lay there once; it is written by whoever
keeps the territory it lies in. Bodies that the state makes ("outside" of the Assembly in the
charter) are entered, renamed and closed by the keeper of the registry alone.
"""

from collections.abc import Iterable
from datetime import date, datetime

from birlik.base.charter.queries import kind_card
from birlik.base.registry.models import EarlierCard, Office, Structure, Territory
from birlik.base.registry.refusals import cards as refusals
from birlik.base.registry.rules import NO_REGISTRY
from birlik.base.registry.rules.offices import is_given_locally
from birlik.base.registry.rules.reach import (
    reaches_structure,
    reaches_territory,
    territory_line,
)
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.verdict import Verdict

READ, KEEP, PROPOSE = "structures.read", "structures.keep", "structures.propose"
CENTRAL = "registry.keep"


def may_read_structures(actor: Actor, at: datetime) -> Verdict:
    """Whoever reads cards anywhere opens the register, and finds in it only what is in reach."""
    return may_read_structure(actor, None, at)


def may_read_structure(actor: Actor, structure: Structure | None, _at: datetime) -> Verdict:
    """A card is read by whoever reaches the body or a territory in which it lay once."""
    if reaches_structure(actor, READ, structure) or (structure and lay_within(actor, structure)):
        return Verdict.yes()
    return Verdict.no(refusals.NO_STRUCTURES)


def lay_within(actor: Actor, structure: Structure) -> bool:
    """Whether a body lay in a territory within reach before it moved."""
    earlier = EarlierCard.objects.filter(structure=structure).select_related("territory")
    return any(
        one.territory and actor.reaches(READ, territories=territory_line(one.territory))
        for one in earlier
    )


def reaches_all(actor: Actor, power: str) -> bool:
    """Whether a power has no limit: only who reaches everything is told that there is no such
    body."""
    return reaches_territory(actor, power, None)


def may_open_keeping(actor: Actor, at: datetime) -> Verdict:
    """Whoever keeps cards anywhere."""
    return may_keep_structure(actor, None, at)


def may_enter_structure(actor: Actor, territory: Territory | None, _at: datetime) -> Verdict:
    """Whoever keeps a territory enters bodies in it; those of the republic, who keeps all."""
    if territory is None:
        return Verdict.yes() if actor.holds(KEEP) else Verdict.no(refusals.NOT_YOUR_PLACE)
    return may_keep_place(actor, territory)


def may_keep_place(actor: Actor, territory: Territory | None) -> Verdict:
    """Whether the cards of a territory, None for those of the republic, are the actor's to keep."""
    reached = reaches_territory(actor, KEEP, territory)
    return Verdict.yes() if reached else Verdict.no(refusals.NOT_YOUR_PLACE)


def may_keep_structure(actor: Actor, structure: Structure | None, _at: datetime) -> Verdict:
    """A card is written by whoever keeps the territory of the body; that of a duplicate by
    nobody."""
    if not reaches_structure(actor, KEEP, structure):
        return Verdict.no(refusals.NOT_YOUR_STRUCTURE)
    duplicate = structure is not None and structure.duplicate_of_id is not None
    return Verdict.no(refusals.IS_DUPLICATE) if duplicate else Verdict.yes()


def may_end_structure(actor: Actor, structure: Structure | None, at: datetime) -> Verdict:
    """Who keeps a card also closes the body and opens it again, unless the state made it."""
    kept = may_keep_structure(actor, structure, at)
    if structure is None or not kept:
        return kept
    return may_make_kind(actor, structure.kind, on=day_of(at))


def may_make_kind(actor: Actor, kind: str, *, on: date) -> Verdict:
    """Whether bodies of a kind are the actor's to found and end: those that the state makes are
    the keeper's."""
    card = kind_card(kind, on=on)
    central = card is None or card.side == "outside"
    if central and not actor.holds(CENTRAL):
        return Verdict.no(refusals.KEPT_CENTRALLY)
    return Verdict.yes()


def may_reorganise(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever keeps the registry reorganises bodies; who keeps cards of a territory, those in it
    that the state did not make."""
    kept = actor.holds(CENTRAL) or actor.holds(KEEP)
    return Verdict.yes() if kept else Verdict.no(NO_REGISTRY)


def may_reorganise_bodies(
    actor: Actor, structures: Iterable[Structure], kinds: Iterable[str], *, on: date
) -> Verdict:
    """Whether all of some bodies, and bodies of some kinds, are the actor's to reorganise."""
    if actor.holds(CENTRAL):
        return Verdict.yes()
    bodies = list(structures)
    if not all(reaches_structure(actor, KEEP, one) for one in bodies):
        return Verdict.no(refusals.NOT_YOUR_STRUCTURE)
    found = (may_make_kind(actor, kind, on=on) for kind in {*kinds, *(one.kind for one in bodies)})
    return next((one for one in found if not one), Verdict.yes())


def may_move_body(actor: Actor, structure: Structure, *, on: date) -> Verdict:
    """A body with an office whose powers the keeper of the registry alone gives moves to another
    territory by the keeper's hand alone: those powers reach as far as the territory does."""
    if actor.holds(CENTRAL):
        return Verdict.yes()
    kinds = Office.objects.filter(structure=structure).values_list("kind", flat=True).distinct()
    given_here = all(is_given_locally(kind, on=on) for kind in kinds)
    return Verdict.yes() if given_here else Verdict.no(refusals.POWERS_WOULD_MOVE)
