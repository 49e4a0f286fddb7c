"""Cards of bodies: entered, corrected, changed from a day on, confirmed; bodies closed, reopened.

A correction says what was always so: it mends the earlier cards that made the same mistake too. A
change holds from a day: what the card said before stays in an `EarlierCard`.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import ProtectedError

from birlik.base.journal.action import action, note
from birlik.base.registry import refusals as reorganised
from birlik.base.registry.actions.cards_kept import kept, supersede
from birlik.base.registry.actions.reorganise import (
    ReorganisationPlan,
    record_reorganisation,
    unrecord_reorganisation,
)
from birlik.base.registry.actions.wording import note_words
from birlik.base.registry.engine.cards import (
    DATED,
    LASTING,
    TOLD,
    CardRow,
    card_digest,
    changed,
    columns,
    plain,
    tidied,
)
from birlik.base.registry.engine.cards_fit import faults
from birlik.base.registry.models import Reorganisation, Structure, Territory
from birlik.base.registry.queries.cards import row_of, row_then
from birlik.base.registry.queries.cards_around import around_of, parts_on, territory_coded
from birlik.base.registry.refusals import cards as refusals
from birlik.base.registry.rules import cards as rules
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require


class UnfitCardError(RefusedError):
    """A card cannot be written as it is; `faults` says of each field why."""

    def __init__(self, found: Mapping[str, LocalText]) -> None:
        super().__init__(next(iter(found.values())))
        self.faults = dict(found)


@action(
    "card.entered",
    may=rules.may_enter_structure,
    label=LocalText("Құрылым енгізілді", "Структура внесена в реестр", "Body entered"),
    withheld=("row",),
)
def enter_structure(
    by: Actor, territory: Territory | None, /, *, at: datetime, row: CardRow
) -> Structure:
    """Enter a body into the register under a territory, None for one of the republic.

    Raises `RefusedError` where the place or the kind is not the actor's to keep, `UnfitCardError`
    for a card that cannot be.
    """
    day = day_of(at)
    require(rules.may_keep_place(by, territory))
    require(rules.may_make_kind(by, row.kind, on=day))
    row = fit(replace(row, territory=territory.code if territory else ""), on=day)
    made = Structure.objects.create(
        **columns(row, territory.pk if territory else None), confirmed_on=day
    )
    note(card=told(row, TOLD))
    note_words(structures=[made])
    return made


@action(
    "card.corrected",
    may=rules.may_keep_structure,
    label=LocalText("Карточка түзетілді", "Карточка исправлена", "Card corrected"),
    withheld=("row", "seen"),
)
def correct_card(
    by: Actor, structure: Structure, /, *, at: datetime, row: CardRow, seen: str = ""
) -> tuple[str, ...]:
    """Write on a card what was always so, also on the earlier cards that said the same; return the
    names of the fields that changed.

    `seen` is the digest of the card that was looked at. Raises `RefusedError` where it has changed
    since, where nothing changes, and where a place or kind is not the actor's; `UnfitCardError` for
    a card that cannot be.
    """
    before = card_seen(structure, seen)
    last = structure.closed_on and structure.closed_on - timedelta(days=1)
    day = min(day_of(at), last) if last else day_of(at)
    row = fit(row, on=day, itself=structure)
    names = refuse_beyond(by, structure, before, row, on=day_of(at))
    correct_earlier(structure, before, row, names)
    write(structure, row)
    tell(before, row, names)
    return names


@action(
    "card.changed",
    may=rules.may_keep_structure,
    label=LocalText("Карточка өзгертілді", "Карточка изменена с даты", "Card changed from a day"),
    withheld=("row", "seen"),
)
def change_card(
    by: Actor, structure: Structure, /, *, at: datetime, row: CardRow, on: date, seen: str = ""
) -> tuple[str, ...]:
    """Write on a card what holds from the day `on`, and keep what it said before; return the names
    of the fields that changed.

    Raises as `correct_card`, and `RefusedError` for a day that is ahead, on which the body did not
    exist or after which the card changed already, and for a change of what does not change so.
    """
    refuse_day(structure, on, day_of(at))
    before = card_seen(structure, seen)
    row = fit(row, on=on, itself=structure)
    names = refuse_beyond(by, structure, before, row, on=day_of(at))
    if set(names) & set(LASTING):
        raise RefusedError(refusals.NOT_DATED)
    supersede(structure, before, on)
    write(structure, row)
    tell(before, row, names)
    return names


@action(
    "card.confirmed",
    may=rules.may_keep_structure,
    label=LocalText("Карточка расталды", "Карточка подтверждена", "Card confirmed"),
)
def confirm_card(_by: Actor, structure: Structure, /, *, at: datetime) -> None:
    """Vouch that a card is right today. Raises `RefusedError` for a body that is closed."""
    if structure.closed_on and structure.closed_on <= day_of(at):
        raise RefusedError(refusals.CLOSED_ALREADY)
    structure.confirmed_on = day_of(at)
    structure.save(update_fields=["confirmed_on"])


@action(
    "structure.closed",
    may=rules.may_end_structure,
    label=LocalText("Құрылым жабылды", "Структура закрыта", "Body closed"),
    withheld=("ground",),
)
def close_structure(
    by: Actor, structure: Structure, /, *, at: datetime, on: date, ground: str
) -> None:
    """Close a body from a day on, without successor; recorded as a reorganisation.

    Raises `RefusedError` without a ground, on a day on which it does not exist, for a body that is
    closed already, and while parts of it remain.
    """
    if structure.closed_on:
        raise RefusedError(refusals.CLOSED_ALREADY)
    if not ground.strip():
        raise RefusedError(refusals.GROUND_NEEDED)
    if parts_on(structure, on).exists():
        raise RefusedError(refusals.PARTS_REMAIN)
    plan = ReorganisationPlan(Reorganisation.Kind.ABOLISH, on, ground.strip(), (structure.pk,))
    record_reorganisation(by, None, at=at, plan=plan)
    structure.refresh_from_db()


@action(
    "structure.reopened",
    may=rules.may_end_structure,
    label=LocalText("Құрылым қайта ашылды", "Закрытие структуры отменено", "Body reopened"),
)
def reopen(by: Actor, structure: Structure, /, *, at: datetime) -> None:
    """Take back that a body was closed without successor.

    Raises `RefusedError` for a body that is not closed or was succeeded, and where anything hangs
    on its end already.
    """
    if structure.closed_on is None:
        raise RefusedError(refusals.NOT_CLOSED)
    if structure.successor_id:
        raise RefusedError(refusals.SUCCEEDED)
    ended = Reorganisation.objects.filter(
        kind=Reorganisation.Kind.ABOLISH, successions__predecessor=structure
    ).first()
    try:
        if ended:
            unrecord_reorganisation(by, ended, at=at)
    except ProtectedError as error:
        raise RefusedError(reorganised.HANGS) from error
    structure.closed_on = None
    structure.save(update_fields=["closed_on"])


def fit(row: CardRow, *, on: date, itself: Structure | None = None) -> CardRow:
    """A card made tidy; raises `UnfitCardError` for one that cannot be on a day."""
    row = tidied(row)
    number = itself.pk if itself else None
    around = around_of(row, on=on, itself=number)
    row = tidied(row, around.kind.level if around.kind else "")
    found = faults(row, around, on=on, itself=number)
    closed = itself.closed_on if itself else None
    if closed and row.founded_on and row.founded_on >= closed:
        found["founded_on"] = refusals.FOUNDED_LATE
    if found:
        raise UnfitCardError(found)
    return row


def card_seen(structure: Structure, seen: str) -> CardRow:
    """The card as it stands; raises `RefusedError` where it is no longer the one of a digest."""
    row = row_of(structure)
    if seen and card_digest(row) != seen:
        raise RefusedError(refusals.CHANGED_MEANWHILE)
    return row


def refuse_beyond(
    by: Actor, structure: Structure, before: CardRow, after: CardRow, *, on: date
) -> tuple[str, ...]:
    """The names of what differs; raises `RefusedError` where nothing does, where a body would move
    into a territory beyond reach, and where a body of the state would become another."""
    names = changed(before, after)
    if not names:
        raise RefusedError(refusals.SAME_CARD)
    if "territory" in names:
        require(rules.may_keep_place(by, territory_coded(after.territory)))
        require(rules.may_move_body(by, structure, on=on))
    if set(names) & set(LASTING):
        require(rules.may_make_kind(by, before.kind, on=on))
        require(rules.may_make_kind(by, after.kind, on=on))
    return names


def refuse_day(structure: Structure, on: date, today: date) -> None:
    """Raise `RefusedError` for a day from which the card of a body cannot change."""
    begun, ended = structure.founded_on, structure.closed_on
    objections = (
        (on > today, refusals.AHEAD),
        (bool(begun and on <= begun) or bool(ended and on >= ended), refusals.NOT_THERE_THEN),
        (bool(structure.card_from and on < structure.card_from), refusals.CHANGED_LATER),
    )
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)


def correct_earlier(
    structure: Structure, before: CardRow, after: CardRow, names: Collection[str]
) -> None:
    """Correct the earlier cards of a body as the present one, each field back to where it said
    something else."""
    mending = {name for name in names if name in DATED}
    place = territory_coded(after.territory)
    earlier = structure.earlier_cards.select_related("territory").order_by("-valid_until")
    for one in earlier:
        then = row_then(before, one)
        mending = {name for name in mending if getattr(then, name) == getattr(before, name)}
        if not mending:
            return
        mended = replace(then, **{name: getattr(after, name) for name in mending})
        moved = place.pk if place else None
        territory = moved if "territory" in mending else one.territory_id
        for column, value in kept(mended, territory).items():
            setattr(one, column, value)
        one.save()


def write(structure: Structure, row: CardRow) -> None:
    """Write a card into the row of its body, and the words by which it is found."""
    place = territory_coded(row.territory)
    for column, value in columns(row, place.pk if place else None).items():
        setattr(structure, column, value)
    structure.save()
    note_words(structures=[structure])


def tell(before: CardRow, after: CardRow, names: Collection[str]) -> None:
    """Have the journal say what changed: the names of all fields, the values of those without
    numbers, contacts and free texts."""
    open_ones = [name for name in names if name in TOLD]
    note(fields=list(names), before=told(before, open_ones), after=told(after, open_ones))


def told(row: CardRow, names: Collection[str]) -> dict[str, Any]:
    """What the journal holds of a card."""
    found = plain(row)
    return {name: found[name] for name in names if found[name] not in ("", None, [])}
