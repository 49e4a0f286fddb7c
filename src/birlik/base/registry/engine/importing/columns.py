"""The columns of a file, by the kind of what its rows are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from birlik.base.charter.engine.kinds import ExtraField, KindCard, RegisterCard
from birlik.base.values.local_text import LocalText

Type = Literal[
    "text",
    "day",
    "number",
    "flag",
    "code",
    "codes",
    "territory",
    "body",
    "iin",
    "bin",
    "email",
    "website",
]

NOTHING = LocalText()
EXTRA = "extra:"
"""With this and its code begins the name of a column that the charter gives a kind."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name here, its heading, how its cells are read, and an example.

    `otherwise` are other headings that mean it. A `code` is looked up in the list called `choice`;
    `longest` is how many characters fit.
    """

    name: str
    heading: LocalText
    type: Type = "text"
    example: str = ""
    hint: LocalText = NOTHING
    otherwise: tuple[str, ...] = ()
    choice: str = ""
    longest: int = 300
    needed: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """All the headings that mean it."""
        said = self.heading
        return (f"{said.kk} {said.ru}", said.kk, said.ru, said.en, *self.otherwise)


LEVEL_NAMES = {
    "republic": LocalText("республикалық", "республиканский", "republican"),
    "region": LocalText("өңірлік", "региональный", "regional"),
    "district": LocalText("аудандық", "районный", "district"),
    "settlement": LocalText("ауылдық", "сельский", "settlement"),
    "organisation": LocalText("ұйымдық", "уровень организации", "organisation"),
}
"""The levels of bodies as files name them."""

NUMBER = Column(
    "number",
    LocalText("Тізілімдегі №", "№ в реестре", "No. in the register"),
    example="",
    hint=LocalText(
        "Жүйеден шыққан файлда толтырылған: өзгертпеңіз. Жаңа жолда бос қалдырыңыз; аттасы бар "
        "басқа жазба болса, «жаңа» деп жазыңыз.",
        "В выгруженном файле заполнен: не меняйте. В новой строке оставьте пустым; если это другая "
        "запись с тем же названием, впишите «новый».",
        "Filled in where the file was exported: leave it. Empty in a new row; write “new” for "
        "another entry of the same name.",
    ),
    otherwise=("Нөмірі", "Номер записи", "Реестр №", "ID"),
)
TERRITORY_HINT = LocalText(
    "КАТО коды немесе атауы қазақша, орысша не ағылшынша.",
    "Код КАТО или название на казахском, русском или английском языке.",
    "The КАТО code, or the name in Kazakh, Russian or English.",
)
DAY_HINT = LocalText("Күні: 20.11.2026", "Дата: 20.11.2026", "A date: 20.11.2026")
SEVERAL_HINT = LocalText(
    "Кодтар немесе атаулар, үтірмен.", "Коды или названия через запятую.",
    "Codes or names, parted by commas.",
)  # fmt: skip
CODE_HINT = LocalText("Коды немесе атауы.", "Код или название.", "The code or the name.")
BODY_HINT = LocalText(
    "Тізілімдегі атауы, БСН немесе нөмірі.", "Название как в реестре, БИН или номер.",
    "Its name as in the register, BIN or number.",
)  # fmt: skip

STRUCTURE: tuple[Column, ...] = (
    NUMBER,
    Column(
        "name_kk",
        LocalText("Атауы қазақша", "Название на казахском", "Name in Kazakh"),
        example="«Мысал» этномәдени бірлестігі",
        otherwise=("Атауы", "Наименование на казахском языке", "Атауы (қаз)"),
        longest=1000,
        needed=True,
    ),
    Column(
        "name_ru",
        LocalText("Атауы орысша", "Название на русском", "Name in Russian"),
        example="Этнокультурное объединение «Пример»",
        otherwise=("Название", "Наименование", "Наименование на русском языке"),
        longest=1000,
        needed=True,
    ),
    Column(
        "name_en",
        LocalText("Атауы ағылшынша", "Название на английском", "Name in English"),
        longest=1000,
    ),
    Column(
        "short_kk",
        LocalText("Қысқаша атауы қазақша", "Краткое название на казахском", "Short name, Kazakh"),
    ),
    Column(
        "short_ru",
        LocalText("Қысқаша атауы орысша", "Краткое название на русском", "Short name, Russian"),
        otherwise=("Сокращенное наименование",),
    ),
    Column("level", LocalText("Деңгейі", "Уровень", "Level"), "code", choice="level"),
    Column(
        "territory",
        LocalText("Аумағы", "Территория", "Territory"),
        "territory",
        example="Ақмола облысы",
        hint=TERRITORY_HINT,
        otherwise=("Өңір", "Регион", "Область", "КАТО", "Облыс"),
    ),
    Column(
        "parent",
        LocalText("Жоғары тұрған құрылым", "Вышестоящая структура", "Body above"),
        "body",
        hint=BODY_HINT,
    ),
    Column(
        "bin",
        LocalText("БСН", "БИН", "BIN"),
        "bin",
        hint=LocalText(
            "12 цифр; ұяшық пішімі — мәтін.",
            "12 цифр; формат ячейки — текстовый.",
            "12 digits; the cell is text.",
        ),
    ),
    Column(
        "founded_on",
        LocalText("Құрылған күні", "Дата создания", "Founded on"),
        "day",
        example="14.03.2005",
        hint=DAY_HINT,
        otherwise=("Дата основания",),
    ),
    Column(
        "registered_on",
        LocalText("Тіркелген күні", "Дата регистрации", "Registered on"),
        "day",
        example="20.04.2005",
        hint=DAY_HINT,
    ),
    Column(
        "registration_number",
        LocalText("Тіркеу нөмірі", "Номер регистрации", "Registration number"),
        longest=100,
    ),
    Column(
        "registered_by",
        LocalText("Тіркеген орган", "Кем зарегистрировано", "Registered by"),
    ),
    Column(
        "ground",
        LocalText("Құқықтық негізі", "Правовое основание", "Legal ground"),
        longest=500,
    ),
    Column("address_kk", LocalText("Мекенжайы қазақша", "Адрес на казахском", "Address, Kazakh")),
    Column(
        "address_ru",
        LocalText("Мекенжайы орысша", "Адрес на русском", "Address, Russian"),
        otherwise=("Адрес", "Мекенжайы"),
    ),
    Column("phone", LocalText("Телефон", "Телефон", "Phone"), longest=60, otherwise=("Телефоны",)),
    Column(
        "email",
        LocalText("Электрондық пошта", "Электронная почта", "E-mail"),
        "email",
        longest=254,
        otherwise=("Email", "Эл. почта", "Пошта"),
    ),
    Column("website", LocalText("Сайты", "Сайт", "Website"), "website", longest=200),
    Column(
        "house",
        LocalText("Достық үйі", "Дом дружбы", "House of friendship"),
        "body",
        hint=BODY_HINT,
    ),
    Column(
        "culture",
        LocalText("Этнос мәдениеті", "Культура этноса", "Ethnic culture"),
        "code",
        hint=CODE_HINT,
        choice="culture",
        otherwise=("Этнос",),
    ),
    Column(
        "languages",
        LocalText("Тілдері", "Языки", "Languages"),
        "codes",
        hint=SEVERAL_HINT,
        choice="language",
    ),
    Column(
        "fields",
        LocalText("Қызмет бағыттары", "Направления работы", "Fields of work"),
        "codes",
        hint=SEVERAL_HINT,
        choice="work_field",
    ),
)

WHO: tuple[Column, ...] = (
    NUMBER,
    Column(
        "full_name",
        LocalText("Тегі, аты, әкесінің аты", "Фамилия, имя, отчество", "Full name"),
        example="Мысалов Мысал Мысалұлы",
        otherwise=("ТАӘ", "Т.А.Ә.", "ФИО", "Ф.И.О.", "Аты-жөні"),
        longest=200,
        needed=True,
    ),
    Column(
        "full_name_ru",
        LocalText("Орысша жазылуы", "Написание на русском", "As written in Russian"),
        longest=200,
    ),
    Column(
        "full_name_latin",
        LocalText("Латынша жазылуы", "Написание латиницей", "As written in Latin letters"),
        longest=200,
    ),
    Column(
        "iin",
        LocalText("ЖСН", "ИИН", "IIN"),
        "iin",
        hint=LocalText(
            "Міндетті емес. 12 цифр; ұяшық пішімі — мәтін.",
            "Необязательно. 12 цифр; формат ячейки — текстовый.",
            "Not required. 12 digits; the cell is text.",
        ),
    ),
    Column(
        "territory",
        LocalText("Аумағы", "Территория", "Territory"),
        "territory",
        example="Ақмола облысы",
        hint=TERRITORY_HINT,
        otherwise=("Өңір", "Регион", "Область", "КАТО", "Облыс"),
    ),
    Column("phone", LocalText("Телефон", "Телефон", "Phone"), longest=60, otherwise=("Телефоны",)),
    Column(
        "email",
        LocalText("Электрондық пошта", "Электронная почта", "E-mail"),
        "email",
        longest=254,
        otherwise=("Email", "Эл. почта", "Пошта"),
    ),
    Column(
        "languages",
        LocalText("Тілдері", "Языки", "Languages"),
        "codes",
        hint=SEVERAL_HINT,
        choice="language",
    ),
    Column(
        "fields",
        LocalText("Қызмет бағыттары", "Направления работы", "Fields of work"),
        "codes",
        hint=SEVERAL_HINT,
        choice="work_field",
    ),
)

OFFICE: tuple[Column, ...] = (
    Column(
        "structure",
        LocalText("Құрылым", "Структура", "Body"),
        "body",
        hint=BODY_HINT,
        otherwise=("Ұйым", "Организация", "Бірлестік", "Объединение"),
    ),
    Column(
        "office",
        LocalText("Лауазымы", "Должность", "Office"),
        "code",
        hint=CODE_HINT,
        choice="office",
    ),
    Column(
        "valid_from",
        LocalText("Қай күннен", "С какого дня", "Since"),
        "day",
        example="01.02.2026",
        hint=DAY_HINT,
        otherwise=("Тағайындалған күні", "Дата назначения"),
    ),
    Column(
        "valid_until",
        LocalText("Қай күнге дейін", "По какой день", "Until"),
        "day",
        hint=LocalText(
            "Соңғы күні; белгісіз болса, бос.",
            "Последний день; пусто, если неизвестен.",
            "The last day; empty where unknown.",
        ),
        otherwise=("Дата окончания", "Аяқталған күні"),
    ),
    Column(
        "ground",
        LocalText("Негізі", "Основание", "Ground"),
        example="05.02.2026 № 3 хаттама",
        otherwise=("Приказ", "Протокол"),
    ),
)

PEOPLE: tuple[Column, ...] = (*WHO, *OFFICE)


def structure_columns(kind: KindCard) -> tuple[Column, ...]:
    """The columns of bodies of a kind: those of every card, and what the charter gives the kind."""
    shared = STRUCTURE if kind.devoted else [one for one in STRUCTURE if one.name != "culture"]
    return (*shared, *extra_columns(kind.fields))


def enrolment_columns(register: RegisterCard) -> tuple[Column, ...]:
    """The columns of lines of a register: the person, and where, since when and on what ground the
    person stands in it."""
    line = [one for one in OFFICE if one.name != "office" and keeps(register, one.name)]
    number = Column(
        "certificate",
        LocalText("Сертификат нөмірі", "Номер сертификата", "Certificate number"),
        longest=100,
    )
    numbered = (number,) if register.numbered else ()
    return (*WHO, *numbered, *line, *extra_columns(register.fields))


def keeps(register: RegisterCard, name: str) -> bool:
    """Whether the lines of a register have a column."""
    return name != "structure" or register.centred


def extra_columns(fields: Sequence[ExtraField]) -> tuple[Column, ...]:
    """The columns of what the charter gives a kind or a register."""
    return tuple(
        Column(
            f"{EXTRA}{one.code}",
            one.name,
            "code" if one.type == "choice" else one.type,
            choice=f"{EXTRA}{one.code}" if one.type == "choice" else "",
        )
        for one in fields
    )
