"""Bodies that write to each other, and who registers it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from birlik.base.letters.actions import IncomingLetter, begin_mailing, register_letter
from birlik.base.letters.engine.text import MailingText
from birlik.base.letters.models import Letter, Mailing
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText

AT = datetime(2026, 7, 6, 5, tzinfo=UTC)
"""The morning of 6 July 2026 in Kazakhstan."""

REGISTRAR = Actor(11, None, "registrar", frozenset({Grant("letters.register")}))
STRANGER = Actor(12, None, "stranger", frozenset({Grant("plans.read")}))
TEXT = MailingText(
    kind="request",
    subject=LocalText("Ақпарат туралы", "Об информации"),
    text=LocalText("{{addressee}} назарына. Ақпарат сұралады.", "Просим информацию."),
    signatory="А. Ахметов",
    executor="Б. Серікова",
    phone="74-00-00",
)


def prosecutor() -> Structure:
    """A body that never signs in."""
    return Structure.objects.create(
        kind="law_enforcement",
        name_kk="Бас прокуратура",
        name_ru="Генеральная прокуратура",
        short_kk="БП",
        short_ru="ГП",
    )


def ministry() -> Structure:
    """A ministry."""
    return Structure.objects.create(kind="ministry", name_kk="Министрлік", name_ru="Министерство")


def incoming(body: Structure, **more: object) -> IncomingLetter:
    """A letter of 1 July that came on 3 July, unless told otherwise."""
    usual = IncomingLetter(
        correspondent=body,
        number="2-15/77",
        dated_on=date(2026, 7, 1),
        incoming_number="410",
        received_on=date(2026, 7, 3),
        subject="Орындалуы туралы",
        signatory="В. Ким",
    )
    return replace(usual, **more)


def came(body: Structure, **more: object) -> Letter:
    """Such a letter in the register."""
    return register_letter(REGISTRAR, None, at=AT, letter=incoming(body, **more))


def begun(*bodies: Structure, text: MailingText = TEXT) -> Mailing:
    """A mailing to these bodies."""
    return begin_mailing(REGISTRAR, None, at=AT, text=text, addressees=bodies)
