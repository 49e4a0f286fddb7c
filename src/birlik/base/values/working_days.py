"""Which days are worked in Kazakhstan and why: weekends, public holidays, and what acts move.

Holidays are those of the Law of 13 December 2001 No. 267-II "On holidays", days off the first day
of Qurban Ait and 7 January by the Labour Code (article 84), where a holiday on a weekend is made up
for on the next working day (article 85). Which Saturdays the Government or the ministry of labour
made working days is known up to the library's year; what an act moves beyond that the installation
enters itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Literal

from holidays.countries.kazakhstan import Kazakhstan

from birlik.base.values.local_text import LocalText

_DAY = timedelta(days=1)
_SATURDAY = 5
_MOVED = re.compile(r"\((\d\d\.\d\d\.\d{4}) бастап ауыстырылды\)$")
_IN_LIEU = " (қайта белгіленген демалыс)"
"""How the library marks, in Kazakh, a day off moved from another day and one in lieu of a holiday
on a weekend."""

HOLIDAYS: Mapping[str, LocalText] = {
    one.kk: one
    for one in (
        LocalText("Жаңа жыл", "Новый год", "New Year"),
        LocalText("Православиелік Рождество", "православное Рождество", "Orthodox Christmas"),
        LocalText(
            "Халықаралық әйелдер күні", "Международный женский день", "International Women's Day"
        ),
        LocalText("Наурыз мейрамы", "Наурыз мейрамы", "Nauryz"),
        LocalText(
            "Қазақстан халқының бірлігі мерекесі",
            "Праздник единства народа Казахстана",
            "Day of the Unity of the People of Kazakhstan",
        ),
        LocalText(
            "Отан Қорғаушы күні", "День защитника Отечества", "Defender of the Fatherland Day"
        ),
        LocalText("Жеңіс күні", "День Победы", "Victory Day"),
        LocalText("Астана күні", "День столицы", "Capital Day"),
        LocalText(
            "Қазақстан Республикасының Конституциясы күні",
            "День Конституции Республики Казахстан",
            "Constitution Day",
        ),
        LocalText("Республика күні", "День Республики", "Republic Day"),
        LocalText("Қазақстан Республикасы күні", "День Республики Казахстан", "Republic Day"),
        LocalText(
            "Қазақстан Республикасының Тұңғыш Президенті күні",
            "День Первого Президента Республики Казахстан",
            "Day of the First President",
        ),
        LocalText("Тәуелсіздік күні", "День Независимости", "Independence Day"),
        LocalText("Құрбан айт", "первый день Курбан айта", "first day of Qurban Ait"),
    )
}
"""The names of holidays and days off by law, by the Kazakh name that the library gives."""

NAMELESS = LocalText()

DayKind = Literal["worked", "weekend", "holiday", "in_lieu", "moved_off", "moved_to_work"]


@dataclass(frozen=True, slots=True)
class MovedDate:
    """A day that an act makes worked, or a day off; `moved_from` is the day whose place it takes,
    None where the act names none."""

    on: date
    worked: bool
    moved_from: date | None = None
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Why a day is worked or not.

    `name` is that of the holiday. `of` is, for a day in lieu, the weekend day on which the holiday
    falls, and for a moved day the one whose place it takes; `ground` is the act that moved it, ''
    for the Government's own moves that come along with the calendar.
    """

    kind: DayKind
    name: LocalText = NAMELESS
    of: date | None = None
    ground: str = ""

    @property
    def working(self) -> bool:
        """Whether offices work on such a day."""
        return self.kind in {"worked", "moved_to_work"}


_WORKED, _WEEKEND = Standing("worked"), Standing("weekend")


@dataclass(frozen=True)
class WorkingDays:
    """The working-day calendar of Kazakhstan (five-day week) with what acts move in `moves`.

    A moved day wins over the general calendar; no two moves are of one day.
    """

    moves: tuple[MovedDate, ...] = ()

    @cached_property
    def _moved(self) -> Mapping[date, MovedDate]:
        return {one.on: one for one in self.moves}

    def standing(self, day: date) -> Standing:
        """Whether `day` is worked, and why."""
        moved = self._moved.get(day)
        if moved is None:
            return _general(day)
        kind: DayKind = "moved_to_work" if moved.worked else "moved_off"
        return Standing(kind, of=moved.moved_from, ground=moved.ground)

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`."""
        return self.standing(day).working

    def why_not_working(self, day: date) -> Standing | None:
        """Why offices do not work on `day`; None when they do."""
        found = self.standing(day)
        return None if found.working else found

    def on_or_after(self, day: date) -> date:
        """`day` itself when it is worked, else the next working day.

        Whether a limit moves so is for the installation's norm `shift_to_working_day` to say.
        """
        while not self.is_working(day):
            day += _DAY
        return day

    def working_in(self, first: date, last: date) -> int:
        """How many days are worked from `first` to `last`, both included."""
        return sum(self.is_working(day) for day in _days(first, last))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + place * _DAY for place in range((last - first).days + 1))


def _general(day: date) -> Standing:
    """What the law and the Government say of a day."""
    usual = _WEEKEND if day.weekday() >= _SATURDAY else _WORKED
    return _unusual(day.year).get(day, usual)


@cache
def _unusual(year: int) -> Mapping[date, Standing]:
    """The days of a year that are not simply worked, or the weekend."""
    listed = _listed((year, min(year + 1, date.max.year)), in_lieu=True)
    own = _listed((year - 1, year), in_lieu=False)
    found: dict[date, Standing] = {}
    for on, name in listed:
        if moved := _MOVED.search(name):
            off_for = _day_written(moved[1])
            found[on] = Standing("moved_off", of=off_for)
            found[off_for] = Standing("moved_to_work", of=on)
        elif name.endswith(_IN_LIEU):
            holiday = name.removesuffix(_IN_LIEU)
            found[on] = Standing("in_lieu", _named(holiday), of=_made_up(on, holiday, listed, own))
        else:
            found.setdefault(on, Standing("holiday", _named(name)))
    return {on: standing for on, standing in found.items() if on.year == year}


_Listed = tuple[tuple[date, str], ...]


def _listed(years: Iterable[int], *, in_lieu: bool) -> _Listed:
    """Days with the Kazakh names that the library gives them, in order."""
    found = Kazakhstan(years=years, observed=in_lieu, language="kk", islamic_show_estimated=False)
    return tuple((on, name) for on in sorted(found) for name in found.get_list(on))


def _made_up(on: date, holiday: str, listed: _Listed, own: _Listed) -> date | None:
    """The weekend day of a holiday that a day in lieu makes up for: the first for the first."""
    label = holiday + _IN_LIEU
    year = [day for day, name in listed if name == label and day.year == on.year]
    weekends = [
        day
        for day, name in own
        if name == holiday and day.weekday() >= _SATURDAY and day.year == on.year
    ]
    place = year.index(on)
    return weekends[place] if place < len(weekends) else None


def _day_written(text: str) -> date:
    """The day that "04.05.2024" is."""
    day, month, year = (int(part) for part in text.split("."))
    return date(year, month, day)


def _named(holiday: str) -> LocalText:
    return HOLIDAYS.get(holiday, LocalText(kk=holiday))
