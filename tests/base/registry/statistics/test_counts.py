"""What the register had on a day, place by place: expected numbers are counted by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries as MaxQueries

from birlik.base.charter.engine.figures import Counted, Figure
from birlik.base.registry.engine.statistics import Choice
from birlik.base.registry.models import EarlierCard, Office, Person, Structure, Territory
from birlik.base.registry.queries.lacking import LACKS
from birlik.base.registry.queries.statistics import figures
from birlik.base.registry.queries.statistics.completeness import completeness
from birlik.base.registry.queries.statistics.overview import Overview, overview, people, years
from birlik.base.registry.queries.statistics.scope import scope_for
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from tests.base.registry import world as register
from tests.base.registry.world import ABAI, ABAI_DISTRICT, AKMOLA, SYSTEM, TODAY, World
from tests.domains.execution.plan_world import act_of

pytestmark = pytest.mark.django_db
COUNCIL = "elders_council"


@pytest.fixture
def world() -> World:
    """The register with nothing of the Assembly in it but what a test adds."""
    found = register.world()
    Structure.objects.update(kind="ministry")
    return found


def council(territory: Territory | None, *, since: int = 2010, until: int = 0) -> Structure:
    """A council of elders from a New Year's Day until another."""
    found = register.body(COUNCIL, "Кеңес", "Совет", territory)
    found.founded_on = date(since, 1, 1)
    found.closed_on = date(until, 1, 1) if until else None
    found.save()
    return found


COUNCILS = Choice(kind=COUNCIL)


def counted(choice: Choice = COUNCILS, *, by: Actor = SYSTEM) -> Overview:
    """What a choice counts."""
    return overview(scope_for(choice, by=by, today=TODAY))


def numbers(found: Overview) -> dict[str, int]:
    """Place → how many, those with any."""
    return {row.area.code: row.number for row in found.rows if row.number}


def test_bodies_by_region(world: World) -> None:
    """Bodies of a district count in its region, those without territory apart; what is closed, a
    duplicate or a body of the state does not count."""
    council(world.abai.territory)
    first = council(world.abai.district)
    council(world.akmola.territory, until=2026)
    council(None)
    twin = council(world.akmola.territory)
    twin.duplicate_of = first
    twin.save()
    found = counted(Choice())
    assert numbers(found) == {ABAI: 2, "": 1}
    assert (found.total, found.totals) == (3, {COUNCIL: 3})
    assert {tile.region.code: (tile.number, tile.shade) for tile in found.tiles} == {
        ABAI: (2, 4),
        AKMOLA: (0, 0),
    }
    inside = counted(Choice(area=ABAI))
    assert numbers(inside) == {ABAI: 1, ABAI_DISTRICT: 1}
    assert (inside.here, inside.total) == (2, 3)


def test_as_of_a_day(world: World) -> None:
    """On a past day a body counts where it lay and at the level it had then."""
    one = council(world.abai.territory)
    one.level = "region"
    one.save()
    EarlierCard.objects.create(
        structure=one, valid_from=date(2010, 1, 1), valid_until=date(2020, 1, 1),
        territory=world.akmola.territory, level="district", card={"culture": "uygur"},
    )  # fmt: skip
    assert numbers(counted(Choice(on="2019-12-31"))) == {AKMOLA: 1}
    assert numbers(counted(Choice(on="2020-01-01"))) == {ABAI: 1}
    assert counted(Choice(on="2015-01-01", level="district", culture="uygur")).total == 1
    assert counted(Choice(on="2015-01-01", level="region")).total == 0
    assert counted(Choice(culture="uygur")).total == 0
    told = years(scope_for(Choice(area=AKMOLA), by=SYSTEM, today=TODAY), today=TODAY)
    assert [one.number for one in told] == [1] * 5 + [0] * 7
    assert [one.total for one in told] == [1] * 12


def test_region_that_did_not_exist_yet(world: World) -> None:
    """Before a region was split off, its bodies count in the region it came from."""
    Territory.objects.filter(code=ABAI).update(valid_from=date(2022, 6, 8), predecessor_code=AKMOLA)
    council(world.abai.district)
    assert numbers(counted(Choice(on="2022-06-07"))) == {AKMOLA: 1}
    assert numbers(counted(Choice(on="2022-06-08"))) == {ABAI: 1}


def test_region_sees_its_own_and_the_totals(world: World) -> None:
    """A secretary sees the own region by districts and the republic's total, whatever place the
    address names; whoever reaches one body sees totals alone."""
    council(world.abai.district)
    council(world.akmola.territory)
    for area in ("", AKMOLA, "999999999"):
        found = counted(Choice(area=area), by=world.secretary(world.abai))
        assert numbers(found) == {ABAI_DISTRICT: 1}
        assert (found.here, found.total) == (1, 2)
        assert {tile.region.code: tile.number for tile in found.tiles} == {ABAI: 1, AKMOLA: None}
    head = world.actor("association_head", world.abai.association)
    found = counted(by=head)
    assert (numbers(found), found.total, found.levels) == ({}, 2, {"": 2})
    assert not any(tile.number for tile in found.tiles)
    assert not people(scope_for(Choice(), by=head, today=TODAY)).rows


def test_people_by_place(world: World) -> None:
    """A person counts once at each place and once in the republic; seats that are limited and not
    held are vacant; one or two people are withheld."""
    here, there = council(world.abai.territory), council(world.akmola.territory)
    named = [Person.objects.create(full_name=f"Адам {n}") for n in range(5)]
    for one in named:
        register.seat(one, here, "member", since=date(2020, 1, 1))
    register.seat(named[0], here, "chair", since=date(2020, 1, 1))
    for one in named[:3]:
        register.seat(one, there, "member", since=date(2020, 1, 1))
    register.seat(named[4], there, "chair", since=date(2020, 1, 1), until=date(2021, 1, 1))
    Office.objects.filter(structure=here, kind="chair").update(seats=3)
    Office.objects.filter(structure=there, kind="chair").update(seats=1)
    for one in named[:4]:
        register.enrolled(one, "mediators", territory=world.abai.district)
    found = people(scope_for(Choice(kind=COUNCIL), by=SYSTEM, today=TODAY))
    rows = {row.area.code: (row.people, row.held, row.seats, row.vacant) for row in found.rows}
    assert rows == {ABAI: (5, 6, 3, 2), AKMOLA: (3, 3, 1, 1), "": (0, 0, 0, 0)}
    assert found.total.people == 5
    assert (found.registers, found.enrolled) == (["mediators"], [4])
    assert [row.registers for row in found.rows] == [[4], [0], [0]]
    Person.objects.get(pk=named[2].pk).appointments.filter(office__structure=there).delete()
    found = people(scope_for(Choice(kind=COUNCIL), by=SYSTEM, today=TODAY))
    rows = {row.area.code: (row.people, row.held, row.seats, row.vacant) for row in found.rows}
    assert rows == {ABAI: (None, None, 3, None), AKMOLA: (None, None, 1, None), "": (0, 0, 0, 0)}


def test_people_of_a_body_that_moved(world: World) -> None:
    """On a past day people count where their body lay then."""
    one = council(world.abai.territory)
    EarlierCard.objects.create(
        structure=one, valid_from=None, valid_until=date(2025, 1, 1),
        territory=world.akmola.territory, card={},
    )  # fmt: skip
    for n in range(3):
        member = Person.objects.create(full_name=f"Адам {n}")
        register.seat(member, one, "member", since=date(2020, 1, 1))
    found = people(scope_for(Choice(kind=COUNCIL, on="2024-06-01"), by=SYSTEM, today=TODAY))
    assert {row.area.code: row.people for row in found.rows} == {ABAI: 0, AKMOLA: 3, "": 0}


def test_gaps(world: World) -> None:
    """For each place it is told how many cards lack what they need; most to do stands first."""
    full = council(world.abai.territory)
    Structure.objects.filter(pk=full.pk).update(
        phone="+7 700", languages=("kk",), confirmed_on=TODAY
    )
    register.seat(world.abai.person, full, "chair", since=date(2020, 1, 1))
    bare = register.body(
        "ethnocultural_association", "Бірлестік", "Объединение", world.akmola.district
    )
    Structure.objects.filter(pk=bare.pk).update(confirmed_on=date(2025, 11, 20))
    found = completeness(scope_for(Choice(), by=SYSTEM, today=TODAY), today=TODAY)
    gaps = {
        row.area.code: {what: (gap.lacking, gap.needing) for what, gap in row.gaps.items()}
        for row in found.rows
    }
    assert list(gaps) == [AKMOLA, ABAI]
    assert gaps[AKMOLA] == dict.fromkeys(LACKS, (1, 1))
    assert {what for what, (number, _) in gaps[ABAI].items() if number} <= {"head"}
    assert gaps[ABAI]["bin"] == (0, 0) and found.rows[1].gaps["bin"].share is None
    assert found.rows[0].gaps["bin"].share == 100
    assert found.total.cards == 2 and found.total.gaps["contact"].lacking == 1


def figure(counts: Counted, code: str = "", **more: Any) -> Figure:
    """A figure of the concept of 2022 that says three."""
    name = LocalText("а", "а", "a")
    found = Figure(
        code or counts, name, 3, counts, act="C2022", place="plan", printed="3", text="", offset=0,
        kinds=(COUNCIL,),
    )  # fmt: skip
    return replace(found, **more)


def test_figures_beside_the_register(
    world: World, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: MaxQueries
) -> None:
    """A figure is set beside what the register had on its day and has today; the act is found by
    its number and day, where it is here."""
    old = council(world.abai.district, since=2020)
    council(world.abai.district, since=2024)
    council(world.akmola.territory, since=2020, until=2023)
    Structure.objects.filter(pk=old.pk).update(level="district", languages=("kk", "ru"))
    register.seat(world.abai.person, old, "member", since=date(2025, 1, 1))
    register.enrolled(world.abai.person, "mediators", since=date(2021, 1, 1))
    act = act_of("1014")
    told = (
        figure("bodies"), figure("bodies", "low", levels=("district",)), figure("territories"),
        figure("members"), figure("languages"), figure("nothing"),
        figure("members", "gone", act="?"),
        figure("enrolled", register="mediators", kinds=()),
        figure("bodies", "day", day=date(2024, 6, 1)), figure("bodies", "year", year=2019),
    )  # fmt: skip
    monkeypatch.setattr(figures, "figures", lambda on: told)
    with django_assert_max_num_queries(9):
        found = {one.figure.code: one for one in figures.compared(today=TODAY)}
    assert {code: (one.then, one.today) for code, one in found.items()} == {
        "bodies": (2, 2), "low": (1, 1), "territories": (2, 1), "members": (0, 1),
        "languages": (2, 2), "nothing": (None, None), "gone": (None, 1), "enrolled": (1, 1),
        "day": (2, 2), "year": (0, 2),
    }  # fmt: skip
    assert found["bodies"].act == act and found["bodies"].on == date(2022, 9, 15)
    assert found["year"].on == date(2019, 12, 31) and found["gone"].on is None


def test_no_figures(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the charter has no figure, nothing is compared."""
    monkeypatch.setattr(figures, "figures", lambda on: ())
    assert figures.compared(today=TODAY) == []
