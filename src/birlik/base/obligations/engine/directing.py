"""A head's resolution as an act of some points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from birlik.base.records.engine.by_hand import HandAct, HandPoint
from birlik.base.records.engine.draft import ActKind, ExecutorDraft
from birlik.base.values.local_text import LocalText

KIND: ActKind = "endorsement"
"""The kind of act of the charter that a resolution is."""

DEEPEST = 4
"""How many resolutions may stand one under another below a paper."""


@dataclass(frozen=True, slots=True)
class ResolutionLine:
    """What a resolution gives whom: the number of the body, the words, by a day or by a term in
    words, and the number of the office that it is given to by name, if any."""

    executor: int
    text: LocalText
    due_on: date | None = None
    term: str = ""
    office: int | None = None

    @property
    def deadline(self) -> str:
        """The term as the paper says it; a day is that very day."""
        return f"{self.due_on:%d.%m.%Y}" if self.due_on else self.term.strip()


@dataclass(frozen=True, slots=True)
class Paper:
    """The head of a resolution: its number, day and issuer, and what its kind is called."""

    number: str
    on: date
    issuer: LocalText
    kind_name: LocalText
    title: LocalText


def next_number(stem: str, known: Sequence[str]) -> int:
    """The next number of the resolutions on a point: `known` are the numbers of acts that begin
    like them. ("7/4-р", ["7/4-р1", "7/4-р1/1-р3"]) is 2."""
    tails = (one.removeprefix(stem) for one in known if one.startswith(stem))
    return 1 + max((int(tail) for tail in tails if tail.isdecimal()), default=0)


def hand_act(
    paper: Paper, lines: Sequence[ResolutionLine], names: dict[int, LocalText], last_year: int
) -> HandAct:
    """The resolution as an act whose points are its lines; each names its executor by number, so
    that bodies of one name are never mixed up. `names` are those of the executors."""
    return HandAct(
        kind=KIND,
        kind_name=paper.kind_name,
        number=paper.number,
        adopted_on=paper.on,
        issuer=paper.issuer,
        title=paper.title,
        points=tuple(
            HandPoint(
                number=str(place),
                title=line.text,
                completion_form="",
                deadline=line.deadline,
                executors=(named(names[line.executor], line.executor),),
            )
            for place, line in enumerate(lines, 1)
        ),
        years=(paper.on.year, max(paper.on.year, last_year)),
    )


def named(name: LocalText, number: int) -> ExecutorDraft:
    """An executor that is known."""
    return ExecutorDraft(name.kk or name.ru, structure=number)
