"""Months and dates in the words of official papers; forms as in CLDR and the acts."""

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
