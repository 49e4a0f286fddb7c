"""What happens to an obligation of the demonstration: drawn, yet always the same.

Every draw follows from what the obligation is about, so that each installation shows the same two
years. Some bodies are more punctual than others, as their names decide.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from itertools import count
from typing import Literal

from birlik.base.values.clock import ZONE
from birlik.base.values.working_days import WorkingDays

Verb = Literal[
    "submit", "again", "return", "accept", "gather", "ask", "grant", "refuse", "release", "take_off"
]
CALENDAR = WorkingDays()
FATES = (
    ("in_time", 58),
    ("returned", 12),
    ("late", 12),
    ("never", 7),
    ("extended", 5),
    ("not_extended", 3),
    ("released", 3),
)
"""How often what happens, in a hundred."""
EXTENSION = timedelta(days=20)
LATE = timedelta(days=60)
ASKED: dict[str, Verb] = {"extended": "grant", "not_extended": "refuse"}
HANDED = {"late": (1, 40), "extended": (3, 18), "not_extended": (2, 20)}
"""By how many days a report misses the first due date."""


class Lot:
    """Draws that follow from a seed alone."""

    def __init__(self, seed: str) -> None:
        self.seed = seed
        self.turns = count()

    def below(self, limit: int) -> int:
        """A whole number from 0 up to, but not including, `limit`."""
        drawn = sha256(f"{self.seed}/{next(self.turns)}".encode()).digest()
        return int.from_bytes(drawn[:6], "big") % limit

    def between(self, first: int, last: int) -> int:
        """A whole number from `first` to `last`, both included."""
        return first + self.below(last - first + 1)


@dataclass(frozen=True, slots=True)
class Told:
    """What the fate of an obligation follows from: `seed` names it, `debtor` who owes it.

    A `chosen` fate is not drawn.
    """

    seed: str
    debtor: str
    period_first: date
    due_on: date
    leads: bool
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens: when, what, and a draw for its words."""

    at: datetime
    verb: Verb
    draw: int
    due_on: date | None = None


def steps(told: Told) -> list[Step]:
    """What happens to an obligation, in order."""
    lot = Lot(told.seed)
    fate = told.chosen or drawn_fate(lot, slack=Lot(told.debtor).below(24), leads=told.leads)
    found: list[Step] = []
    for verb, on in course(fate, told, lot):
        at = instant(max(on, told.period_first), lot)
        if found and at <= found[-1].at:
            at = found[-1].at + timedelta(hours=1)
        due_on = told.due_on + EXTENSION if verb in {"ask", "grant"} else None
        found.append(Step(at, verb, lot.below(1_000_000), due_on))
    return found


def drawn_fate(lot: Lot, *, slack: int, leads: bool) -> str:
    """One of `FATES`; `slack` (0 to 23) turns some of what would come in time into late."""
    place = lot.below(100)
    for fate, share in FATES:
        if place < share:
            late = fate == "in_time" and lot.below(100) < slack
            plain = fate in {"extended", "not_extended", "released"} and not leads
            return "late" if late else "in_time" if plain else fate
        place -= share
    return "in_time"


def course(fate: str, told: Told, lot: Lot) -> Iterator[tuple[Verb, date]]:
    """The verbs of a fate with their days; a lead gathers what came, and what came late."""
    due = told.due_on
    if fate in ASKED:
        yield "ask", due - timedelta(days=8)
        yield ASKED[fate], due - timedelta(days=5)
    match fate:
        case "never":
            return
        case "released":
            yield "release", due - timedelta(days=10)
        case "asking":
            yield "ask", due - timedelta(days=45)
        case "waiting" | "sent_back":
            yield "submit", due - timedelta(days=12)
            if fate == "sent_back":
                yield "return", due - timedelta(days=9)
        case _:
            yield from reporting(fate, told, lot)


def reporting(fate: str, told: Told, lot: Lot) -> Iterator[tuple[Verb, date]]:
    """The verbs from the first report to the end."""
    first, last = HANDED.get(fate, (-14, -1))
    handed = told.due_on + timedelta(days=lot.between(first, last))
    judged = timedelta(days=lot.between(1, 6))
    if told.leads:
        yield "gather", handed
    yield "submit", handed
    if fate == "returned":
        yield "return", handed + judged
        handed += judged + timedelta(days=lot.between(1, 9))
        yield "again", handed
    if told.leads:
        yield "accept", handed + judged
        if lot.below(3) == 0:
            yield "take_off", handed + judged + timedelta(days=lot.between(1, 10))
        yield "gather", told.due_on + LATE


def instant(on: date, lot: Lot) -> datetime:
    """An hour of work on a day, or on the next one that is worked."""
    hour = time(lot.between(9, 17), lot.below(60))
    return datetime.combine(CALENDAR.on_or_after(on), hour, ZONE)
