"""The lists in which the codes of a file stand."""

from collections.abc import Iterable, Mapping
from datetime import date

from birlik.base.charter.engine.kinds import ExtraField
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.queries import items
from birlik.base.registry.engine.importing.cells import Choices
from birlik.base.registry.engine.importing.columns import EXTRA, LEVEL_NAMES
from birlik.base.registry.engine.importing.scripts import name_key
from birlik.base.registry.engine.importing.verdict import Lists
from birlik.base.registry.models import Territory
from birlik.base.values.local_text import LocalText

CATALOGUES = {
    "culture": Catalogue.CULTURE,
    "language": Catalogue.LANGUAGE,
    "work_field": Catalogue.WORK_FIELD,
    "office": Catalogue.OFFICE_KIND,
}
SORT_WORDS = (
    *("облысы", "область", "обл", "облыс", "қаласы", "город", "г", "қ", "қала", "ауданы"),
    *("район", "р-н", "аудан", "region", "city", "district", "тілі", "тіл", "язык", "language"),
    *("мәдениеті", "культура", "culture"),
)
SORTS = frozenset(map(name_key, SORT_WORDS))
"""Words that say of what sort a place or a tongue is, which people leave out."""


def lists_for(
    fields: Iterable[ExtraField],
    places: Mapping[str, Territory],
    kept: frozenset[str],
    *,
    on: date,
) -> Lists:
    """The lists of the charter on a day, the places, and the choices of some fields; of places of
    one name those `kept` are meant. One query."""
    wanted = items_by_catalogue(on)
    names: dict[str, Mapping[str, LocalText]] = {"level": LEVEL_NAMES}
    choices = {"level": choices_of(LEVEL_NAMES)}
    for choice, catalogue in CATALOGUES.items():
        listed = wanted.get(catalogue, {})
        names[choice] = {code: one.name for code, one in listed.items()}
        choices[choice] = Choices({code: called(one) for code, one in listed.items()})
    for field in fields:
        if field.type == "choice":
            names[f"{EXTRA}{field.code}"] = dict(field.options)
            choices[f"{EXTRA}{field.code}"] = choices_of(dict(field.options))
    standing = {code: one for code, one in places.items() if stands(one, on)}
    names["territory"] = {code: one.name for code, one in places.items()}
    choices["territory"] = Choices({code: place_names(one) for code, one in standing.items()}, kept)
    return Lists(choices, names)


def items_by_catalogue(on: date) -> dict[str, dict[str, CharterItem]]:
    """Catalogue → code → item, of the lists that files use."""
    found: dict[str, dict[str, CharterItem]] = {}
    for catalogue in CATALOGUES.values():
        found[catalogue] = {one.code: one for one in items(catalogue, on=on).order_by("name_kk")}
    return found


def called(one: CharterItem) -> list[str]:
    """What an item is called: its names, with and without the words that say of what sort it is,
    and the ways in which acts write it."""
    names = [one.name_kk, one.name_ru, one.name_en]
    return [*names, *(without_sort(name) for name in names), *one.words.splitlines()]


def choices_of(names: Mapping[str, LocalText]) -> Choices:
    """The codes of a list found by their names."""
    return Choices({code: (one.kk, one.ru, one.en) for code, one in names.items()})


def stands(place: Territory, on: date) -> bool:
    """Whether a place is one on a day."""
    return place.valid_until is None or place.valid_until > on


def place_names(place: Territory) -> list[str]:
    """What a place is called, with and without the words that say what sort of place it is."""
    names = [place.name_kk, place.name_ru, place.name_en, place.short_kk, place.short_ru]
    return [*names, *(without_sort(one) for one in names)]


def without_sort(name: str) -> str:
    """A name without the words that say of what sort it is."""
    return " ".join(word for word in name_key(name).split() if word not in SORTS)
