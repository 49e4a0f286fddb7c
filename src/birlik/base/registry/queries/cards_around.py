"""What the registry and the charter know around a card that is about to be written."""

from datetime import date

from django.db.models import QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import kind_card, named_items
from birlik.base.records.models import Provision
from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.engine.cards_fit import Around, Other
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import existing_on
from birlik.base.registry.rules.reach import territory_line


def around_of(row: CardRow, *, on: date, itself: int | None = None) -> Around:
    """What is known around one card on a day; `itself` is the number of the body it is of."""
    place = territory_coded(row.territory)
    return Around(
        kind=kind_card(row.kind, on=on),
        depth=len(territory_line(place)) - 1 if place else None,
        parent=other_body(row.parent),
        house=other_body(row.house),
        bin_taken=bin_taken(row.bin, itself),
        provision_known=row.provision is None
        or Provision.objects.filter(pk=row.provision).exists(),
        cultures=named_items(Catalogue.CULTURE, on=on) if row.culture else (),
        languages=named_items(Catalogue.LANGUAGE, on=on) if row.languages else (),
        fields=named_items(Catalogue.WORK_FIELD, on=on) if row.fields else (),
    )


def structure_numbered(number: int) -> Structure | None:
    """The body of a number with its territory and those it lies in, or None."""
    related = "territory__parent__parent__parent"
    return Structure.objects.filter(pk=number).select_related(related).first()


def territory_coded(code: str) -> Territory | None:
    """The territory of a code, with those it lies in; None for the republic or an unknown code."""
    if not code:
        return None
    return Territory.objects.filter(code=code).select_related("parent__parent__parent").first()


def other_body(number: int | None) -> Other | None:
    """A body that a card names, with the numbers of those it is a part of; None where there is
    none, or where it was found to be a duplicate."""
    if number is None:
        return None
    one = Structure.objects.filter(pk=number, duplicate_of=None).first()
    if one is None:
        return None
    line = [one.pk]
    above = one.parent
    while above is not None and above.pk not in line:
        line.append(above.pk)
        above = above.parent
    return Other(one.founded_on, one.closed_on, frozenset(line))


def bin_taken(number: str, itself: int | None) -> bool:
    """Whether another body that was not succeeded bears a number (БИН)."""
    if not number:
        return False
    others = Structure.objects.filter(bin=number, duplicate_of=None, successor=None)
    return others.exclude(pk=itself or 0).exists()


def parts_on(structure: Structure, on: date) -> QuerySet[Structure]:
    """The parts of a body that exist on a day, by name."""
    found = Structure.objects.filter(existing_on(on), parent=structure, duplicate_of=None)
    return found.order_by("sort_key", "pk")
