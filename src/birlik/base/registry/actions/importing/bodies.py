"""Bodies of many rows at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from birlik.base.registry.actions.cards import correct_earlier
from birlik.base.registry.engine.cards import changed, columns
from birlik.base.registry.engine.importing.lines import BodyLine
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries.cards import row_of
from birlik.base.registry.refusals.importing import BEYOND_REACH
from birlik.base.registry.rules.cards import (
    may_keep_place,
    may_keep_structure,
    may_make_kind,
    may_move_body,
)
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require

BATCH = 1_000
CORRECTED = (
    *("kind", "name_kk", "name_ru", "name_en", "short_kk", "short_ru", "territory", "level"),
    *("parent", "founded_on", "bin", "registered_on", "registration_number", "registered_by"),
    *("provision", "ground", "address_kk", "address_ru", "phone", "email", "website", "house"),
    *("culture", "languages", "fields", "particulars", "confirmed_on", "sort_key"),
)
"""The columns that a row of a file writes."""
NAMES = ("name_kk", "name_ru", "name_en", "short_kk", "short_ru")


class Bodies:
    """Enters and corrects bodies; `entered` are those that are new, `renamed` those whose words
    changed."""

    def __init__(self, by: Actor, places: Mapping[str, Territory], at: datetime) -> None:
        self.by, self.places, self.at = by, places, at
        self.entered: list[Structure] = []
        self.renamed: list[Structure] = []
        self.keeps = lru_cache(maxsize=None)(self.place_kept)
        self.makes = lru_cache(maxsize=None)(self.kind_made)

    def take(self, lines: Sequence[BodyLine]) -> list[Structure]:
        """The bodies in the order of their lines; raises `RefusedError` for one beyond reach."""
        done: dict[int, Structure] = {}
        known = self.known(lines)
        for place, line in enumerate(lines):
            if line.number is not None:
                done[place] = self.corrected(known.get(line.number), line)
        self.write(list(done.values()))
        waiting = {place: line for place, line in enumerate(lines) if line.number is None}
        while waiting:
            ready = {
                place: line
                for place, line in waiting.items()
                if line.within is None or line.within in done
            }
            if not ready:
                raise RefusedError(BEYOND_REACH)
            done |= self.enter({place: self.settled(line, done) for place, line in ready.items()})
            waiting = {place: line for place, line in waiting.items() if place not in ready}
        return [done[place] for place in range(len(lines))]

    def known(self, lines: Sequence[BodyLine]) -> dict[int, Structure]:
        """The bodies that are corrected, by number, with their territories; locked."""
        numbers = [line.number for line in lines if line.number is not None]
        rows = Structure.objects.select_for_update(of=("self",))
        by_pk = {one.pk: one for one in self.places.values()}
        found: dict[int, Structure] = {}
        for begin in range(0, len(numbers), BATCH):
            some = rows.in_bulk(numbers[begin : begin + BATCH])
            for one in some.values():
                one.territory = by_pk.get(one.territory_id or 0)
            found |= some
        return found

    def settled(self, line: BodyLine, done: Mapping[int, Structure]) -> BodyLine:
        """A line that knows the number of the body above it."""
        if line.within is None:
            return line
        return replace(line, card=replace(line.card, parent=done[line.within].pk), within=None)

    def enter(self, lines: Mapping[int, BodyLine]) -> dict[int, Structure]:
        """New bodies, each under the place of its line."""
        made = []
        for line in lines.values():
            self.makes(line.card.kind)
            territory = self.keeps(line.card.territory)
            given = columns(line.card, territory.pk if territory else None)
            made.append(Structure(**given, confirmed_on=day_of(self.at)))
        Structure.objects.bulk_create(made, batch_size=BATCH)
        self.entered += made
        self.renamed += made
        return dict(zip(lines, made, strict=True))

    def corrected(self, found: Structure | None, line: BodyLine) -> Structure:
        """A body with what its line says."""
        if found is None:
            raise RefusedError(BEYOND_REACH)
        require(may_keep_structure(self.by, found, self.at))
        territory = self.keeps(line.card.territory)
        if territory != found.territory:
            require(may_move_body(self.by, found, on=day_of(self.at)))
        names = [getattr(found, name) for name in NAMES]
        if found.card_from:
            before = row_of(found)
            correct_earlier(found, before, line.card, changed(before, line.card))
        for name, value in columns(line.card, territory.pk if territory else None).items():
            setattr(found, name, value)
        found.confirmed_on = day_of(self.at)
        if names != [getattr(found, name) for name in NAMES]:
            self.renamed.append(found)
        return found

    def write(self, found: Sequence[Structure]) -> None:
        """Keep what was corrected, in one statement for many."""
        if found:
            Structure.objects.bulk_create(
                found,
                batch_size=BATCH,
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=CORRECTED,
            )

    def place_kept(self, code: str) -> Territory | None:
        """The territory of a code that the actor keeps; raises `RefusedError` for another."""
        territory = self.places.get(code)
        if code and territory is None:
            raise RefusedError(BEYOND_REACH)
        require(may_keep_place(self.by, territory))
        return territory

    def kind_made(self, kind: str) -> None:
        """Raise `RefusedError` for a kind of bodies that is not the actor's to make."""
        require(may_make_kind(self.by, kind, on=day_of(self.at)))
