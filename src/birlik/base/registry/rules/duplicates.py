"""Who looks through entries that may be one, and merges them.

Both of a pair have to be the actor's to keep, so a pair across two regions is the central keeper's;
so is whatever changes what an account may do or in whose name papers are.
"""

from datetime import datetime

from birlik.base.registry.models import Likeness, Merge, Person, Structure
from birlik.base.registry.refusals import duplicates as refusals
from birlik.base.registry.rules.cards import CENTRAL, may_make_kind
from birlik.base.registry.rules.cards import KEEP as KEEP_BODIES
from birlik.base.registry.rules.people import KEEP as KEEP_PEOPLE
from birlik.base.registry.rules.reach import reaches_structure, reaches_territory
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.verdict import Verdict

Entry = Structure | Person


def may_see_duplicates(actor: Actor, _at: datetime) -> Verdict:
    """Whoever keeps cards of bodies or records of people anywhere."""
    keeps = actor.holds(KEEP_BODIES) or actor.holds(KEEP_PEOPLE)
    return Verdict.yes() if keeps else Verdict.no(refusals.NO_DUPLICATES)


def may_seek_duplicates(actor: Actor, _subject: object, at: datetime) -> Verdict:
    """Whoever looks through duplicates has the register searched for them."""
    return may_see_duplicates(actor, at)


def keeps(actor: Actor, entry: Entry) -> bool:
    """Whether an entry is the actor's to keep."""
    if isinstance(entry, Structure):
        return reaches_structure(actor, KEEP_BODIES, entry)
    return reaches_territory(actor, KEEP_PEOPLE, entry.territory) and entry.erased_at is None


def may_judge_likeness(actor: Actor, pair: Likeness | None, at: datetime) -> Verdict:
    """Both entries of a pair have to be the actor's to keep."""
    if pair is None:
        return may_see_duplicates(actor, at)
    entries = (
        pair.first_structure or pair.first_person,
        pair.second_structure or pair.second_person,
    )
    kept = all(one is not None and keeps(actor, one) for one in entries)
    return Verdict.yes() if kept else Verdict.no(refusals.NOT_YOUR_PAIR)


def may_merge(actor: Actor, entry: Entry | None, at: datetime) -> Verdict:
    """An entry is merged by whoever keeps it; a body that the state makes by the central keeper."""
    if entry is None:
        return may_see_duplicates(actor, at)
    if not keeps(actor, entry):
        return Verdict.no(refusals.NOT_YOUR_PAIR)
    if isinstance(entry, Structure):
        return may_make_kind(actor, entry.kind, on=day_of(at))
    return Verdict.yes()


def may_unmerge(actor: Actor, merge: Merge | None, at: datetime) -> Verdict:
    """A merge is taken back by whoever could make it."""
    if merge is None:
        return may_see_duplicates(actor, at)
    entries = (
        merge.kept_structure or merge.kept_person,
        merge.dropped_structure or merge.dropped_person,
    )
    if not all(one is not None and keeps(actor, one) for one in entries):
        return Verdict.no(refusals.NOT_YOUR_PAIR)
    return may_merge(actor, entries[0], at)


def is_central(actor: Actor) -> bool:
    """Whether the actor keeps the whole registry, with its accounts and the bodies of the state."""
    return actor.holds(CENTRAL)
