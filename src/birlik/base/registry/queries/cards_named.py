"""What the codes and numbers on cards are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import by_name, valid_on
from birlik.base.records.models import Provision
from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.local_text import LocalText

Named = Mapping[str, LocalText]
CATALOGUES = (Catalogue.LANGUAGE, Catalogue.WORK_FIELD, Catalogue.CULTURE)


@dataclass(frozen=True, slots=True)
class Codes:
    """Code → name of the languages, the fields of work and the cultures of the charter."""

    languages: Named = field(default_factory=dict)
    fields: Named = field(default_factory=dict)
    cultures: Named = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Names:
    """What some cards name: the codes of the charter, territories by code, bodies and provisions
    by number."""

    codes: Codes = field(default_factory=Codes)
    places: Mapping[str, Territory] = field(default_factory=dict)
    bodies: Mapping[int, Structure] = field(default_factory=dict)
    provisions: Mapping[int, Provision] = field(default_factory=dict)


def codes_on(on: date) -> Codes:
    """The codes that cards bear, as the charter names them on a day; one query."""
    found: dict[str, dict[str, LocalText]] = {one: {} for one in CATALOGUES}
    for item in by_name(valid_on(on).filter(catalogue__in=CATALOGUES)):
        found[item.catalogue][item.code] = item.name
    return Codes(*(found[one] for one in CATALOGUES))


def names_in(rows: Iterable[CardRow], *, on: date) -> Names:
    """What is named on some cards, in at most four queries."""
    cards = list(rows)
    places = {one.territory for one in cards} - {""}
    bodies = {number for one in cards for number in (one.parent, one.house)} - {None}
    points = {one.provision for one in cards} - {None}
    territories = Territory.objects.filter(code__in=places).select_related("parent")
    return Names(
        codes=codes_on(on),
        places={one.code: one for one in territories} if places else {},
        bodies=Structure.objects.in_bulk(bodies) if bodies else {},
        provisions=Provision.objects.select_related("act").in_bulk(points) if points else {},
    )
