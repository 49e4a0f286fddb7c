"""What the check of a draft says, in three languages."""

from collections.abc import Sequence

from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.engine.content import NOTHING, PlanLanguage

__all__ = ["NOTHING"]

WANTED = {
    "no_title": LocalText("Іс-шараның атауы", "Название мероприятия", "The title of the measure"),
    "no_form": LocalText("Аяқталу нысаны", "Форма завершения", "The completion form"),
    "no_deadline": LocalText("Орындау мерзімі", "Срок исполнения", "The deadline"),
    "no_executor": LocalText(
        "Жауапты орындаушылар", "Ответственные исполнители", "The responsible executors"
    ),
}
"""What is missing, by the kind of the finding."""

IN_LANGUAGE = {
    "kk": LocalText("қазақ тілінде жазылмаған", "не указано на казахском", "missing in Kazakh"),
    "ru": LocalText("орыс тілінде жазылмаған", "не указано на русском", "missing in Russian"),
}
NOWHERE = LocalText("көрсетілмеген", "не указано", "missing")
DEADLINE_UNREAD = LocalText(
    "Мерзім оқылмайды: одан нақты күн шықпайды. Жоспарларда қабылданған сөздермен жазыңыз.",
    "Срок не читается: из него не выходит день. Запишите его так, как принято в планах.",
    "The deadline cannot be read: no day follows from it. Write it as plans usually do.",
)
DEADLINES_DIFFER = LocalText(
    "Қазақ және орыс тілдеріндегі мерзімдер әртүрлі.",
    "Сроки на казахском и русском языках различаются.",
    "The deadlines in Kazakh and in Russian differ.",
)
UNCOUNTABLE = LocalText(
    "Нәтижені санауға да, растауға да болмайды: аяқталу нысаны анықтамалықта жоқ, саны да "
    "көрсетілмеген.",
    "Результат нельзя ни сосчитать, ни подтвердить: формы завершения нет в справочнике, "
    "количество не указано.",
    "The result can be neither counted nor shown: the charter has no such completion form, and no "
    "quantity is given.",
)
INDICATOR_BARE = LocalText(
    "Бұл индикаторға бірде-бір іс-шара қызмет етпейді.",
    "На этот индикатор не работает ни одно мероприятие.",
    "No measure serves this indicator.",
)


def missing(kind: str, languages: Sequence[PlanLanguage]) -> LocalText:
    """That a cell is empty in one language, or in both."""
    what, where = WANTED[kind], IN_LANGUAGE[languages[0]] if len(languages) == 1 else NOWHERE
    return LocalText(f"{what.kk} {where.kk}.", f"{what.ru}: {where.ru}.", f"{what.en}: {where.en}.")


def outside(years: Sequence[int], first: int, last: int) -> LocalText:
    """That a deadline names years in which the plan does not hold."""
    named = ", ".join(map(str, years))
    return LocalText(
        f"Мерзім жоспардың жылдарынан ({first}–{last}) тыс: {named}.",
        f"Срок вне лет плана ({first}–{last}): {named}.",
        f"The deadline lies outside the years of the plan ({first}–{last}): {named}.",
    )


def executor_unknown(name: str) -> LocalText:
    """That nobody bears a name."""
    return LocalText(
        f"«{name}» деген орындаушы тізілімде де, органдар анықтамалығында да жоқ.",
        f"Исполнителя «{name}» нет ни в реестре, ни в справочнике органов.",
        f"Neither the registry nor the charter knows the executor “{name}”.",
    )


def executors_differ(kk: int, ru: int) -> LocalText:
    """That the languages name executors in different numbers."""
    return LocalText(
        f"Орындаушылар саны тілдерде әртүрлі: қазақша – {kk}, орысша – {ru}.",
        f"Число исполнителей в языках различается: на казахском – {kk}, на русском – {ru}.",
        f"The languages name executors in different numbers: Kazakh {kk}, Russian {ru}.",
    )


def duplicate(one: str, other: str) -> LocalText:
    """That two measures say nearly the same."""
    return LocalText(
        f"{one}-іс-шара мен {other}-іс-шараның атаулары дерлік бірдей.",
        f"Названия мероприятий {one} и {other} почти совпадают.",
        f"The titles of measures {one} and {other} are nearly the same.",
    )


def task_bare(number: str) -> LocalText:
    """That no measure covers a task."""
    return LocalText(
        f"{number}-міндетке бірде-бір іс-шара көзделмеген.",
        f"На задачу {number} нет ни одного мероприятия.",
        f"No measure covers task {number}.",
    )
