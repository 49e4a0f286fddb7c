"""Who may do what with letters."""

from datetime import datetime

from birlik.base.letters.models import Letter, Mailing
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

NO_LETTERS = LocalText(
    kk="Хаттарды тіркеуші мен үйлестіруші ғана жүргізеді. Соларға жүгініңіз.",
    ru="Письма ведут только регистратор и координатор. Обратитесь к ним.",
    en="Only a registrar or a coordinator keeps the letters. Ask one of them.",
)
INCOMING_HAS_NUMBERS = LocalText(
    kk="Кіріс хаттың нөмірі тіркеу кезінде енгізіледі. Нөмір шығыс хатқа беріледі.",
    ru="Номер входящего письма вносят при регистрации. Номер присваивают исходящему письму.",
    en="An incoming letter got its number when it was registered. Outgoing letters are numbered.",
)


def may_register_letters(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Whoever registers letters registers what came in and begins what goes out."""
    allowed = actor.holds("letters.register")
    return Verdict.yes() if allowed else Verdict.no(NO_LETTERS)


def may_open_letters(actor: Actor, at: datetime) -> Verdict:
    """Whoever registers letters opens the register of them."""
    return may_register_letters(actor, None, at)


def may_number_letter(actor: Actor, letter: Letter | None, at: datetime) -> Verdict:
    """An outgoing letter gets its number from whoever registers letters."""
    allowed = may_register_letters(actor, letter, at)
    incoming = letter is not None and letter.direction == Letter.Direction.INCOMING
    return Verdict.no(INCOMING_HAS_NUMBERS) if allowed and incoming else allowed


def may_number_mailing(actor: Actor, mailing: Mailing | None, at: datetime) -> Verdict:
    """The letters of a mailing get their numbers from whoever registers letters."""
    return may_register_letters(actor, mailing, at)
