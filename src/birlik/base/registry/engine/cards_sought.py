"""What a reader chose to see of all bodies, as the address says it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

from birlik.base.charter.engine.kinds import LEVELS

EXISTING, CLOSED = "existing", "closed"
REPUBLIC = "republic"
"""The place of the bodies that have no territory."""

YES, NO = "yes", "no"
SORTS = ("name", "place", "kind", "founded", "confirmed")
DAY = "%d.%m.%Y"
PRINTED = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})")
LONGEST = 18
"""A number of more digits is none that a database holds."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The chosen words, kind, place (КАТО, "republic" for bodies without territory), level,
    culture, language, field of work; `accredited` "yes" or "no"; the house in which, and the body
    of which they are parts, by number; what their cards lack; whether they exist or are closed; the
    day, None for today; the sort. '' or None stands for any."""

    q: str = ""
    kind: str = ""
    place: str = ""
    level: str = ""
    culture: str = ""
    language: str = ""
    field: str = ""
    accredited: str = ""
    house: int | None = None
    parent: int | None = None
    lacks: str = ""
    state: str = EXISTING
    on: date | None = None
    sort: str = "name"

    def query(self, **changes: object) -> str:
        """The query of the address that makes this choice with `changes`; "?" for none."""
        named = {one.name: getattr(self, one.name) for one in fields(self)} | changes
        usual = {one.name: one.default for one in fields(self)}
        told = {
            name: f"{value:{DAY}}" if isinstance(value, date) else value
            for name, value in named.items()
            if value not in (None, "", usual[name])
        }
        return "?" + urlencode(told)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside day and sort is chosen."""
        return self.query(on=None, sort="name") != "?"


def sought_of(asked: Mapping[str, str], lacks: Collection[str], today: date) -> Sought:
    """The choice that an address names; what cannot be chosen counts as not named. What cards lack
    is told of today alone."""
    on = day_in(asked.get("on", ""))
    on = None if on == today else on
    sort = asked.get("sort", "")
    return Sought(
        q=asked.get("q", "").strip()[:200],
        kind=asked.get("kind", "")[:60],
        place=one_of(asked.get("place", ""), (REPUBLIC,)) or code_in(asked.get("place", "")),
        level=one_of(asked.get("level", ""), LEVELS),
        culture=asked.get("culture", "")[:40],
        language=asked.get("language", "")[:40],
        field=asked.get("field", "")[:40],
        accredited=one_of(asked.get("accredited", ""), (YES, NO)),
        house=number_in(asked.get("house", "")),
        parent=number_in(asked.get("parent", "")),
        lacks=one_of(asked.get("lacks", ""), lacks) if on is None else "",
        state=one_of(asked.get("state", ""), (CLOSED,)) or EXISTING,
        on=on,
        sort=sort if sort.removeprefix("-") in SORTS else "name",
    )


def one_of(word: str, known: Collection[str]) -> str:
    """A word that is known, else ''."""
    return word if word in known else ""


def code_in(word: str) -> str:
    """A code of the classifier (nine digits) as an address gives it, else ''."""
    return word if word.isascii() and word.isdecimal() and len(word) == 9 else ""


def number_in(word: str) -> int | None:
    """A number as an address gives it, else None."""
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= LONGEST else None


def day_in(word: str) -> date | None:
    """A day as 20.11.2026 or 2026-11-20, else None."""
    found = PRINTED.fullmatch(word.strip())
    try:
        return date.fromisoformat("-".join(found.group(3, 2, 1)) if found else word.strip())
    except ValueError:
        return None
