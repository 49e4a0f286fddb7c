"""Looking through the register for entries that are alike, and saying of two that they are two."""

from collections.abc import Collection
from datetime import datetime
from typing import Literal

from birlik.base.journal.action import action, note
from birlik.base.registry.engine.duplicates import Pair
from birlik.base.registry.models import Likeness, LikenessRun
from birlik.base.registry.refusals.duplicates import RUN_GOES_ON
from birlik.base.registry.rules import may_tell
from birlik.base.registry.rules.duplicates import may_judge_likeness, may_seek_duplicates
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

BATCH = 1_000
Kind = Literal["structure", "person"]


@action(
    "duplicates.sought",
    may=may_seek_duplicates,
    label=LocalText(
        "Қайталанған жазбаларды іздеу басталды", "Начат поиск повторов", "Duplicates sought"
    ),
)
def begin_run(by: Actor, _subject: None, /, *, at: datetime) -> LikenessRun:
    """Begin a look through the register; raises `RefusedError` while another goes on."""
    if LikenessRun.objects.filter(ended_at=None).exists():
        raise RefusedError(RUN_GOES_ON)
    return LikenessRun.objects.create(asked_at=at, asked_by_id=by.appointment_id)


@action(
    "duplicates.progressed",
    may=may_tell,
    label=LocalText("Іздеу жүріп жатыр", "Поиск идет", "Search goes on"),
    entered=False,
)
def show_progress(_by: Actor, run: LikenessRun, /, *, at: datetime, percent: int) -> None:
    """Say how far a look is."""
    run.percent = percent
    run.save(update_fields=["percent"])


@action(
    "duplicates.found",
    may=may_tell,
    label=LocalText("Қайталанған жазбалар табылды", "Найдены повторы", "Duplicates found"),
    withheld=("bodies", "people"),
)
def end_run(
    _by: Actor,
    run: LikenessRun,
    /,
    *,
    at: datetime,
    bodies: Collection[Pair],
    people: Collection[Pair],
) -> int:
    """Keep the pairs that a look found, and forget those that are no longer alike; how many wait.

    What somebody said are two stays said.
    """
    keep("structure", bodies, at)
    keep("person", people, at)
    run.found = Likeness.objects.filter(dismissed_at=None).count()
    run.percent, run.ended_at = 100, at
    run.save()
    note(bodies=len(bodies), people=len(people))
    return run.found


def keep(kind: Kind, pairs: Collection[Pair], at: datetime) -> None:
    """Bring the pairs of a kind to what was found."""
    first, second = f"first_{kind}_id", f"second_{kind}_id"
    known = {
        (getattr(one, first), getattr(one, second)): one
        for one in Likeness.objects.filter(**{f"first_{kind}__isnull": False})
    }
    found = {(one.first, one.second): one for one in pairs}
    gone = [one.pk for pair, one in known.items() if pair not in found and not one.dismissed_at]
    for begin in range(0, len(gone), BATCH):
        Likeness.objects.filter(pk__in=gone[begin : begin + BATCH]).delete()
    for pair, one in known.items():
        if pair in found and found[pair].score != one.score:
            Likeness.objects.filter(pk=one.pk).update(score=found[pair].score)
    Likeness.objects.bulk_create(
        [
            Likeness(
                **{first: pair[0], second: pair[1]},
                score=one.score,
                by_number=one.by_number,
                found_at=at,
            )
            for pair, one in found.items()
            if pair not in known
        ],
        batch_size=BATCH,
    )


@action(
    "duplicates.failed",
    may=may_tell,
    label=LocalText("Іздеу үзілді", "Поиск прервался", "Search broke off"),
)
def fail_run(_by: Actor, run: LikenessRun, /, *, at: datetime) -> None:
    """Say that a look broke off; what earlier ones found stays."""
    run.failed, run.ended_at = True, at
    run.save(update_fields=["failed", "ended_at"])


@action(
    "likeness.dismissed",
    may=may_judge_likeness,
    label=LocalText("Бұл — екі бөлек жазба", "Это разные записи", "Found to be two"),
)
def dismiss(by: Actor, pair: Likeness, /, *, at: datetime) -> None:
    """Say that the two of a pair are two; saying it again changes nothing."""
    if pair.dismissed_at is None:
        pair.dismissed_at, pair.dismissed_by_id = at, by.appointment_id
        pair.save(update_fields=["dismissed_at", "dismissed_by"])


@action(
    "likeness.recalled",
    may=may_judge_likeness,
    label=LocalText("Жұп қайта қаралады", "Пара снова на рассмотрении", "To be looked at again"),
)
def recall(_by: Actor, pair: Likeness, /, *, at: datetime) -> None:
    """Have a pair that was said to be two looked at again."""
    pair.dismissed_at = pair.dismissed_by = None
    pair.save(update_fields=["dismissed_at", "dismissed_by"])
