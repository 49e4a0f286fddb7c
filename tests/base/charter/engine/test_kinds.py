"""Kinds of bodies, registers and figures are read from the charter, or refused in words."""

from datetime import date

import pytest

from birlik.base.charter.engine.edition import read_charter
from birlik.base.charter.engine.figures import Figure, read_figure
from birlik.base.charter.engine.kinds import (
    ExtraField,
    KindCard,
    RegisterCard,
    SeatRule,
    read_kind,
    read_register,
)
from birlik.base.charter.engine.properties import UnreadableCharterError
from birlik.base.values.local_text import LocalText

NAME = LocalText("үй", "дом", "house")
CHAIR = LocalText("төраға", "председатель", "chair")
ROOMS = {"code": "rooms", "type": "number", "kk": "бөлме", "ru": "комнаты", "en": "rooms"}
HALL = {"code": "hall", "kk": "зал", "ru": "зал", "en": "hall"}
SORT = ROOMS | {"code": "sort", "type": "choice", "options": [HALL], "public": True}
SEAT = {"office": "chair", "seats": 3, "term": 4, "rotation": 1, "quotas": {"youth": 2}}
FIGURE = {
    "value": 36,
    "counts": "bodies",
    "kinds": ["house"],
    "act": "concept",
    "place": "section 2",
    "printed": "36 домов",
    "text": "concept.ru",
    "offset": 7,
}
CATALOGUES = frozenset({"body_kind", "office_kind", "quota", "register", "figure", "purpose"})
HEAD = 'kk: а, ru: б, en: c, from: 2020-01-01, ground: "law"'


def test_kind() -> None:
    """A kind has its levels, its fields and its offices; an unnamed seat is named by its office."""
    properties = {
        "level": ["region", "district"],
        "public": True,
        "side": "assembly",
        "devoted": True,
        "fields": [ROOMS, SORT],
        "offices": [SEAT | {"not_with": ["member"], "groups": ["media"], "ground": "law"}],
    }
    number = ExtraField("rooms", LocalText("бөлме", "комнаты", "rooms"), "number")
    sort = ExtraField(
        "sort", number.name, "choice", (("hall", LocalText("зал", "зал", "hall")),), public=True
    )
    seat = SeatRule("chair", CHAIR, 3, 4, 1, {"youth": 2}, ("media", "youth"), ("member",), "law")
    assert read_kind("house", NAME, properties, ground="law", offices={"chair": CHAIR}) == KindCard(
        code="house",
        name=NAME,
        level="region",
        public=True,
        fields=(number, sort),
        offices=(seat,),
        levels=("region", "district"),
        side="assembly",
        devoted=True,
        ground="law",
    )


def test_kind_without_properties() -> None:
    """A kind that says nothing of itself is outside, not public, and of any level."""
    assert read_kind("house", NAME, {}) == KindCard("house", NAME, "", public=False)


def test_a_seat_may_have_its_own_name() -> None:
    """The name that a kind gives a seat stands before that of the office."""
    own = {"office": "chair", "kk": "меңгеруші", "ru": "заведующий", "en": "head"}
    card = read_kind("house", NAME, {"offices": [own]}, offices={"chair": CHAIR})
    assert card.offices[0].name == LocalText("меңгеруші", "заведующий", "head")


def test_register() -> None:
    """A register says who may search it and what its lines hold."""
    properties = {"public": True, "numbered": True, "centred": True, "fields": [ROOMS]}
    card = read_register("mediators", NAME, properties, ground="law")
    assert card.fields[0].code == "rooms"
    assert (card.public, card.numbered, card.centred, card.ground) == (True, True, True, "law")
    assert read_register("reserve", NAME, {}) == RegisterCard("reserve", NAME, public=False)


def test_figure() -> None:
    """A figure keeps value, what is counted, and where it stands; a day may come from JSON."""
    further = {
        "at_least": True,
        "about": True,
        "day": "2025-04-30",
        "year": 2025,
        "levels": ["region"],
    }
    assert read_figure("houses", NAME, FIGURE | further) == Figure(
        code="houses",
        name=NAME,
        value=36,
        counts="bodies",
        act="concept",
        place="section 2",
        printed="36 домов",
        text="concept.ru",
        offset=7,
        kinds=("house",),
        levels=("region",),
        at_least=True,
        about=True,
        year=2025,
        day=date(2025, 4, 30),
    )


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        ({"colour": "blue"}, "body_kind.house: nobody knows colour"),
        ({"public": "yes"}, "public is str, and should be bool"),
        ({"level": ["planet"]}, "level planet is none of republic"),
        ({"side": "left"}, "side left is none of assembly"),
        ({"fields": ["rooms"]}, "'rooms' is no mapping"),
        ({"fields": [{"code": "rooms"}]}, "body_kind.house.fields lacks en, kk, ru, type"),
        ({"fields": [ROOMS, ROOMS]}, "fields has rooms twice"),
        ({"fields": [SORT | {"options": [HALL, HALL]}]}, "options has hall twice"),
        ({"fields": [ROOMS | {"options": [HALL]}]}, "rooms: a choice has options"),
        ({"fields": [ROOMS | {"type": "choice"}]}, "rooms: a choice has options"),
        ({"offices": [SEAT, SEAT]}, "offices has chair twice"),
        ({"offices": [SEAT | {"term": 0}]}, "chair: term is at least 1"),
        ({"offices": [SEAT | {"quotas": {"youth": "two"}}]}, "quotas map from a group"),
        ({"offices": [SEAT | {"quotas": {"youth": 4}}]}, "quotas are more than the seats"),
    ],
)
def test_unreadable_kind(properties: dict[str, object], message: str) -> None:
    """Properties that are not those of a kind are refused with the place and the reason."""
    with pytest.raises(UnreadableCharterError, match=message):
        read_kind("house", NAME, properties)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kinds": []}, "figure.houses lacks kinds"),
        ({"counts": "enrolled"}, "figure.houses lacks register"),
        ({"counts": "stars"}, "counts stars is none of bodies"),
    ],
)
def test_unreadable_figure(change: dict[str, object], message: str) -> None:
    """A figure says what is counted, or is refused."""
    with pytest.raises(UnreadableCharterError, match=message):
        read_figure("houses", NAME, FIGURE | change)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("body_kind: {x: [{%s, offices: [{office: chair}]}]}", "names office_kind.chair"),
        (
            "{office_kind: {chair: [{%s}]},"
            " body_kind: {x: [{%s, offices: [{office: chair, quotas: {youth: 1}}]}]}}",
            "names quota.youth",
        ),
        (
            "figure: {f: [{%s, value: 1, counts: bodies, kinds: [x], act: a, place: b,"
            " printed: c, text: t, offset: 1}]}",
            "figure.f names body_kind.x",
        ),
        (
            "figure: {f: [{%s, value: 1, counts: enrolled, register: x, act: a, place: b,"
            " printed: c, text: t, offset: 1}]}",
            "figure.f names register.x",
        ),
        ("purpose: {p: [{%s, register: x}]}", "purpose.p names register.x"),
        ("office_kind: {o: [{%s, not_with: [x]}]}", "names office_kind.x"),
        ("office_kind: {o: [{%s, colour: x}]}", "office_kind.o: nobody knows colour"),
        ("purpose: {p: [{%s, colour: x}]}", "purpose.p: nobody knows colour"),
        ("register: {r: [{%s, colour: x}]}", "register.r: nobody knows colour"),
        ("body_kind: {x: [{%s, until: 2020-01-01}]}", "ends before it begins"),
        ("body_kind: {x: [{%s}, {%s}]}", "body_kind.x has two versions on 2020-01-01"),
        (
            "body_kind: {x: [{%s}, {kk: а, ru: б, en: c, from: 2021-01-01, ground: law}]}",
            "body_kind.x has two versions on 2021-01-01",
        ),
    ],
)
def test_an_edition_is_checked_as_a_whole(text: str, message: str) -> None:
    """Codes that nothing bears, and versions that overlap, are refused."""
    with pytest.raises(UnreadableCharterError, match=message):
        read_charter(text.replace("%s", HEAD), CATALOGUES)


def test_versions_may_follow_each_other() -> None:
    """A version that begins on the day the one before it ends is read."""
    first = f"{{{HEAD}, until: 2021-01-01}}"
    second = "{kk: а, ru: б, en: c, from: 2021-01-01, ground: law}"
    text = f"body_kind: {{x: [{second}, {first}]}}"
    assert len(read_charter(text, CATALOGUES)) == 2


def test_an_edition_may_come_in_several_parts() -> None:
    """Documents of one edition add to each other; the same version in two of them is refused."""
    first, second = f"office_kind: {{a: [{{{HEAD}}}]}}", f"office_kind: {{b: [{{{HEAD}}}]}}"
    found = read_charter(f"{first}\n---\n{second}", CATALOGUES)
    assert [one.code for one in found] == ["a", "b"]
    with pytest.raises(UnreadableCharterError, match=r"office_kind\.a has two versions"):
        read_charter(f"{first}\n---\n{first}", CATALOGUES)
