"""Why an obligation falls due on the day it does: a sentence for each step on the way to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from birlik.base.obligations.engine.dates import DueDate
from birlik.base.obligations.engine.owing import Terms
from birlik.base.values.calendar_words import WEEKDAYS, counted_ru
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.norm import Norm
from birlik.base.values.schedule import Schedule
from birlik.base.values.schedule_words import in_words
from birlik.base.values.working_day_words import day_told
from birlik.base.values.working_days import Standing, WorkingDays

Step = Literal[
    "nominal",
    "day_off",
    "worked",
    "shifted",
    "printed",
    "contribution",
    "floor",
    "kept",
    "extended",
]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Part:
    """A step on the way to a due date, in words, and the day on which it would fall after it."""

    step: Step
    on: date
    words: LocalText


@dataclass(frozen=True, slots=True)
class Granted:
    """A later due date that was granted, on a ground ('' where none was written)."""

    old_on: date
    due_on: date
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """What the due date of an obligation follows from.

    `shift` and `earlier` are the norms by which a day off moves it and a contribution comes before.
    `due_on` is the date that is stored; `due` the one that follows by the calendar of now.
    """

    schedule: Schedule
    due: DueDate
    terms: Terms
    shift: Norm
    earlier: Norm
    contribution: bool
    due_on: date
    extensions: Sequence[Granted] = ()


def explained(one: Dated) -> tuple[Part, ...]:
    """Every step from the words of the deadline to the due date, in order."""
    return (*_from_words(one), *_for_contribution(one), *_since(one))


def later(extensions: Sequence[Granted]) -> tuple[Part, ...]:
    """A step for each later date that was granted."""
    return tuple(Part("extended", one.due_on, _extended(one)) for one in extensions)


def _from_words(one: Dated) -> Iterator[Part]:
    """The day that the words name, why it is not worked, and to which it moves."""
    day, calendar = one.due.nominal_on, one.terms.working_days
    yield Part("nominal", day, _nominal(in_words(one.schedule), day))
    if calendar is None:
        return
    if not one.schedule.is_limit:
        if not calendar.is_working(day):
            yield Part("printed", day, _PRINTED)
        return
    yield from _by_calendar(one, calendar)


def _by_calendar(one: Dated, calendar: WorkingDays) -> Iterator[Part]:
    day, shifted = one.due.nominal_on, one.due.shifted_on
    standing = calendar.standing(day)
    if standing.kind == "moved_to_work":
        yield Part("worked", day, day_told(day, standing))
    if shifted == day:
        return
    off = [(day + n * _DAY) for n in range((shifted - day).days)]
    told = [day_told(each, calendar.standing(each)) for each in off]
    yield Part("day_off", day, _joined(told))
    yield Part("shifted", shifted, _shifted(shifted, calendar.standing(shifted), one.shift))


def _for_contribution(one: Dated) -> Iterator[Part]:
    """So many days before the lead's, yet not before the act."""
    if not one.contribution:
        return
    days = one.terms.contribution_days
    wanted = one.due.shifted_on - days * _DAY
    yield Part("contribution", wanted, _contribution(days, wanted, one.earlier))
    if one.due.due_on > wanted:
        yield Part("floor", one.due.due_on, _floor(one.due.due_on))


def _since(one: Dated) -> Iterator[Part]:
    """What became of the date afterwards: extensions, and a calendar that changed too late."""
    first = one.extensions[0].old_on if one.extensions else one.due_on
    if first != one.due.due_on:
        yield Part("kept", first, _kept(first))
    yield from later(one.extensions)


_PRINTED = LocalText(
    "Бұл күн ауыстырылмайды: жұмыс күніне тек «дейін» деп белгіленген мерзім ауысады",
    "Этот день не переносится: на рабочий день переходит только срок «до»",
    "This day does not move: only a deadline “by” a day passes to a working day",
)


def _nominal(words: LocalText, day: date) -> LocalText:
    kk, ru, en = (WEEKDAYS[code][day.weekday()] for code in LANGUAGES)
    on = f"{day:%d.%m.%Y}"
    return LocalText(
        f"Актідегі мерзім: {words.kk}. Осы кезең үшін соңғы күн — {on}, {kk}",
        f"Срок по акту: {words.ru}. За этот период последний день — {on}, {ru}",
        f"Deadline in the act: {words.en}. For this period the last day is {on}, a {en}",
    )


def _joined(told: Sequence[LocalText]) -> LocalText:
    return LocalText(*("; ".join(one.get(code) for one in told) for code in LANGUAGES))


def _shifted(day: date, standing: Standing, norm: Norm) -> LocalText:
    on, (title, ground) = f"{day:%d.%m.%Y}", (norm.title, norm.ground_words)
    told = day_told(day, standing)
    named = {code: told.get(code) if standing.kind != "worked" else on for code in LANGUAGES}
    return LocalText(
        f"{title.kk} ({ground.kk}): {named['kk']}",
        f"{title.ru} ({ground.ru}): {named['ru']}",
        f"{title.en} ({ground.en}): {named['en']}",
    )


def _contribution(days: int, day: date, norm: Norm) -> LocalText:
    on, ground = f"{day:%d.%m.%Y}", norm.ground_words
    counted = counted_ru(days, "день", "дня", "дней")
    return LocalText(
        f"Бірлесіп орындаушы жинақтаушыдан {days} күн бұрын есеп береді ({ground.kk}): {on}",
        f"Соисполнитель отчитывается за {days} {counted} до ответственного за свод "
        f"({ground.ru}): {on}",
        f"A contributor reports {days} days before the lead ({ground.en}): {on}",
    )


def _floor(day: date) -> LocalText:
    on = f"{day:%d.%m.%Y}"
    return LocalText(
        f"Бірақ акт күшіне енгенге дейін емес: {on}",
        f"Но не раньше вступления акта в силу: {on}",
        f"Yet not before the act takes force: {on}",
    )


def _kept(day: date) -> LocalText:
    on = f"{day:%d.%m.%Y}"
    return LocalText(
        f"Мерзім {on} болып сақталды: есеп берілгеннен немесе мәселе шешілгеннен кейін күнтізбенің "
        "өзгеруі оны жылжытпайды",
        f"Срок остался прежним, {on}: после отчета или решения изменение календаря его не сдвигает",
        f"The date stayed {on}: once reported or settled, a changed calendar does not move it",
    )


def _extended(granted: Granted) -> LocalText:
    old, new = f"{granted.old_on:%d.%m.%Y}", f"{granted.due_on:%d.%m.%Y}"
    ground = f" ({granted.ground})" if granted.ground else ""
    return LocalText(
        f"Мерзім ұзартылды: {old} орнына {new}{ground}",
        f"Срок продлен: с {old} до {new}{ground}",
        f"Extended from {old} to {new}{ground}",
    )
