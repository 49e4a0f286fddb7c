"""Every read of the charter."""

from datetime import date

from django.db.models import Q, QuerySet

from birlik.base.charter.models import Catalogue, CharterItem


def items(catalogue: Catalogue, *, on: date) -> QuerySet[CharterItem]:
    """What a catalogue lists on a day."""
    return CharterItem.objects.filter(catalogue=catalogue, valid_from__lte=on).filter(
        Q(valid_until=None) | Q(valid_until__gt=on)
    )


def item(catalogue: Catalogue, code: str, *, on: date) -> CharterItem | None:
    """The item of a code on a day, or None when the charter has none then."""
    return items(catalogue, on=on).filter(code=code).first()


def powers_of(office_kind: str, *, on: date) -> dict[str, str]:
    """The powers of an office on a day: power → reach ("all", "territory" or "structure")."""
    office = item(Catalogue.OFFICE_KIND, office_kind, on=on)
    return dict(office.properties.get("powers", {})) if office else {}
