"""What the cells of a record of control mean: done or not, periods, days, numbers of measures."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from birlik.base.records.engine.workbook import Value, is_alike
from birlik.base.values.calendar_words import MONTHS, MONTHS_RU_GENITIVE
from birlik.base.values.period import Period, PeriodError
from birlik.base.values.search.folding import tokens

DONE = {
    True: (
        *("иә", "иә да", "орындалды", "орындалған", "атқарылды", "да", "исполнено", "выполнено"),
        *("исполнен", "выполнен", "сделано", "yes", "done", "fulfilled", "true"),
    ),
    False: (
        *("жоқ", "жоқ нет", "орындалмады", "орындалмаған", "атқарылмады", "нет", "не исполнено"),
        *("не выполнено", "не исполнен", "не выполнен", "no", "not done", "not fulfilled"),
        *("false", "неисполнено", "невыполнено"),
    ),
}
SIGNS = {"+": True, "✓": True, "✔": True, "1": True, "0": False}
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
CODED = re.compile(r"(?:20\d\d\W*)?([HQ])\s*([1-4])(?:\W*20\d\d)?", re.I)
NUMBER = re.compile(r"\d+(?:\.\d+)*")
DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\s*(?:г|ж|года|жыл)?\.?")
ORDINALS: Mapping[str, int] = {
    **{"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4},
    **{"и": 1, "ии": 2, "иии": 3, "ив": 4, "иv": 4},
    **{"биринши": 1, "екинши": 2, "ушинши": 3, "тортинши": 4},
    **{"первое": 1, "второе": 2, "первыи": 1, "первый": 1, "второй": 2, "третий": 3},
    **{"четвертый": 4, "first": 1, "second": 2, "third": 3, "fourth": 4},
}
"""How a half or a quarter is counted, in the forms in which words are compared."""
HALVES = ("жартыжылд", "полугод", "half", "пг")
QUARTERS = ("токсан", "кварт", "кв", "quarter")
YEARS = frozenset({"жыл", "жылгы", "жылы", "ж", "год", "года", "году", "г", "year"})


def named_key(text: str) -> str:
    """A name as it is compared, whatever its case, quotes, spaces and keyboard."""
    return " ".join(token.forms[-1] for token in tokens(text))


def number_key(text: str) -> str:
    """The number of a measure without what stands around it ("п. 1.1." → "1.1"); the words folded
    where it has none."""
    found = NUMBER.search(text)
    return found[0] if found else named_key(text)


def numbers_meant(value: str | int | Decimal) -> frozenset[str]:
    """The numbers of measures that a cell may mean: a sheet keeps 8.10 as the number 8.1, so that
    one that was typed as a number may be either."""
    if isinstance(value, Decimal):
        return frozenset({str(value), f"{value}0"})
    return frozenset({number_key(str(value))})


def said_done(value: Value) -> bool | None:
    """Whether a cell says that it was done; None where it says neither."""
    return value if isinstance(value, bool) else answer_in(str(value).strip())


@lru_cache(maxsize=1024)
def answer_in(text: str) -> bool | None:
    """The answer that words or a sign give; None for neither. A record says the same few words
    thousands of times."""
    if text in SIGNS:
        return SIGNS[text]
    for answer, words in DONE.items():
        if any(is_alike(text, one) for one in words):
            return answer
    return None


def said_day(value: Value) -> date | None:
    """The day that a cell names; None where it names none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    found = DAY.fullmatch(text)
    try:
        if found is None:
            return date.fromisoformat(text)
        day, month, year = (int(part) for part in found.groups())
        return date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def said_period(value: Value) -> Period | None:
    """The period that a cell names, in the words of papers or as offices shorten them ("I кв.
    2023", "2023 ж. 1 жартыжылдық"); None where it names none."""
    return period_in(str(value).strip())


@lru_cache(maxsize=1024)
def period_in(text: str) -> Period | None:
    """The period that a text names; None where it names none."""
    try:
        return Period.parse(text)
    except (PeriodError, ValueError):
        return coded(text) or worded(text)


def coded(text: str) -> Period | None:
    """The period of a code such as "H1 2023"."""
    found = CODED.fullmatch(text)
    year = YEAR.search(text)
    if found is None or year is None:
        return None
    kind = "half" if found[1] in "Hh" else "quarter"
    return numbered(kind, int(year[0]), int(found[2]))


def worded(text: str) -> Period | None:
    """The period of shortened words: a year, and beside it a half, a quarter or a month."""
    years = YEAR.findall(text)
    if len(years) != 1:
        return None
    year = int(years[0])
    said = [token.forms for token in tokens(text) if years[0] not in token.forms]
    words = [one for forms in said if not YEARS.intersection(forms) for one in forms]
    if not words:
        return Period.year(year)
    if number := month_of(words):
        return Period.month(year, number)
    ordinal = next((ORDINALS[word] for word in words if word in ORDINALS), 0)
    if any(word.startswith(HALVES) for word in words) or shortened_half(words):
        return numbered("half", year, ordinal)
    if any(word.startswith(QUARTERS) for word in words):
        return numbered("quarter", year, ordinal)
    return None


def shortened_half(words: list[str]) -> bool:
    """Whether "п/г" stands for a half-year; its second letter counted as a year already."""
    return "п" in words


def month_of(words: list[str]) -> int:
    """The month that one of the words names; 0 where none does."""
    named = {
        named_key(name): place
        for names in (*MONTHS.values(), MONTHS_RU_GENITIVE)
        for place, name in enumerate(names, start=1)
    }
    return next((named[word] for word in words if word in named), 0)


def numbered(kind: str, year: int, number: int) -> Period | None:
    """The half or quarter of a number; None where a year has none such."""
    try:
        return Period.half(year, number) if kind == "half" else Period.quarter(year, number)
    except PeriodError:
        return None
