"""What people are told about obligations and acts, in three languages and without their names."""

from dataclasses import dataclass
from datetime import date

from birlik.base.values.local_text import LANGUAGES, Language, LocalText

OBLIGATION_PAGE = "/obligations/{}/"
PLAN_PAGE = "/plans/{}/"
"""The pages of the cabinet that notices lead to."""
LISTS = {
    "reminder": "/obligations/?state=todo&act={}",
    "overdue": "/obligations/?state=overdue&act={}",
}
"""The lists of the cabinet that notices about many obligations lead to."""

SUBMITTED = LocalText(
    "Қарауға есеп берілді", "Отчет подан на рассмотрение", "Report submitted for review"
)
RETURNED = LocalText("Есеп қайтарылды", "Отчет возвращен", "Report returned")
ACCEPTED = LocalText("Есеп қабылданды", "Отчет принят", "Report accepted")
EXTENSION_ASKED = LocalText(
    "Мерзімді ұзарту сұралды", "Запрошено продление срока", "Extension asked for"
)
EXTENSION_GRANTED = LocalText("Мерзім ұзартылды", "Срок продлен", "Extension granted")
EXTENSION_REFUSED = LocalText(
    "Мерзімді ұзартудан бас тартылды", "В продлении срока отказано", "Extension refused"
)
RELEASED = LocalText(
    "Орындаудан босатылды", "Освобождение от исполнения", "Released from execution"
)
REMARK = LocalText(
    "Тапсырма бойынша жаңа пікір жазылды",
    "Новое сообщение по поручению",
    "New message about an obligation",
)
ADOPTED = LocalText("Акт бақылауға қойылды", "Акт поставлен на контроль", "Act put under control")
CORRECTED = LocalText(
    "Актінің түзетілген нұсқасы енгізілді",
    "Внесена исправленная редакция акта",
    "Corrected version of an act applied",
)
REPEALED = LocalText("Актінің күші жойылды", "Акт утратил силу", "Act repealed")
GIVEN = LocalText(
    "Қарар бойынша тапсырылды", "Поручено по резолюции", "Given to you by a resolution"
)
VISA_AWAITED = LocalText(
    "Есеп жобасы бұрыштамаңызды күтеді",
    "Проект отчета ожидает вашей визы",
    "Draft of a report awaits your visa",
)
SIGNATURE_AWAITED = LocalText(
    "Есеп қолыңызды күтеді", "Отчет ожидает вашей подписи", "Report awaits your signature"
)
SENT_BACK = LocalText(
    "Есеп жобасы ескертумен қайтарылды",
    "Проект отчета возвращен с замечанием",
    "Draft of a report sent back with a remark",
)
WITHDRAWN = LocalText(
    "Есеп жобасы өзгеріп, бұрыштамадан алынды",
    "Проект отчета изменен и снят с визирования",
    "Draft of a report changed and taken out of its round",
)
PARENT_ENDED = LocalText(
    "Негізгі тапсырма аяқталды, қарар бойынша берілгені әлі ашық",
    "Исходное поручение прекращено, данное по резолюции еще открыто",
    "What it was given for has ended, what the resolution gave is still open",
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a notice names of an obligation: the numbers of act and point, debtor, due date."""

    act: str
    point: str
    debtor: LocalText
    due_on: date

    def words(self, language: Language) -> str:
        """All of it in a language: "№ 1014, пункт 4.2, МКИ, срок 31.03.2026"."""
        day, debtor = f"{self.due_on:%d.%m.%Y}", self.debtor.get(language)
        if language == "kk":
            return f"№ {self.act}, {self.point}-тармақ, {debtor}, мерзімі {day}"
        if language == "ru":
            return f"№ {self.act}, пункт {self.point}, {debtor}, срок {day}"
        return f"No. {self.act}, point {self.point}, {debtor}, due {day}"


def told(what: LocalText, named: Named) -> LocalText:
    """What happened, and to which obligation."""
    kk, ru, en = (f"{what.get(code)}: {named.words(code)}" for code in LANGUAGES)
    return LocalText(kk, ru, en)


def told_of_act(what: LocalText, number: str, adopted_on: date) -> LocalText:
    """What happened, and to which act."""
    day = f"{adopted_on:%d.%m.%Y}"
    return LocalText(
        f"{what.kk}: № {number}, {day}",
        f"{what.ru}: № {number} от {day}",
        f"{what.en}: No. {number} of {day}",
    )


def told_of_many(what: LocalText, number: str, due_on: date, count: int) -> LocalText:
    """What happened, and to how many obligations of an act with the same due date."""
    day = f"{due_on:%d.%m.%Y}"
    return LocalText(
        f"{what.kk}: № {number}, мерзімі {day}, тапсырмалар саны: {count}",
        f"{what.ru}: № {number}, срок {day}, поручений: {count}",
        f"{what.en}: No. {number}, due {day}, obligations: {count}",
    )


TODO = "/obligations/?state=todo"
"""The list of what is still to be done."""


def told_of_passed(old: LocalText, new: LocalText, count: int) -> LocalText:
    """That a reorganisation passed so many obligations from one body to another."""
    return LocalText(
        f"Тапсырмалар құқықтық мирасқорға өтті: {old.get('kk')} → {new.get('kk')}, "
        f"тапсырмалар саны: {count}",
        f"Поручения перешли к правопреемнику: {old.get('ru')} → {new.get('ru')}, "
        f"поручений: {count}",
        f"Obligations passed to the successor: {old.get('en')} → {new.get('en')}, "
        f"obligations: {count}",
    )


def reminder(days: int) -> LocalText:
    """That so many days are left until an obligation falls due."""
    if not days:
        return LocalText(
            "Еске салу, мерзімі бүгін", "Напоминание, срок сегодня", "Reminder, due today"
        )
    return LocalText(
        f"Еске салу, мерзімге {days} күн қалды",
        f"Напоминание, до срока {days} дн.",
        f"Reminder, due in {days} day{'s' if days > 1 else ''}",
    )


def escalation(days: int) -> LocalText:
    """That an obligation is overdue by so many days."""
    return LocalText(
        f"Мерзімінен {days} күн өтті",
        f"Просрочено на {days} дн.",
        f"Overdue by {days} day{'s' if days > 1 else ''}",
    )


def redated(was_on: date) -> LocalText:
    """That a due date moved with the calendar of working days."""
    day = f"{was_on:%d.%m.%Y}"
    return LocalText(
        f"Мерзім жұмыс күндерінің күнтізбесі бойынша ауысты, бұрын {day}",
        f"Срок изменен по календарю рабочих дней, был {day}",
        f"Due date moved with the calendar of working days, was {day}",
    )


def level_passed(days: int, levels: tuple[int, ...]) -> int | None:
    """The last of the levels that a number of days overdue has reached; None before the first."""
    return max((level for level in levels if level <= days), default=None)


def level_ahead(days: int, levels: tuple[int, ...]) -> int | None:
    """The nearest of the levels within which an obligation falls due; None when none is."""
    return min((level for level in levels if level >= days), default=None)


SHEET_PAGE, ROUND_PAGE = "/sheets/{}/", "/rounds/{}/"
ASKED = LocalText(
    "Ақпарат сұратылды, толтыратын кесте бар",
    "Запрошена информация, есть таблица для заполнения",
    "Information is asked for, a sheet is to be filled",
)
SHEET_RETURNED = LocalText(
    "Кесте түзетуге қайтарылды",
    "Таблица возвращена на исправление",
    "Sheet returned for correction",
)


def told_of_sheet(what: LocalText, title: LocalText, debtor: LocalText, term: str) -> LocalText:
    """What happened to a body's sheet of a round, and by when it is to be answered."""
    return LocalText(
        f"{what.kk}: {title.get('kk')}, {debtor.get('kk')}, мерзімі {term}",
        f"{what.ru}: {title.get('ru')}, {debtor.get('ru')}, срок {term}",
        f"{what.en}: {title.get('en')}, {debtor.get('en')}, due {term}",
    )
