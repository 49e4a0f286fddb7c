"""Every read of the charter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from birlik.base.charter.engine.figures import Figure, read_figure
from birlik.base.charter.engine.kinds import KindCard, RegisterCard, read_kind, read_register
from birlik.base.charter.engine.wording import folded
from birlik.base.charter.models import Catalogue, CharterItem, MovedDay
from birlik.base.values.collation import sort_key
from birlik.base.values.local_text import LocalText
from birlik.base.values.working_days import MovedDate, WorkingDays


@dataclass(frozen=True, slots=True)
class OfficeRights:
    """The powers of an office: power → reach ("all", "territory" or "structure"); whether they are
    given only to an account with a second factor; whether who keeps the bodies of a territory
    appoints to it; and the offices that nobody may hold beside it, in whatever body."""

    powers: dict[str, str]
    second_factor: bool = False
    given_locally: bool = False
    not_with: tuple[str, ...] = ()


def valid_on(on: date) -> QuerySet[CharterItem]:
    """What the whole charter says on a day."""
    return CharterItem.objects.filter(valid_from__lte=on).filter(
        Q(valid_until=None) | Q(valid_until__gt=on)
    )


def items(catalogue: Catalogue, *, on: date) -> QuerySet[CharterItem]:
    """What a catalogue lists on a day."""
    return valid_on(on).filter(catalogue=catalogue)


def item(catalogue: Catalogue, code: str, *, on: date) -> CharterItem | None:
    """The item of a code on a day, or None when the charter has none then."""
    return items(catalogue, on=on).filter(code=code).first()


def worded(listed: Iterable[CharterItem], words: str) -> CharterItem | None:
    """The item whose longest wording, or name in Kazakh or Russian, stands in `words`."""
    text = folded(words)
    found = [
        (len(wording), one)
        for one in listed
        for wording in map(folded, (*one.words.splitlines(), one.name_kk, one.name_ru))
        if wording in text
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def kind_cards(*, on: date) -> dict[str, KindCard]:
    """Code → the kind of bodies as it stands on a day, by name in Kazakh; one query."""
    wanted = (Catalogue.BODY_KIND, Catalogue.OFFICE_KIND)
    return cards_in(valid_on(on).filter(catalogue__in=wanted))


def kind_card(code: str, *, on: date) -> KindCard | None:
    """The kind of bodies of a code on a day, or None; one query."""
    ours = Q(catalogue=Catalogue.BODY_KIND, code=code) | Q(catalogue=Catalogue.OFFICE_KIND)
    return cards_in(valid_on(on).filter(ours)).get(code)


def cards_in(listed: Iterable[CharterItem]) -> dict[str, KindCard]:
    """Code → the kind of bodies, of items that are kinds of bodies and offices."""
    ordered = by_name(listed)
    offices = {one.code: one.name for one in ordered if one.catalogue == Catalogue.OFFICE_KIND}
    return {
        one.code: read_kind(one.code, one.name, one.properties, ground=one.ground, offices=offices)
        for one in ordered
        if one.catalogue == Catalogue.BODY_KIND
    }


def register_cards(*, on: date) -> dict[str, RegisterCard]:
    """Code → the register of persons as it stands on a day, by name in Kazakh; one query."""
    return {
        one.code: read_register(one.code, one.name, one.properties, ground=one.ground)
        for one in by_name(items(Catalogue.REGISTER, on=on))
    }


def register_card(code: str, *, on: date) -> RegisterCard | None:
    """The register of a code on a day, or None; one query."""
    one = item(Catalogue.REGISTER, code, on=on)
    return read_register(code, one.name, one.properties, ground=one.ground) if one else None


def named_items(catalogue: Catalogue, *, on: date) -> dict[str, LocalText]:
    """Code → name of what a catalogue lists on a day, by name in Kazakh; one query."""
    return {one.code: one.name for one in by_name(items(catalogue, on=on))}


def by_name(listed: Iterable[CharterItem]) -> list[CharterItem]:
    """Items in the order of their Kazakh names."""
    return sorted(listed, key=lambda one: (sort_key(one.name_kk), one.code))


def figures(*, on: date) -> tuple[Figure, ...]:
    """The numbers of the acts that the charter holds on a day, by code; one query."""
    listed = items(Catalogue.FIGURE, on=on)
    return tuple(read_figure(one.code, one.name, one.properties) for one in listed)


def internal_act_kinds() -> "QuerySet[CharterItem, str]":
    """The codes of the kinds of acts that the charter calls internal: papers inside a body, listed
    nowhere and opened only through what they made."""
    found = CharterItem.objects.filter(catalogue=Catalogue.ACT_KIND, properties__internal=True)
    return found.values_list("code", flat=True)


def rights_of(office_kind: str, *, on: date) -> OfficeRights:
    """What the charter says of an office on a day; nothing at all where it has no such office."""
    office = item(Catalogue.OFFICE_KIND, office_kind, on=on)
    return rights_in(office) if office else OfficeRights({})


def rights_in(office: CharterItem) -> OfficeRights:
    """What an item of the charter says of the rights of the office that it is."""
    found = office.properties
    return OfficeRights(
        dict(found.get("powers", {})),
        second_factor=bool(found.get("second_factor")),
        given_locally=bool(found.get("given_locally")),
        not_with=tuple(found.get("not_with", ())),
    )


def office_rights(*, on: date) -> dict[str, OfficeRights]:
    """Code of an office → its rights on a day; one query."""
    return {one.code: rights_in(one) for one in items(Catalogue.OFFICE_KIND, on=on)}


def working_days() -> WorkingDays:
    """The working-day calendar of this installation: the law's, with what acts moved."""
    columns = ("on", "worked", "moved_from", "ground")
    return WorkingDays(
        tuple(MovedDate(*row) for row in MovedDay.objects.order_by("on").values_list(*columns))
    )


def moved_days(year: int) -> QuerySet[MovedDay]:
    """The days of a year that acts moved, in order."""
    return MovedDay.objects.filter(on__year=year)


def moved_day(pk: int) -> MovedDay | None:
    """A moved day by its number; None where there is none."""
    return MovedDay.objects.filter(pk=pk).first()
