"""Who sees the statistics of the register, and which places in detail."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_STATISTICS = LocalText(
    kk="Тізілім статистикасын лауазымы бойынша тізілімді көретін адам ғана аша алады.",
    ru="Статистику реестра открывает только тот, кому реестр доступен по должности.",
    en="Only an office that sees the register may open its statistics.",
)


def may_see_statistics(actor: Actor, _at: datetime) -> Verdict:
    """Whoever sees bodies of the register anywhere sees the republic's totals, and the own
    territory in detail."""
    return Verdict.yes() if actor.holds("structures.read") else Verdict.no(NO_STATISTICS)


def sees_every_place(actor: Actor) -> bool:
    """Whether an actor sees every territory in detail."""
    return actor.reaches("structures.read")


def own_places(actor: Actor) -> tuple[str, ...]:
    """The codes of the territories that an actor sees in detail, where not all; none for whoever
    sees one body alone."""
    grants = actor.grants("structures.read")
    return tuple(sorted({one.territory_code for one in grants if one.territory_code}))
