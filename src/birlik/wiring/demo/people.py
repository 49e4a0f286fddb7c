"""People of the demonstration, who do not exist, with their accounts and offices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Appointment, Structure
from birlik.base.registry.queries import actor_in, named_structures
from birlik.base.registry.rules.reach import territory_line
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import Language, LocalText

SYSTEM = Actor.system()
SIGN_IN = "birlik-demo"
SINCE = date(2024, 1, 3)
GROUND = "Демонстрация · Demonstration"
PHONE = "8 (7172) 00-00-{:02}"
"""A number that nobody has."""

EXECUTOR = LocalText("Жауапты орындаушы", "Ответственный исполнитель", "Responsible executor")


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
        "Гүлнар Хатшы",
        "secretary@birlik.example",
        "secretary",
        "қарағанды облысының әкімдігі",
        LocalText(
            "Өңірлік ассамблеяның хатшысы",
            "Секретарь региональной ассамблеи",
            "Secretary of a regional assembly",
        ),
    ),
    DemoPerson(
        "Ерлан Төраға",
        "chair@birlik.example",
        "region_chair",
        "қарағанды облысының әкімдігі",
        LocalText(
            "Өңірлік ассамблеяның төрағасы",
            "Председатель региональной ассамблеи",
            "Chair of a regional assembly",
        ),
    ),
    DemoPerson(
        "Дана Зерттеуші",
        "researcher@birlik.example",
        "researcher",
        "қэзи",
        LocalText("Зерттеуші", "Исследователь", "Researcher"),
    ),
    DemoPerson(
        "Мұрат Тіркеуші",
        "registrar@birlik.example",
        "registrar",
        "мам",
        LocalText("Хат-хабарды тіркеуші", "Регистратор корреспонденции", "Registrar of letters"),
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

DESK = (
    DemoPerson(
        "Мұрат Министров",
        "minister@birlik.example",
        "body_head",
        "",
        LocalText("Министр", "Министр", "Minister"),
    ),
    DemoPerson(
        "Әсел Орынбасар",
        "deputy@birlik.example",
        "body_head",
        "",
        LocalText("Вице-министр", "Вице-министр", "Deputy minister"),
    ),
    DemoPerson(
        "Роза Юристова",
        "lawyer@birlik.example",
        "executor",
        "law",
        LocalText("Бас заңгер", "Главный юрист", "Chief lawyer"),
        "ru",
    ),
    DemoPerson(
        "Талғат Сарапшы",
        "specialist@birlik.example",
        "executor",
        "policy",
        LocalText("Бас сарапшы", "Главный эксперт", "Chief expert"),
    ),
)
"""Those who sit in a ministry whose head writes a resolution; `structure` names its department, ""
the ministry itself."""


def accounts(language: Language) -> list[tuple[str, str, str, str]]:
    """Who may sign in: name, address, password, office in a language."""
    return [(one.name, one.email, SIGN_IN, one.office.get(language)) for one in (*PEOPLE, *DESK)]


def settle(one: DemoPerson, structure: Structure, *, at: datetime, secret: str) -> Appointment:
    """Give a person an account with a hashed password, an office and an appointment."""
    phone = PHONE.format(structure.pk % 100)
    office = found_office(SYSTEM, structure, at=at, kind=one.kind, name=one.office, phone=phone)
    account = open_account(
        SYSTEM,
        None,
        at=at,
        full_name=one.name,
        email=one.email,
        password_hash=secret,
        language=one.language,
    )
    return appoint(SYSTEM, office, at=at, person=account.person, valid_from=SINCE, ground=GROUND)


class Staff:
    """Those who act in the demonstration, by the body they act for; hired when first needed."""

    def __init__(self, *, at: datetime, secret: str) -> None:
        self.at, self.secret = at, secret
        self.coordinator = self.registrar = Actor.system()
        self.executors: dict[int, Actor] = {}
        self.secretaries: dict[str, Actor] = {}
        named = named_structures()
        for one in PEOPLE:
            self.take_on(one, named[one.structure])

    def take_on(self, one: DemoPerson, structure: Structure) -> Actor:
        """Settle a person and remember for whom the person acts."""
        appointment = settle(one, structure, at=self.at, secret=self.secret)
        actor = actor_in(appointment, appointment.person.account, on=SINCE)
        if one.kind == "coordinator":
            self.coordinator = actor
        elif one.kind == "registrar":
            self.registrar = actor
        elif one.kind == "executor":
            self.executors[structure.pk] = actor
        elif one.kind == "secretary" and structure.territory:
            self.secretaries[structure.territory.code] = actor
        return actor

    def act_for(self, bodies: Iterable[Structure]) -> None:
        """See that everybody who owes something has somebody who reports."""
        for body in bodies:
            if body.pk not in self.executors:
                self.executors[body.pk] = self.secretary_of(body) or self.take_on(
                    DemoPerson(
                        f"Шартты орындаушы {body.pk}",
                        f"executor-{body.pk}@birlik.example",
                        "executor",
                        "",
                        EXECUTOR,
                    ),
                    body,
                )

    def secretary_of(self, body: Structure) -> Actor | None:
        """The secretary in whose region a body lies, if that region has one."""
        codes = territory_line(body.territory)
        return next((self.secretaries[code] for code in codes if code in self.secretaries), None)
