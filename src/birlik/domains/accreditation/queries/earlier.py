"""The register as an earlier round's file is compared with it."""

from birlik.base.registry.engine.importing.cells import Choices
from birlik.base.registry.engine.importing.scripts import name_key
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.rules.reach import territory_line
from birlik.domains.accreditation.engine.earlier import Known, Register
from birlik.domains.accreditation.models import Certificate, Round
from birlik.domains.accreditation.rules.norms import codes
from birlik.domains.accreditation.rules.reach import region_of


def register_of(found: Round) -> Register:
    """The associations, certificates and places of today: three queries."""
    bodies = Structure.objects.filter(
        kind__in=codes("bodies", found.opened_on), duplicate_of=None
    ).select_related("territory__parent__parent__parent")
    places = {
        one.code: tuple(filter(None, (one.name_kk, one.name_ru, one.name_en)))
        for one in Territory.objects.all()
    }
    return Register(
        tuple(map(known_of, bodies)),
        dict(Certificate.objects.values_list("number", "structure")),
        Choices(places),
    )


def known_of(one: Structure) -> Known:
    """An association as a row may mean it."""
    region = region_of(one)
    names = (one.name_kk, one.name_ru, one.short_kk, one.short_ru)
    return Known(
        pk=one.pk,
        bin=one.bin,
        names=frozenset(name_key(name) for name in names if name),
        places=territory_line(one.territory),
        region=region.code if region else "",
    )


def regions_by_code(codes_: frozenset[str]) -> dict[str, Territory]:
    """Code → territory."""
    return {one.code: one for one in Territory.objects.filter(code__in=codes_)}


def names_by_number(numbers: set[int]) -> dict[int, Structure]:
    """Number → the association."""
    return Structure.objects.in_bulk(numbers)
