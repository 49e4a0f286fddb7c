"""Months and dates in the words of official papers; forms as in CLDR and the acts."""

from collections.abc import Sequence
from datetime import date

from birlik.base.values.local_text import Language, LocalText

MONTHS: dict[Language, list[str]] = {
    "kk": [
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ],
    "ru": [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
"""Names of the months in the nominative, January first."""

MONTHS_RU_GENITIVE = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]

MONTHS_KK_DATIVE = [
    "қаңтарға",
    "ақпанға",
    "наурызға",
    "сәуірге",
    "мамырға",
    "маусымға",
    "шілдеге",
    "тамызға",
    "қыркүйекке",
    "қазанға",
    "қарашаға",
    "желтоқсанға",
]
MONTHS_KK_ABLATIVE = [
    "қаңтардан",
    "ақпаннан",
    "наурыздан",
    "сәуірден",
    "мамырдан",
    "маусымнан",
    "шілдеден",
    "тамыздан",
    "қыркүйектен",
    "қазаннан",
    "қарашадан",
    "желтоқсаннан",
]

WEEKDAYS: dict[Language, list[str]] = {
    "kk": ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"],
    "ru": ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
"""Names of the days of the week, Monday first."""

ROMAN = ("I", "II", "III", "IV")


def day_in_words(month: int, day: int) -> LocalText:
    """A day of the year: "1 мамыр", "1 мая", "1 May"."""
    return LocalText(
        kk=f"{day} {MONTHS['kk'][month - 1]}",
        ru=f"{day} {MONTHS_RU_GENITIVE[month - 1]}",
        en=f"{day} {MONTHS['en'][month - 1]}",
    )


def date_in_words(on: date) -> LocalText:
    """A date: "2025 жылғы 29 желтоқсан", "29 декабря 2025 года", "29 December 2025"."""
    day = day_in_words(on.month, on.day)
    return LocalText(
        kk=f"{on.year} жылғы {day.kk}", ru=f"{day.ru} {on.year} года", en=f"{day.en} {on.year}"
    )


def joined(items: Sequence[str], last: str) -> str:
    """A list in words: "a, b and c", with `last` the word for "and"."""
    return f" {last} ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def counted_ru(number: int, one: str, few: str, many: str) -> str:
    """The Russian form of a noun after a number: 1 раз, 2 раза, 5 раз, 12 раз, 21 раз."""
    if number % 100 in range(11, 15):
        return many
    return {1: one, 2: few, 3: few, 4: few}.get(number % 10, many)
