"""Who the words of executors name, and what completion forms the charter knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from birlik.base.charter.engine.wording import folded
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.queries import items, worded
from birlik.base.records.engine.executors import read_executors
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import named_structures, structures_of_kind
from birlik.domains.drafting.engine.content import PlanLanguage


@dataclass(frozen=True, slots=True)
class Named:
    """An executor as written: a structure, a group of the charter, or (neither) nobody known."""

    words: str
    structure: Structure | None = None
    group: str = ""
    by_agreement: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """The names that bodies and groups bear on a day; two queries."""

    on: date
    structures: Mapping[str, Structure]
    groups: Sequence[CharterItem]
    gathered: dict[str, list[Structure]] = field(default_factory=dict)

    @classmethod
    def of(cls, on: date) -> Self:
        """The names of a day."""
        return cls(on, named_structures(), list(items(Catalogue.EXECUTOR_GROUP, on=on)))

    def codes(self, language: PlanLanguage) -> dict[str, str]:
        """Short name → full name of every body, in a language."""
        pairs = (
            (getattr(one, f"short_{language}"), getattr(one, f"name_{language}"))
            for one in set(self.structures.values())
        )
        return {short: name for short, name in pairs if short}

    def read(self, words: str, language: PlanLanguage) -> tuple[Named, ...]:
        """The executors that a cell names, in its order, the one who consolidates first."""
        return tuple(
            self.named(one.code, by_agreement=one.by_agreement, group=one.group)
            for one in read_executors(words, self.codes(language))[0]
        )

    def named(self, code: str, *, by_agreement: bool, group: bool) -> Named:
        """Who a name names."""
        known = worded(self.groups, code) if group else None
        if known:
            return Named(code, None, known.code, by_agreement)
        return Named(code, self.structures.get(folded(code)), "", by_agreement)

    def read_either(self, words: Mapping[PlanLanguage, str]) -> tuple[Named, ...]:
        """The executors by the Kazakh words, by the Russian ones where there are none."""
        spoken: PlanLanguage = "kk" if words["kk"].strip() else "ru"
        return self.read(words[spoken], spoken)

    def members(self, group: str) -> list[Structure]:
        """The bodies that a group stands for on the day; asked for once."""
        if group not in self.gathered:
            kinds = (str(one.properties["gathers"]) for one in self.groups if one.code == group)
            kind = next(kinds, "")
            self.gathered[group] = list(structures_of_kind(kind, on=self.on)) if kind else []
        return self.gathered[group]


def completion_forms(*, on: date) -> list[CharterItem]:
    """The completion forms of a day."""
    return list(items(Catalogue.COMPLETION_FORM, on=on))
