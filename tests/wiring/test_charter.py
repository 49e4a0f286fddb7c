"""The charter that comes along has every body, register and figure that the concepts name."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from birlik.base.charter.engine.edition import Item, read_charter
from birlik.base.charter.engine.figures import Figure, read_figure
from birlik.base.charter.engine.kinds import KindCard, read_kind, read_register
from birlik.base.charter.models import Catalogue
from birlik.base.registry.models import Level
from birlik.wiring import foundations

KINDS_OF: dict[int, tuple[str, ...]] = {
    1: ("assembly",),
    5: ("council",),
    6: ("secretariat",),
    7: ("assembly",),
    8: ("majilis_deputies", "assembly_senators"),
    9: ("regional_assembly", "accord_institution"),
    10: ("district_assembly",),
    11: ("labour_assembly",),
    12: ("student_assembly",),
    13: ("advisory_body", "commission", "working_group"),
    16: ("elders_council", "mothers_council", "accord_council"),
    17: ("ethnocultural_association", "republican_ethnocultural_association"),
    18: ("accreditation_commission",),
    20: ("elders_council",),
    21: ("mothers_council",),
    22: ("accord_council",),
    23: ("friendship_house", "republican_friendship_house"),
    25: ("entrepreneurs_association",),
    72: ("university_chair", "chairs_association"),
    80: ("mediation_council", "mediation_centre"),
    83: ("youth_organisation", "youth_branch", "association_youth_wing"),
    84: ("youth_presidium",),
    87: ("jomart_centre", "jomart_branch"),
    88: ("volunteer_centre",),
    95: ("sunday_school", "language_group", "mamile_club", "language_camp"),
    99: ("creative_collective", "collectives_association", "ethnic_theatre"),
    104: ("journalists_club",),
    105: ("ethnic_press", "broadcast_programme"),
    109: ("maslikhat_group", "senate_group", "interchamber_group"),
    114: ("ambassadors_corps",),
}
"""Point of the capabilities → the kinds of bodies that it needs, read by hand."""
REGISTERS_OF = {
    70: "experts",
    80: "mediators",
    84: "reserve",
    87: "patrons",
    88: "volunteers",
    104: "journalists",
    114: "friendship_ambassadors",
}
"""Point of the capabilities → the register of persons that it needs."""
FIELDS_OF = {
    "friendship_house": {"rooms", "residents", "equipment", "vehicles", "language_labs"},
    "ethnic_press": {"circulation"},
    "creative_collective": {"genre"},
    "university_chair": {"university"},
    "student_assembly": {"university"},
    "labour_assembly": {"enterprise"},
    "sunday_school": {"pupils"},
}
FIGURES = {
    "associations": 1000,
    "public_structures": 4000,
    "people_involved": 50_000,
    "friendship_houses": 36,
    "regions_with_assemblies": 20,
    "district_assemblies": 5,
    "elders_councils": 1263,
    "mothers_councils": 1697,
    "mediators": 1294,
    "mediation_councils": 21,
    "mediation_centres": 21,
    "expert_groups": 20,
    "university_chairs": 42,
    "experts": 360,
    "patrons": 400,
    "volunteers": 12_000,
    "journalists_clubs": 20,
    "journalists": 275,
    "ethnic_press": 50,
    "press_languages": 11,
    "creative_collectives": 170,
    "ethnic_theatres": 4,
    "friendship_ambassadors": 14,
    "sunday_schools": 174,
    "language_groups": 124,
    "mamile_clubs": 20,
    "associations_2013": 820,
    "republican_associations_2013": 28,
    "majilis_deputies": 9,
    "senators": 5,
}
"""What the acts say, read by hand."""
IN_WORDS = {
    "более одной тысячи этнокультурных": 1000,
    "свыше четырех тысяч общественных": 4000,
    "пять депутатов": 5,
    "Енбекшиказахский": 5,
    "региональные ассамблеи": 20,
}
"""What the acts write without digits: five districts are named, and there are twenty regions."""


@pytest.fixture(scope="module")
def edition() -> tuple[Item, ...]:
    """The edition that comes along."""
    return read_charter(foundations.charter_content().decode(), frozenset(Catalogue.values))


@pytest.fixture(scope="module")
def kinds(edition: tuple[Item, ...]) -> dict[str, KindCard]:
    """Its kinds of bodies by code."""
    listed = (one for one in edition if one.catalogue == Catalogue.BODY_KIND)
    return {one.code: read_kind(one.code, one.name, one.properties) for one in listed}


@pytest.fixture(scope="module")
def figures(edition: tuple[Item, ...]) -> list[Figure]:
    """Its figures."""
    listed = (one for one in edition if one.catalogue == Catalogue.FIGURE)
    return [read_figure(one.code, one.name, one.properties) for one in listed]


def codes(edition: Iterable[Item], catalogue: Catalogue) -> set[str]:
    """The codes of a catalogue."""
    return {one.code for one in edition if one.catalogue == catalogue}


@pytest.mark.parametrize("point", sorted(KINDS_OF))
def test_every_body_of_the_capabilities_has_a_kind(point: int, kinds: dict[str, KindCard]) -> None:
    """Each body that the concepts ask for has a kind, of the Assembly or beside it, with a level,
    and with offices where people sit in it."""
    for code in KINDS_OF[point]:
        assert kinds[code].side != "outside"
        assert kinds[code].levels
        assert kinds[code].offices


@pytest.mark.parametrize("point", sorted(REGISTERS_OF))
def test_every_register_of_the_capabilities_is_there(point: int, edition: tuple[Item, ...]) -> None:
    """Each register of persons that the concepts ask for is in the charter."""
    assert REGISTERS_OF[point] in codes(edition, Catalogue.REGISTER)


def test_the_public_searches_mediators_and_ambassadors_alone(edition: tuple[Item, ...]) -> None:
    """No other register of persons is open to everybody."""
    listed = (one for one in edition if one.catalogue == Catalogue.REGISTER)
    cards = [read_register(one.code, one.name, one.properties) for one in listed]
    assert {one.code for one in cards if one.public} == {"mediators", "friendship_ambassadors"}


@pytest.mark.parametrize("code", sorted(FIELDS_OF))
def test_kinds_have_fields_of_their_own(code: str, kinds: dict[str, KindCard]) -> None:
    """A house says its rooms, a medium its circulation, a chair its university."""
    assert {one.code for one in kinds[code].fields} >= FIELDS_OF[code]


def test_levels_are_those_of_the_registry(kinds: dict[str, KindCard]) -> None:
    """No kind stands on a level that a card cannot have."""
    assert {level for one in kinds.values() for level in one.levels} <= set(Level.values)


def test_deputies_of_the_assembly_changed_in_2022(edition: tuple[Item, ...]) -> None:
    """Nine deputies of the Majilis until the amendments of 2022, five senators from that day."""
    found = {one.code: one for one in edition if one.catalogue == Catalogue.BODY_KIND}
    majilis, senators = found["majilis_deputies"], found["assembly_senators"]
    assert majilis.valid_until == senators.valid_from == date(2022, 6, 8)
    assert [one.properties["offices"][0]["seats"] for one in (majilis, senators)] == [9, 5]


def test_new_bodies_begin_when_the_concept_says(edition: tuple[Item, ...]) -> None:
    """Bodies that the concept dates hold from that year, and not before."""
    found = {one.code: one for one in edition if one.catalogue == Catalogue.BODY_KIND}
    years = {
        "district_assembly": 2025,
        "labour_assembly": 2025,
        "student_assembly": 2024,
        "elders_council": 2023,
        "mothers_council": 2015,
        "youth_organisation": 2021,
        "jomart_centre": 2024,
        "chairs_association": 2014,
        "young_scientists_club": 2024,
        "collectives_association": 2024,
        "expert_council": 2009,
    }
    assert {code: found[code].valid_from.year for code in years} == years


def test_everything_is_said_in_three_languages_with_its_ground(edition: tuple[Item, ...]) -> None:
    """No item lacks a language, and every ground is more than a word."""
    assert not [one.code for one in edition if one.name.missing()]
    assert not [one.code for one in edition if len(one.ground) < 10]


def test_new_offices_give_no_powers(edition: tuple[Item, ...], kinds: dict[str, KindCard]) -> None:
    """Sitting in a body, leading it or being a deputy gives no power in the cabinet."""
    offices = {one.code: one for one in edition if one.catalogue == Catalogue.OFFICE_KIND}
    plain = {"chair", "deputy_chair", "member", "deputy", "head_of_structure", "body_secretary"}
    assert all(not offices[code].properties.get("powers") for code in plain)
    assert {seat.office for one in kinds.values() for seat in one.offices} >= plain


def test_figures_are_those_of_the_acts(figures: list[Figure]) -> None:
    """Every number that the acts give has its value."""
    found = {one.code: one.value for one in figures}
    assert {code: found[code] for code in FIGURES} == FIGURES


def test_figures_stand_where_they_say(figures: list[Figure], acts: Path) -> None:
    """What a figure quotes stands at its offset in the act, and says its number."""
    texts = {one: (acts / f"{one}.txt").read_text("utf-8") for one in {f.text for f in figures}}
    for one in figures:
        words = re.sub(r"\s+", " ", texts[one.text][one.offset :][:200])
        assert words.startswith(one.printed), one.code
        assert said(one.printed) == one.value, one.code


def said(printed: str) -> int:
    """The number that words of an act say."""
    if printed in IN_WORDS:
        return IN_WORDS[printed]
    (number,) = re.findall(r"\d+", printed)
    return int(number) * (1000 if "тысяч" in printed else 1)


def test_more_than_is_said_of_what_is_more(figures: list[Figure]) -> None:
    """ "More than" and "about" are kept apart from exact numbers."""
    for one in figures:
        more = re.match(r"(?i)более|свыше", one.printed)
        about = re.match(r"(?i)около|порядка", one.printed)
        assert (one.at_least, one.about) == (bool(more), bool(about or one.code == "mediators"))
