"""Who may do what with the registry."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_REGISTRY = LocalText(
    kk="Тізілімді лауазымы бойынша оны жүргізетін адам ғана өзгерте алады.",
    ru="Реестр меняет только тот, кому это поручено по должности.",
    en="Only an office that keeps the registry may change it.",
)


def may_keep_registry(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Only whoever keeps the registry changes it, and gives people accounts and offices."""
    return Verdict.yes() if actor.holds("registry.keep") else Verdict.no(NO_REGISTRY)


def may_register_structure(actor: Actor, subject: object, at: datetime) -> Verdict:
    """Whoever keeps the registry enters bodies; so does whoever imports the act that names one for
    the first time."""
    return Verdict.yes() if actor.holds("acts.import") else may_keep_registry(actor, subject, at)
