"""Which obligation a row of the record means, and whether it may be taken over."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from birlik.base.obligations.engine.opening import refusal
from birlik.base.obligations.engine.opening.rows import Objection, PastRow
from birlik.base.obligations.engine.opening.words import named_key
from birlik.base.values.local_text import LocalText

NAMED = 5
"""How many periods or days a reason names."""


@dataclass(frozen=True, slots=True)
class Owed:
    """An obligation as a record of control may mean it.

    `measure` is the number of its point, `debtors` the names of its debtor as `named_key` gives
    them; `is_settled` says that it was reported on or decided here. `past` is what was taken over
    before: the day on which it was done (None: not done) and the letter.
    """

    pk: int
    duty: int
    measure: str
    debtor: int
    debtors: frozenset[str]
    leads: bool
    period: str
    days: tuple[date, date]
    due: tuple[date, date]
    number: int
    recorded: bool
    is_void: bool
    is_settled: bool
    past: tuple[date | None, str] | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a row says of an obligation: done on a day by a letter, or not done (None)."""

    obligation: int
    row: int
    done_on: date | None
    letter: str


@dataclass(frozen=True, slots=True)
class Balance:
    """A record against what is owed: `new` and `changed` rows to take over, the numbers of rows
    that say what is known already, and the rows that cannot be taken with the reasons."""

    new: tuple[Taken, ...]
    changed: tuple[Taken, ...]
    unchanged: tuple[int, ...]
    unfit: tuple[tuple[PastRow, tuple[Objection, ...]], ...]

    @property
    def taken(self) -> tuple[Taken, ...]:
        """All that changes something."""
        return self.new + self.changed


def balance(rows: Iterable[PastRow], owed: Sequence[Owed], *, on: date) -> Balance:
    """What each row means on a day, in the order of the rows."""
    matching = Matching(owed, on)
    for row in rows:
        matching.take(row)
    return Balance(
        new=tuple(matching.new),
        changed=tuple(matching.changed),
        unchanged=tuple(matching.unchanged),
        unfit=tuple(matching.unfit),
    )


class UnmatchedError(Exception):
    """A row means no obligation that may be taken over; `objection` says why."""

    def __init__(self, objection: Objection) -> None:
        super().__init__(objection.reason.get("en"))
        self.objection = objection


@dataclass
class Matching:
    """Takes the rows one by one, and knows which obligations earlier rows spoke of."""

    owed: Sequence[Owed]
    on: date
    new: list[Taken] = field(default_factory=list)
    changed: list[Taken] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)
    unfit: list[tuple[PastRow, tuple[Objection, ...]]] = field(default_factory=list)
    spoken: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_code = {one.pk: one for one in self.owed}
        self.by_number: defaultdict[str, list[Owed]] = defaultdict(list)
        for one in self.owed:
            self.by_number[one.measure].append(one)

    def take(self, row: PastRow) -> None:
        """Find what a row means and put it where it belongs."""
        objections = list(row.objections)
        if not objections:
            try:
                one = self.meant(row)
                objections = list(contradictions(row, one, self.on))
                if not objections:
                    self.spoken[one.pk] = row.number
                    self.put(row, one)
                    return
            except UnmatchedError as error:
                objections = [error.objection]
        self.unfit.append((row, tuple(objections)))

    def put(self, row: PastRow, one: Owed) -> None:
        """A row that may be taken: new, changed, or known already."""
        taken = Taken(one.pk, row.number, row.done_on, row.letter)
        if one.past == (taken.done_on, taken.letter):
            self.unchanged.append(row.number)
        elif one.past is None:
            self.new.append(taken)
        else:
            self.changed.append(taken)

    def meant(self, row: PastRow) -> Owed:
        """The obligation that a row means; raises `UnmatchedError` where it means none or
        several."""
        found = self.named(row)
        found = narrowed(found, row, "period", refusal.NO_SUCH_PERIOD, self.in_period(row))
        found = narrowed(found, row, "due", refusal.NO_SUCH_DUE_DATE, due_on(row))
        found = narrowed(found, row, "executor", refusal.NO_SUCH_EXECUTOR, owed_by(row))
        if not row.executor and row.code is None:
            found = [one for one in found if one.leads] or found
        found = [one for one in found if not one.is_void] or found
        if len({(one.duty, one.debtor, one.period, one.due) for one in found}) > 1:
            said = listed(f"{one.measure}, {one.period}" for one in found)
            raise UnmatchedError(row.objected("", refusal.AMBIGUOUS, said))
        free = [one for one in found if one.pk not in self.spoken]
        if not free:
            earlier = str(self.spoken[found[-1].pk])
            raise UnmatchedError(row.objected("measure", refusal.DOUBLED_ROW, earlier))
        return min(free, key=lambda one: one.number)

    def named(self, row: PastRow) -> list[Owed]:
        """The obligations of the code, or of the measure, that a row names."""
        if row.code is None:
            found = [one for number in row.numbers for one in self.by_number[number]]
            said = str(row.cells.get("measure"))
            if not found:
                raise UnmatchedError(row.objected("measure", refusal.NO_SUCH_NUMBER, said))
            return found
        one = self.by_code.get(row.code)
        if one is None:
            raise UnmatchedError(row.objected("code", refusal.NO_SUCH_CODE, str(row.code)))
        if row.numbers and one.measure not in row.numbers:
            raise UnmatchedError(row.objected("code", refusal.CODE_OF_ANOTHER, one.measure))
        return [one]

    def in_period(self, row: PastRow) -> "Condition | None":
        """Whether an obligation is of the period of the row: the very one where the measure has
        it, else one that was due within it."""
        period = row.period
        if period is None:
            return None
        days = (period.first_on, period.last_on)
        exact = any(one.days == days for one in self.named(row))
        return lambda one: one.days == days if exact else one.due[0] in period


Condition = Callable[[Owed], bool]


def narrowed(
    found: list[Owed], row: PastRow, column: str, reason: LocalText, fits: Condition | None
) -> list[Owed]:
    """Those that fit what the row says in a column; all where it says nothing there.

    Raises `UnmatchedError` where none does.
    """
    kept = [one for one in found if fits is None or fits(one)]
    if not kept:
        said = {
            "period": listed(one.period for one in found),
            "due": listed(f"{one.due[1]:%d.%m.%Y}" for one in found),
            "executor": row.executor,
        }
        raise UnmatchedError(row.objected(column, reason, said[column]))
    return kept


def due_on(row: PastRow) -> Condition | None:
    """Whether an obligation was due on the day of the row, as the words name it or as it was
    moved."""
    return None if row.due_on is None else lambda one: row.due_on in one.due


def owed_by(row: PastRow) -> Condition | None:
    """Whether an obligation is of the executor of the row."""
    key = named_key(row.executor)
    return (lambda one: key in one.debtors) if key else None


def listed(words: Iterable[str]) -> str:
    """A few of the words, each once, and whether there are more."""
    every = sorted(set(words))
    return ", ".join(every[:NAMED]) + (" …" if len(every) > NAMED else "")


def contradictions(row: PastRow, one: Owed, on: date) -> Iterable[Objection]:
    """What in a row goes against itself or against what is known of the obligation."""
    if one.is_void:
        yield row.objected("measure", refusal.VOID_THEN)
    elif one.recorded and one.past is None:
        yield row.objected("measure", refusal.CONTROLLED_HERE)
    elif one.is_settled and one.past != (row.done_on, row.letter):
        yield row.objected("measure", refusal.SETTLED_HERE)
    yield from wrong_day(row, one, on)


def wrong_day(row: PastRow, one: Owed, on: date) -> Iterable[Objection]:
    """What is wrong with the day on which it is said to be done."""
    if row.done_on is None:
        if row.done:
            yield row.objected("day", refusal.DAY_NEEDED)
    elif not row.done:
        yield row.objected("day", refusal.DAY_OF_NOTHING)
    elif row.done_on > on:
        yield row.objected("day", refusal.DAY_TO_COME)
    elif row.done_on < one.days[0]:
        begins = f"{one.days[0]:%d.%m.%Y}"
        yield row.objected("day", refusal.DAY_BEFORE_PERIOD, begins)
