"""What a reader chose to see of all obligations, as the address says it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from birlik.base.obligations.engine.state import STATES

ANY = "any"
TODO, REVIEW, RETURNED, SOON, LIVE = "todo", "review", "mine_returned", "soon", "live"
GROUPS = (TODO, REVIEW, RETURNED, SOON, LIVE)
"""What cuts across the states: what I report on now, what waits for my review, what was returned
to me, what falls due within 30 days, what is not settled."""

IN_FORCE, REPEALED = "in_force", "repealed"
FORCES = (IN_FORCE, REPEALED, ANY)
"""Whether the act that demands it is in force still."""

SORTS = ("due", "debtor", "point", "reported")
MINE = "mine"
DAYS = (7, 30, 90)
"""Within how many days something falls due."""

LONGEST = 18
"""A number of more digits is none that a database holds."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The chosen state or group ("any" for all), act, executor, region (КАТО), year, role, days
    until the due date, words and sort; None or '' for any. `whose` is "mine" for what the reader's
    own office owes, what others contribute left out; `force` is one of `FORCES`."""

    state: str = ANY
    act: int | None = None
    executor: int | None = None
    region: str = ""
    year: int | None = None
    role: str = ""
    due: int | None = None
    whose: str = ""
    q: str = ""
    sort: str = "due"
    force: str = ANY

    def query(self, usual: str, **changes: object) -> str:
        """The query of the address that makes this choice with `changes`; `usual` is the state of
        an address that names none."""
        named = {one.name: getattr(self, one.name) for one in fields(self)} | changes
        told = {name: value for name, value in named.items() if value not in {None, ""}}
        if told.get("state") == usual:
            del told["state"]
        if told.get("sort") == "due":
            del told["sort"]
        if told["force"] == usual_force(told):
            del told["force"]
        return "?" + urlencode(told)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the state is chosen."""
        place = (self.act, self.executor, self.region, self.role, self.whose)
        return any((*place, self.year, self.due, self.q, self.force == REPEALED))


def wanted_of(asked: Mapping[str, str], usual: str) -> Wanted:
    """The choice that an address names; what cannot be chosen counts as not named."""
    sort = asked.get("sort", "")
    return Wanted(
        state=one_of(asked.get("state", ""), (*STATES, *GROUPS, ANY)) or usual,
        act=number_in(asked.get("act", "")),
        executor=number_in(asked.get("executor", "")),
        region=str(number_in(asked.get("region", "")) or ""),
        year=number_in(asked.get("year", "")),
        role=one_of(asked.get("role", ""), ("lead", "contributor")),
        due=next((days for days in DAYS if str(days) == asked.get("due")), None),
        whose=one_of(asked.get("whose", ""), (MINE,)),
        q=asked.get("q", "").strip()[:200],
        sort=sort if sort.removeprefix("-") in SORTS else "due",
        force=one_of(asked.get("force", ""), FORCES) or usual_force(asked),
    )


def usual_force(asked: Mapping[str, object]) -> str:
    """What an address that names no force shows: acts in force where it names no state either, so
    that what repealed acts left stands in nobody's way; else all acts."""
    return ANY if "state" in asked else IN_FORCE


def one_of(word: str, known: Collection[str]) -> str:
    """A word that is known, else ''."""
    return word if word in known else ""


def number_in(word: str) -> int | None:
    """A number as an address gives it, else None."""
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= LONGEST else None
