"""The facts of a consolidated report, in no language: what is frozen when a report is sent.

An obligation belongs to the period in which its counted day lies: the last day of its own period,
or the nominal day of its deadline where that comes earlier. So the report of the second quarter
counts as the second quarter's although it falls due in July, a yearly obligation counts in the half
in which it must be done, an extension moves nothing from one period to another, and the figures of
two halves add up to those of their year, which are those of the Plan page for that year.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from birlik.base.values.local_text import LocalText

ProofKind = Literal["file", "link", "card"]
UNSAID = LocalText()


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence: what it is called, and the number, day and issuer of the paper.

    Of a card of limited access `kept_at` says where the paper lies; its content is nowhere here.
    """

    kind: ProofKind
    title: str
    number: str = ""
    dated_on: date | None = None
    issuer: str = ""
    kept_at: str = ""
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a contributor reported to the lead."""

    debtor: LocalText
    state: str
    text: LocalText
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Informed:
    """What a body answered to the reporting round of a day, where it has not reported formally."""

    on: date
    standing: LocalText = UNSAID
    text: LocalText = UNSAID
    done: int | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Execution:
    """One obligation of whoever leads, with what the contributors did.

    `period` is the code of the obligation's own period, `number` which of several in it. `asked_on`
    is the due date before an extension, None without one. `submitted_on` is the day of the first
    report. `ground` says on what ground it was released, `void_reason` is a code. `contributors`
    counts those who contribute by state, `behind` names those of them who are overdue.
    `unlisted` is how many more contributions with words there are than are listed. `informed` is
    there only where nothing was reported formally.
    """

    debtor: LocalText
    period: str
    number: int
    due_on: date
    state: str
    by_agreement: bool = False
    asked_on: date | None = None
    submitted_on: date | None = None
    owed: int | None = None
    shared: bool = False
    done: int | None = None
    text: LocalText = UNSAID
    proofs: tuple[Proof, ...] = ()
    ground: LocalText = UNSAID
    void_reason: str = ""
    contributors: tuple[tuple[str, int], ...] = ()
    behind: tuple[LocalText, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    unlisted: int = 0
    informed: Informed | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in the plan's own columns, as printed where the act is there in a language, with
    what was to be done in the period."""

    number: str
    title: LocalText
    form: LocalText
    deadline: LocalText
    executors: LocalText
    executions: tuple[Execution, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those that fell due were kept in time."""

    part: int = 0
    whole: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True, slots=True)
class Tally:
    """Obligations of the period by state, those of contributors among them, and the on-time rates:
    of what bound the debtor, and apart of what was owed by agreement."""

    states: tuple[tuple[str, int], ...] = ()
    bound: Share = Share()
    agreed: Share = Share()

    def count(self, *states: str) -> int:
        """How many stand in one of these states; all of them where none is named."""
        return sum(many for state, many in self.states if not states or state in states)

    @property
    def owed(self) -> int:
        """How many are owed and under control here, as the Plan page counts them: neither void,
        nor without a record, nor released."""
        return self.count() - self.count("void", "no_record", "released")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a summary."""

    name: LocalText
    tally: Tally
    number: str = ""


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction of the plan with its measures of the period."""

    number: str
    title: LocalText
    tally: Tally
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """What is known of an indicator for a year: the act's plan, the fact, an estimate."""

    year: int
    plan: Decimal | None = None
    fact: Decimal | None = None
    estimate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator of the act; `number` is the one under which the mandate keeps it."""

    number: int
    title: LocalText
    unit: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ActHead:
    """The act that the report is about."""

    kind: LocalText
    number: str
    adopted_on: date
    title: LocalText
    issuer: LocalText


@dataclass(frozen=True, slots=True)
class Content:
    """A consolidated report; `period` is its code, `stated_on` the day of the states.

    `idle` are the numbers of the measures of which nothing belongs to the period.
    """

    act: ActHead
    period: str
    stated_on: date
    total: Tally
    directions: tuple[Direction, ...]
    executors: tuple[Line, ...]
    indicators: tuple[Indicator, ...]
    idle: tuple[str, ...]

    @property
    def measures(self) -> dict[str, Measure]:
        """The measures of the report by their numbers."""
        return {one.number: one for part in self.directions for one in part.measures}
