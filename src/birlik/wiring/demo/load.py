"""Loads the demonstration through the same actions as real work; repeating is safe."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from birlik.base.journal.queries import last_entry
from birlik.base.mandate.actions import word_indicators
from birlik.base.obligations.actions import add_text, adopt_act
from birlik.base.records.actions import (
    begin_reading,
    finish_reading,
    store_document,
)
from birlik.base.records.actions.translate import word_act
from birlik.base.records.engine.check import check_acts
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import ActReading
from birlik.base.records.queries.acts import acts
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.queries import named_structures
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock
from birlik.base.values.local_text import Language, LocalText
from birlik.wiring import foundations
from birlik.wiring.demo.acts import DemoAct, DemoText

SYSTEM = Actor.system()
SIGN_IN = "birlik-demo"
SINCE = date(2026, 1, 5)
GROUND = "Демонстрация · Demonstration"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody who does not exist, with the office held and the language spoken."""

    name: str
    email: str
    kind: str
    structure: str
    office: LocalText
    language: Language = "kk"


PEOPLE = (
    DemoPerson(
        "Айгүл Үйлестіруші",
        "coordinator@birlik.example",
        "coordinator",
        "мам",
        LocalText(
            "Комитеттің үйлестірушісі", "Координатор комитета", "Coordinator of the committee"
        ),
    ),
    DemoPerson(
        "Бауыржан Басшы",
        "head@birlik.example",
        "head",
        "мам",
        LocalText("Комитет басшысы", "Руководитель комитета", "Head of the committee"),
    ),
    DemoPerson(
        "Ольга Исполнителева",
        "executor@birlik.example",
        "executor",
        "қоғамдық келісім рмм",
        LocalText("Жауапты орындаушы", "Ответственный исполнитель", "Responsible executor"),
        "ru",
    ),
    DemoPerson(
        "Дана Зерттеуші",
        "researcher@birlik.example",
        "researcher",
        "қэзи",
        LocalText("Зерттеуші", "Исследователь", "Researcher"),
    ),
    DemoPerson(
        "Сергей Аудиторов",
        "auditor@birlik.example",
        "auditor",
        "бп",
        LocalText("Аудитор", "Аудитор", "Auditor"),
        "ru",
    ),
)


def accounts(language: Language) -> list[tuple[str, str, str, str]]:
    """Who may sign in: name, address, password, office in a language."""
    return [(one.name, one.email, SIGN_IN, one.office.get(language)) for one in PEOPLE]


def load() -> None:
    """Load foundations, people and acts, as far as they are not there already; all or nothing."""
    at = SystemClock().now()
    with transaction.atomic():
        foundations.lay(at=at)
        if last_entry("account.opened") is None:
            secret = make_password(SIGN_IN)
            for one in PEOPLE:
                settle(one, at=at, secret=secret)
        known = {(one.number, one.adopted_on) for one in acts()}
        checked: list[DemoText] = []
        for act in DemoAct.all():
            checked.append(act.text("kk"))
            if act.identity not in known:
                adopt(act, at=at, findings=findings_of(checked))


def settle(one: DemoPerson, *, at: datetime, secret: str) -> None:
    """Give a person an account with a hashed password, an office and an appointment."""
    structure = named_structures()[one.structure]
    office = found_office(SYSTEM, structure, at=at, kind=one.kind, name=one.office)
    account = open_account(
        SYSTEM,
        None,
        at=at,
        full_name=one.name,
        email=one.email,
        password_hash=secret,
        language=one.language,
    )
    appoint(SYSTEM, office, at=at, person=account.person, valid_from=SINCE, ground=GROUND)


def findings_of(texts: Sequence[DemoText]) -> list[dict[str, Any]]:
    """What the check finds in the last of the texts, taken together with those before it."""
    own = texts[-1].digest
    found = check_acts([(one.digest, one.source, one.draft) for one in texts])
    return [to_record(one) for one in found if any(place.file == own for place in one.places)]


def adopt(act: DemoAct, *, at: datetime, findings: Sequence[dict[str, Any]]) -> None:
    """Put an act under control in Kazakh, then give it its Russian text and its English words."""
    kk, ru = act.text("kk"), act.text("ru")
    adopted = adopt_act(
        SYSTEM,
        read(kk, at=at, findings=findings),
        at=at,
        controlled_from=act.controlled_from,
        told=act.told,
    )
    add_text(SYSTEM, read(ru, at=at), at=at, act=adopted, text=ru.source, other=kk.source)
    word_act(SYSTEM, adopted, at=at, language="en", title=act.title.en, words=act.titles("en"))
    word_indicators(SYSTEM, adopted, at=at, language="en")


def read(text: DemoText, *, at: datetime, findings: Sequence[dict[str, Any]] = ()) -> ActReading:
    """A text of the demonstration as a stored file and its reading."""
    document = store_document(
        SYSTEM, None, at=at, name=text.name, media_type="text/plain", content=text.content
    )
    reading = begin_reading(SYSTEM, document, at=at)
    finish_reading(
        SYSTEM,
        reading,
        at=at,
        text=text.source.text,
        draft=to_record(text.draft),
        findings=list(findings),
    )
    return reading
