"""What a reader chose to see of all people, as the address says it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

from birlik.base.registry.engine.cards_sought import DAY, REPUBLIC, code_in, day_in, one_of

IDENTITY = re.compile(r"\d{12}")


@dataclass(frozen=True, slots=True)
class PeopleSought:
    """The chosen words, place (КАТО, "republic" for records of the republic), register, kind of
    office, language, field of work, and day, None for today. '' stands for any."""

    q: str = ""
    place: str = ""
    register: str = ""
    office: str = ""
    language: str = ""
    field: str = ""
    on: date | None = None

    def query(self, **changes: object) -> str:
        """The query of the address that makes this choice with `changes`; "?" for none."""
        told = {one.name: getattr(self, one.name) for one in fields(self)} | changes
        shown = {
            name: f"{value:{DAY}}" if isinstance(value, date) else value
            for name, value in told.items()
            if value
        }
        return "?" + urlencode(shown)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the day is chosen."""
        return self.query(on=None) != "?"

    @property
    def is_number(self) -> bool:
        """Whether the words are a number (ЖСН), by which nobody is searched in an address."""
        return bool(IDENTITY.fullmatch("".join(self.q.split())))


def people_sought(asked: Mapping[str, str], today: date) -> PeopleSought:
    """The choice that an address names; what cannot be chosen counts as not named."""
    on = day_in(asked.get("on", ""))
    place = asked.get("place", "")
    return PeopleSought(
        q=asked.get("q", "").strip()[:200],
        place=one_of(place, (REPUBLIC,)) or code_in(place),
        register=asked.get("register", "")[:40],
        office=asked.get("office", "")[:60],
        language=asked.get("language", "")[:40],
        field=asked.get("field", "")[:40],
        on=None if on == today else on,
    )
