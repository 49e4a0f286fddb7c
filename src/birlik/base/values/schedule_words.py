"""A schedule printed in plain words, such that reading them gives the schedule again."""

from dataclasses import dataclass
from itertools import pairwise

from birlik.base.values.calendar_words import (
    MONTHS,
    MONTHS_KK_ABLATIVE,
    MONTHS_KK_DATIVE,
    ROMAN,
    counted_ru,
    day_in_words,
    joined,
)
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.schedule import AfterPeriod, Per, Schedule, Window


@dataclass(frozen=True, slots=True)
class _Rhythm:
    """The words of a `per`: every one of them, so many times in each, so many things in each."""

    every: LocalText
    times: LocalText
    things: LocalText


_RHYTHMS: dict[Per, _Rhythm] = {
    "year": _Rhythm(
        LocalText("жыл сайын", "ежегодно", "every year"),
        LocalText("жылына {}", "{} в год", "{} a year"),
        LocalText("жылына {}", "{} в год", "{} a year"),
    ),
    "half": _Rhythm(
        LocalText("жартыжылдықта 1 рет", "1 раз в полугодие", "once every half-year"),
        LocalText("жартыжылдықта {}", "{} в полугодие", "{} every half-year"),
        LocalText("жартыжылдықта {}", "{} в полугодие", "{} per half-year"),
    ),
    "quarter": _Rhythm(
        LocalText("тоқсан сайын", "ежеквартально", "every quarter"),
        LocalText("тоқсанына {}", "{} в квартал", "{} a quarter"),
        LocalText("тоқсанына {}", "{} в квартал", "{} a quarter"),
    ),
    "month": _Rhythm(
        LocalText("ай сайын", "ежемесячно", "every month"),
        LocalText("айына {}", "{} в месяц", "{} a month"),
        LocalText("айына {}", "{} в месяц", "{} a month"),
    ),
    "week": _Rhythm(
        LocalText("апта сайын", "еженедельно", "every week"),
        LocalText("аптасына {}", "{} в неделю", "{} a week"),
        LocalText("аптасына {}", "{} в неделю", "{} a week"),
    ),
}
_CONTINUOUS = LocalText("жыл бойы", "в течение всего года", "throughout the year")
_AS_NEEDED = LocalText("қажеттілігіне қарай", "по мере необходимости", "as needed")
_HALVES_RU = ("первое полугодие", "второе полугодие")
_ORDINALS_EN = ("first", "second", "third", "fourth")
_MONTHS_AFTER = (
    LocalText(),
    LocalText("екінші ", "второго ", "second "),
    LocalText("үшінші ", "третьего ", "third "),
)
_AND = LocalText("және", "и", "and")
_SEVERAL = 2


def in_words(schedule: Schedule) -> LocalText:
    """How an official plan would print the schedule, in the three languages.

    The unit of a count is printed as the plan has it, whatever the language around it. Read back
    by `read_deadline`, the words of each language give the same schedule.
    """
    parts = [
        _years(schedule),
        _rhythm(schedule),
        _window(schedule.window) if schedule.window else None,
        _after(schedule.after_period) if schedule.after_period else None,
    ]
    said = [part for part in parts if part]
    return LocalText(*(", ".join(part.get(code) for part in said) for code in LANGUAGES))


def _years(schedule: Schedule) -> LocalText | None:
    years = schedule.years
    if not years:
        return None
    is_range = len(years) >= _SEVERAL and all(
        later - early == 1 for early, later in pairwise(years)
    )
    if is_range and schedule.per != "once":
        text = f"{years[0]}–{years[-1]}"
        named = LocalText(f"{text} жылдар", f"{text} годы", text)
    else:
        kk, ru, en = (joined([str(year) for year in years], _AND.get(code)) for code in LANGUAGES)
        several = len(years) >= _SEVERAL
        named = LocalText(
            f"{kk} {'жылдар' if several else 'жыл'}", f"{ru} {'годы' if several else 'год'}", en
        )
    return named


def _rhythm(schedule: Schedule) -> LocalText | None:
    """How often and how much; nothing where the years or days already say it."""
    count = _count(schedule) if schedule.quantity is not None else None
    if schedule.per == "as_needed":
        return _AS_NEEDED
    if schedule.per == "continuous":
        return _with(_CONTINUOUS, count)
    days = len(schedule.window.days) if schedule.window else 0
    several = schedule.times > 1 and schedule.times != days
    times = _times(schedule.times)
    if schedule.per == "once":
        needed = several or not (schedule.years or schedule.window)
        return _with(times, count) if needed else count
    rhythm = _RHYTHMS[schedule.per]
    if several:
        return _with(_filled(rhythm.times, times), count)
    return _filled(rhythm.things, count) if count else rhythm.every


def _with(text: LocalText, count: LocalText | None) -> LocalText:
    if count is None:
        return text
    return LocalText(*(f"{text.get(code)}, {count.get(code)}" for code in LANGUAGES))


def _filled(frame: LocalText, filling: LocalText) -> LocalText:
    return LocalText(*(frame.get(code).format(filling.get(code)) for code in LANGUAGES))


def _times(times: int) -> LocalText:
    en = {1: "once", 2: "twice"}.get(times, f"{times} times")
    return LocalText(f"{times} рет", f"{times} {counted_ru(times, 'раз', 'раза', 'раз')}", en)


def _count(schedule: Schedule) -> LocalText:
    counted = f"{schedule.quantity} {schedule.unit}".strip()
    if not schedule.at_least:
        return LocalText(counted, counted, counted)
    return LocalText(f"кемінде {counted}", f"не менее {counted}", f"at least {counted}")


def _window(window: Window) -> LocalText:
    number = window.number or 1
    match window.kind:
        case "quarter":
            roman, word = ROMAN[number - 1], _ORDINALS_EN[number - 1]
            return LocalText(f"{roman} тоқсан", f"{roman} квартал", f"{word} quarter")
        case "half":
            word = _ORDINALS_EN[number - 1]
            return LocalText(f"{number}-жартыжылдық", _HALVES_RU[number - 1], f"{word} half-year")
        case "month":
            return LocalText(*(MONTHS[code][number - 1] for code in LANGUAGES))
        case "on":
            days = [day_in_words(day.month, day.day) for day in window.days]
            kk, ru, en = (joined([d.get(c) for d in days], _AND.get(c)) for c in LANGUAGES)
            return LocalText(kk, ru, f"on {en}")
        case _:
            return _limit(window)


def _limit(window: Window) -> LocalText:
    """ "До" leaves the printed day out, "не позднее" takes it in; so do their like in kk and en."""
    case = MONTHS_KK_ABLATIVE if window.inclusive else MONTHS_KK_DATIVE
    kk = joined([f"{day.day} {case[day.month - 1]}" for day in window.days], _AND.kk)
    days = [day_in_words(day.month, day.day) for day in window.days]
    ru = joined([day.ru for day in days], _AND.ru)
    en = joined([day.en for day in days], _AND.en)
    if window.inclusive:
        return LocalText(f"{kk} кешіктірмей", f"не позднее {ru}", f"no later than {en}")
    return LocalText(f"{kk} дейін", f"до {ru}", f"before {en}")


def _after(after: AfterPeriod) -> LocalText:
    days, day, months = after.days, after.day, after.months or 0
    if days is not None:
        return LocalText(
            f"есепті кезеңнен кейін {days} күн ішінде",
            f"в течение {days} {counted_ru(days, 'дня', 'дней', 'дней')} после отчетного периода",
            f"within {days} {'day' if days == 1 else 'days'} after the reported period",
        )
    if months == 0:
        return LocalText(
            f"әр айдың {day}-күніне дейін",
            f"до {day} числа каждого месяца",
            f"by day {day} of each month",
        )
    if months <= len(_MONTHS_AFTER):
        nth = _MONTHS_AFTER[months - 1]
    else:
        nth = LocalText(f"{months}-ші ", f"{months}-го ", f"{months}th ")
    return LocalText(
        f"есепті кезеңнен кейінгі {nth.kk}айдың {day}-күніне дейін",
        f"до {day} числа {nth.ru}месяца, следующего за отчетным периодом",
        f"by day {day} of the {nth.en}month after the reported period",
    )
