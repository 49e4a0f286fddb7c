"""Why a day is worked or not, in the words of an office."""

from datetime import date

from birlik.base.values.calendar_words import WEEKDAYS
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.working_days import Standing

BY_GOVERNMENT = LocalText(
    "еңбек саласындағы уәкілетті орган ауыстырған",
    "перенос по решению Правительства или уполномоченного органа по труду",
    "moved by the Government or the ministry of labour",
)
"""The ground of a move that came along with the calendar."""


def day_told(day: date, standing: Standing) -> LocalText:
    """What a day is: "10.07.2022 — воскресенье", "08.05.2024 — выходной вместо 04.05.2024 (…)"."""
    told = kind_told(day, standing)
    return LocalText(
        f"{day:%d.%m.%Y} — {told.kk}", f"{day:%d.%m.%Y} — {told.ru}", f"{day:%d.%m.%Y} is {told.en}"
    )


def kind_told(day: date, standing: Standing) -> LocalText:
    """The same without the day."""
    kk, ru, en = (WEEKDAYS[code][day.weekday()] for code in LANGUAGES)
    name, of = standing.name, f"{standing.of:%d.%m.%Y}" if standing.of else ""
    match standing.kind:
        case "worked":
            return LocalText(f"жұмыс күні, {kk}", f"рабочий день, {ru}", f"a working {en}")
        case "weekend":
            return LocalText(kk, ru, f"a {en}")
        case "holiday":
            return name
        case "in_lieu":
            return LocalText(
                f"{of} күнгі мереке үшін демалыс күні ({name.kk})",
                f"выходной за праздник {of} ({name.ru})",
                f"a day off in lieu of {of} ({name.en})",
            )
        case "moved_off":
            return grounded(standing, moved_off(of))
    return grounded(standing, moved_to_work(of))


def moved_off(of: str) -> LocalText:
    """That a day is off by an act, in place of another where it names one."""
    if not of:
        return LocalText("актімен белгіленген демалыс күні", "выходной по акту", "a day off by act")
    return LocalText(f"{of} орнына демалыс күні", f"выходной вместо {of}", f"off in place of {of}")


def moved_to_work(of: str) -> LocalText:
    """That a day is worked by an act, in place of another where it names one."""
    if not of:
        return LocalText(
            "актімен белгіленген жұмыс күні", "рабочий день по акту", "a working day by act"
        )
    return LocalText(
        f"{of} орнына жұмыс күні", f"рабочий день вместо {of}", f"worked in place of {of}"
    )


def grounded(standing: Standing, told: LocalText) -> LocalText:
    """The same with its ground."""
    return LocalText(
        *(f"{told.get(code)} ({standing.ground or BY_GOVERNMENT.get(code)})" for code in LANGUAGES)
    )
