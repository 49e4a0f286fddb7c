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


NO_CALENDAR = LocalText(
    kk="Жұмыс күндерінің күнтізбесін органдар анықтамалығын жүргізетін лауазым ғана өзгертеді.",
    ru="Календарь рабочих дней меняет только тот, кто по должности ведет справочник органов.",
    en="Only an office that keeps the charter may change the calendar of working days.",
)
GROUND_NEEDED = LocalText(
    kk="Күндерді ауыстырған актіні жазыңыз: түрі, нөмірі, күні.",
    ru="Напишите, каким актом перенесены дни: вид, номер, дата.",
    en="Write which act moved the days: its kind, number and date.",
)
NO_DAYS = LocalText(
    kk="Кемінде бір күн енгізіңіз.", ru="Внесите хотя бы один день.", en="Enter at least one day."
)
DAY_TWICE = LocalText(
    kk="Бір күн екі рет аталған. Әр күнді бір рет жазыңыз.",
    ru="Один и тот же день назван дважды. Каждый день пишется один раз.",
    en="The same day is named twice. Write each day once.",
)
MOVED_ALREADY = LocalText(
    kk="Осы күндердің бірі актімен ауыстырылып қойған. Алдымен оны қалпына келтіріңіз.",
    ru="Один из этих дней уже перенесен актом. Сначала верните его.",
    en="An act has moved one of these days already. Put it back first.",
)
NOTHING_MOVED = LocalText(
    kk="Бұл күндердің бірі онсыз да сондай: демалыс күні демалыс, жұмыс күні жұмыс күні. Күндерді "
    "тексеріңіз.",
    ru="Один из этих дней и так такой: выходной уже выходной, рабочий уже рабочий. Проверьте даты.",
    en="One of these days is so already: the day off is off, or the working day is worked. Check "
    "the dates.",
)


def may_keep_calendar(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever keeps the charter says which days an act has moved."""
    return Verdict.yes() if actor.holds("charter.keep") else Verdict.no(NO_CALENDAR)
