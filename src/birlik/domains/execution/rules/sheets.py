"""Who may do what with the sheet of a body."""

from datetime import date, datetime

from birlik.base.letters.models import Letter
from birlik.base.registry.queries import answering
from birlik.base.registry.rules.reach import territory_line
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.models import Round, Sheet
from birlik.domains.execution.rules.rounds import ALREADY_SENT, NOT_YOUR_SHEET

FILLS = ("obligations.report", "letters.register")
SEES = (*FILLS, "rounds.run")
NO_SHEETS = LocalText(
    kk="Кестелерді борышкер органның жауапты орындаушысы немесе хат-хабарды тіркеуші толтырады. "
    "Үйлестірушіге жүгініңіз.",
    ru="Таблицы заполняет ответственный исполнитель органа или регистратор корреспонденции. "
    "Обратитесь к координатору.",
    en="Sheets are filled in by the responsible executor of a body or by the registrar of letters. "
    "Ask your coordinator.",
)
ROUND_CLOSED = LocalText(
    kk="Бұл сұрату ашық емес: жауаптар қабылданбайды. Жауап беру қажет болса, үйлестірушіге "
    "жүгініңіз.",
    ru="Этот сбор не открыт, ответы не принимаются. Если нужно ответить, обратитесь к "
    "координатору.",
    en="This round is not open: no answers are taken. If you must answer, ask the coordinator.",
)
LETTER_FIRST = LocalText(
    kk="Алдымен осы орган жауап берген тіркелген хатты таңдаңыз, содан кейін кестені толтырыңыз.",
    ru="Сначала выберите зарегистрированное письмо, которым орган ответил, затем заполните "
    "таблицу.",
    en="First choose the registered letter by which the body answered, then fill in the sheet.",
)
NO_LETTERS = LocalText(
    kk="Хатпен келген жауапты тек хат-хабарды тіркеуші енгізеді.",
    ru="Ответ, пришедший письмом, вносит только регистратор корреспонденции.",
    en="Only a registrar of letters enters an answer that came by letter.",
)


def may_open_sheets(actor: Actor, _at: datetime) -> Verdict:
    """Whose office fills in sheets, of its own or by letter, or runs rounds, finds them."""
    return Verdict.yes() if any(map(actor.holds, SEES)) else Verdict.no(NO_SHEETS)


def may_open_filling(actor: Actor, at: datetime) -> Verdict:
    """Whose office fills in sheets opens the pages where that is done."""
    return may_fill_sheet(actor, None, at)


def may_open_letters(actor: Actor, at: datetime) -> Verdict:
    """Whose office registers letters chooses those by which bodies answered."""
    return may_answer_by_letter(actor, None, at)


def may_see_sheet(actor: Actor, sheet: Sheet, at: datetime) -> Verdict:
    """The body that fills it in sees a sheet, and who registers letters or runs rounds."""
    seen = any(reaches_sheet(actor, power, sheet, day_of(at)) for power in SEES)
    return Verdict.yes() if seen else Verdict.no(NOT_YOUR_SHEET)


def may_fill_sheet(actor: Actor, sheet: Sheet | None, at: datetime) -> Verdict:
    """The body's office fills in its sheet, or a registrar that of a body which answered by
    letter, while the round is open and the sheet is not sent."""
    if sheet is None:
        return Verdict.yes() if any(map(actor.holds, FILLS)) else Verdict.no(NO_SHEETS)
    if not reaches_sheet(actor, "obligations.report", sheet, day_of(at)):
        if not reaches_sheet(actor, "letters.register", sheet, day_of(at)):
            return Verdict.no(NOT_YOUR_SHEET)
        if sheet.letter_id is None and is_open(sheet):
            return Verdict.no(LETTER_FIRST)
    return is_open(sheet)


def may_send_sheet(actor: Actor, sheet: Sheet | None, at: datetime) -> Verdict:
    """Who fills in a sheet sends it; late is told, and not forbidden while the round is open."""
    return may_fill_sheet(actor, sheet, at)


def may_answer_by_letter(actor: Actor, sheet: Sheet | None, at: datetime) -> Verdict:
    """A registrar says by which letter a body answered, while the sheet can be filled in."""
    if sheet is None:
        return Verdict.yes() if actor.holds("letters.register") else Verdict.no(NO_LETTERS)
    if not reaches_sheet(actor, "letters.register", sheet, day_of(at)):
        return Verdict.no(NO_LETTERS)
    return is_open(sheet)


def is_open(sheet: Sheet) -> Verdict:
    """Whether something may still be entered in a sheet."""
    if sheet.round.state != Round.State.OPEN:
        return Verdict.no(ROUND_CLOSED)
    return Verdict.no(ALREADY_SENT) if sheet.state == Sheet.State.SENT else Verdict.yes()


def is_answer_of(letter: Letter, sheet: Sheet) -> bool:
    """Whether a letter came from the body of a sheet."""
    incoming = letter.direction == Letter.Direction.INCOMING
    return incoming and letter.correspondent_id == sheet.structure_id


def reaches_sheet(actor: Actor, power: str, sheet: Sheet, on: date) -> bool:
    """Whether a power of the actor's reaches the body of a sheet, or who succeeded it."""
    body = sheet.structure
    return actor.reaches(power, structures=(body.pk,)) or (
        actor.holds(power)
        and actor.reaches(
            power,
            structures=answering(body, on=on),
            territories=territory_line(body.territory),
        )
    )
