"""What is told of everything that is kept about one person: for an extract, and before erasure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.values.local_text import LocalText

Value = LocalText | str | date | datetime | None


@dataclass(frozen=True, slots=True)
class ExtractLine:
    """One thing that is kept about a person: which part it belongs to, what it is, what it says."""

    part: LocalText
    what: LocalText
    value: Value


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing a person does on a day.

    `goes` names what will be gone, each with how many there are; `offices` is how many
    appointments stay, and with them the official name.
    """

    goes: tuple[tuple[LocalText, int], ...]
    offices: int

    @property
    def seen(self) -> str:
        """What a reader has seen of it: another text as soon as it would do something else."""
        return "-".join([str(self.offices), *(f"{name.en}:{count}" for name, count in self.goes)])


PERSON = LocalText("Адам", "Лицо", "Person")
APART = LocalText("Қорғалған деректер", "Закрытые сведения", "Restricted fields")
CONSENTS = LocalText("Келісімдер", "Согласия", "Consents")
OFFICES = LocalText("Лауазымдар", "Должности", "Offices")
REGISTERS = LocalText("Адамдар тізілімдері", "Реестры лиц", "Registers of persons")
ACCOUNT = LocalText("Есептік жазба", "Учетная запись", "Account")
VIEWS = LocalText(
    "Қорғалған деректерді кім қарады", "Кто просматривал закрытые сведения", "Who viewed them"
)
BESIDES = LocalText("Бұдан басқа", "Кроме того", "Besides")

FULL_NAME = LocalText(
    "Тегі, аты, әкесінің аты", "Фамилия, имя, отчество", "Surname, given name, patronymic"
)
NAME_RU = LocalText("Аты-жөні орысша", "Имя по-русски", "Name in Russian")
NAME_LATIN = LocalText("Аты-жөні латын қарпімен", "Имя латиницей", "Name in Latin letters")
TERRITORY = LocalText(
    "Жазба жүргізілетін аумақ", "Территория, где ведется запись", "Territory that keeps the record"
)
REPUBLIC = LocalText("Республика", "Республика", "Republic")
LANGUAGES_KNOWN = LocalText("Тілдері", "Языки", "Languages")
FIELDS = LocalText("Қызмет салалары", "Сферы деятельности", "Fields of work")
IIN = LocalText("ЖСН", "ИИН", "IIN")
PHONE = LocalText("Телефоны", "Телефон", "Telephone")
EMAIL = LocalText("Электрондық поштасы", "Электронная почта", "E-mail")
AFFILIATION_DECLARED = LocalText(
    "Мәлімделген этностық тиесілігі",
    "Заявленная этническая принадлежность",
    "Declared ethnic affiliation",
)
ADDRESS = LocalText("Кіру мекенжайы", "Адрес для входа", "Address of sign-in")
ACTS_OF_OFFICE = LocalText(
    "Лауазымда жасалғаны", "Сделанное по должности", "What was done in office"
)
ACTS_KEPT = LocalText(
    "Лауазымдағы әрекеттердің журнал жазбалары, қол қойылған есептер мен құжаттар органның құжаты "
    "болып табылады және осында жазылмайды.",
    "Записи журнала о действиях по должности, подписанные отчеты и документы — бумаги органа и "
    "здесь не приводятся.",
    "Entries of the journal about what was done in office, signed reports and papers are papers of "
    "the body and are not repeated here.",
)
KEY = LocalText("Қолжетімділік кілті", "Ключ доступа", "Access key")
EXTRACT = LocalText("Өз үзіндісін жасау үшін", "Для выписки лицу", "For the person’s extract")
NOTICES = LocalText(
    "Хабарламалар мен күнделікті шолулар",
    "Уведомления и ежедневные сводки",
    "Notices and daily digests",
)


def among(codes: Iterable[str], names: dict[str, LocalText]) -> LocalText:
    """The names of codes in one line; a code that has no name any more stands for itself."""
    found = [names.get(code) or LocalText(code, code, code) for code in codes]
    return LocalText(
        ", ".join(one.kk or one.ru for one in found),
        ", ".join(one.ru or one.kk for one in found),
        ", ".join(one.en or one.ru for one in found),
    )


def term(first: date, until: date | None) -> str:
    """From the first day to the last: "01.02.2024 – 31.12.2026", or with an open end."""
    last = "…" if until is None else f"{date.fromordinal(until.toordinal() - 1):%d.%m.%Y}"
    return f"{first:%d.%m.%Y} – {last}"
