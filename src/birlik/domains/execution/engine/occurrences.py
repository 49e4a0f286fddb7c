"""The occurrences of duties as a plan shows them: how many debtors stand in which state."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from birlik.base.obligations.engine.state import STATES, UNSETTLED

LEAD = "lead"
"""The role of who consolidates and owes the occurrence itself; all others contribute."""

WORST_FIRST = STATES
"""The states, the one that needs the eye first."""

NOT_OWED = frozenset({"released", "no_record", "void"})
"""The states of what nobody has to answer for here."""

CELLS = 26
"""How many cells a strip may have before they are gathered: one for every second week."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many debtors of one duty, in one role, stand in one state for one occurrence.

    `soon` is how many of them fall due within the days that count as soon.
    """

    duty: int
    role: str
    first_on: date
    last_on: date
    number: int
    due_on: date
    state: str
    count: int
    soon: int = 0

    @property
    def year(self) -> int:
        """The year of the plan that it belongs to: that of its period."""
        return self.first_on.year


@dataclass(frozen=True, slots=True)
class Cell:
    """One or more occurrences side by side: the days they cover, and states with their counts."""

    first_on: date
    last_on: date
    number: int
    due_on: date
    states: Mapping[str, int]

    @property
    def state(self) -> str:
        """The state that needs the eye most."""
        return worst(self.states)

    @property
    def total(self) -> int:
        """How many obligations the cell stands for."""
        return sum(self.states.values())


def worst(states: Collection[str]) -> str:
    """The state that needs the eye most; one that is not known here comes last, '' for none."""
    known = (state for state in WORST_FIRST if state in states)
    return next(known, None) or next(iter(sorted(states)), "")


def counts(tallies: Iterable[Tally]) -> Counter[str]:
    """How many obligations stand in each state; "soon" counts those that fall due soon."""
    found: Counter[str] = Counter()
    for tally in tallies:
        found[tally.state] += tally.count
        found["soon"] += tally.soon
    return found


def owed(states: Mapping[str, int]) -> int:
    """How many obligations are or were owed under control here: neither void, nor released, nor
    without a record."""
    return sum(states.get(state, 0) for state in WORST_FIRST if state not in NOT_OWED)


def cells(tallies: Iterable[Tally]) -> tuple[Cell, ...]:
    """One cell for each occurrence, in the order in which they fall due."""
    return gathered(tallies, key=lambda one: (one.first_on, one.last_on, one.number), numbered=True)


def strip(tallies: Iterable[Tally]) -> tuple[Cell, ...]:
    """The cells of a strip; too many are gathered into quarters, and still too many into years."""
    rows = tuple(tallies)
    found = cells(rows)
    if len(found) > CELLS:
        found = gathered(rows, key=lambda one: (one.year, (one.first_on.month - 1) // 3))
    if len(found) > CELLS:
        found = gathered(rows, key=lambda one: one.year)
    return found


def gathered(
    tallies: Iterable[Tally], key: Callable[[Tally], object], *, numbered: bool = False
) -> tuple[Cell, ...]:
    """One cell for all the tallies of a key, in the order in which they fall due.

    A cell of several occurrences has the number 0 and the last of their due dates.
    """
    groups: dict[object, list[Tally]] = {}
    for tally in tallies:
        groups.setdefault(key(tally), []).append(tally)
    if numbered:
        groups = {one: replaced_left_out(group) for one, group in groups.items()}
    made = [
        Cell(
            first_on=min(one.first_on for one in group),
            last_on=max(one.last_on for one in group),
            number=group[0].number if numbered else 0,
            due_on=max(one.due_on for one in group),
            states={
                state: count for state, count in counts(group).items() if state != "soon" and count
            },
        )
        for group in groups.values()
    ]
    return tuple(sorted(made, key=lambda cell: (cell.due_on, cell.first_on, cell.number)))


def replaced_left_out(tallies: list[Tally]) -> list[Tally]:
    """The tallies of one occurrence without what is void, where something is owed for it: a
    corrected point leaves the void beside what took its place."""
    return [one for one in tallies if one.state != "void"] or tallies


def most_debtors(tallies: Iterable[Tally]) -> int:
    """How many debtors an occurrence has at most; what is void counts where nothing is owed."""
    owing: Counter[tuple[date, date, int]] = Counter()
    void: Counter[tuple[date, date, int]] = Counter()
    for one in tallies:
        counted = void if one.state == "void" else owing
        counted[one.first_on, one.last_on, one.number] += one.count
    return max((owing[one] or void[one] for one in owing.keys() | void.keys()), default=0)


def next_due(tallies: Iterable[Tally], *, on: date) -> date | None:
    """The nearest day from `on` at which something that is still owed falls due; None for none."""
    return min(
        (one.due_on for one in tallies if one.state in UNSETTLED and one.due_on >= on), default=None
    )
