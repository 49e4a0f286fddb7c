"""Plans and measures as somebody sees them who reaches one region or one body."""

import re
from dataclasses import dataclass
from datetime import date
from importlib import import_module

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.models import Duty, Obligation
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.queries.plan import plan_sheet
from birlik.domains.execution.queries.plans import plan_cards
from birlik.domains.execution.rules import NOTHING_HERE
from tests.domains.execution.plan_world import (
    AT,
    CHARTER,
    SYSTEM,
    World,
    act_of,
    duty_of,
    large_plan,
    owed,
    point,
    sign_in,
    small_plan,
)

pytestmark = pytest.mark.django_db
BUDGET = 15
ON = AT.date()


@pytest.fixture(autouse=True)
def _on_1_august_2024(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are asked on that day."""
    for name in ("plan", "measure"):
        web = import_module(f"birlik.domains.execution.web.{name}")
        monkeypatch.setattr(web, "now", lambda: AT)


@dataclass(frozen=True, slots=True)
class Regions:
    """The small plan with its first akimat in a district of Abai, the second in Ulytau; another
    plan under which only the ministry owes something."""

    world: World
    abai: Territory
    ulytau: Territory
    foreign: int

    @property
    def plan(self) -> str:
        """The address of the small plan."""
        return reverse("plan", kwargs={"pk": self.world.act.pk})

    def measure(self, number: str, name: str = "measure") -> str:
        """The address of one of its measures."""
        return reverse(name, kwargs={"pk": self.world.act.pk, "number": number})


@pytest.fixture
def regions() -> Regions:
    """Both plans, and the territories of the akimats."""
    world = small_plan()
    abai = Territory.objects.create(code="100000000", kind="oblast", name_kk="Абай облысы")
    district = Territory.objects.create(code="101000000", kind="district", parent=abai)
    ulytau = Territory.objects.create(code="620000000", kind="oblast", name_kk="Ұлытау облысы")
    for akimat, place in zip(world.akimats, (district, ulytau), strict=True):
        akimat.territory = place
        akimat.save()
    other = act_of("2")
    owed(duty_of(point(other, "1", "Бөтен шара"), None), world.ministry, date(2024, 12, 31))
    return Regions(world, abai, ulytau, other.pk)


def act_as(client: Client, structure: Structure, reach: str) -> None:
    """Sign in somebody who sees plans as far as this from an office in a structure."""
    text = CHARTER.format(kind="reader", powers=f"{{acts.read: all, plans.read: {reach}}}")
    load_charter(SYSTEM, None, at=AT, content=text.encode())
    office = found_office(SYSTEM, structure, at=AT, kind="reader", name=LocalText("о", "ч", "r"))
    account = open_account(
        SYSTEM,
        None,
        at=AT,
        full_name="Оқырман",
        email=f"{reach}-{structure.pk}@birlik.example",
        password_hash="!",
    )
    appoint(SYSTEM, office, at=AT, person=account.person, valid_from=date(2020, 1, 1), ground="x")
    client.force_login(account)
    client.cookies["birlik_language"] = "ru"


def seat(territory: Territory) -> Structure:
    """The body of a region in which its secretary sits."""
    return Structure.objects.create(
        kind="assembly", name_kk="Ассамблея", name_ru="Ассамблея", territory=territory
    )


def numbers_in(text: str) -> list[str]:
    """The numbers of the measures that a plan's page shows."""
    return re.findall(r'<td class="point">([\d.]+)', text)


def test_secretary_sees_what_the_region_owes(client: Client, regions: Regions) -> None:
    """The secretary of Abai sees the two measures under which the akimat of a district in Abai
    owes something, counts those alone, and can choose no body of elsewhere."""
    act_as(client, seat(regions.abai), "territory")
    text = client.get(regions.plan).content.decode()
    assert numbers_in(text) == ["1.1", "2"]
    sheet = plan_sheet(regions.world.act.pk, by=reader(client), asked={"year": "all"}, on=ON)
    assert sheet is not None
    assert (sheet.figures["open"], sheet.figures["soon"], sheet.figures["overdue"]) == (2, 1, 0)
    assert [one.name_kk for one in sheet.executors] == ["Абай"]
    assert (sheet.measures, sheet.sub_measures) == (1, 1)
    assert [bool(row.cells) for block in sheet.blocks for row in block.rows] == [True, True]


def reader(client: Client) -> object:
    """The actor of the last request."""
    return client.get("/rights/").wsgi_request.actor


def test_another_region_sees_its_own(client: Client, regions: Regions) -> None:
    """The secretary of Ulytau sees one measure, and is refused the other's page with a reason."""
    act_as(client, seat(regions.ulytau), "territory")
    assert numbers_in(client.get(regions.plan).content.decode()) == ["1.1"]
    text = client.get(regions.measure("1.1")).content.decode()
    assert "Ұлытау" in text
    assert 'value="' + str(regions.world.akimats[0].pk) not in text
    for name in ("measure", "measure_history"):
        answer = client.get(regions.measure("2", name))
        assert answer.status_code == 403
        assert NOTHING_HERE.ru in answer.content.decode()


def test_executor_sees_what_is_owed_and_what_hangs_under_it(
    client: Client, regions: Regions
) -> None:
    """The ministry leads two measures: it sees the akimat's contribution under its own, and not
    what akimats owe alone."""
    act_as(client, regions.world.ministry, "structure")
    assert numbers_in(client.get(regions.plan + "?year=all").content.decode()) == ["1", "2"]
    text = client.get(regions.measure("2")).content.decode()
    assert text.count("</td>") == 12
    assert "Абай" in text
    assert client.get(regions.measure("1.1")).status_code == 403


def test_contributor_sees_the_contribution_alone(client: Client, regions: Regions) -> None:
    """The akimat that contributes does not see what the lead owes."""
    act_as(client, regions.world.akimats[0], "structure")
    text = client.get(regions.measure("2")).content.decode()
    assert text.count("</td>") == 6
    assert "Министерство" in text.partition('id="obligations"')[0]
    assert ">МН<" not in text.partition('id="obligations"')[2]


def test_successor_sees_what_passed_to_it(client: Client, regions: Regions) -> None:
    """What a closed body owed is within the reach of the one that took over."""
    heir = Structure.objects.create(kind="ministry", name_kk="Мұрагер", name_ru="Преемник")
    ministry = regions.world.ministry
    ministry.closed_on, ministry.successor = date(2024, 7, 1), heir
    ministry.save()
    act_as(client, heir, "structure")
    assert numbers_in(client.get(regions.plan + "?year=all").content.decode()) == ["1", "2"]


def test_neighbours_that_are_foreign_are_named_and_not_linked(
    client: Client, regions: Regions
) -> None:
    """The measure above is part of the act, which everybody reads; its page is not."""
    act_as(client, regions.world.akimats[1], "structure")
    text = client.get(regions.measure("1.1")).content.decode()
    assert "1. Кеңес отырысы" in text
    assert f'href="{regions.measure("1")}"' not in text
    owed(Duty.objects.get(provision__number="1.1"), regions.world.ministry, date(2025, 12, 31))
    act_as(client, regions.world.ministry, "structure")
    text = client.get(regions.measure("1.1")).content.decode()
    assert f'href="{regions.measure("1")}"' in text
    text = client.get(regions.measure("1")).content.decode()
    assert f'href="{regions.measure("1.1")}"' in text


def test_list_has_only_plans_with_something_within_reach(client: Client, regions: Regions) -> None:
    """A plan under which the region owes nothing is not listed; the other counts the region's."""
    act_as(client, seat(regions.abai), "territory")
    (card,) = plan_cards(by=reader(client), on=ON)
    assert card.act == regions.world.act
    assert (card.measures, card.sub_measures, card.owed) == (1, 1, 2)
    Obligation.objects.filter(lead__isnull=False).delete()
    Obligation.objects.all().delete()
    assert "Пока нет плана" in client.get(reverse("plans")).content.decode()


@pytest.mark.parametrize("page", ["plan", "measure", "measure_history"])
def test_foreign_and_unknown_plans_cannot_be_told_apart(
    client: Client, regions: Regions, page: str
) -> None:
    """Guessing numbers teaches nothing: a plan of others and one that does not exist are refused
    alike, to the letter."""
    act_as(client, seat(regions.abai), "territory")
    more = {} if page == "plan" else {"number": "1"}
    answers = [
        client.get(reverse(page, kwargs={"pk": pk, **more}))
        for pk in (regions.foreign, regions.foreign + 1000, 10**30)
    ]
    assert {one.status_code for one in answers} == {403}
    assert len({said(one.content.decode()) for one in answers}) == 1


def said(text: str) -> str:
    """A page without its address, its token, and what repeats them."""
    text = re.sub(r'name="(csrfmiddlewaretoken|next)" value="[^"]*"', "", text)
    return re.sub(r'"X-CSRFToken": "[^"]*"', "", text)


def test_who_reaches_everything_is_told_that_there_is_none(
    client: Client, regions: Regions
) -> None:
    """A coordinator who mistypes a number learns that it is unknown."""
    sign_in(client, "plans.read")
    assert client.get(reverse("plan", kwargs={"pk": 10**6})).status_code == 404
    assert client.get(reverse("plan", kwargs={"pk": regions.foreign})).status_code == 200


@pytest.mark.parametrize("reach", ["territory", "structure"])
def test_pages_within_reach_keep_the_budget(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, reach: str
) -> None:
    """Narrowing costs a query or two, whatever the size of the plan."""
    act = large_plan(measures=4, contributors=44)
    territory = Territory.objects.create(code="100000000", kind="oblast")
    Structure.objects.update(territory=territory)
    body = Structure.objects.order_by("pk")[0]
    act_as(client, body, reach)
    for address in (
        reverse("plans"),
        reverse("plan", kwargs={"pk": act.pk}),
        reverse("measure", kwargs={"pk": act.pk, "number": "1"}),
        reverse("measure", kwargs={"pk": act.pk, "number": "1"}) + f"?executor={body.pk}",
    ):
        with django_assert_max_num_queries(BUDGET):
            assert client.get(address).status_code == 200
