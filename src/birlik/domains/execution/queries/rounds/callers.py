"""Whom to call in the bodies that have not answered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items, rights_in
from birlik.base.registry.models import Office, Structure, Territory
from birlik.base.registry.queries.absence import Answering, answering_people
from birlik.base.registry.rules.reach import territory_line
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
    """Whom to call, body by body: the offices in it that report, else those that report for its
    region, else all its offices. A substitute stands in the place of an absent holder. Four
    queries."""
    awaited = [one for one in lines if not is_sent(one)]
    offices = offices_to_call(awaited, on=on)
    people = answering_people({one.pk for found in offices.values() for one in found}, on=on)
    return tuple(call for line in awaited for call in calls_to(line, offices[line.body.pk], people))


def offices_to_call(lines: Iterable[SheetLine], *, on: date) -> dict[int, list[Office]]:
    """Number of a body → the offices to call."""
    reaches = {
        one.code: rights_in(one).powers.get(REPORTS, "")
        for one in items(Catalogue.OFFICE_KIND, on=on)
    }
    own: dict[int, list[Office]] = {}
    regional: dict[str, list[Office]] = {}
    listed = list(lines)
    inside = Q(structure__in=[one.body.pk for one in listed])
    regions = Q(kind__in=[kind for kind, reach in reaches.items() if reach == "territory"])
    for one in Office.objects.filter(inside | regions).select_related("structure__territory"):
        own.setdefault(one.structure_id, []).append(one)
        place = one.structure.territory
        if reaches.get(one.kind) == "territory" and place:
            regional.setdefault(place.code, []).append(one)
    found = {}
    for line in listed:
        mine = own.get(line.body.pk, [])
        reporting = [one for one in mine if reaches.get(one.kind)]
        places = territory_line(line.body.territory)
        above = next((regional[code] for code in places if code in regional), [])
        found[line.body.pk] = reporting or above or mine
    return found


def calls_to(
    line: SheetLine, offices: Sequence[Office], people: Mapping[int, Answering]
) -> Iterator[Call]:
    """A line for each office of a body, or one without an office."""
    told = (line.body, line.region, line.sheet.state, line.rows, line.filled)
    if not offices:
        yield Call(*told, None, None)
    for office in offices:
        yield Call(*told, office, people.get(office.pk))
