"""Who may see what of the mandate."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_INDICATORS = LocalText(
    kk="Лауазымыңыз индикаторларды көруге құқық бермейді. Үйлестірушіге жүгініңіз.",
    ru="Ваша должность не дает права видеть индикаторы. Обратитесь к координатору.",
    en="Your office does not let you see the indicators. Ask your coordinator.",
)

NO_RECORDING = LocalText(
    kk="Актінің индикаторларын енгізу үйлестірушінің өкілеттігіне жатады. Үйлестірушіге жүгініңіз.",
    ru="Вносить индикаторы акта вправе координатор. Обратитесь к координатору.",
    en="Only a coordinator may enter the indicators of an act. Ask your coordinator.",
)


def may_see_indicators(actor: Actor, _at: datetime) -> Verdict:
    """Whoever may read indicators."""
    return Verdict.yes() if actor.holds("indicators.read") else Verdict.no(NO_INDICATORS)


def may_record_targets(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever imports acts may enter what their tables of indicators say."""
    return Verdict.yes() if actor.holds("acts.import") else Verdict.no(NO_RECORDING)
