"""Who may do what with plans."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_PLANS = LocalText(
    kk="Лауазымыңыз жоспарларды көруге құқық бермейді. Үйлестірушіге жүгініңіз.",
    ru="Ваша должность не дает права видеть планы. Обратитесь к координатору.",
    en="Your office does not let you see the plans. Ask your coordinator.",
)


def may_see_plan(actor: Actor, _at: datetime) -> Verdict:
    """Whoever may read plans sees them, their measures and who owes what."""
    return Verdict.yes() if actor.holds("plans.read") else Verdict.no(NO_PLANS)
