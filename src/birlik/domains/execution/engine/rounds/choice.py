"""What a coordinator chose to see of a round: kept in the address."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

ANSWERED, AWAITED = "sent", "awaited"
STATES = (ANSWERED, AWAITED, "open", "returned")
"""By which sheets are chosen: sent, not sent, untouched by a return, returned."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Sheets by their state, the region of the body, the kind of the body, and words of its
    name."""

    state: str = ""
    region: str = ""
    kind: str = ""
    q: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Self:
        """The choice in an address; what it does not know is left out."""
        state, region = asked.get("state", ""), asked.get("region", "")
        return cls(
            state=state if state in STATES else "",
            region=region if region.isdecimal() and len(region) == 9 else "",
            kind=asked.get("kind", "")[:60],
            q=asked.get("q", "").strip()[:200],
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return self != Choice()

    def query(self, **changed: str) -> str:
        """The address of this choice with something changed: "?state=sent", "?" for everything."""
        chosen = replace(self, **changed)
        named = {name: getattr(chosen, name) for name in ("state", "region", "kind", "q")}
        return "?" + urlencode({name: value for name, value in named.items() if value})
