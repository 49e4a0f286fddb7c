"""A stretch of days that papers speak of: a year, half, quarter, month, week, or from-until."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, Self

from birlik.base.values.calendar_words import MONTHS, ROMAN, date_in_words
from birlik.base.values.local_text import LANGUAGES, LocalText

MonthsKind = Literal["year", "half", "quarter", "month"]
PeriodKind = Literal[MonthsKind, "week", "custom"]

MONTHS_IN: dict[MonthsKind, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1}
"""Length in months of the kinds that calendar months make up."""

_DAY = timedelta(days=1)
_CODE = re.compile(r"(\d{4})(?:-(?:([HQW])(\d{1,2})|(\d{2})))?")
_LETTERS: dict[str, MonthsKind] = {"H": "half", "Q": "quarter"}


class PeriodError(ValueError):
    """The text or the numbers name no period."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """All days from `first_on` to `last_on`, both within it.

    Periods are ordered by their first day, the shorter before the longer. A week is an ISO week,
    Monday to Sunday. Build one with the constructor of its kind; raises PeriodError when the
    last day lies before the first.
    """

    first_on: date
    last_on: date
    kind: PeriodKind = field(default="custom")

    def __post_init__(self) -> None:
        if self.last_on < self.first_on:
            raise PeriodError(f"a period cannot end before it begins: {self.first_on.isoformat()}")

    @classmethod
    def year(cls, year: int) -> Self:
        """The calendar year."""
        return cls.of("year", year, 1)

    @classmethod
    def half(cls, year: int, number: int) -> Self:
        """A half of the year, 1 or 2. Raises PeriodError for another number."""
        return cls.of("half", year, number)

    @classmethod
    def quarter(cls, year: int, number: int) -> Self:
        """A quarter of the year, 1 to 4. Raises PeriodError for another number."""
        return cls.of("quarter", year, number)

    @classmethod
    def month(cls, year: int, number: int) -> Self:
        """A month of the year, 1 to 12. Raises PeriodError for another number."""
        return cls.of("month", year, number)

    @classmethod
    def week(cls, year: int, number: int) -> Self:
        """An ISO week of an ISO year. Raises PeriodError when the year has no such week."""
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError as error:
            raise PeriodError(f"{year} has no week {number}") from error
        return cls(monday, monday + 6 * _DAY, "week")

    @classmethod
    def custom(cls, first_on: date, last_on: date) -> Self:
        """Any days from `first_on` to `last_on`. Raises PeriodError when they are turned round."""
        return cls(first_on, last_on)

    @classmethod
    def of(cls, kind: MonthsKind, year: int, number: int) -> Self:
        """The `number`-th year, half, quarter or month of the year. Raises PeriodError when a
        year has none such."""
        length = MONTHS_IN[kind]
        if not 1 <= number <= 12 // length:
            raise PeriodError(f"a year has no {kind} {number}")
        month = length * (number - 1)
        return cls(month_start(year, month), month_start(year, month + length) - _DAY, kind)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period that `text` names: its code ("2024-Q2") or its words in any language.

        Accepts exactly what `code` and `in_words` print, whatever the case and spacing. Raises
        PeriodError for anything else.
        """
        plain = " ".join(text.split()).replace("—", "–")
        if match := _CODE.fullmatch(plain.upper()):
            year, letter, number, month = match.groups()
            if letter == "W":
                return cls.week(int(year), int(number))
            if letter:
                return cls.of(_LETTERS[letter], int(year), int(number))
            return cls.month(int(year), int(month)) if month else cls.year(int(year))
        for mark, read in (("/", date.fromisoformat), (" – ", _read_date)):
            first, found, last = plain.partition(mark)
            if found:
                return cls._between(read, first, last)
        return cls._in_the_words_of_its_year(plain)

    @classmethod
    def _between(cls, read: Callable[[str], date], first: str, last: str) -> Self:
        try:
            return cls(read(first), read(last))
        except ValueError as error:
            raise PeriodError(f"no period reads {first!r} to {last!r}") from error

    @classmethod
    def _in_the_words_of_its_year(cls, text: str) -> Self:
        if year := re.search(r"\b\d{4}\b", text):
            for period in cls._all_in(int(year[0])):
                words = period.in_words()
                if text.casefold() in {words.get(code).casefold() for code in LANGUAGES}:
                    return period
        raise PeriodError(f"no period reads {text!r}")

    @classmethod
    def _all_in(cls, year: int) -> Iterator[Self]:
        yield cls.year(year)
        for kind in ("half", "quarter", "month"):
            yield from (cls.of(kind, year, n + 1) for n in range(12 // MONTHS_IN[kind]))
        yield from (cls.week(year, n + 1) for n in range(weeks_in(year)))

    @property
    def number(self) -> int:
        """Which half, quarter, month or week of its year this is; 1 for a year and a custom one."""
        if self.kind == "week":
            return self.first_on.isocalendar().week
        length = 12 if self.kind == "custom" else MONTHS_IN[self.kind]
        return (self.first_on.month - 1) // length + 1

    @property
    def year_number(self) -> int:
        """The year it belongs to: for a week the ISO year, else the year of its first day."""
        return self.first_on.isocalendar().year if self.kind == "week" else self.first_on.year

    @property
    def code(self) -> str:
        """A short code that sorts within its kind: 2024, 2024-H1, 2024-Q2, 2024-05, 2024-W07,
        or first/last day of a custom one."""
        codes = {
            "year": "",
            "half": f"-H{self.number}",
            "quarter": f"-Q{self.number}",
            "month": f"-{self.number:02}",
            "week": f"-W{self.number:02}",
        }
        if self.kind == "custom":
            return f"{self.first_on.isoformat()}/{self.last_on.isoformat()}"
        return f"{self.year_number}{codes[self.kind]}"

    def __str__(self) -> str:
        return self.code

    def __contains__(self, day: date) -> bool:
        return self.first_on <= day <= self.last_on

    def next(self) -> "Period":
        """The period of the same kind that begins the day after; a custom one keeps its length."""
        start = self.last_on + _DAY
        if self.kind in MONTHS_IN:
            end = month_start(start.year, start.month - 1 + MONTHS_IN[self.kind]) - _DAY
        else:
            end = start + (self.last_on - self.first_on)
        return Period(start, end, self.kind)

    def in_words(self) -> LocalText:
        """How official papers print it: "2024 жылғы I тоқсан", "I квартал 2024 года",
        "first quarter of 2024"."""
        year, number = self.year_number, self.number
        match self.kind:
            case "year":
                return LocalText(f"{year} жыл", f"{year} год", f"{year}")
            case "half":
                ru, en = (("первое", "first"), ("второе", "second"))[number - 1]
                return LocalText(
                    f"{year} жылғы {number}-жартыжылдық",
                    f"{ru} полугодие {year} года",
                    f"{en} half of {year}",
                )
            case "quarter":
                en = ("first", "second", "third", "fourth")[number - 1]
                return LocalText(
                    f"{year} жылғы {ROMAN[number - 1]} тоқсан",
                    f"{ROMAN[number - 1]} квартал {year} года",
                    f"{en} quarter of {year}",
                )
            case "month":
                kk, ru, en = (MONTHS[code][number - 1] for code in LANGUAGES)
                return LocalText(f"{year} жылғы {kk}", f"{ru} {year} года", f"{en} {year}")
            case "week":
                return LocalText(
                    f"{year} жылғы {number}-апта",
                    f"{number}-я неделя {year} года",
                    f"week {number} of {year}",
                )
            case _:
                first, last = date_in_words(self.first_on), date_in_words(self.last_on)
                return LocalText(*(f"{first.get(c)} – {last.get(c)}" for c in LANGUAGES))


def month_start(year: int, months: int) -> date:
    """The first day of the month `months` after January of `year` (0 is January itself)."""
    return date(year + months // 12, months % 12 + 1, 1)


def weeks_in(year: int) -> int:
    """How many ISO weeks the ISO year has: 28 December always lies in the last."""
    return date(year, 12, 28).isocalendar().week


def _read_date(words: str) -> date:
    """The date printed by `date_in_words`, in any language. Raises ValueError for other words."""
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    year, day = max(numbers, default=0), min(numbers, default=0)
    for month in range(1, 13):
        if 1 <= day <= monthrange(year or 1, month)[1]:
            printed = date_in_words(on := date(year, month, day))
            if words.casefold() in {printed.get(code).casefold() for code in LANGUAGES}:
                return on
    raise ValueError(words)
