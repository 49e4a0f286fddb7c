"""How often a page may ask the database, for each office that lives with it."""

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.actions import load_charter
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure, Territory
from tests.domains.execution.offices import settle
from tests.domains.execution.plan_world import AT, CHARTER, SYSTEM, large_plan

pytestmark = pytest.mark.django_db
BUDGET = 15
"""How many queries a page may ask, those for session and office included."""

OFFICES = {
    "coordinator": "acts.read: all, plans.read: all, indicators.read: all, reports.read: all,"
    " obligations.review: all",
    "executor": "acts.read: all, plans.read: structure, obligations.report: structure",
    "secretary": "acts.read: all, plans.read: territory, indicators.read: all,"
    " obligations.report: territory",
}
"""Everywhere, one body, one region: the offices with the powers that their charter gives them."""

PAGES = (
    *("today", "plans", "plan", "plan_all", "measure", "obligations", "obligations_any"),
    *("scorecards", "scorecard", "region", "search"),
)


@dataclass(frozen=True, slots=True)
class Large:
    """A plan of 900 obligations whose bodies lie in one region, and the body that leads."""

    act: Act
    region: Territory
    lead: Structure

    def address(self, page: str) -> str:
        """Where a page is."""
        act = {"pk": self.act.pk}
        return {
            "today": reverse("today"),
            "plans": reverse("plans"),
            "plan": reverse("plan", kwargs=act),
            "plan_all": reverse("plan", kwargs=act) + "?year=all",
            "measure": reverse("measure", kwargs={**act, "number": "1"}),
            "obligations": reverse("obligations"),
            "obligations_any": reverse("obligations") + "?state=any",
            "scorecards": reverse("scorecards"),
            "scorecard": reverse("scorecard", kwargs={"pk": self.lead.pk}),
            "region": reverse("region_scorecard", kwargs={"code": self.region.code}),
            "search": reverse("search") + "?q=іс-шара+орган+2024",
        }[page]


@pytest.fixture
def large() -> Large:
    """The plan, all its bodies in Abai."""
    act = large_plan(measures=4, contributors=44)
    region = Territory.objects.create(
        code="100000000", kind="oblast", name_kk="Абай облысы", name_ru="Абай"
    )
    Structure.objects.update(territory=region)
    return Large(act, region, Structure.objects.order_by("pk")[0])


@pytest.mark.parametrize("office", OFFICES)
def test_no_page_asks_too_often(
    client: Client, large: Large, django_assert_max_num_queries: DjangoAssertNumQueries, office: str
) -> None:
    """Every page of the execution of a plan takes at most 15 queries, whoever opens it."""
    text = CHARTER.format(kind=office, powers=f"{{{OFFICES[office]}}}")
    load_charter(SYSTEM, None, at=AT, content=text.encode())
    client.force_login(settle(office, large.lead))
    for page in PAGES:
        address = large.address(page)
        if page == "region" and office == "executor":
            assert client.get(address).status_code == 403
            continue
        assert client.get(address).status_code == 200, page
        with django_assert_max_num_queries(BUDGET, info=f"{page} for a {office}"):
            client.get(address)
