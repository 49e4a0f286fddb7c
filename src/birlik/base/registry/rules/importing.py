"""Who may take rows of files into the register."""

from datetime import datetime

from birlik.base.registry.models import Account, BroughtFile
from birlik.base.registry.refusals import importing as refusals
from birlik.base.registry.rules import cards, people
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict

OF_BODIES = "structures/"
"""With this begins the kind of a file whose rows are bodies."""


def power_for(kind: str) -> str:
    """The power by which rows of a kind are written: bodies, or people and their registers."""
    return cards.KEEP if kind.startswith(OF_BODIES) else people.KEEP


def may_open_importing(actor: Actor, _at: datetime) -> Verdict:
    """Whoever keeps bodies or people anywhere brings files; each row is looked at for itself."""
    keeps = actor.holds(cards.KEEP) or actor.holds(people.KEEP)
    return Verdict.yes() if keeps else Verdict.no(refusals.NO_IMPORT)


def may_take_rows(actor: Actor, _subject: object, at: datetime) -> Verdict:
    """Whoever keeps the register anywhere; the action asks of each row whether it is in reach."""
    return may_open_importing(actor, at)


def may_bring_file(actor: Actor, _subject: object, at: datetime) -> Verdict:
    """Whoever may take rows brings a file of them."""
    return may_open_importing(actor, at)


def may_see_file(actor: Actor, file: BroughtFile | None, at: datetime) -> Verdict:
    """A file is seen by whoever brought it, in whatever office that person acts now."""
    opened = may_open_importing(actor, at)
    if not opened or file is None or actor.is_system:
        return opened
    return Verdict.yes() if is_own(actor, file) else Verdict.no(refusals.NOT_YOUR_FILE)


def is_own(actor: Actor, file: BroughtFile) -> bool:
    """Whether the actor is the person who brought a file."""
    if actor.account_id is None or file.brought_by is None:
        return False
    return Account.objects.filter(pk=actor.account_id, person=file.brought_by.person_id).exists()


def may_order_taking(actor: Actor, file: BroughtFile | None, at: datetime) -> Verdict:
    """Whoever brought a file that was checked has its good rows taken."""
    seen = may_see_file(actor, file, at)
    if not seen or file is None:
        return seen
    if not actor.holds(power_for(file.kind)):
        return Verdict.no(refusals.NO_IMPORT)
    if file.content_sealed is None:
        return Verdict.no(refusals.CLEARED)
    return (
        Verdict.yes() if file.state == BroughtFile.State.READ else Verdict.no(refusals.NOT_READ_YET)
    )


def may_take_file(actor: Actor, file: BroughtFile | None, at: datetime) -> Verdict:
    """The good rows of a file are taken in the name of whoever brought it, once that was ordered;
    of each row the action asks whether it is in reach."""
    seen = may_see_file(actor, file, at)
    if not seen or file is None:
        return seen
    if not actor.holds(power_for(file.kind)):
        return Verdict.no(refusals.NO_IMPORT)
    ordered = file.state == BroughtFile.State.TAKING
    return Verdict.yes() if ordered else Verdict.no(refusals.NOT_READ_YET)


def may_record_file(actor: Actor, _file: BroughtFile | None, _at: datetime) -> Verdict:
    """What a file says is found out by the worker alone."""
    return Verdict.yes() if actor.is_system else Verdict.no(refusals.ONLY_WORKER)
