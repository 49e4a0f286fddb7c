"""Letters of the demonstration: a request in autumn 2026 to bodies of the centre, and the answer of
one of them by letter, which the registrar records."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import QuerySet

from birlik.base.letters.actions import (
    IncomingLetter,
    begin_mailing,
    number_mailing,
    register_letter,
)
from birlik.base.letters.engine.text import MailingText
from birlik.base.letters.engine.wordings import WORDINGS
from birlik.base.letters.models import Letter
from birlik.base.obligations.actions.by_letter import LetterAnswer, report_by_letter
from birlik.base.obligations.models import Obligation, Party
from birlik.base.obligations.queries import demanded_of
from birlik.base.records.models import Act, Document
from birlik.base.registry.models import Structure
from birlik.base.values.clock import ZONE, day_of
from birlik.base.values.local_text import LocalText
from birlik.wiring.demo.people import Staff

ACT = "Д-1"
KINDS = ("ministry", "institute", "law_enforcement", "public_association")
ASKED_AT = datetime(2026, 11, 5, 11, tzinfo=ZONE)
REGISTERED_AT = datetime(2026, 11, 13, 16, tzinfo=ZONE)
TEXT = MailingText(
    kind="request",
    subject=WORDINGS["request"].subject,
    text=WORDINGS["request"].text,
    signatory="Комитет төрағасы\nБ. Басшы",
    executor="А. Үйлестіруші",
    phone="8 (7172) 00-00-00",
)
DONE = LocalText(
    "Іс-шара өткізілді, материалдары хатқа қоса беріледі.",
    "Мероприятие проведено, материалы прилагаются к письму.",
)


def owed() -> QuerySet[Obligation]:
    """What bodies of the centre owe under the invented plan and nobody has reported."""
    left = Obligation.objects.filter(act__number=ACT, outcome="", stage="", recorded=True)
    central = left.filter(debtor__kind__in=KINDS, period_first__lte=day_of(ASKED_AT))
    return central.select_related("debtor", "duty").order_by("due_on", "pk")


def asked(staff: Staff) -> None:
    """Who owes something is asked by letter; the letters are numbered in sequence."""
    act = Act.objects.get(number=ACT)
    bodies = list({one.debtor_id: one.debtor for one in owed()}.values())
    cited = f"({act.adopted_on:%d.%m.%Y}, № {act.number})"
    text = TEXT.filled(
        {
            "act": LocalText(f"{act.title.get('kk')} {cited}", f"{act.title.get('ru')} {cited}"),
            "period": LocalText("2026 жыл", "2026 год"),
            "term": LocalText("16.11.2026", "16.11.2026"),
        }
    )
    mailing = begin_mailing(staff.coordinator, None, at=ASKED_AT, text=text, addressees=bodies)
    day = day_of(ASKED_AT)
    number_mailing(staff.coordinator, mailing, at=ASKED_AT, first="07-12/101", dated_on=day)


def registered(staff: Staff) -> None:
    """One body answers by letter: what it contributes and needs no signed minutes is recorded."""
    for letter in Letter.objects.filter(mailing__kind="request", number__gt="").order_by("-pk"):
        points = [one for one in owed() if takes_letter(one, letter.correspondent)]
        if points:
            came = answer(staff, letter)
            answers = [LetterAnswer(one.pk, DONE.kk, DONE.ru, one.quantity) for one in points]
            report_by_letter(staff.registrar, came, at=REGISTERED_AT, answers=answers)
            return


def takes_letter(one: Obligation, body: Structure) -> bool:
    """Whether a letter of a body proves what it contributes."""
    demanded = demanded_of(one, on=day_of(REGISTERED_AT))
    contributes = one.debtor_id == body.pk and one.role == Party.Role.CONTRIBUTOR
    return contributes and demanded.demand != "protocol"


def answer(staff: Staff, question: Letter) -> Letter:
    """The letter that came in."""
    came = IncomingLetter(
        correspondent=question.correspondent,
        number="3-15/402",
        dated_on=day_of(datetime(2026, 11, 11, tzinfo=ZONE)),
        incoming_number="1187",
        received_on=day_of(REGISTERED_AT),
        subject="Іс-шаралардың орындалуы туралы",
        signatory="Орынбасары Д. Шартты",
        document=Document.objects.get(name="demonstration.txt"),
        answers=question,
    )
    return register_letter(staff.registrar, None, at=REGISTERED_AT, letter=came)


LETTERS: tuple[tuple[datetime, Callable[[Staff], None]], ...] = (
    (ASKED_AT, asked),
    (REGISTERED_AT, registered),
)
"""What is written, and when."""
