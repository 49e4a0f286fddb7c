"""Extending, releasing and taking off control many obligations on the ground of one letter."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from birlik.base.journal.action import Rule, action, announce, note
from birlik.base.letters.models import Letter
from birlik.base.obligations import refusals
from birlik.base.obligations.actions.by_letter import PointsRefusedError
from birlik.base.obligations.actions.extension import close_requests
from birlik.base.obligations.facts import ExtensionDecided, ObligationReleased
from birlik.base.obligations.models import Extension, Obligation, Release, TakenOff
from birlik.base.obligations.queries.by_letter import chosen_obligations
from birlik.base.obligations.queries.states import norms
from birlik.base.obligations.refusals.by_letter import (
    NOTHING_CHOSEN,
    UNKNOWN_POINT,
    too_many,
)
from birlik.base.obligations.rules import may_release, may_take_off
from birlik.base.obligations.rules.by_letter import may_extend_by_letter, may_settle_by_letter
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

Verb = Literal["extend", "release", "take_off"]


@dataclass(frozen=True, slots=True)
class Settling:
    """What a letter does to obligations: extend them to `due_on`, release from execution or take
    off control, and the words of it."""

    verb: Verb
    words: str
    due_on: date | None = None


@action(
    "letter.settled",
    may=may_settle_by_letter,
    label=LocalText(
        "Тапсырмалар хат негізінде шешілді",
        "Поручения решены на основании письма",
        "Obligations settled on the ground of a letter",
    ),
    withheld=("settling",),
)
def settle_by_letter(
    by: Actor, letter: Letter, /, *, at: datetime, settling: Settling, obligations: Collection[int]
) -> int:
    """Extend, release or take off control all the obligations, or none; returns how many they are.

    Raises `RefusedError` without words, without an obligation or for more of them than the norm
    allows, `PointsRefusedError` when one of them cannot be settled so.
    """
    if not settling.words.strip():
        raise RefusedError(refusals.GROUND_NEEDED)
    if not obligations:
        raise RefusedError(NOTHING_CHOSEN)
    limit = most_at_once(at)
    if len(obligations) > limit:
        raise RefusedError(too_many(limit))
    chosen = chosen_obligations(obligations)
    if against := objections_to(by, settling, chosen, obligations, at=at):
        raise PointsRefusedError(against)
    settle = SETTLE[settling.verb]
    for one in chosen.values():
        settle(by, one, at=at, letter=letter, settling=settling)
    note(verb=settling.verb, due_on=settling.due_on, settled=len(chosen))
    return len(chosen)


def most_at_once(at: datetime) -> int:
    """How many obligations one letter settles at once, by the norm of a day."""
    return norms().norm("settled_by_one_letter", day_of(at)).whole_number()


def objections_to(
    by: Actor,
    settling: Settling,
    chosen: Mapping[int, Obligation],
    wanted: Collection[int],
    *,
    at: datetime,
) -> dict[int, LocalText]:
    """What stands against settling obligations, in words, by their numbers."""
    found = {number: UNKNOWN_POINT for number in wanted if number not in chosen}
    may = RULES[settling.verb]
    for number, one in chosen.items():
        reason = may(by, one, at).reason
        if reason is None and settling.verb == "extend" and not is_later(settling.due_on, one):
            reason = refusals.LATER_NEEDED
        if reason is not None:
            found[number] = reason
    return found


def is_later(due_on: date | None, one: Obligation) -> bool:
    """Whether a due date lies after the present one of an obligation."""
    return due_on is not None and due_on > one.due_on


@action(
    "extension.by_letter",
    may=may_extend_by_letter,
    label=LocalText(
        "Мерзім хат негізінде ұзартылды",
        "Срок продлен на основании письма",
        "Due date extended on the ground of a letter",
    ),
    withheld=("settling",),
)
def extend_by_letter(
    by: Actor, obligation: Obligation, /, *, at: datetime, letter: Letter, settling: Settling
) -> Extension:
    """Move the due date; a request that waited is answered by it, and the old due date stays on
    record. Raises `RefusedError` for a day that is not later than the due date."""
    due_on, words = settling.due_on, settling.words.strip()
    if due_on is None or not is_later(due_on, obligation):
        raise RefusedError(refusals.LATER_NEEDED)
    note(old=obligation.due_on, due_on=due_on)
    granted = {
        "granted": True,
        "due_on": due_on,
        "ground": words,
        "decided_at": at,
        "decided_by_id": by.appointment_id,
        "letter": letter,
    }
    asked = {
        "old_due_on": obligation.due_on,
        "wanted_on": due_on,
        "reason": words,
        "asked_at": at,
        "asked_by_id": by.appointment_id,
    }
    made, _new = Extension.objects.update_or_create(
        obligation=obligation, granted=None, defaults=granted, create_defaults=granted | asked
    )
    obligation.due_on = due_on
    obligation.save(update_fields=["due_on"])
    announce(ExtensionDecided(obligation.pk, made.pk, True))
    return made


@action(
    "release.by_letter",
    may=may_release,
    label=LocalText(
        "Хат негізінде орындаудан босатылды",
        "Освобождение от исполнения на основании письма",
        "Released from execution on the ground of a letter",
    ),
    withheld=("settling",),
)
def release_by_letter(
    by: Actor, obligation: Obligation, /, *, at: datetime, letter: Letter, settling: Settling
) -> Release:
    """Release an obligation from execution; see `release_obligation`."""
    obligation.outcome = Obligation.Outcome.RELEASED
    obligation.save(update_fields=["outcome"])
    close_requests(by, [obligation.pk], at=at)
    announce(ObligationReleased(obligation.pk))
    return Release.objects.create(
        obligation=obligation,
        letter=letter,
        reason=settling.words.strip(),
        at=at,
        by_id=by.appointment_id,
    )


@action(
    "taking_off.by_letter",
    may=may_take_off,
    label=LocalText(
        "Хат негізінде бақылаудан алынды",
        "Снято с контроля на основании письма",
        "Taken off control on the ground of a letter",
    ),
    withheld=("settling",),
)
def take_off_by_letter(
    by: Actor, obligation: Obligation, /, *, at: datetime, letter: Letter, settling: Settling
) -> TakenOff:
    """Take an accepted obligation off control; see `take_off_control`."""
    return TakenOff.objects.create(
        obligation=obligation,
        letter=letter,
        ground=settling.words.strip(),
        at=at,
        by_id=by.appointment_id,
    )


RULES: dict[Verb, Rule] = {
    "extend": may_extend_by_letter,
    "release": may_release,
    "take_off": may_take_off,
}
SETTLE: dict[Verb, Callable[..., object]] = {
    "extend": extend_by_letter,
    "release": release_by_letter,
    "take_off": take_off_by_letter,
}
