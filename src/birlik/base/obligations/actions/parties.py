"""Who the executors named by an act are: structures of the registry, or groups of the charter."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Self

from birlik.base.charter.engine.wording import folded
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.queries import items, worded
from birlik.base.obligations.engine.owing import Members, PartyTerm
from birlik.base.obligations.engine.succession import End, Line, Pass
from birlik.base.obligations.models import Passage
from birlik.base.records.engine.draft import ActDraft, ExecutorDraft
from birlik.base.registry.actions import StructureRow, register_structure
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import named_structures, structures_of_kind
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LANGUAGES, LocalText

UNNAMED_KIND = "outside_body"
"""The kind of a body that an act names and the registry did not know."""


Enter = Callable[[StructureRow], Structure]


def entered(by: Actor, at: datetime, row: StructureRow) -> Structure:
    """A body entered in the registry."""
    return register_structure(by, None, at=at, row=row)


@dataclass(slots=True)
class Foreseer:
    """Makes bodies that are nowhere yet, each under a number below zero."""

    made: int = 0

    def __call__(self, row: StructureRow) -> Structure:
        """A body as it would be entered."""
        self.made += 1
        return Structure(
            pk=-self.made,
            kind=row.kind,
            **{f"name_{code}": row.name.get(code) for code in LANGUAGES},
            short_kk=row.short.kk,
            short_ru=row.short.ru,
        )


@dataclass(slots=True)
class Resolver:
    """Finds executors, once for a whole act.

    A body that the registry does not know is made by `enter`, with the name that the act's own
    list of abbreviations gives it.
    """

    enter: Enter
    draft: ActDraft
    named: dict[str, Structure]
    groups: list[CharterItem]
    forms: list[CharterItem]
    by_number: dict[int, Structure] = field(default_factory=dict)
    line: Line = field(default_factory=Line)
    gathered: dict[tuple[str, date], tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, by: Actor, draft: ActDraft, *, on: date, at: datetime) -> Self:
        """A resolver for the executors of a draft, by the charter of a day; it enters the bodies
        that the registry does not know."""
        return cls.with_enter(partial(entered, by, at), draft, on=on)

    @classmethod
    def foreseeing(cls, draft: ActDraft, *, on: date) -> Self:
        """The same, but nothing is written: unknown bodies get numbers below zero."""
        return cls.with_enter(Foreseer(), draft, on=on)

    @classmethod
    def with_enter(cls, enter: Enter, draft: ActDraft, *, on: date) -> Self:
        """A resolver that has unknown bodies made by `enter`."""
        return cls(
            enter=enter,
            draft=draft,
            named=named_structures(),
            groups=list(items(Catalogue.EXECUTOR_GROUP, on=on)),
            forms=list(items(Catalogue.COMPLETION_FORM, on=on)),
            by_number=(known := {one.pk: one for one in Structure.objects.all()}),
            line=Line(
                {
                    one.pk: End(one.closed_on, one.successor_id)
                    for one in known.values()
                    if one.closed_on
                },
                passages(),
            ),
        )

    def party(self, executor: ExecutorDraft) -> PartyTerm:
        """The executor as the structure that it is known to be, as a group of the charter, or else
        as a structure found by its words."""
        if executor.structure is not None:
            return PartyTerm(executor.structure, "", executor.by_agreement)
        if executor.group and (group := worded(self.groups, executor.code)):
            return PartyTerm(None, group.code, executor.by_agreement)
        return PartyTerm(self.structure(executor.code).pk, "", executor.by_agreement)

    def structure(self, code: str) -> Structure:
        """The structure that an abbreviation names, entered now when nobody knew it."""
        key = folded(code)
        if key not in self.named:
            row = StructureRow(
                UNNAMED_KIND,
                name=LocalText(**{self.draft.language: self.draft.abbreviations.get(code, code)}),
                short=LocalText(**{self.draft.language: code}),
            )
            made = self.enter(row)
            self.named[key] = self.by_number[made.pk] = made
        return self.named[key]

    def form(self, words: str) -> str:
        """The code of the completion form that the words name, or ''."""
        found = worded(self.forms, words)
        return found.code if found else ""

    def members_for(self, duty: int | None) -> Members:
        """Whom the parties of a duty stand for on a day; None for one that is not stored yet."""
        return partial(self.members, duty=duty)

    def members(self, party: PartyTerm, on: date, *, duty: int | None = None) -> tuple[int, ...]:
        """The structures that owe for a party on a day, by what passed of the duty."""
        if party.structure is not None:
            return (self.heir(party.structure, on, duty),)
        if (party.group, on) not in self.gathered:
            group = next(one for one in self.groups if one.code == party.group)
            kind = str(group.properties["gathers"])
            self.gathered[party.group, on] = tuple(
                one.pk for one in structures_of_kind(kind, on=on)
            )
        found = self.gathered[party.group, on]
        return tuple(dict.fromkeys(self.heir(one, on, duty) for one in found))

    def heir(self, number: int, on: date, duty: int | None = None) -> int:
        """The structure that answers on a day: itself while it exists and the duty was not passed
        on, then who took over."""
        return self.line.heir(number, on, duty)


def passages() -> dict[tuple[int, int], list[Pass]]:
    """Duty and body, by their numbers → to whom the duty passed from it on which days."""
    found: dict[tuple[int, int], list[Pass]] = {}
    rows = Passage.objects.order_by("reorganisation__on", "pk")
    columns = ("duty", "predecessor", "successor", "reorganisation__on")
    for duty, old, new, on in rows.values_list(*columns):
        found.setdefault((duty, old), []).append(Pass(on, new))
    return found
