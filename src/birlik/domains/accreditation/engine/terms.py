"""How long a certificate lasts, and what it is called."""

from collections.abc import Collection
from datetime import date


def years_after(on: date, years: int) -> date:
    """The same day so many years later; 28 February for 29 February where there is none."""
    try:
        return on.replace(year=on.year + years)
    except ValueError:
        return on.replace(year=on.year + years, day=28)


def next_number(year: int, region: str, known: Collection[str]) -> str:
    """The next number of a certificate in a round and region: "2026-35-001"; `region` is the code
    of the territory, '' for the republic ("00")."""
    stem = f"{year}-{region[:2] or '00'}-"
    place = 1 + sum(one.startswith(stem) for one in known)
    while f"{stem}{place:03}" in known:
        place += 1
    return f"{stem}{place:03}"
