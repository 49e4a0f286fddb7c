"""Who may read the journal."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_JOURNAL = LocalText(
    kk="Әрекеттер журналын аудитор ғана оқиды. Өз әрекеттеріңізді тапсырма мен іс-шараның "
    "тарихынан көресіз.",
    ru="Журнал действий читает только аудитор. Свои действия вы видите в истории поручения и "
    "мероприятия.",
    en="Only an auditor reads the journal of actions. Your own actions are in the history of the "
    "obligation and the measure.",
)


def may_read_journal(actor: Actor, _at: datetime) -> Verdict:
    """Whoever audits reads the journal, all of it."""
    return Verdict.yes() if actor.holds("journal.read") else Verdict.no(NO_JOURNAL)
