"""The periods for which a report can be made."""

from datetime import date

from birlik.base.values.period import MONTHS_IN, Period


def periods_of(year: int) -> tuple[Period, ...]:
    """The halves, the year, the quarters and the months of a year."""
    parts = {
        kind: tuple(Period.of(kind, year, n + 1) for n in range(12 // length))
        for kind, length in MONTHS_IN.items()
    }
    return (*parts["half"], *parts["year"], *parts["quarter"], *parts["month"])


def last_half(on: date, *, first_year: int, last_year: int) -> Period:
    """The half that ended last before a day, within the years of an act: the usual report."""
    half = Period.half(on.year, 1) if on.month > 6 else Period.half(on.year - 1, 2)
    if half.year_number < first_year:
        return Period.half(first_year, 1)
    return half if half.year_number <= last_year else Period.half(last_year, 2)
