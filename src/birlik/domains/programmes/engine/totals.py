"""What an association did in a year, added up; and the totals of many reports."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS = ("event", "course", "publication", "media", "project", "help")
"""The kinds of activities, in the order in which they are told."""

TYPED = ("members", "branches", "staff")
"""What is typed, for no activity says it."""


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done: its kind, who took part (None: nobody counted), its languages."""

    kind: str
    participants: int | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """A yearly report in figures: what was typed (None: nothing said), how many activities and how
    many people in them by kind, and the codes of the languages they were held in."""

    typed: Mapping[str, int | None] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    words: str = ""

    @property
    def activities(self) -> int:
        """How many activities there were."""
        return sum(self.counts.values())

    @property
    def participants(self) -> int:
        """How many people took part in all."""
        return sum(self.people.values())


def added_up(done: Iterable[Done], typed: Mapping[str, int | None], *, words: str = "") -> Content:
    """What was done in a year, added up, with what was typed."""
    counts: Counter[str] = Counter()
    people: Counter[str] = Counter()
    languages: set[str] = set()
    for one in done:
        counts[one.kind] += 1
        people[one.kind] += one.participants or 0
        languages |= set(one.languages)
    return Content(
        {name: typed.get(name) for name in TYPED},
        {kind: counts[kind] for kind in KINDS},
        {kind: people[kind] for kind in KINDS},
        tuple(sorted(languages)),
        words,
    )


def to_record(content: Content) -> dict[str, Any]:
    """A report as JSON keeps it."""
    return {
        "typed": dict(content.typed),
        "counts": dict(content.counts),
        "people": dict(content.people),
        "languages": list(content.languages),
        "words": content.words,
    }


def from_record(record: Mapping[str, Any]) -> Content:
    """A report as `to_record` wrote it."""
    return Content(
        record["typed"],
        record["counts"],
        record["people"],
        tuple(record["languages"]),
        record["words"],
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """The totals of many reports: how many there are, and their figures added up."""

    reports: int
    typed: Mapping[str, int]
    counts: Mapping[str, int]
    people: Mapping[str, int]
    languages: tuple[str, ...]


def sum_of(contents: Iterable[Content]) -> Sum:
    """Reports added up; what one of them does not say counts as nothing."""
    every = list(contents)
    return Sum(
        len(every),
        {name: sum(one.typed.get(name) or 0 for one in every) for name in TYPED},
        {kind: sum(one.counts.get(kind, 0) for one in every) for kind in KINDS},
        {kind: sum(one.people.get(kind, 0) for one in every) for kind in KINDS},
        tuple(sorted({code for one in every for code in one.languages})),
    )
