"""People of many rows at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from birlik.base.registry.engine.importing.lines import PersonLine
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.models import Person, PersonalRecord, Territory
from birlik.base.registry.refusals.importing import BEYOND_REACH
from birlik.base.registry.refusals.people import IIN_ELSEWHERE
from birlik.base.registry.rules.people import may_keep_people_in, may_keep_person
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor
from birlik.base.values.collation import sort_key
from birlik.base.values.refused import RefusedError, require

BATCH = 1_000
CORRECTED = (
    *("full_name", "full_name_ru", "full_name_latin", "territory", "languages", "fields"),
    "sort_key",
)
APART = ("iin_sealed", "iin_digest", "phone", "email")


class People:
    """Enters and corrects people; `entered` are those that are new, `renamed` those whose words
    changed."""

    def __init__(self, by: Actor, places: Mapping[str, Territory], at: datetime) -> None:
        self.by, self.places, self.at = by, places, at
        self.entered: list[Person] = []
        self.renamed: list[Person] = []
        self.keeps = lru_cache(maxsize=None)(self.place_kept)

    def take(self, lines: Sequence[PersonLine]) -> list[Person]:
        """The people in the order of their lines; raises `RefusedError` for one beyond reach."""
        known = self.known(lines)
        taken = [
            self.new(line.row)
            if line.number is None
            else self.corrected(known.get(line.number), line.row)
            for line in lines
        ]
        Person.objects.bulk_create(self.entered, batch_size=BATCH)
        self.write(list(known.values()))
        self.keep_apart(lines, taken)
        return taken

    def known(self, lines: Sequence[PersonLine]) -> dict[int, Person]:
        """The people who are corrected, by number, with their territories; locked."""
        numbers = [line.number for line in lines if line.number is not None]
        by_pk = {one.pk: one for one in self.places.values()}
        found: dict[int, Person] = {}
        for begin in range(0, len(numbers), BATCH):
            some = Person.objects.select_for_update(of=("self",)).in_bulk(
                numbers[begin : begin + BATCH]
            )
            for one in some.values():
                one.territory = by_pk.get(one.territory_id or 0)
            found |= some
        return found

    def new(self, row: PersonRow) -> Person:
        """Somebody new, to be written with the others."""
        one = Person()
        self.fill(one, row)
        self.entered.append(one)
        self.renamed.append(one)
        return one

    def corrected(self, found: Person | None, row: PersonRow) -> Person:
        """A person with what the row says."""
        if found is None:
            raise RefusedError(BEYOND_REACH)
        require(may_keep_person(self.by, found, self.at))
        names = (found.full_name, found.full_name_ru, found.full_name_latin)
        self.fill(found, row)
        if names != (found.full_name, found.full_name_ru, found.full_name_latin):
            self.renamed.append(found)
        return found

    def fill(self, one: Person, row: PersonRow) -> None:
        """Write a row into a person."""
        one.territory = self.keeps(row.territory)
        one.full_name = row.full_name
        one.full_name_ru, one.full_name_latin = row.full_name_ru, row.full_name_latin
        one.languages, one.fields = row.languages, row.fields
        one.sort_key = sort_key(row.full_name)

    def write(self, found: Sequence[Person]) -> None:
        """Keep what was corrected, in one statement for many."""
        if found:
            Person.objects.bulk_create(
                found,
                batch_size=BATCH,
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=CORRECTED,
            )

    def keep_apart(self, lines: Sequence[PersonLine], taken: Sequence[Person]) -> None:
        """Keep the numbers and contacts that rows give.

        Raises `RefusedError` where somebody else has a number.
        """
        rows = zip((one.pk for one in taken), (line.row for line in lines), strict=True)
        given = [(pk, row) for pk, row in rows if is_given(row)]
        corrected = {line.number for line in lines if line.number is not None}
        kept = self.records({pk for pk, _row in given if pk in corrected})
        for pk, row in given:
            fill_apart(kept.setdefault(pk, PersonalRecord(person_id=pk)), row)
        self.refuse_known(
            {digest: pk for pk, row in given for digest in seal().digests(row.iin or "")}
        )
        there = [one for one in kept.values() if one.pk is not None]
        new = [one for one in kept.values() if one.pk is None]
        PersonalRecord.objects.bulk_create(new, batch_size=BATCH)
        if there:
            PersonalRecord.objects.bulk_create(
                there,
                batch_size=BATCH,
                update_conflicts=True,
                unique_fields=["id"],
                update_fields=APART,
            )

    def records(self, numbers: set[int]) -> dict[int, PersonalRecord]:
        """What is kept apart of some people, by the number of the person."""
        wanted = sorted(numbers)
        found: dict[int, PersonalRecord] = {}
        for begin in range(0, len(wanted), BATCH):
            some = PersonalRecord.objects.filter(person__in=wanted[begin : begin + BATCH])
            found |= {one.person_id: one for one in some}
        return found

    def refuse_known(self, digests: Mapping[str, int]) -> None:
        """Raise `RefusedError` where a number is another's already."""
        wanted = sorted(digests)
        for begin in range(0, len(wanted), BATCH):
            some = PersonalRecord.objects.filter(iin_digest__in=wanted[begin : begin + BATCH])
            for digest, person in some.values_list("iin_digest", "person"):
                if digests[digest] != person:
                    raise RefusedError(IIN_ELSEWHERE)

    def place_kept(self, code: str) -> Territory | None:
        """The territory of a code whose records the actor keeps; raises `RefusedError` for
        another."""
        territory = self.places.get(code)
        if code and territory is None:
            raise RefusedError(BEYOND_REACH)
        require(may_keep_people_in(self.by, territory))
        return territory


def is_given(row: PersonRow) -> bool:
    """Whether a row says something that is kept apart."""
    return any(value is not None for value in (row.iin, row.phone, row.email))


def fill_apart(record: PersonalRecord, row: PersonRow) -> None:
    """Write the number and contacts that a row gives into what is kept apart."""
    if row.iin is not None:
        record.iin_sealed, record.iin_digest = seal().sealed(row.iin), seal().digest(row.iin)
    if row.phone is not None:
        record.phone = row.phone
    if row.email is not None:
        record.email = row.email
