"""The worker's turns: what belongs to a day or an hour is begun once, by whoever comes first."""

from datetime import datetime, timedelta

from birlik.base.journal.action import action
from birlik.base.registry.models import Turn
from birlik.base.registry.rules import may_tell
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

LEASE = timedelta(hours=1)
"""How long a turn may take before it counts as broken off, and is taken up again."""


@action(
    "turn.taken",
    may=may_tell,
    label=LocalText("Жоспарлы жұмыс басталды", "Начата плановая работа", "Scheduled work begun"),
    entered=False,
)
def take_turn(_by: Actor, _subject: None, /, *, at: datetime, name: str, period: str) -> bool:
    """Take the turn of a kind of work in a period ("2026-11-20"); False when it is taken.

    A turn that was taken longer than `LEASE` ago and has not ended is taken anew: its worker died.
    """
    turn, new = Turn.objects.get_or_create(name=name, period=period, defaults={"begun_at": at})
    if new:
        return True
    broken_off = Turn.objects.filter(pk=turn.pk, ended_at=None, begun_at__lte=at - LEASE)
    return broken_off.update(begun_at=at) == 1


@action(
    "turn.ended",
    may=may_tell,
    label=LocalText("Жоспарлы жұмыс аяқталды", "Плановая работа закончена", "Scheduled work ended"),
    entered=False,
)
def end_turn(_by: Actor, _subject: None, /, *, at: datetime, name: str, period: str) -> None:
    """Record that the work of a turn is done."""
    Turn.objects.filter(name=name, period=period, ended_at=None).update(ended_at=at)
