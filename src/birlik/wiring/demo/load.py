"""Loads the demonstration through the same actions as real work; repeating is safe."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from birlik.base.journal.queries import last_entry
from birlik.base.obligations.actions import adopt_act
from birlik.base.records.actions.record import record_reading
from birlik.base.records.actions.translate import word_act
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.queries import named_structures
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock
from birlik.base.values.local_text import Language, LocalText
from birlik.wiring import foundations
from birlik.wiring.demo.acts import DemoAct

SYSTEM = Actor.system()
SIGN_IN = "birlik-demo"
SINCE = date(2026, 1, 5)
GROUND = "demonstration"


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
    """Load foundations, people and acts, unless they are there already."""
    at = SystemClock().now()
    foundations.lay(at=at)
    if last_entry("account.opened") is None:
        for one in PEOPLE:
            settle(one, at=at)
    if last_entry("act.adopted") is None:
        for act in DemoAct.all():
            adopt(act, at=at)


def settle(one: DemoPerson, *, at: datetime) -> None:
    """Give a person an account, an office and an appointment."""
    structure = named_structures()[one.structure]
    office = found_office(SYSTEM, structure, at=at, kind=one.kind, name=one.office)
    account = open_account(
        SYSTEM,
        None,
        at=at,
        full_name=one.name,
        email=one.email,
        password_hash=make_password(SIGN_IN),
        language=one.language,
    )
    appoint(SYSTEM, office, at=at, person=account.person, valid_from=SINCE, ground=GROUND)


def adopt(act: DemoAct, *, at: datetime) -> None:
    """Put an act under control in Kazakh, then give it its Russian and English words."""
    text, draft = act.compose("kk")
    file = (f"{draft.number}.kk.txt", text.encode())
    reading = record_reading(SYSTEM, draft, at=at, file=file, text=text)
    adopted = adopt_act(SYSTEM, reading, at=at, invented=act.invented, accept_doubtful=True)
    further: tuple[Language, ...] = ("ru", "en")
    for language in further:
        word_act(
            SYSTEM,
            adopted,
            at=at,
            language=language,
            title=act.title.get(language),
            words=act.words(language),
        )
