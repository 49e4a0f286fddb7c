"""A year of the working-day calendar laid out as a page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from birlik.base.values.calendar_words import MONTHS
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.period import month_start
from birlik.base.values.working_day_words import kind_told
from birlik.base.values.working_days import DayKind, WorkingDays

_DAY = timedelta(days=1)
WEEK = 7
MARKS: dict[DayKind, tuple[LocalText, LocalText]] = {
    "holiday": (LocalText("М", "П", "H"), LocalText("мереке", "праздник", "holiday")),
    "in_lieu": (
        LocalText("О", "В", "L"),
        LocalText("мереке орнына демалыс", "выходной за праздник", "day off in lieu of a holiday"),
    ),
    "moved_off": (
        LocalText("А", "А", "A"),
        LocalText("актімен демалыс күні", "выходной по акту", "day off by act"),
    ),
    "moved_to_work": (
        LocalText("Ж", "Р", "W"),
        LocalText("актімен жұмыс күні", "рабочий день по акту", "worked by act"),
    ),
}
"""The kinds of days that are named one by one: the letter that marks them, and what they are."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the grid: its kind, and what it is in words."""

    on: date
    kind: DayKind
    told: LocalText

    @property
    def unusual(self) -> bool:
        """Whether it is more than a working day or a weekend."""
        return self.kind in MARKS

    @property
    def mark(self) -> LocalText:
        """The letter in its corner; '' for a plain day."""
        return MARKS[self.kind][0] if self.unusual else LocalText()


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its name, its weeks from Monday with None outside it, and how many of its days are
    worked."""

    number: int
    name: LocalText
    weeks: tuple[tuple[Cell | None, ...], ...]
    working: int

    @property
    def unusual(self) -> list[Cell]:
        """The days that are named one by one, in order."""
        cells = (cell for week in self.weeks for cell in week)
        return [cell for cell in cells if cell and cell.unusual]


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months, and how many days are worked in each quarter and in all."""

    number: int
    months: tuple[Month, ...]

    @property
    def quarters(self) -> tuple[int, ...]:
        """Working days of the four quarters."""
        worked = [month.working for month in self.months]
        return tuple(sum(worked[first : first + 3]) for first in range(0, 12, 3))

    @property
    def working(self) -> int:
        """Working days of the year."""
        return sum(self.quarters)


def year_of(number: int, calendar: WorkingDays) -> Year:
    """The year of a number by a calendar."""
    return Year(number, tuple(month_of(number, month, calendar) for month in range(1, 13)))


def month_of(year: int, number: int, calendar: WorkingDays) -> Month:
    """A month of a year, January being 1."""
    first, after = month_start(year, number - 1), month_start(year, number)
    return Month(
        number=number,
        name=LocalText(*(MONTHS[code][number - 1] for code in LANGUAGES)),
        weeks=tuple(weeks_of(first, after, calendar)),
        working=calendar.working_in(first, after - _DAY),
    )


def weeks_of(first: date, after: date, calendar: WorkingDays) -> Iterator[tuple[Cell | None, ...]]:
    """The weeks that have a day in `[first, after)`, Monday first."""
    monday = first - first.weekday() * _DAY
    while monday < after:
        week = [monday + place * _DAY for place in range(WEEK)]
        yield tuple(cell_of(day, calendar) if first <= day < after else None for day in week)
        monday += WEEK * _DAY


def cell_of(day: date, calendar: WorkingDays) -> Cell:
    """A day as the grid shows it."""
    standing = calendar.standing(day)
    return Cell(day, standing.kind, kind_told(day, standing))
