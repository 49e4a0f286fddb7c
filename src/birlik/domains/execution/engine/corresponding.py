"""Which letters of the register a reader chose to see, as the address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import get_args
from urllib.parse import urlencode

from birlik.base.letters.engine.text import MailingKind
from birlik.domains.execution.engine.wanted import number_in, one_of

INCOMING, OUTGOING = "in", "out"
DIRECTIONS = (INCOMING, OUTGOING)
ANSWERED, UNANSWERED, UNNUMBERED = "answered", "unanswered", "unnumbered"
STANDINGS = (ANSWERED, UNANSWERED, UNNUMBERED)
"""Where an outgoing letter stands: it was answered, it went out and was not, it has no number."""


@dataclass(frozen=True, slots=True)
class LettersWanted:
    """The chosen direction, kind of mailing, standing, correspondent, days and words; '' or None
    for any. Days count as they stand in the register: that of arrival, or of the letter."""

    q: str = ""
    direction: str = ""
    kind: str = ""
    standing: str = ""
    body: int | None = None
    since: date | None = None
    until: date | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is chosen."""
        return any(getattr(self, one.name) for one in fields(self))

    def query(self, **changes: object) -> str:
        """The query of the address that makes this choice with `changes`."""
        named = {one.name: getattr(self, one.name) for one in fields(self)} | changes
        told = {name: shown(value) for name, value in named.items() if value}
        return "?" + urlencode(told)


def shown(value: object) -> object:
    """A chosen value as an address says it."""
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else value


def letters_wanted(asked: Mapping[str, str]) -> LettersWanted:
    """The choice that an address names; what cannot be chosen counts as not named."""
    return LettersWanted(
        q=asked.get("q", "").strip()[:200],
        direction=one_of(asked.get("direction", ""), DIRECTIONS),
        kind=one_of(asked.get("kind", ""), get_args(MailingKind)),
        standing=one_of(asked.get("standing", ""), STANDINGS),
        body=number_in(asked.get("body", "")),
        since=day_in(asked.get("since", "")),
        until=day_in(asked.get("until", "")),
    )


def day_in(word: str) -> date | None:
    """A day as an address gives it (20.11.2026), else None."""
    parts = [number_in(part) for part in word.strip().split(".")]
    try:
        day, month, year = (part or 0 for part in parts)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
