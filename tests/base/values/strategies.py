"""Schedules as official plans have them, for property tests."""

from hypothesis import strategies as st

from birlik.base.values.schedule import AfterPeriod, MonthDay, Schedule, Window

LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
RHYTHMS = st.sampled_from(["half", "quarter", "month", "week"])


@st.composite
def month_days(draw: st.DrawFn) -> MonthDay:
    month = draw(st.integers(1, 12))
    return MonthDay(month, draw(st.integers(1, LAST_DAYS[month - 1])))


def places() -> st.SearchStrategy[Window]:
    return st.one_of(
        st.builds(Window, st.just("quarter"), st.integers(1, 4)),
        st.builds(Window, st.just("half"), st.integers(1, 2)),
        st.builds(Window, st.just("month"), st.integers(1, 12)),
    )


def limits(days: int) -> st.SearchStrategy[Window]:
    found = st.lists(month_days(), min_size=days, max_size=days, unique=True)
    kinds = st.sampled_from([("by", True), ("by", False), ("on", True)])
    return st.builds(
        lambda days, kind: Window(kind[0], days=tuple(sorted(days)), inclusive=kind[1]),
        found,
        kinds,
    )


def years() -> st.SearchStrategy[tuple[int, ...]]:
    return st.sets(st.integers(2020, 2030), max_size=3).map(lambda found: tuple(sorted(found)))


@st.composite
def yearly(draw: st.DrawFn) -> Schedule:
    """Once or several times a year, or in the years named, with or without a window."""
    named = draw(years())
    per = draw(st.sampled_from(["year", "once"])) if named else "year"
    days = draw(st.integers(0, 3))
    window = draw(limits(days)) if days else draw(st.none() | places())
    times = days or draw(st.integers(1, 12))
    return Schedule(per, times, window, named)


@st.composite
def rhythmic(draw: st.DrawFn) -> Schedule:
    """Several times a year by the calendar, perhaps so long after the reported period."""
    after = st.builds(AfterPeriod, days=st.integers(1, 60)) | st.builds(
        AfterPeriod, months=st.integers(1, 5), day=st.integers(1, 31)
    )
    return Schedule(
        draw(RHYTHMS),
        draw(st.sampled_from([1, 2, 3])),
        years=draw(years()),
        after_period=draw(st.none() | after),
    )


@st.composite
def constant(draw: st.DrawFn) -> Schedule:
    return Schedule(draw(st.sampled_from(["continuous", "as_needed"])), years=draw(years()))


def schedules() -> st.SearchStrategy[Schedule]:
    return st.one_of(yearly(), rhythmic(), constant())
