"""The register in numbers as pages and files."""

from datetime import date
from typing import cast

import pytest
from django.http.response import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries as MaxQueries

from birlik.base.charter.actions import load_charter
from birlik.base.registry.models import Structure
from tests.base.registry import world as register
from tests.base.registry.world import ABAI, AKMOLA, AT, SYSTEM, World

pytestmark = pytest.mark.django_db
PAGES = (
    *("statistics", "statistics_kinds", "statistics_years", "statistics_people"),
    *("statistics_figures", "statistics_gaps"),
)
CHARTER = """
office_kind:
  researcher:
    - {kk: з, ru: и, en: r, from: 2000-01-01, ground: x, powers: {structures.read: all}}
"""
LISTED = ("statistics", "statistics_kinds", "statistics_people", "statistics_gaps")


@pytest.fixture
def world() -> World:
    """Two regions: three councils in Abai, one of them with people, one in Akmola."""
    found = register.world()
    for place in (found.abai.territory, found.abai.district, found.abai.district):
        register.body("elders_council", "Кеңес", "Совет", place)
    other = register.body("elders_council", "Кеңес", "Совет", found.akmola.territory)
    Structure.objects.filter(pk=other.pk).update(culture="uygur", level="region")
    register.seat(found.abai.person, other, "member", since=date(2025, 1, 1))
    register.enrolled(found.abai.person, "mediators", territory=found.abai.territory)
    return found


def signed_in(client: Client, world: World, office: str) -> Client:
    """A client in an office: of Abai's assembly for a secretary, of the council for others."""
    body = world.abai.assembly if office == "secretary" else world.council
    client.force_login(world.account(office, body))
    client.cookies["birlik_language"] = "en"
    return client


def page(client: Client, name: str, query: str = "") -> str:
    """A page as text."""
    found = client.get(reverse(name) + query)
    assert found.status_code == 200, name
    return found.content.decode()


def lines(found: HttpResponseBase) -> list[str]:
    """The lines of a file."""
    content = b"".join(cast(StreamingHttpResponse, found))
    return content.decode("utf-8-sig").splitlines()


@pytest.mark.parametrize("office", ["researcher", "secretary", "association_head"])
@pytest.mark.parametrize("name", PAGES)
def test_budget(
    client: Client, world: World, django_assert_max_num_queries: MaxQueries, name: str, office: str
) -> None:
    """Every page asks the database at most fifteen times and is small, whoever opens it."""
    signed_in(client, world, office)
    page(client, name)
    with django_assert_max_num_queries(15):
        text = page(client, name, f"?area={ABAI}")
    assert len(text.encode()) < 150_000


@pytest.mark.parametrize("office", ["auditor"])
@pytest.mark.parametrize("name", PAGES)
def test_refused(client: Client, world: World, name: str, office: str) -> None:
    """Who does not see the register does not see its numbers."""
    assert signed_in(client, world, office).get(reverse(name)).status_code == 403


def test_map(client: Client, world: World) -> None:
    """A tile says its region's short name and number and leads into the region."""
    text = page(signed_in(client, world, "researcher"), "statistics")
    assert 'href="/registry/statistics/?area=100000000" title="Abai Region: ' in text
    assert 'class="region s4"' in text
    inside = page(client, "statistics", f"?area={ABAI}&kind=elders_council")
    assert "in none of its parts" in inside


def test_foreign_region_answers_as_an_absent_one(client: Client, world: World) -> None:
    """A secretary who names another region, or one that is not there, sees the own."""
    signed_in(client, world, "secretary")
    told = [
        page(client, "statistics_kinds", f"?area={code}").split('<section class="card">')[1]
        for code in (ABAI, AKMOLA, "1")
    ]
    assert "Akmola" not in told[0] and told[0] == told[1] == told[2]


def test_day_that_is_none(client: Client, world: World) -> None:
    """A day that is none, or still to come, is said beside the field and stays typed."""
    signed_in(client, world, "researcher")
    assert "Enter the date as DD.MM.YYYY." in page(client, "statistics", "?on=31.02.2025")
    assert 'value="31.02.2025"' in page(client, "statistics", "?on=31.02.2025")
    assert "still to come" in page(client, "statistics", "?on=01.01.2050")
    assert "on 05.06.2024" in page(client, "statistics", "?on=05.06.2024")


def test_nothing_there(client: Client, world: World) -> None:
    """Where nothing was, the page says so, and how to go on."""
    signed_in(client, world, "researcher")
    assert "Choose another kind" in page(client, "statistics", "?kind=elders_council&on=01.01.1999")
    assert "Choose another kind" in page(client, "statistics_kinds", "?on=01.01.1999")
    assert "had no structure" in page(client, "statistics", "?on=01.01.1999")
    Structure.objects.update(kind="ministry")
    assert "There is no card yet" in page(client, "statistics_gaps")


def test_years_are_drawn(client: Client, world: World) -> None:
    """The chart has a column for each year, and the table the same numbers."""
    text = page(signed_in(client, world, "researcher"), "statistics_years", "?kind=elders_council")
    assert text.count("<rect") == 12 == text.count("<tr><td>")
    assert "31.12.2015" in text and "20.11.2026" not in text.split("<tbody>")[0]


def test_few_people_are_not_told(client: Client, world: World) -> None:
    """A single person in office or in a register is withheld, on the page and in the file."""
    signed_in(client, world, "researcher")
    assert 'title="withheld">…' in page(client, "statistics_people", "?kind=elders_council")
    file = client.get(reverse("statistics_people") + "?kind=elders_council&format=csv")
    rows = [line for line in lines(file) if "Akmola" in line]
    assert len(rows) == 1 and ";1" not in rows[0]


@pytest.mark.parametrize("name", [*LISTED, "statistics_years", "statistics_figures"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_files(client: Client, world: World, name: str, form: str) -> None:
    """Every table is given as a file."""
    found = signed_in(client, world, "researcher").get(reverse(name) + f"?format={form}")
    assert found.status_code == 200 and f".{form}" in found["Content-Disposition"]


def test_file_of_a_secretary(client: Client, world: World) -> None:
    """A secretary's file has the own region's places and the republic's total, no other region."""
    file = signed_in(client, world, "secretary").get(reverse("statistics") + "?format=csv")
    text = "\n".join(lines(file))
    assert "Akmola" not in text and "The republic" in text


def test_gaps_lead_to_the_list(client: Client, world: World) -> None:
    """A number of gaps leads to the list of just those bodies."""
    text = page(signed_in(client, world, "researcher"), "statistics_gaps", "?kind=elders_council")
    assert f"?kind=elders_council&amp;place={AKMOLA}&amp;lacks=contact" in text
    listed = page(client, "structures", f"?kind=elders_council&place={ABAI}&lacks=contact")
    assert listed.count('href="/registry/structures/') >= 3


def test_figures(client: Client, world: World) -> None:
    """What an act says stands beside the register, with the act, its place and the difference."""
    text = page(signed_in(client, world, "researcher"), "statistics_figures")
    assert "Decree No. 1144 of 29.12.2025" in text and "section 2" in text
    assert "fewer than the act says" in text and "the register does not count this" in text


def test_no_figures_yet(client: Client, world: World) -> None:
    """A charter without figures says who enters them."""
    signed_in(client, world, "researcher")
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    assert "holds no figure" in page(client, "statistics_figures")
