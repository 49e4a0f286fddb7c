"""The facts of a deadline put together into one schedule, or found not to agree."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from birlik.base.values.deadline.facts import (
    After,
    AsNeeded,
    Continuous,
    Count,
    Days,
    Fact,
    Outside,
    Place,
    Rate,
    Results,
    Within,
    Years,
)
from birlik.base.values.schedule import MonthDay, Per, Schedule, Window, WindowKind

IN_A_YEAR: dict[Per, int] = {"year": 1, "half": 2, "quarter": 4, "month": 12, "week": 52}

_IN_A_YEAR_OF: dict[WindowKind, int] = {"half": 2, "quarter": 4, "month": 12}
_TIMED = Rate | Place | Days | After

_Kind = TypeVar("_Kind")


class DisagreementError(Exception):
    """Two phrases of one deadline cannot both hold."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A schedule, and what about it the words leave open.

    `assumed` names the fields of the schedule that no word gives; `unclear` is true when the words
    can be taken in another way too.
    """

    schedule: Schedule | None = None
    assumed: tuple[str, ...] = ()
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class _Rhythm:
    """How often, from all the words that say it.

    `each` when a word deals a count out to each period, `doubled` when the year is named beside
    a finer period, `unclear` when the words could mean two things.
    """

    per: Per | None
    times: int | None
    each: bool
    doubled: bool
    unclear: bool


def compose(facts: Sequence[Fact]) -> Composition:
    """The schedule that `facts`, in the order of the text, describe together.

    There is none when there are no facts, when a phrase lies outside the language, and when two
    phrases contradict each other.
    """
    if not facts or _all(facts, Outside):
        return Composition()
    try:
        if _all(facts, AsNeeded):
            return _as_needed(facts)
        return _continuous(facts) if _is_continuous(facts) else _recurring(facts)
    except DisagreementError:
        return Composition()


def _all(facts: Sequence[Fact], kind: type[_Kind]) -> list[_Kind]:
    return [fact for fact in facts if isinstance(fact, kind)]


def _only(facts: Sequence[Fact], kind: type[_Kind]) -> _Kind | None:
    """The one fact of a kind; saying the same twice is no contradiction, saying two things is."""
    found = list(dict.fromkeys(_all(facts, kind)))
    if len(found) > 1:
        raise DisagreementError
    return found[0] if found else None


def _as_needed(facts: Sequence[Fact]) -> Composition:
    """Only when needed; a rhythm or a date beside it would say the opposite."""
    if any(not isinstance(fact, AsNeeded | Years | Within) for fact in facts):
        raise DisagreementError
    return Composition(Schedule("as_needed", years=_years(facts).years))


def _is_continuous(facts: Sequence[Fact]) -> bool:
    """Constantly, throughout; or a range of years and nothing that happens within it."""
    if _all(facts, Continuous):
        return True
    return _years(facts).through and not any(isinstance(fact, _TIMED) for fact in facts)


def _continuous(facts: Sequence[Fact]) -> Composition:
    if any(isinstance(fact, Place | Days | After) for fact in facts):
        raise DisagreementError
    rhythm = _rhythm(facts, None)
    if rhythm.per not in {None, "year"} or rhythm.times:
        raise DisagreementError
    years = _years(facts)
    count = _only(facts, Count)
    schedule = _counting(Schedule("continuous", years=years.years), count)
    return Composition(schedule, unclear=years.through and count is not None)


def _recurring(facts: Sequence[Fact]) -> Composition:
    after, years = _only(facts, After), _years(facts)
    rhythm = _rhythm(facts, after)
    window = _days(facts) or _place(facts, rhythm.per)
    if (window and after) or (window and window.days and _only(facts, Place)):
        raise DisagreementError
    per, times = _dated(window, rhythm) if window else (rhythm.per, rhythm.times)
    assumed: tuple[str, ...] = ()
    if per is None:
        if years.through and times:
            raise DisagreementError
        named = bool(years.years and not years.through)
        within = bool(_all(facts, Within))
        once = named or bool(times and not window and not within)
        per = "once" if once else "year"
        if after or not (named or years.through or window or within):
            assumed = ("per",)
    schedule = Schedule(per, times or 1, window, years.years, after.after if after else None)
    count, unclear = _dealt(facts, rhythm, times or 1)
    lone = rhythm.each and count is None and times is None
    crowded = bool(window and len(window.days) == 1 and (times or 1) > 1)
    no_day = bool(_all(facts, Results)) and after is None
    return Composition(
        _counting(schedule, count), assumed, rhythm.unclear or unclear or crowded or no_day or lone
    )


def _rhythm(facts: Sequence[Fact], after: After | None) -> _Rhythm:
    """A year beside a finer period says nothing more, and its times must come out even."""
    rates = _all(facts, Rate)
    per = _per(rates, after)
    parts = IN_A_YEAR[per] if per else 1
    times = {_share(rate, per, parts) for rate in rates if rate.times}
    if len(times) > 1:
        raise DisagreementError
    unclear = any(rate.per is None and (rate.times or 0) % parts for rate in rates)
    each = any(rate.each for rate in rates)
    yearly = {"year"} if _all(facts, Within) else set()
    doubled = per is not None and len({rate.per for rate in rates if rate.per} | yearly | {per}) > 1
    return _Rhythm(per, next(iter(times), None), each, doubled, unclear)


def _per(rates: Sequence[Rate], after: After | None) -> Per | None:
    """The finest period named; the reported month of a quarter or half is its last."""
    pers = {rate.per for rate in rates if rate.per}
    if after and after.per and not (after.per == "month" and pers & {"quarter", "half"}):
        if pers and after.per not in pers:
            raise DisagreementError
        pers.add(after.per)
    if len(pers - {"year"}) > 1:
        raise DisagreementError
    return max(pers, key=IN_A_YEAR.__getitem__, default=None)


def _share(rate: Rate, per: Per | None, parts: int) -> int:
    """How many of the rate's times fall to one `per`, of which a year has `parts`."""
    times = rate.times or 1
    if rate.per == per or (rate.per is None and times != parts):
        return times
    if times % parts:
        raise DisagreementError
    return times // parts


def _years(facts: Sequence[Fact]) -> Years:
    """The years named apart and with the dates; none when no year is named."""
    named = _only(facts, Years)
    dated = {year for days in _all(facts, Days) for year, _, _ in days.days if year}
    if named and dated and set(named.years) != dated:
        raise DisagreementError
    return named or Years(tuple(sorted(dated)))


def _days(facts: Sequence[Fact]) -> Window | None:
    """The window of all the days named; they must be the same in each of their years."""
    found = _all(facts, Days)
    if not found:
        return None
    days = {day for fact in found for day in fact.days}
    of_year = sorted({MonthDay(month, day) for _, month, day in days})
    if len({(fact.by, fact.inclusive) for fact in found}) > 1:
        raise DisagreementError
    if len(days) != len(of_year) * len({year for year, _, _ in days}):
        raise DisagreementError
    return Window("by" if found[0].by else "on", days=tuple(of_year), inclusive=found[0].inclusive)


def _place(facts: Sequence[Fact], per: Per | None) -> Window | None:
    """The quarter, half or month named; a rhythm beside it must be finer than it, or a year."""
    place = _only(facts, Place)
    if place is None:
        return None
    if per and per != "year" and IN_A_YEAR[per] <= _IN_A_YEAR_OF[place.window.kind]:
        raise DisagreementError
    return place.window


def _dated(window: Window, rhythm: _Rhythm) -> tuple[Per | None, int | None]:
    """Per and times beside a window: several days are as many times a year."""
    count = len(window.days)
    if not count:
        return rhythm.per, rhythm.times
    if rhythm.per not in {None, "year"}:
        if count != IN_A_YEAR[rhythm.per or "year"] or rhythm.times not in {None, 1}:
            raise DisagreementError
        return "year", count
    if count > 1 and rhythm.times not in {None, 1, count}:
        raise DisagreementError
    return rhythm.per, count if count > 1 else rhythm.times


def _dealt(facts: Sequence[Fact], rhythm: _Rhythm, times: int) -> tuple[Count | None, bool]:
    """The count of one occurrence, and whether it is unclear.

    "4 sittings, every quarter" is one a quarter: the year's number, spread over its quarters. A
    number that could be the year's or the quarter's is unclear, as is one beside "3 times".
    """
    count = _only(facts, Count)
    if count is None or rhythm.per is None or rhythm.each:
        return count, bool(count and (times > 1 or rhythm.doubled))
    parts = IN_A_YEAR[rhythm.per]
    first = next(fact for fact in facts if isinstance(fact, Count | Rate | After))
    if parts == count.quantity > 1 and first == count:
        return replace(count, quantity=1), times > 1
    either = parts > 1 and count.quantity % parts == 0
    return count, times > 1 or either or rhythm.doubled


def _counting(schedule: Schedule, count: Count | None) -> Schedule:
    if count is None:
        return schedule
    return replace(schedule, quantity=count.quantity, at_least=count.at_least, unit=count.unit)
