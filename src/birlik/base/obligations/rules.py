"""Who may do what with duties and obligations."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_ADOPTION = LocalText(
    kk="Актіні бақылауға қою үйлестірушінің өкілеттігіне жатады. Үйлестірушіге жүгініңіз.",
    ru="Ставить акт на контроль вправе координатор. Обратитесь к координатору.",
    en="Only a coordinator may put an act under control. Ask your coordinator.",
)


def may_adopt_act(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever imports acts may make their provisions duties."""
    return Verdict.yes() if actor.holds("acts.import") else Verdict.no(NO_ADOPTION)
