"""Who the executors named by an act are: structures of the registry, or groups of the charter."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Self

from birlik.base.charter.engine.wording import folded
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.queries import items, worded
from birlik.base.obligations.engine.owing import PartyTerm
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
            by_number={one.pk: one for one in Structure.objects.all()},
        )

    def party(self, executor: ExecutorDraft) -> PartyTerm:
        """The executor as a group of the charter, or else as a structure."""
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

    def members(self, party: PartyTerm, on: date) -> tuple[int, ...]:
        """The structures that owe for a party on a day."""
        if party.structure is not None:
            return (self.heir(party.structure, on),)
        if (party.group, on) not in self.gathered:
            group = next(one for one in self.groups if one.code == party.group)
            kind = str(group.properties["gathers"])
            self.gathered[party.group, on] = tuple(
                one.pk for one in structures_of_kind(kind, on=on)
            )
        return self.gathered[party.group, on]

    def heir(self, number: int, on: date) -> int:
        """The structure that answers on a day: itself while it exists, then its successors."""
        one = self.by_number[number]
        while one.closed_on and one.closed_on <= on and one.successor_id:
            one = self.by_number[one.successor_id]
        return one.pk
