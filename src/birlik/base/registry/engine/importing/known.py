"""What the register knows, as rows of a file are compared with it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.engine.cards_fit import Other
from birlik.base.registry.engine.importing.cells import EitherError, NotFoundError
from birlik.base.registry.engine.importing.scripts import name_key
from birlik.base.registry.engine.people import PersonRow

BIN_DIGITS = 12


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body of the register: its card, whether its card is the actor's to keep, the day from which
    it no longer exists, whether another took over, and the numbers of those it is a part of, with
    its own."""

    number: int
    card: CardRow
    kept: bool
    closed_on: date | None = None
    succeeded: bool = False
    line: frozenset[int] = frozenset()

    @property
    def other(self) -> Other:
        """The body as another card names it."""
        return Other(self.card.founded_on, self.closed_on, self.line)

    @property
    def words(self) -> str:
        """How a reason names it."""
        return f"№{self.number} {self.card.name_ru or self.card.name_kk}"


class Bodies:
    """The bodies of the register by number, BIN and name; by name only those that exist `on` a
    day."""

    def __init__(self, known: Iterable[KnownBody], on: date) -> None:
        self.on = on
        self.by_number = {one.number: one for one in known}
        self.by_bin: dict[str, KnownBody] = {}
        self.by_name: defaultdict[str, dict[int, KnownBody]] = defaultdict(dict)
        self.by_short: defaultdict[str, dict[int, KnownBody]] = defaultdict(dict)
        for one in self.by_number.values():
            if one.card.bin and not one.succeeded:
                self.by_bin[one.card.bin] = one
            if one.other.exists(on):
                self.keep_names(one)

    def keep_names(self, one: KnownBody) -> None:
        """Let a body be found by its names and abbreviations."""
        for name in (one.card.name_kk, one.card.name_ru, one.card.name_en):
            if name:
                self.by_name[name_key(name)][one.number] = one
        for name in (one.card.short_kk, one.card.short_ru):
            if name:
                self.by_short[name_key(name)][one.number] = one

    def named(self, names: Iterable[str], kind: str, territory: str) -> dict[int, KnownBody]:
        """The bodies of a kind in a territory that bear one of the names."""
        return {
            number: one
            for name in names
            if name
            for number, one in self.by_name.get(name_key(name), {}).items()
            if one.card.kind == kind and one.card.territory == territory
        }

    def find(self, words: str, territory: str) -> KnownBody:
        """The body that words mean: its number, its BIN, or its name; of several of one name that
        of the territory counts, else the one that the actor keeps.

        Raises `NotFoundError` or `EitherError`.
        """
        bare = words.strip(" №#")
        if bare.isdecimal():
            known = self.by_bin.get(bare) if len(bare) == BIN_DIGITS else None
            found = known or self.by_number.get(int(bare))
            if found is None:
                raise NotFoundError(words)
            return found
        key = name_key(words)
        named = list((self.by_name.get(key) or self.by_short.get(key) or {}).values())
        if not named:
            raise NotFoundError(words)
        there = [one for one in named if one.card.territory == territory]
        near = there or [one for one in named if one.kept] or named
        if len(near) > 1:
            raise EitherError(words)
        return near[0]


@dataclass(frozen=True, slots=True)
class Held:
    """An office that somebody holds in a body on `[valid_from, valid_until)`."""

    structure: int
    office: str
    valid_from: date
    valid_until: date | None = None

    def meets(self, other: "Held") -> bool:
        """Whether both last on some day."""
        return (other.valid_until is None or self.valid_from < other.valid_until) and (
            self.valid_until is None or other.valid_from < self.valid_until
        )


@dataclass(frozen=True, slots=True)
class Stood:
    """A place that somebody has in a register on `[valid_from, valid_until)`."""

    register: str
    valid_from: date
    valid_until: date | None = None
    structure: int | None = None
    territory: str = ""
    number: str = ""

    def meets(self, begin: date, end: date | None) -> bool:
        """Whether it lasts on a day of `[begin, end)`."""
        return (end is None or self.valid_from < end) and (
            self.valid_until is None or begin < self.valid_until
        )


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the register: what is written of the person (of the number only the `digest`),
    whether the record is the actor's to keep, the offices and the places in registers."""

    number: int
    row: PersonRow
    kept: bool
    digest: str = ""
    held: tuple[Held, ...] = ()
    stood: tuple[Stood, ...] = ()

    @property
    def words(self) -> str:
        """How a reason names a person."""
        return f"№{self.number} {self.row.full_name}"


@dataclass
class Persons:
    """The people of the register by number, digest and name, and who holds the offices."""

    known: Iterable[KnownPerson]
    by_number: dict[int, KnownPerson] = field(init=False)
    by_digest: dict[str, KnownPerson] = field(init=False)
    by_name: Mapping[str, dict[int, KnownPerson]] = field(init=False)
    holding: defaultdict[tuple[int, str], list[Held]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_number = {one.number: one for one in self.known}
        self.by_digest = {one.digest: one for one in self.by_number.values() if one.digest}
        by_name: defaultdict[str, dict[int, KnownPerson]] = defaultdict(dict)
        self.holding = defaultdict(list)
        for one in self.by_number.values():
            for name in (one.row.full_name, one.row.full_name_ru, one.row.full_name_latin):
                if name:
                    by_name[name_key(name)][one.number] = one
            for seat in one.held:
                self.holding[seat.structure, seat.office].append(seat)
        self.by_name = by_name

    def named(self, names: Iterable[str]) -> list[KnownPerson]:
        """The people who bear one of the names."""
        found = {
            number: one
            for name in names
            if name
            for number, one in self.by_name.get(name_key(name), {}).items()
        }
        return list(found.values())
