"""Whom to call in the bodies that have not answered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items, rights_in
from birlik.base.registry.models import Office, Structure, Territory
from birlik.base.registry.queries.absence import Answering, answering_people
from birlik.domains.execution.queries.rounds.progress import SheetLine, is_sent

REPORTS = "obligations.report"


@dataclass(frozen=True, slots=True)
class Call:
    """A body that has not answered, on how many of its `rows` something stands, and an office of
    it with who answers there: None of either where nobody is known."""

    body: Structure
    region: Territory | None
    state: str
    rows: int
    filled: int
    office: Office | None
    person: Answering | None


def calls(lines: Iterable[SheetLine], *, on: date) -> tuple[Call, ...]:
    """Whom to call, body by body: the offices that report for it, or all its offices where none
    does. A substitute stands in the place of an absent holder. Three queries."""
    awaited = [one for one in lines if not is_sent(one)]
    offices = reporting_offices([one.body.pk for one in awaited], on=on)
    people = answering_people([one.pk for found in offices.values() for one in found], on=on)
    return tuple(
        call for line in awaited for call in calls_to(line, offices.get(line.body.pk, ()), people)
    )


def reporting_offices(bodies: Iterable[int], *, on: date) -> dict[int, list[Office]]:
    """Number of a body → its offices that report, by the charter of a day; all its offices where
    none does."""
    reporting = {
        one.code for one in items(Catalogue.OFFICE_KIND, on=on) if REPORTS in rights_in(one).powers
    }
    found: dict[int, list[Office]] = {}
    for one in Office.objects.filter(structure__in=list(bodies)):
        found.setdefault(one.structure_id, []).append(one)
    return {
        body: [one for one in listed if one.kind in reporting] or listed
        for body, listed in found.items()
    }


def calls_to(
    line: SheetLine, offices: Sequence[Office], people: Mapping[int, Answering]
) -> Iterator[Call]:
    """A line for each office of a body, or one without an office."""
    told = (line.body, line.region, line.sheet.state, line.rows, line.filled)
    if not offices:
        yield Call(*told, None, None)
    for office in offices:
        yield Call(*told, office, people.get(office.pk))
