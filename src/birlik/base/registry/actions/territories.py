"""The classifier of territories: brought, looked at, taken over; and which code continues which."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.engine.territories import (
    Difference,
    PlaceRow,
    above,
    kind_of,
    level_of,
    places_of,
    records_of,
)
from birlik.base.registry.models import BroughtFile, Territory
from birlik.base.registry.queries.territories import (
    TERRITORIES,
    classifiers_taken,
    difference_of,
    is_first_edition,
)
from birlik.base.registry.refusals import territories as refusals
from birlik.base.registry.rules import may_keep_registry
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

LEVELS = 4
BATCH = 1000
FEW = 20
"""How many places may go without a word."""
SHARE = 20
"""One in how many of the places may go without a word, where that is more."""


@action(
    "territories.brought",
    may=may_keep_registry,
    label=LocalText(
        "Аумақтар жіктеуіші жүктелді",
        "Классификатор территорий загружен",
        "Classifier of territories brought",
    ),
    withheld=("name",),
    digested=("places",),
)
def bring_classifier(
    by: Actor,
    _subject: None,
    /,
    *,
    at: datetime,
    name: str,
    digest: str,
    size: int,
    places: Sequence[PlaceRow],
) -> BroughtFile:
    """Keep what an edition of the classifier says until it is taken over; nothing changes yet.

    `digest` is the SHA-256 of the file and `size` its bytes; the file itself is not kept.
    """
    return BroughtFile.objects.create(
        kind=TERRITORIES,
        name=name,
        digest=digest,
        size=size,
        rows=len(places),
        state=BroughtFile.State.READ,
        report={"places": records_of(places)},
        brought_at=at,
        brought_by_id=by.appointment_id,
    )


@action(
    "territories.taken",
    may=may_keep_registry,
    label=LocalText(
        "Аумақтар жіктеуіші қабылданды",
        "Классификатор территорий принят",
        "Classifier of territories taken over",
    ),
)
def take_classifier(
    _by: Actor,
    brought: BroughtFile,
    /,
    *,
    at: datetime,
    on: date,
    continue_alike: bool = False,
    is_whole: bool = False,
) -> Difference:
    """Bring the territories to what an edition says, from a day on; return what it changed.

    What it does not list is given up that day; with `continue_alike` new codes continue the old
    ones of equal names; `is_whole` vouches for a file in which many places are missing. Raises
    `RefusedError` for an edition taken already, a day out of order, and a file that lacks many.
    """
    refuse_wrong_day(brought, on, at=at)
    found = difference_of(brought)
    refuse_many_gone(found, is_whole=is_whole)
    take_places(found, list(places_of(brought.report["places"])), on, continue_alike=continue_alike)
    counts = counts_of(found)
    brought.report = {**counts, "on": on.isoformat()}
    brought.state, brought.taken_at, brought.progress = BroughtFile.State.TAKEN, at, brought.rows
    brought.save(update_fields=("report", "state", "taken_at", "progress"))
    note(digest=brought.digest, **counts)
    return found


def counts_of(found: Difference) -> dict[str, int]:
    """How many places an edition changes, in which way."""
    lists = ("new", "back", "renamed", "moved", "gone")
    return {name: len(getattr(found, name)) for name in lists} | {"same": found.same}


def refuse_wrong_day(brought: BroughtFile, on: date, *, at: datetime) -> None:
    """Raise `RefusedError` for an edition taken already, a day to come, and a day before that of
    another edition."""
    last = classifiers_taken().order_by("-taken_at").first()
    objections = (
        (brought.state != BroughtFile.State.READ, refusals.TAKEN_ALREADY),
        (on > day_of(at), refusals.DAY_TO_COME),
        (
            last is not None and on < date.fromisoformat(last.report["on"]),
            refusals.EARLIER_EDITION,
        ),
    )
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)


def refuse_many_gone(found: Difference, *, is_whole: bool) -> None:
    """Raise `RefusedError` where a file lacks so many places that it may be a part of one."""
    if not is_whole and is_many(found):
        raise RefusedError(refusals.MANY_GONE)


def is_many(found: Difference) -> bool:
    """Whether so many places are missing that somebody has to say that the file is whole."""
    before = found.same + len(found.gone) + len(found.renamed) + len(found.moved)
    return len(found.gone) > max(FEW, before // SHARE)


def take_places(
    found: Difference, listed: Iterable[PlaceRow], on: date, *, continue_alike: bool
) -> None:
    """Write a difference: what is gone ends, what is called or lies otherwise is mended, what is
    new begins on a day; places of a first edition were there before anybody looked."""
    rows = {one.code: one for one in listed}
    begins = None if is_first_edition() else on
    ended = list(Territory.objects.filter(code__in=[one.code for one in found.gone]))
    for place in ended:
        place.valid_until = on
    Territory.objects.bulk_update(ended, ("valid_until",), batch_size=BATCH)
    before = {one.code: one.before for one in found.new if one.before}
    make_places(found.new, rows, begins, found.continued if continue_alike else before)
    mend_places(found, rows)


def make_places(
    new: Sequence[PlaceRow],
    rows: Mapping[str, PlaceRow],
    begins: date | None,
    continued: Mapping[str, str],
) -> None:
    """Enter the new places, those above before those within."""
    for level in range(1, LEVELS + 1):
        numbers = dict(Territory.objects.values_list("code", "pk"))
        Territory.objects.bulk_create(
            (
                Territory(
                    code=one.code,
                    kind=kind_of(one.code),
                    parent_id=numbers.get(above(one.code, rows)),
                    name_kk=one.kk,
                    name_ru=one.ru,
                    predecessor_code=continued.get(one.code, ""),
                    valid_from=begins,
                )
                for one in new
                if level_of(one.code) == level
            ),
            batch_size=BATCH,
        )


def mend_places(found: Difference, rows: Mapping[str, PlaceRow]) -> None:
    """Give places their new names and the place that they lie in now; what is back has no end.

    Tiles, short names and ISO codes stay; an English name goes with the names that it translated.
    """
    renamed = {one.row.code for one in found.renamed}
    moved = {one.row.code for one in found.moved}
    back = {one.code for one in found.back}
    numbers = dict(Territory.objects.values_list("code", "pk"))
    places = list(Territory.objects.filter(code__in=renamed | moved | back))
    for place in places:
        row = rows[place.code]
        if place.code in renamed:
            place.name_kk, place.name_ru, place.name_en = row.kk, row.ru, ""
        if place.code in moved:
            place.parent_id = numbers.get(above(place.code, rows))
        if place.code in back:
            place.valid_until = None
    fields = ("name_kk", "name_ru", "name_en", "parent", "valid_until")
    Territory.objects.bulk_update(places, fields, batch_size=BATCH)


@action(
    "territory.continued",
    may=may_keep_registry,
    label=LocalText(
        "Аумақ кодының жалғасы көрсетілді",
        "Указан прежний код территории",
        "Earlier code of a place given",
    ),
)
def continue_place(_by: Actor, place: Territory, /, *, at: datetime, code: str) -> None:
    """Say which code, given up before, a place continues; '' takes that back.

    Raises `RefusedError` for its own code, an unknown one, and one that is in force.
    """
    earlier = Territory.objects.filter(code=code).first()
    objections = (
        (code == place.code, refusals.OWN_CODE),
        (bool(code) and earlier is None, refusals.UNKNOWN_CODE),
        (earlier is not None and earlier.valid_until is None, refusals.STILL_THERE),
    )
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)
    place.predecessor_code = code
    place.save(update_fields=("predecessor_code",))
