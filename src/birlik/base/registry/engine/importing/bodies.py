"""Rows of bodies: which they mean, what they change, and whether their cards may be so.

A row means the body of the number in the register, else that with the BIN, else the one of the
kind, territory and name that it bears; one that fits more than one body is not taken.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from birlik.base.charter.engine.kinds import KindCard
from birlik.base.registry.engine.cards import CardRow, tidied
from birlik.base.registry.engine.cards_fit import Around, faults
from birlik.base.registry.engine.importing import refusal
from birlik.base.registry.engine.importing.cells import (
    EitherError,
    NotFoundError,
    Objection,
    Said,
)
from birlik.base.registry.engine.importing.columns import EXTRA, Column
from birlik.base.registry.engine.importing.known import Bodies, KnownBody
from birlik.base.registry.engine.importing.lines import BodyLine
from birlik.base.registry.engine.importing.scripts import name_key
from birlik.base.registry.engine.importing.verdict import (
    Change,
    Lists,
    Means,
    Weighed,
    in_words,
)
from birlik.base.registry.refusals.cards import BIN_TAKEN
from birlik.base.values.local_text import LocalText

PARTICULARS = "particulars."
NAMES = ("name_kk", "name_ru")
BODY_COLUMNS = ("parent", "house")


@dataclass(frozen=True, slots=True)
class BodyTerms:
    """On what rows of bodies are weighed: the kind, the territory of a new body whose row names
    none, the day, how deep each territory lies, and in which the actor keeps cards; `barred` says
    why the actor makes no bodies of the kind, None where the actor does."""

    kind: KindCard
    home: str
    on: date
    depths: Mapping[str, int]
    keeps: Callable[[str], bool]
    barred: LocalText | None = None


class BodyRows:
    """Weighs the rows of a file."""

    def __init__(
        self, terms: BodyTerms, bodies: Bodies, lists: Lists, columns: Sequence[Column]
    ) -> None:
        self.terms, self.bodies, self.lists = terms, bodies, lists
        self.columns = {one.name: one for one in columns}
        self.meant: list[KnownBody | None] = []
        self.new_names: dict[str, list[int]] = {}
        self.within: dict[int, int] = {}

    def weigh(self, rows: Iterable[Said]) -> list[Weighed]:
        """What each row means."""
        said = list(rows)
        self.meant = [self.body_meant(one) for one in said]
        self.refuse_doubles(said)
        for place, one in enumerate(said):
            if self.meant[place] is None:
                for name in {name_key(one.values.get(name, "")) for name in NAMES} - {""}:
                    self.new_names.setdefault(name, []).append(place)
        weighed = [self.weighed(place, one) for place, one in enumerate(said)]
        self.refuse_orphans(weighed)
        return weighed

    def territory_of(self, said: Said) -> str:
        """The territory that a row names, or that of the file."""
        return str(said.values.get("territory", self.terms.home))

    def body_meant(self, said: Said) -> KnownBody | None:
        """The body of the register that a row means; None for a new one, and for a row that cannot
        be told, which then has an objection."""
        if said.entry is not None:
            return self.numbered(said, said.entry)
        if said.is_other:
            return None
        names = [said.values.get(name, "") for name in NAMES]
        named = self.bodies.named(names, self.terms.kind.code, self.territory_of(said))
        given = said.values.get("bin", "")
        if given and (found := self.bodies.by_bin.get(given)):
            return self.with_bin(said, found, named)
        if len(named) > 1:
            said.object_to("", refusal.COULD_BE_TWO, "; ".join(one.words for one in named.values()))
            return None
        found = next(iter(named.values()), None)
        if found and given and found.card.bin:
            said.object_to("bin", refusal.OTHER_BIN, found.words)
        return found

    def numbered(self, said: Said, number: int) -> KnownBody | None:
        """The body of a number, where the actor keeps it; an objection, the same for what is
        another's and what there is not, else."""
        found = self.bodies.by_number.get(number)
        if found is None or not found.kept or found.card.kind != self.terms.kind.code:
            said.object_to("number", refusal.NO_SUCH_ENTRY, number)
            return None
        return found

    def with_bin(
        self, said: Said, found: KnownBody, named: Mapping[int, KnownBody]
    ) -> KnownBody | None:
        """The body with the BIN of a row, unless its name says that it is another."""
        if not found.kept or found.card.kind != self.terms.kind.code:
            said.object_to("bin", BIN_TAKEN)
            return None
        if named and found.number not in named:
            both = "; ".join(one.words for one in (found, *named.values()))
            said.object_to("", refusal.CONTRADICTS, both)
        return found

    def refuse_doubles(self, said: Sequence[Said]) -> None:
        """Object to rows that mean what a row before them means."""
        first: dict[object, int] = {}
        for one, meant in zip(said, self.meant, strict=True):
            for key in self.keys_of(one, meant):
                before = first.setdefault(key, one.number)
                if before != one.number:
                    one.object_to("", refusal.SAME_AS_ROW, row=before)
                    break

    def keys_of(self, said: Said, meant: KnownBody | None) -> list[object]:
        """By what a row is known among those of its file."""
        if meant:
            return [meant.number]
        found: list[object] = []
        if said.values.get("bin"):
            found.append(("bin", said.values["bin"]))
        if said.values.get("name_kk") and not said.is_other:
            found.append((name_key(said.values["name_kk"]), self.territory_of(said)))
        return found

    def weighed(self, place: int, said: Said) -> Weighed:
        """What a row means."""
        known = self.meant[place]
        card = self.card(place, said, known)
        self.object_to_faults(place, said, card, known)
        self.object_to_reach(said, card, known)
        result = Weighed(said)
        if said.objections:
            return result
        result.changes = self.changes(said, known.card, card) if known else []
        if known and not result.changes:
            result.means = Means.SAME
            return result
        result.means = Means.CHANGED if known else Means.NEW
        result.body = BodyLine(card, known.number if known else None)
        return result

    def card(self, place: int, said: Said, known: KnownBody | None) -> CardRow:
        """The card that a row makes: that of the known body with the cells that say something."""
        values = dict(said.values)
        for name in BODY_COLUMNS:
            if name in values:
                values[name] = self.body_named(place, said, name)
        extra = {
            name.removeprefix(EXTRA): values.pop(name)
            for name in list(values)
            if name.startswith(EXTRA)
        }
        if known:
            particulars = {**known.card.particulars, **extra}
            return tidied(replace(known.card, **values, particulars=particulars))
        values.setdefault("territory", self.terms.home)
        base = CardRow(self.terms.kind.code, "", "")
        return tidied(replace(base, **values, particulars=extra), self.terms.kind.level)

    def body_named(self, place: int, said: Said, name: str) -> int | None:
        """The number of the body that a cell names; None for a new one of the same file."""
        words = str(said.values[name])
        try:
            return self.bodies.find(words, self.territory_of(said)).number
        except EitherError:
            said.object_to(name, refusal.BODY_EITHER, words)
        except NotFoundError:
            own = [one for one in self.new_names.get(name_key(words), ()) if one != place]
            if name == "parent" and len(own) == 1:
                self.within[place] = own[0]
            else:
                said.object_to(name, refusal.UNKNOWN_BODY, words)
        return None

    def object_to_faults(
        self, place: int, said: Said, card: CardRow, known: KnownBody | None
    ) -> None:
        """Object to a card that cannot be; a cell that could not be read is said once."""
        told_of = {one.column for one in said.objections}
        found = faults(
            card, self.around(card, known), on=self.terms.on, itself=known.number if known else None
        )
        for name, reason in found.items():
            column = (
                EXTRA + name.removeprefix(PARTICULARS) if name.startswith(PARTICULARS) else name
            )
            if column in told_of or (name == "parent" and place in self.within):
                continue
            said.objections.append(self.objection(column, reason))

    def objection(self, column: str, reason: LocalText) -> Objection:
        """An objection to a column, or to the row where the file has no such column."""
        return Objection(column if column in self.columns else "", reason)

    def around(self, card: CardRow, known: KnownBody | None) -> Around:
        """What is known around a card."""
        bearer = self.bodies.by_bin.get(card.bin) if card.bin else None
        parent = self.bodies.by_number.get(card.parent or 0)
        house = self.bodies.by_number.get(card.house or 0)
        return Around(
            kind=self.terms.kind,
            depth=self.terms.depths.get(card.territory),
            parent=parent.other if parent else None,
            house=house.other if house else None,
            bin_taken=bearer is not None and (known is None or bearer.number != known.number),
            cultures=self.codes("culture"),
            languages=self.codes("language"),
            fields=self.codes("work_field"),
        )

    def codes(self, choice: str) -> Collection[str]:
        """The codes of a list."""
        return self.lists.choices[choice].codes

    def object_to_reach(self, said: Said, card: CardRow, known: KnownBody | None) -> None:
        """Object to a row of a place, or of a kind, that is not the actor's."""
        if (known and not known.kept) or not self.terms.keeps(card.territory):
            said.object_to("territory", refusal.ELSEWHERE)
        elif known is None and self.terms.barred:
            said.object_to("", self.terms.barred)
        if known and known.closed_on and known.closed_on <= self.terms.on:
            said.object_to("", refusal.CLOSED_BODY, known.words)

    def changes(self, said: Said, before: CardRow, after: CardRow) -> list[Change]:
        """What a row changes of a card, column by column."""
        found = []
        for name in said.values:
            if name.startswith(EXTRA):
                code = name.removeprefix(EXTRA)
                was, becomes = before.particulars.get(code), after.particulars.get(code)
            else:
                was, becomes = getattr(before, name), getattr(after, name)
            if was != becomes:
                found.append(Change(name, self.shown(name, was), self.shown(name, becomes)))
        return found

    def shown(self, name: str, value: Any) -> LocalText:
        """A value in words."""
        column = self.columns[name]
        if name in BODY_COLUMNS:
            body = self.bodies.by_number.get(value or 0)
            return body.card.name if body else LocalText()
        if column.type == "territory":
            return self.lists.words_of("territory", [value] if value else [])
        if column.type in ("code", "codes"):
            codes = [value] if isinstance(value, str) and value else value or ()
            return self.lists.words_of(column.choice, codes)
        return in_words(value)

    def refuse_orphans(self, weighed: Sequence[Weighed]) -> None:
        """Object to rows whose body above is a row that cannot be taken, until no more is."""
        waiting = dict(self.within)
        while lost := {
            place: above
            for place, above in waiting.items()
            if weighed[above].means != Means.NEW or is_round(place, waiting)
        }:
            for place, above in lost.items():
                one = weighed[place]
                one.said.object_to("parent", refusal.PARENT_UNFIT, row=weighed[above].said.number)
                one.means, one.body = Means.UNFIT, None
                del waiting[place]


def is_round(place: int, within: Mapping[int, int]) -> bool:
    """Whether a row would in the end lie within itself."""
    seen = {place}
    above = within.get(place)
    while above is not None and above not in seen:
        seen.add(above)
        above = within.get(above)
    return above is not None


def body_lines(weighed: Sequence[Weighed], within: Mapping[int, int]) -> list[BodyLine]:
    """The lines to be taken, each with the place of the line that it lies within."""
    places: dict[int, int] = {}
    for row, one in enumerate(weighed):
        if one.body:
            places[row] = len(places)
    return [
        replace(one.body, within=places[within[row]] if row in within else None)
        for row, one in enumerate(weighed)
        if one.body
    ]
