"""Who may do what with documents, readings and acts."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_IMPORT = LocalText(
    kk="Актілерді енгізу және түзету үйлестірушінің өкілеттігіне жатады.",
    ru="Вносить и править акты вправе координатор.",
    en="Only a coordinator may enter and correct acts.",
)


def may_register_act(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever imports acts may register what was read."""
    return Verdict.yes() if actor.holds("acts.import") else Verdict.no(NO_IMPORT)


def may_repeal_act(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever imports acts may record that one was repealed."""
    return Verdict.yes() if actor.holds("acts.import") else Verdict.no(NO_IMPORT)
