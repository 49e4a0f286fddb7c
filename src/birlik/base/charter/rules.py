"""Who may do what with the charter."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_CHARTER = LocalText(
    kk="Органдар анықтамалығын лауазымы бойынша оны жүргізетін адам ғана өзгерте алады.",
    ru="Справочник органов меняет только тот, кому это поручено по должности.",
    en="Only an office that keeps the charter may change it.",
)


def may_load_charter(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever keeps the charter may load an edition of it."""
    return Verdict.yes() if actor.holds("charter.keep") else Verdict.no(NO_CHARTER)
